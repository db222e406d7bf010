"""What a professional decided, in words, beside what the rules themselves say."""

from __future__ import annotations

from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.words import Words
from kansrijk.screening.screen import Decision


def decision_lines(decision: Decision | None, decided: str, words: Words, indent: str) -> list[str]:
    """Who decided what, when and why, and what the rules say; nothing where nobody did."""
    if decision is None:
        return []
    text = words.say(
        "override",
        by=words.label(f"role:{decision.by}"),
        date=words.date(decision.date),
        decided=decided,
        reason=decision.reason.strip().removesuffix("."),
        rules=rules_say(decision, words),
    )
    review = f" {words.say('override_review')}" if decision.review else ""
    return wrap(text + review, indent)


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
