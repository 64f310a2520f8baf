"""The command about the settings: config show."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli.shared import app, examples

config = typer.Typer(help="Settings: auditor.toml, or [tool.auditor] in pyproject.toml.", no_args_is_help=True)
app.add_typer(config, name="config")


@config.callback()
def _config() -> None:
    pass


@config.command(epilog=examples("auditor config show articles"))
def show(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Settings are sought above it (default: here).")
    ] = None,
    origin: Annotated[bool, typer.Option("--origin", help="Say of every setting where it comes from.")] = False,
) -> None:
    """Print every setting in force, as auditor.toml would have it."""
    from auditor.cli.runs import config_for
    from auditor.reports.harmless import in_json

    found = config_for(paths or ["."])
    rules = {"per-path": found.per_path, "per-source": found.per_source}
    values = {
        "select": list(found.select),
        "ignore": list(found.ignore),
        "fail-on": found.fail_on,
        "quotation-style": found.quotation_style,
        "baseline": found.baseline,
        "decisions": found.decisions,
        "facts": list(found.facts),
        "severity": {name: severity.value for name, severity in found.severity.items()},
    }
    lines = [(name, name, in_json(value)) for name, value in values.items() if value is not None]
    for name, some in rules.items():
        for rule in some:
            key = f"{name}.{in_json(rule.pattern)}"
            lines += [(name, f"{key}.ignore", in_json(list(rule.ignore)))] if rule.ignore else []
            lines += [(name, f"{key}.severity.{one}", in_json(weight)) for one, weight in rule.severity.items()]
    for name, key, value in lines:
        source = f"  # {found.origin if name in found.given else 'built in'}" if origin else ""
        print(f"{key} = {value}{source}")
