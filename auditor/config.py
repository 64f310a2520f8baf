"""Settings from ``auditor.toml`` or ``[tool.auditor]`` in ``pyproject.toml``: the file nearest above all paths.

The command line wins over the file, the file over what is built in. ``config-1.json`` beside this file is its JSON Schema.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from auditor.catalogue import unknown
from auditor.house_styles import NEUTRAL, STYLES
from auditor.model import Document, Finding, Report, Severity
from auditor.reading.patterns import spec_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE = "auditor.toml"
PROJECT_FILE = "pyproject.toml"
SCHEMA_FILE = "config-1.json"
NEVER = "none"
"""The weight of ``fail-on`` that no finding has."""

FAIL_ON = (*(severity.value for severity in Severity), NEVER)
_RULE_KEYS = ("ignore", "severity")


class ConfigError(Exception):
    """A settings file cannot be used; the message names it, the key and the way out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for some documents only: checks or families to ignore, and the severity of others."""

    pattern: str
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; ``origin`` is the file they come from, ``None`` where there is none.

    ``baseline``, ``decisions`` and ``facts`` are paths; a rule of ``per_path`` goes by the place of a document in the folder of
    the file, as in .gitignore, one of ``per_source`` by its source, with ``*`` and ``?``.
    """

    origin: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = Severity.ERROR.value
    quotation_style: str = NEUTRAL
    baseline: str | None = None
    facts: tuple[str, ...] = ()
    decisions: str | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_path: tuple[Rule, ...] = ()
    per_source: tuple[Rule, ...] = ()
    given: frozenset[str] = frozenset()

    @property
    def names(self) -> Iterator[str]:
        """All names of checks and families in it."""
        yield from (*self.select, *self.ignore, *self.severity)
        for rule in (*self.per_path, *self.per_source):
            yield from (*rule.ignore, *rule.severity)


def schema() -> Mapping[str, Any]:
    """The JSON Schema (draft 2020-12) that the settings follow."""
    loaded: Mapping[str, Any] = json.loads(files("auditor").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))
    return loaded


def find_config(path: str) -> Path | None:
    """The settings file nearest above a path, at most as far up as the git repository it lies in."""
    for folder in folders_above(path):
        if os.path.isfile(folder / FILE):  # unlike Path.is_file, False where it may not be looked into
            return folder / FILE
        if os.path.isfile(folder / PROJECT_FILE) and _section(folder / PROJECT_FILE) is not None:
            return folder / PROJECT_FILE
    return None


def folders_above(path: str) -> Iterator[Path]:
    """The folder of a path, or the path where it is one, and those above it up to the root of its repository."""
    here = Path(path).absolute()
    for folder in (here, *here.parents):
        if os.path.isdir(folder):
            yield folder
            if os.path.exists(folder / ".git"):
                return


def load_config(file: Path | None) -> Config:
    """The settings of a file, those built in for ``None``. Raises ``ConfigError``."""
    if file is None:
        return Config()
    settings = _section(file) if file.name == PROJECT_FILE else _toml(file)
    if settings is None:
        raise ConfigError(f"{file}: it has no table [tool.auditor].")
    return _config(file, settings)


def applied(report: Report, config: Config) -> Report:
    """The report without the findings that rules ignore, at the severities set.

    A rule holds for a finding all of whose documents it matches: what touches another document still counts there. What is
    only possible stays a note: a severity set for its check is meant for what the check is sure of.
    """
    matches = _matcher(report, config)
    kept = (_ruled(finding, config, matches) for finding in report.findings)
    return replace(report, findings=tuple(finding for finding in kept if finding is not None))


def _ruled(finding: Finding, config: Config, matches: Callable[[Finding], Iterable[Rule]]) -> Finding | None:
    names = (finding.family.value, finding.check)
    severity = finding.severity
    style = STYLES[config.quotation_style]
    if finding.check in style and finding.check not in config.severity:
        weight = style[finding.check]
        if weight is None:
            return None
        severity = severity if severity == Severity.NOTE else weight
    rules = (Rule("", severity=config.severity), *matches(finding))
    for rule in rules:
        if set(names) & set(rule.ignore):
            return None
        for name in names:
            severity = rule.severity.get(name, severity)
    return finding if finding.possible else replace(finding, severity=severity)


def _matcher(report: Report, config: Config) -> Callable[[Finding], Iterable[Rule]]:
    """The rules that hold for a finding, in the order of the file."""
    root = config.origin.parent if config.origin else Path()
    by_path = [(rule, _spec(rule.pattern)) for rule in config.per_path]

    def rules_of(document: Document) -> list[Rule]:
        place = _inside(document.path or document.id, root)
        paths = [rule for rule, spec in by_path if spec.match_file(place)]
        return paths + [rule for rule in config.per_source if fnmatchcase(document.source or "", rule.pattern)]

    rules = {name: rules_of(document) for name, document in report.documents.items()}

    def matches(finding: Finding) -> list[Rule]:
        documents = {span.document for span in finding.spans}
        return [rule for rule in rules[finding.primary.document] if all(rule in rules[one] for one in documents)]

    return matches


def _spec(pattern: str) -> GitIgnoreSpec:
    try:
        return spec_of([pattern])
    except (ValueError, re.error) as error:
        raise ConfigError(f"per-path.{json.dumps(pattern)} is no pattern as in .gitignore: {error}.") from error


def _inside(path: str, root: Path) -> str:
    """The path as seen from the folder of the settings; as it is where it lies elsewhere."""
    full = Path(path).absolute()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else PurePath(path).as_posix()


def _toml(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{file} is no TOML: {error}.") from error


def _section(file: Path) -> Mapping[str, Any] | None:
    tool = _toml(file).get("tool", {})
    section = tool.get("auditor") if isinstance(tool, dict) else None
    if section is not None and not isinstance(section, dict):
        raise ConfigError(f"{file}: tool.auditor must be a table.")
    return section


def _config(file: Path, settings: Mapping[str, Any]) -> Config:
    at = _At(file)
    at.known(settings, schema()["properties"])
    paths = {name: at.text(settings, name) for name in ("baseline", "decisions")}
    fail_on = at.text(settings, "fail-on")
    if fail_on is not None and fail_on not in FAIL_ON:
        raise ConfigError(f"{file}: {unknown('severity for fail-on', fail_on, FAIL_ON)}")
    style = at.text(settings, "quotation-style")
    if style is not None:
        check_style(style, f"{file}: ")
    per_path = tuple(at.rules(settings, "per-path"))
    try:
        for rule in per_path:
            _spec(rule.pattern)
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from error
    return Config(
        origin=file,
        quotation_style=style or NEUTRAL,
        select=at.texts(settings, "select"),
        ignore=at.texts(settings, "ignore"),
        fail_on=fail_on or Severity.ERROR.value,
        baseline=_beside(file, paths["baseline"]),
        decisions=_beside(file, paths["decisions"]),
        facts=tuple(str(file.parent / one) for one in at.texts(settings, "facts")),
        severity=at.severities(settings, "severity"),
        per_path=per_path,
        per_source=tuple(at.rules(settings, "per-source")),
        given=frozenset(settings),
    )


def check_style(name: str, where: str = "") -> None:
    """Raises ``ConfigError`` for a house style of quotations that does not exist, with the nearest one."""
    if name not in STYLES:
        raise ConfigError(f"{where}{unknown('house style of quotations', name, STYLES)}")


def _beside(file: Path, path: str | None) -> str | None:
    return None if path is None else str(file.parent / path)


@dataclass(frozen=True, slots=True)
class _At:
    """Reads values of one file and says where one is wrong."""

    file: Path

    def known(self, table: Mapping[str, Any], names: Iterable[str], prefix: str = "") -> None:
        for name in table:
            if name not in names:
                raise ConfigError(f"{self.file}: {unknown('setting', prefix + name, [prefix + one for one in names])}")

    def text(self, table: Mapping[str, Any], name: str) -> str | None:
        value = table.get(name)
        if value is not None and (not isinstance(value, str) or "\0" in value):
            raise ConfigError(f"{self.file}: {name} must be a string, without NUL.")
        return value

    def texts(self, table: Mapping[str, Any], name: str) -> tuple[str, ...]:
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ConfigError(f"{self.file}: {name} must be a list of strings.")
        return tuple(value)

    def table(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        value = table.get(name, {})
        if not isinstance(value, dict):
            raise ConfigError(f"{self.file}: {name} must be a table.")
        return value

    def severities(self, table: Mapping[str, Any], name: str) -> Mapping[str, Severity]:
        given = self.table(table, name)
        for one, value in given.items():
            if value not in list(Severity):
                raise ConfigError(f"{self.file}: {name}.{one}: {unknown('severity', str(value), Severity)}")
        return {one: Severity(value) for one, value in given.items()}

    def rules(self, table: Mapping[str, Any], name: str) -> Iterator[Rule]:
        for pattern in self.table(table, name):
            given = self.table(self.table(table, name), pattern)
            self.known(given, _RULE_KEYS, f"{name}.{pattern}.")
            yield Rule(pattern, self.texts(given, "ignore"), self.severities(given, "severity"))
