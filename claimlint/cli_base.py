"""What all commands share: exit codes, hints, errors told to people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from claimlint.config import Config, find_config, load_config

CLEAN, FINDINGS, TROUBLE = 0, 1, 2


class Commands(click.Group):
    """A group that lists its commands in our order, shows its help when called alone, and knows the nearest to a typo."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit(CLEAN)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            if ctx.parent is None and Path(name).exists():
                hint = f"To lint it: {ctx.command_path} check {name}"
            else:
                hint = suggestion(name, self.commands) or f"The commands are {', '.join(self.commands)}."
            ctx.fail(f"No such command {name!r}. {hint}")
        return super().resolve_command(ctx, args)


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean ...?", or nothing where no known name is like it."""
    from claimlint.data import nearest

    hint = nearest(name, known)
    return f"{hint[0].upper()}{hint[1:]}" if hint else ""


def fail(message: object) -> None:
    """Tell a person on stderr what went wrong."""
    for line in str(message).splitlines():
        click.echo(f"claimlint: {line}", err=True)


def configuration(config_file: str | None) -> Config:
    """Return the configuration named, or the one that speaks for the current folder."""
    return (load_config(Path(config_file)) if config_file else None) or find_config(Path())


config_option = click.option("--config", "config_file", type=click.Path(), help="Use this configuration file.")
