"""The phrases of what is told to whoever keeps a pack about its tests."""

from __future__ import annotations

TESTING_PHRASES: dict[str, dict[str, str]] = {
    "tests_all_good": {
        "nl": "{pack}: alle {n} tests kloppen.",
        "en": "{pack}: all {n} tests hold.",
        "fr": "{pack} : les {n} tests sont tous justes.",
    },
    "tests_all_good_one": {
        "nl": "{pack}: de ene test klopt.",
        "en": "{pack}: the one test holds.",
        "fr": "{pack} : le seul test est juste.",
    },
    "tests_failed": {
        "nl": "{pack}: {failed} van {n} tests kloppen niet.",
        "en": "{pack}: {failed} of {n} tests do not hold.",
        "fr": "{pack} : {failed} tests sur {n} ne sont pas justes.",
    },
    "tests_failed_one": {
        "nl": "{pack}: 1 van {n} tests klopt niet.",
        "en": "{pack}: 1 of {n} tests does not hold.",
        "fr": "{pack} : 1 test sur {n} n'est pas juste.",
    },
    "tests_none": {
        "nl": "{pack}: er zijn nog geen tests. Schrijf in de map `tests` een bestand met een geval en wat eruit moet komen, bijvoorbeeld:",
        "en": "{pack}: there are no tests yet. Write a file in the folder `tests` with a case and what must come out, for example:",
        "fr": "{pack} : il n'y a pas encore de tests. Écrivez dans le dossier `tests` un fichier avec un cas et ce qui doit en sortir, par exemple :",
    },
    "tests_none_title": {
        "nl": "Wat niet gevraagd is, is geen nee",
        "en": "What was not asked is no no",
        "fr": "Ce qui n'a pas été demandé n'est pas un non",
    },
    "test_unmet": {
        "nl": "{place}: {what}: verwacht {expected}, uitkomst {found}",
        "en": "{place}: {what}: expected {expected}, outcome {found}",
        "fr": "{place} : {what} : attendu {expected}, résultat {found}",
    },
    "test_criteria": {"nl": "criterium `{id}`", "en": "criterion `{id}`", "fr": "critère `{id}`"},
    "test_signals": {"nl": "signaal `{id}`", "en": "signal `{id}`", "fr": "signal urgent `{id}`"},
    "test_actions": {"nl": "actie `{id}`", "en": "action `{id}`", "fr": "mesure `{id}`"},
    "test_strengths": {
        "nl": "wat goed gaat, `{id}`",
        "en": "what goes well, `{id}`",
        "fr": "ce qui va bien, `{id}`",
    },
    "test_warnings": {
        "nl": "waarschuwing `{id}`",
        "en": "warning `{id}`",
        "fr": "avertissement `{id}`",
    },
    "test_all_signals": {
        "nl": "alle signalen",
        "en": "all signals",
        "fr": "tous les signaux urgents",
    },
    "test_class": {"nl": "klasse", "en": "class", "fr": "classe"},
    "test_possible": {
        "nl": "mogelijke klassen",
        "en": "possible classes",
        "fr": "classes possibles",
    },
    "test_intake": {"nl": "intake aanbieden", "en": "offering an intake", "fr": "accueil proposé"},
    "test_visits": {
        "nl": "bezoeken die nog komen",
        "en": "visits still to come",
        "fr": "visites à venir",
    },
    "test_plan": {"nl": "stand van het plan", "en": "state of the plan", "fr": "état du plan"},
    "test_class_open": {"nl": "nog open", "en": "still open", "fr": "encore ouverte"},
    "test_nothing": {"nl": "geen", "en": "none", "fr": "aucun"},
}
