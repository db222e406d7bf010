"""Several engines over one case: they agree, or there is no outcome."""

from __future__ import annotations

from collections.abc import Sequence

from kansrijk.engine.ruleset import Engine, Known, Ruleset, Truths


class EnginesDisagree(RuntimeError):
    """Two engines gave one rule different truths: neither can be trusted, no outcome is given."""


def findings(engines: Sequence[Engine], ruleset: Ruleset, known: Known) -> Truths:
    """The truths of findings and classes, on which all engines agree."""
    first, *others = engines
    truths = first.findings(ruleset, known)
    for other in others:
        _compare(first, truths, other, other.findings(ruleset, known))
    return truths


def consequences(
    engines: Sequence[Engine],
    ruleset: Ruleset,
    known: Known,
    truths: Truths,
    possible: tuple[str, ...],
) -> Truths:
    """The truths of the consequences, on which all engines agree."""
    first, *others = engines
    found = first.consequences(ruleset, known, truths, possible)
    for other in others:
        _compare(first, found, other, other.consequences(ruleset, known, truths, possible))
    return found


def _compare(one: Engine, truths: Truths, other: Engine, others: Truths) -> None:
    if truths == others:
        return
    # A rule that one of them leaves out is not the same as one that it finds unknown.
    keys = sorted(
        key
        for key in {**truths, **others}
        if key not in truths or key not in others or truths[key] is not others[key]
    )
    raise EnginesDisagree(
        f"the engines `{one.name}` and `{other.name}` differ on {', '.join(keys)}; "
        "no outcome is given. Please report this with the pack."
    )
