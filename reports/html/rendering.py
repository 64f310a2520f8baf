"""Templates and styles made into the text of a page, which lets through its own styles and nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from auditor.reports.harmless import page as printed

_PACKAGE = "auditor.reports.html"


def rendered(template: str, styles: str, **given: object) -> str:
    """A page from its template, with its styles and a policy that names their digest."""
    digest = b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return printed(_templates().get_template(template).render(styles=Markup(styles), digest=digest, **given))


@cache
def styles(*names: str) -> str:
    """The styles of some files of the folder ``styles``, as one."""
    folder = files(_PACKAGE).joinpath("styles")
    return "".join(folder.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in names)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader(_PACKAGE, "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        auto_reload=False,
    )
