"""What a professional decided, in words, beside what the rules themselves say."""

from __future__ import annotations

from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.sentence import quoted
from kansrijk.output.words import Words
from kansrijk.pack.parse import CLASS
from kansrijk.screening.screen import Decision, Screening


def decision_lines(decision: Decision | None, decided: str, words: Words, indent: str) -> list[str]:
    """Who decided what, when and why, and what the rules say; nothing where nobody did."""
    return [] if decision is None else wrap(decision_text(decision, decided, words), indent)


def set_by(decision: Decision, screening: Screening) -> bool | str | None:
    """What was decided: the class, or whether it is so."""
    if decision.key == CLASS:
        return screening.classification.level
    return screening.truths[decision.key]


def decision_about(decision: Decision, screening: Screening, words: Words) -> str:
    """A decision on a page that is not about that alone: with what it is about."""
    set_ = set_by(decision, screening)
    if isinstance(set_, str):
        return decision_text(decision, quoted(words.class_label(set_), words), words)
    so = words.say("yes" if set_ else "no")
    return decision_text(decision, words.pair(quoted(words.label(decision.key), words), so), words)


def decision_text(decision: Decision, decided: str, words: Words) -> str:
    """Who decided what, when and why, and what the rules say."""
    reason = decision.reason.strip().removesuffix(".") or words.say("reason_elsewhere")
    text = words.say(
        "override",
        by=words.label(f"role:{decision.by}"),
        date=words.date(decision.date),
        decided=decided,
        reason=reason,
        rules=rules_say(decision, words),
    )
    return f"{text} {words.say('override_review')}" if decision.review else text


def rules_say(decision: Decision, words: Words) -> str:
    """What the rules themselves say of what was decided; of the class all that is possible."""
    says = decision.rules_say
    if isinstance(says, tuple):
        labels = in_a_row([words.class_label(id) for id in says], words.say("or"))
        return labels if len(says) == 1 else f"{words.class_label(None)} ({labels})"
    # An action is called for or not; of a criterion it is yes or no.
    kind = "called" if decision.key.startswith("action:") else "truth"
    truth = {True: "true", False: "false", None: "unknown"}[says]
    return words.say(f"{kind}_{truth}")
