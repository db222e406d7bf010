"""The command that proves: what holds of a pack for all cases and days, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.shared import (
    DEFAULT_PACK,
    Format,
    Language,
    Output,
    choose,
    language,
    publish,
    refuse,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kansrijk.workbench.proof.prove import Proof

SECONDS = 60.0


def add_to(app: typer.Typer) -> None:
    app.command()(prove)


def prove(
    pack: Annotated[
        str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
    ] = DEFAULT_PACK,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0, help="How long it may take; what is left is said.")
    ] = SECONDS,
    cases: Annotated[
        str | None,
        typer.Option(
            "--cases", metavar="FOLDER", help="Write each case that shows something there."
        ),
    ] = None,
    lang: Language = None,
    format: Format = "text",
    output: Output = None,
) -> None:
    """Prove what holds of a pack for all cases and days. Exit 1 where something does not."""
    choose(format, ("text", "json"), "--format")
    import kansrijk
    from kansrijk.output.data import to_json
    from kansrijk.output.words import Words

    rules = kansrijk.load_pack(pack, tests=False)
    words = Words(rules, language(rules, lang))
    try:
        from kansrijk.workbench.proof.proved import proved
        from kansrijk.workbench.proof.text import proof_data, proof_text
    except ModuleNotFoundError as missing:
        refuse("missing_prover", "prove", name=missing.name)
    found = proved(rules, seconds=seconds)
    files = _written(found.proofs, cases) if cases is not None else {}
    if format == "json":
        publish(to_json(proof_data(found, words)), output)
    else:
        publish(proof_text(found, words, files), output)
    if not found.holds:
        raise typer.Exit(FINDINGS)


def _written(found: Sequence[Proof], folder: str) -> dict[int, str]:
    """The file of each case, by the place of its proof; none that was there is overwritten."""
    from kansrijk.reading.saving import save
    from kansrijk.workbench.proof.text import case_lines

    files: dict[int, str] = {}
    for i, proof in enumerate(found):
        if proof.case is not None and proof.outcome == "fails":
            name = f"{proof.claim.kind}-{proof.claim.about.replace(':', '-')}.yaml"
            files[i] = str(Path(folder, name))
    if taken := [file for file in files.values() if Path(file).exists()]:
        refuse("file_exists", taken[0])
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for i, file in files.items():
            save(
                Path(file),
                "".join(f"{line}\n" for line in case_lines(found[i].case or {})),
                about_nobody=True,
            )
    except OSError:
        refuse("not_written", folder)
    return files
