"""The check of a norm where it is used: a table or one number, whole or not, with what unit."""

from __future__ import annotations

from typing import NamedTuple

from kansrijk.pack.check_vocabulary import kind_of
from kansrijk.pack.model import Sections
from kansrijk.pack.parse import CLASS, Whole, by_help, norm_values
from kansrijk.pack.parts import NormLink
from kansrijk.pack.report import Report
from kansrijk.pack.vocabulary import Norm
from kansrijk.reading.validation import Path

MONTHS = Whole(-12, 120)


class Use(NamedTuple):
    """What a norm must be where it is used.

    `by`: what it may be a table by, None for one number. `undated`: it is needed on every day.
    """

    by: tuple[str | None, ...] = (None,)
    unit: str | None = None
    whole: Whole | None = None
    undated: bool = False


NUMBER = Use()
TERM = Use(whole=Whole(1, 366), undated=True)
BORDER = Use(unit="maanden", whole=MONTHS, undated=True)
INTERVAL = Use((None, CLASS), "dagen", Whole(1, 366))
HOURS = Use(unit="uur", whole=Whole(1, 8))
WITHIN = Use(unit="dagen", whole=Whole(0, 366))
GOALS = Use(whole=Whole(1, 20))
CONFIRMED = Use(unit="dagen", whole=Whole(1, 3660))


def link_problem(
    sections: Sections, link: NormLink, path: Path, report: Report, use: Use = NUMBER
) -> None:
    """Refuses a reference to a norm that isn't there, or isn't what it must be here."""
    norm = sections.norms.get(link.norm)
    if norm is None:
        report.unknown("unknown_id", link.norm, sections.norms, (*path, "norm"))
    elif any(kind_of(value) not in ("number", "table") for value in norm_values(norm)):
        report.refuse("norm_not_number", path, norm=link.norm)
    elif norm.by not in use.by:
        report.refuse("norm_shape", path, norm=link.norm, expected=_shapes(use))
    elif link.by != norm.by and (link.by is not None or CLASS in use.by):
        report.refuse("norm_by", path, norm=link.norm, help=by_help(norm))
    elif use.unit is not None and norm.unit != use.unit:
        report.refuse("wrong_unit", path, name=link.norm, unit=use.unit)
    else:
        _figures(norm, link.norm, path, report, use)


def _shapes(use: Use) -> str:
    return " or ".join(f"a table by `{by}`" if by else "one number" for by in use.by)


def _figures(norm: Norm, id: str, path: Path, report: Report, use: Use) -> None:
    if use.whole and not use.whole.allows(norm):
        report.refuse("norm_figures", path, norm=id, range=use.whole)
    if use.undated and not norm.undated:
        report.refuse("norm_dated", path, norm=id)
