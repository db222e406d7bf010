"""Explanations as plain data with stable names: the JSON of `explain`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from kansrijk.exploring.explanation import Explaining, Explanation
from kansrijk.exploring.particulars import FactNamed, Missing, NormNamed
from kansrijk.output.data import Data, decision_data, number, tree
from kansrijk.output.decision_text import set_by
from kansrijk.output.finding_sentence import FindingSentences
from kansrijk.output.plan_data import after_data, offer_data
from kansrijk.output.words import Words
from kansrijk.screening.screen import Decision, Screening

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def explanations(result: Assessment, keys: Iterable[str], lang: str) -> Data:
    """The explanations of what has these keys."""
    pack, words = result.pack, Words(result.pack, lang)
    explaining = Explaining(pack, result.decided, result.facts, result.screening, result.plan)
    said = FindingSentences(words, result.facts, result.screening)
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "case": result.case.case,
        "date": result.date.isoformat(),
        "explanations": [_explanation(explaining.explain(key), explaining, said) for key in keys],
    }


def _explanation(found: Explanation, explaining: Explaining, said: FindingSentences) -> Data:
    words = said.words
    often, dates = found.interval, found.dates
    return {
        "rule": found.key,
        "kind": found.kind,
        "id": found.id,
        "label": words.label(found.key),
        "truth": found.truth,
        "sentence": said.of(found),
        "reads": said.conditions.of(found.when) if found.when else None,
        "file": found.place.file,
        "line": found.place.line,
        "basis": found.basis,
        "sources": [_source(id, words) for id in found.sources],
        "because": [tree(one) for one in found.because],
        "facts": [_fact(fact, words) for fact in found.facts],
        "exact": found.exact,
        "norms": [_norm(norm, words) for norm in found.norms],
        "not_counted": [
            {"fact": one.fact, "label": words.label(one.fact), "against": one.against,
             "sentence": said.not_counted(one)}
            for one in found.not_counted
        ],
        "missing": [_missing(missing, words) for missing in found.missing],
        "rules": [
            {"rule": key, "label": words.label(key), "truth": truth,
             "sentence": said.of(explaining.beside(found).explain(key))}
            for key, truth in found.rules.items()
        ],
        "dates": dates and {
            "from": _day(dates.from_),
            "until": _day(dates.until),
            "from_months": dates.from_months,
            "until_months": dates.until_months,
            "from_counted": dates.from_counted,
            "until_counted": dates.until_counted,
        },
        "interval": often and {"visits": often.visits, "days": often.days},
        "after": after_data(found.after),
        "suppressed_by": found.suppressed_by,
        "not_while": after_data(found.not_while),
        "offers": [offer_data(offer, words) for offer in found.offers],
        "override": found.decision and decided(found.decision, said.screening),
        "decisions": [decided(one, said.screening) for one in found.decisions],
    }  # fmt: skip


def decided(decision: Decision, screening: Screening) -> Data:
    """A decision with what it is of and what was decided."""
    data = decision_data(decision) or {}
    return {"of": decision.key, "set": set_by(decision, screening), **data}


def _source(id: str, words: Words) -> Data:
    source = words.pack.sections.sources[id]
    return {"id": id, **source.model_dump()}


def _fact(fact: FactNamed, words: Words) -> Data:
    return {
        "fact": fact.id,
        "label": words.label(fact.id),
        "value": number(fact.value),
        "said": [{"date": _day(answer.date), "by": answer.by} for answer in fact.said],
        "from": list(fact.from_),
    }


def _norm(norm: NormNamed, words: Words) -> Data:
    return {
        "id": norm.id,
        "label": words.label(norm.id),
        "value": number(norm.value),
        "from": _day(norm.from_),
        "until": _day(norm.until),
        "review": _day(norm.review),
        "sources": [_source(id, words) for id in norm.sources],
        "basis": norm.basis,
        "note": norm.note,
    }


def _missing(missing: Missing, words: Words) -> Data:
    return {
        "fact": missing.fact,
        "label": words.label(missing.fact),
        "state": missing.state,
        "text": words.question(missing.fact),
        "said": [
            {"date": _day(one.date), "by": one.by, "value": number(one.value)}
            for one in missing.said
        ],
    }


def _day(day: date | None) -> Any:
    return None if day is None else day.isoformat()
