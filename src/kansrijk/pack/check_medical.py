"""The check of medical actions: they name whom to consult, and neither diagnose nor treat."""

from __future__ import annotations

from kansrijk.pack.medical_words import medical_words
from kansrijk.pack.model import Sections
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path


def check_medical(sections: Sections, report: Report) -> None:
    for id, action in sections.actions.items():
        if action.domain == "medical":
            for language, text in action.label.items():
                path: Path = ("actions", id, "label")
                at = (*path, language) if language else path
                for found in medical_words(text, language or sections.pack.languages[0]):
                    report.refuse("medical_word", at, word=found.word, kind=found.kind)
