"""The command `kansrijk`, and what all its commands share when something goes wrong."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from kansrijk.cli.signs import plain_signs
from kansrijk.version import VERSION

UNUSABLE, FAULT = 2, 3
UNWRITTEN = (
    "kansrijk: the output could not be written, or not all of it\n"
    "  help: see whether the disk is full, or write to a file with -o"
)

COMMANDS = {
    "care": ("screen", "plan"),
    "new": ("new",),
    "ask": ("ask",),
    "record": ("record",),
    "explaining": ("explain",),
    "whatif": ("whatif",),
    "packs": ("check", "schema", "packs"),
    "authoring": ("release", "norms"),
    "testing": ("test",),
    "prove": ("prove",),
    "diff": ("diff",),
    "documents": ("docs",),
    "verifying": ("compile", "verify"),
    "assumptions": ("assumptions",),
}
"""The commands of each module here, in the order in which help shows them."""


def application(asked: str | None = None) -> typer.Typer:
    """The command; with one of its commands asked for, only what that needs is loaded."""
    app = typer.Typer(
        help="Screening around a pregnancy by rules that people wrote, with the reasons.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(options)
    one = [module for module, commands in COMMANDS.items() if asked in commands]
    for module in one or COMMANDS:
        import_module(f"kansrijk.cli.{module}").add_to(app)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kansrijk {VERSION}")
        raise typer.Exit


def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options that come before the command."""


def main() -> None:
    """Runs the command. Exit 0: done; 1: with findings; 2: unusable input; 3: our own fault."""
    from kansrijk.reading import InputError

    # One case makes little garbage, and looking for it takes a tenth of the command's time.
    gc.disable()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=plain_signs())
    try:
        _run()
    except InputError as error:
        print(error, file=sys.stderr)
        sys.exit(UNUSABLE)
    except BrokenPipeError:
        # The reader closed; nothing more can be said.
        _no_more_output()
        sys.exit(0)
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            # What is about a file names it, and is an InputError by now: this is a full disk.
            _no_more_output()
            print(UNWRITTEN, file=sys.stderr)
            sys.exit(UNUSABLE)
        if os.environ.get("KANSRIJK_DEBUG"):
            raise
        print(f"kansrijk: {_fault(error)}", file=sys.stderr)
        sys.exit(FAULT)


def _run() -> None:
    try:
        application(sys.argv[1] if len(sys.argv) > 1 else None)()
    except SystemExit:
        # Here, because what goes wrong with it after this can no longer be told in words.
        print(end="", flush=True)
        raise


def _no_more_output() -> None:
    """Python must not try once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(error: Exception) -> str:
    """A fault of the program in words. Never the text of just any error: it may hold a fact."""
    from kansrijk.engine.agree import EnginesDisagree

    if isinstance(error, EnginesDisagree):
        return str(error)
    return (
        f"a fault in the program itself ({type(error).__name__}); no outcome is given.\n"
        "  help: report this; with KANSRIJK_DEBUG=1 in the environment it shows where"
    )
