"""Addresses of documents as other programs follow them: relative, with forward slashes, percent-encoded."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from auditor.model import Document


def file_of(document: Document) -> str:
    """The path of the file a document stands in, with forward slashes; its id where it comes from no file."""
    return PurePath(document.path or document.id).as_posix()


def is_row(document: Document) -> bool:
    """Whether it is a row of a table: its lines are not those of the file."""
    return document.path is not None and document.path != document.id


def uri_of(document: Document) -> str:
    """The address of the file, a URI reference: relative where the path is, ``file:`` where it is absolute."""
    path = PurePath(document.path or document.id)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
