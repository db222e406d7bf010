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
    "test_offers": {"nl": "aanbod `{id}`", "en": "offer `{id}`", "fr": "offre `{id}`"},
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
    # putting what came out in the place of what was expected
    "update_line": {
        "nl": "{place}: {what}: {expected} → {found}",
        "en": "{place}: {what}: {expected} → {found}",
        "fr": "{place} : {what} : {expected} → {found}",
    },
    "update_ask": {
        "nl": "Dit overnemen als wat eruit moet komen? Doe dat alleen als het zo bedoeld is. [j/N] ",
        "en": "Take this over as what must come out? Do so only if it is meant to be so. [y/N] ",
        "fr": "Reprendre ceci comme ce qui doit en sortir ? Seulement si c'est voulu ainsi. [o/N] ",
    },
    "update_done": {
        "nl": "Aangepast in {files}.",
        "en": "Changed in {files}.",
        "fr": "Modifié dans {files}.",
    },
    "update_not_done": {
        "nl": "Er is niets aangepast.",
        "en": "Nothing was changed.",
        "fr": "Rien n'a été modifié.",
    },
    "test_all_actions": {"nl": "acties", "en": "actions", "fr": "mesures"},
    "test_all_no_actions": {
        "nl": "acties die er niet zijn",
        "en": "actions that are not there",
        "fr": "mesures absentes",
    },
    "test_all_offers": {"nl": "aanbod", "en": "offers", "fr": "offres"},
    "test_all_strengths": {
        "nl": "wat goed gaat",
        "en": "what goes well",
        "fr": "ce qui va bien",
    },
    "test_all_warnings": {"nl": "waarschuwingen", "en": "warnings", "fr": "avertissements"},
    # what is reached
    "head_not_reached": {"nl": "Niet bereikt", "en": "Not reached", "fr": "Non atteint"},
    "cover_all": {
        "nl": "Alles wat tests van de regels kunnen bereiken, is bereikt ({wanted}).",
        "en": "All that tests can reach of the rules is reached ({wanted}).",
        "fr": "Tout ce que des tests peuvent atteindre des règles est atteint ({wanted}).",
    },
    "cover_some": {
        "nl": "Van wat tests van de regels kunnen bereiken, is {done} van {wanted} bereikt.",
        "en": "Of what tests can reach of the rules, {done} of {wanted} is reached.",
        "fr": "De ce que des tests peuvent atteindre des règles, {done} sur {wanted} est atteint.",
    },
    "cover_title": {
        "nl": "{pack}: wat de tests van de regels bereiken",
        "en": "{pack}: what the tests reach of the rules",
        "fr": "{pack} : ce que les tests atteignent des règles",
    },
    "cover_whole_line": {
        "nl": "helemaal bereikt",
        "en": "reached in full",
        "fr": "entièrement atteint",
    },
    "cover_part_line": {
        "nl": "voor een deel bereikt",
        "en": "reached in part",
        "fr": "atteint en partie",
    },
    "cover_none_line": {"nl": "nooit bereikt", "en": "never reached", "fr": "jamais atteint"},
    "cover_files": {"nl": "bestanden", "en": "files", "fr": "fichiers"},
    "cover_heads": {
        "nl": "regel|stand|tekst",
        "en": "line|state|text",
        "fr": "ligne|état|texte",
    },
    "cover_of": {
        "nl": "{done} van {wanted}",
        "en": "{done} of {wanted}",
        "fr": "{done} sur {wanted}",
    },
    "cover_note": {
        "nl": "{what}: {lacking}",
        "en": "{what}: {lacking}",
        "fr": "{what} : {lacking}",
    },
    "cover_point": {
        "nl": "{place}: {what}: {lacking}",
        "en": "{place}: {what}: {lacking}",
        "fr": "{place} : {what} : {lacking}",
    },
    "cover_true": {"nl": "nooit ja", "en": "never yes", "fr": "jamais oui"},
    "cover_false": {"nl": "nooit nee", "en": "never no", "fr": "jamais non"},
    "cover_unknown": {"nl": "nooit onbekend", "en": "never unknown", "fr": "jamais inconnu"},
    "cover_class": {
        "nl": "nooit de uitkomst",
        "en": "never the outcome",
        "fr": "jamais le résultat",
    },
    "cover_action": {
        "nl": "nooit te doen",
        "en": "never to be done",
        "fr": "jamais à faire",
    },
    "cover_phase": {
        "nl": "geen test op een dag in deze fase",
        "en": "no test on a day in this phase",
        "fr": "aucun test un jour de cette phase",
    },
    "cover_period": {
        "nl": "geen test in de tijd waarin dit geldt",
        "en": "no test in the time in which this holds",
        "fr": "aucun test dans la période où ceci s'applique",
    },
    "cover_whole": {"nl": "nooit op {n}", "en": "never at {n}", "fr": "jamais à {n}"},
    "cover_below": {"nl": "nooit onder {n}", "en": "never below {n}", "fr": "jamais sous {n}"},
    "cover_at": {
        "nl": "nooit precies op {n}",
        "en": "never exactly at {n}",
        "fr": "jamais exactement à {n}",
    },
    "cover_above": {
        "nl": "nooit boven {n}",
        "en": "never above {n}",
        "fr": "jamais au-dessus de {n}",
    },
    "cover_one_below": {
        "nl": "nooit één onder de grens",
        "en": "never one below the figure",
        "fr": "jamais un de moins que la limite",
    },
    "cover_one_at": {
        "nl": "nooit op de grens",
        "en": "never at the figure",
        "fr": "jamais à la limite",
    },
    "cover_one_above": {
        "nl": "nooit één boven de grens",
        "en": "never one above the figure",
        "fr": "jamais un de plus que la limite",
    },
    "cover_the_figure": {"nl": "de grens", "en": "the figure", "fr": "la limite"},
    "cover_nearest": {
        "nl": "{lacking} (het dichtst erbij: {nearest})",
        "en": "{lacking} (nearest: {nearest})",
        "fr": "{lacking} (au plus près : {nearest})",
    },
    "cover_nearest_below": {"nl": "{n} eronder", "en": "{n} below", "fr": "{n} en dessous"},
    "cover_nearest_at": {"nl": "erop", "en": "at it", "fr": "dessus"},
    "cover_nearest_above": {"nl": "{n} erboven", "en": "{n} above", "fr": "{n} au-dessus"},
}
