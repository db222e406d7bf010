"""The check of what is on offer: for which actions, and from and until when."""

from __future__ import annotations

from kansrijk.pack.care import Moment, Offer
from kansrijk.pack.model import Sections
from kansrijk.pack.parts import BEFORE
from kansrijk.pack.report import Report
from kansrijk.pack.vocabulary import GestationalAge
from kansrijk.reading.validation import Path


def check_offers(sections: Sections, report: Report) -> None:
    for id, offer in sections.offers.items():
        path: Path = ("offers", id)
        report.known(offer.for_, sections.actions, (*path, "for"))
        report.known(offer.phases, (*sections.phases, BEFORE), (*path, "phases"))
        if offer.own and offer.one_of is None:
            report.refuse("own_alone", (*path, "own"), key=True, name=id)
        _moments(sections, offer, path, report)


def _moments(sections: Sections, offer: Offer, path: Path, report: Report) -> None:
    counted = any(
        isinstance(fact.derive.function, GestationalAge)
        for fact in sections.facts.values()
        if fact.derive
    )
    for name, moment in (("from", offer.from_), ("until", offer.until)):
        if moment is None:
            continue
        if (moment.weeks is None) is (moment.months is None):
            report.refuse("moment", (*path, name), key=True)
        elif moment.weeks is not None and not counted:
            report.refuse("weeks_uncounted", (*path, name), key=True)
    if offer.from_ and offer.until and _order(offer.until) <= _order(offer.from_):
        report.refuse("window_shut", (*path, "until"), key=True)


def _order(moment: Moment) -> tuple[bool, int]:
    """Weeks of pregnancy come before months after the birth."""
    return (True, moment.months) if moment.months is not None else (False, moment.weeks or 0)
