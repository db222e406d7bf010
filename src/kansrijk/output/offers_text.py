"""What is on offer beneath an action: for whom, from when, how long the wait is, how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.words import Words
from kansrijk.pack.care import Offer
from kansrijk.planning.offers import PlanOffer

ALWAYS_TOLD = "one_at_a_time"
FIRST, REST = "      + ", "        "


def offer_lines(offers: tuple[PlanOffer, ...], words: Words, *, everything: bool) -> Iterator[str]:
    """Every offer for her; `everything` also names those that are not, with the reason.

    One that gives way to what was agreed with her is always named.
    """
    shown = [offer for offer in offers if not offer.suppressed_by]
    yield from _choose(shown, words)
    for offer in shown:
        yield from _offer(offer, words)
    for offer in offers:
        if (everything and offer.suppressed_by) or offer.suppressed_by == ALWAYS_TOLD:
            why = words.say(f"not_now_{offer.suppressed_by}")
            label = words.label(f"offer:{offer.id}")
            yield from wrap(words.say("offer_stopped", label=label, why=why), FIRST, REST)


def left_out(offers: tuple[PlanOffer, ...]) -> int:
    """How many are only there with `everything`."""
    return sum(offer.suppressed_by not in (None, ALWAYS_TOLD) for offer in offers)


def _choose(shown: list[PlanOffer], words: Words) -> Iterator[str]:
    """Where one of several is chosen, that it is one, and with her."""
    groups: dict[str, list[str]] = {}
    for offer in shown:
        group = words.pack.sections.offers[offer.id].one_of
        if group is not None:
            groups.setdefault(group, []).append(words.label(f"offer:{offer.id}"))
    for labels in groups.values():
        if len(labels) > 1:
            listed = in_a_row(labels, words.say("or"))
            yield from wrap(words.say("offer_one_of", labels=listed), REST[:-2])


def _offer(offer: PlanOffer, words: Words) -> Iterator[str]:
    model = words.pack.sections.offers[offer.id]
    phrase = "offer_own" if model.own else "offer_line"
    label, provider = words.text(model.label), words.text(model.provider)
    yield from wrap(words.say(phrase, label=label, provider=provider), FIRST, REST)
    for line in _about(offer, model, words):
        yield from wrap(line, REST)


def _about(offer: PlanOffer, model: Offer, words: Words) -> Iterator[str]:
    if offer.fits is None:
        facts = ", ".join(map(words.label, offer.missing))
        yield words.say("offer_to_know", facts=facts) if facts else words.say("offer_not_told")
    if model.note:
        yield words.text(model.note)
    days = (("offer_from", offer.from_), ("offer_until", offer.until))
    when = [words.say(phrase, date=words.date(day)) for phrase, day in days if day]
    if when:
        yield ", ".join(when)
    yield words.apart([*_terms(model, words), confirmed(offer, model, words)])
    yield words.say("offer_meanwhile", meanwhile=words.text(model.meanwhile))


def _terms(model: Offer, words: Words) -> Iterator[str]:
    """Waiting time, cost and languages; what is not known of them is said to be so."""
    unknown = []
    for name in ("waiting", "cost", "languages"):
        text = getattr(model, name)
        if text is None:
            unknown.append(words.say(f"the_{name}"))
        else:
            yield words.say(f"offer_{name}", **{name: words.text(text)})
    if unknown:
        yield words.say("offer_unknown", what=in_a_row(unknown, words.say("and")))


def confirmed(offer: PlanOffer, model: Offer, words: Words) -> str:
    """When it was last confirmed, and whether that is too long ago."""
    phrase = "offer_confirm_again" if offer.confirm_again else "offer_confirmed"
    return words.say(phrase, date=words.date(model.confirmed))
