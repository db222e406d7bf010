"""The words about what another version of a pack changes, in each language of the program."""

from __future__ import annotations

DIFF_PHRASES: dict[str, dict[str, str]] = {
    "diff_head": {
        "nl": "{old} naar {new}: wat er verandert",
        "en": "{old} to {new}: what changes",
        "fr": "{old} vers {new} : ce qui change",
    },
    "diff_nothing": {
        "nl": "Er staat niets anders.",
        "en": "Nothing stands there otherwise.",
        "fr": "Rien n'est écrit autrement.",
    },
    "diff_rule": {"nl": "Regels", "en": "Rules", "fr": "Règles"},
    "diff_norm": {"nl": "Cijfers en normen", "en": "Figures and norms", "fr": "Chiffres et normes"},
    "diff_text": {"nl": "Teksten", "en": "Texts", "fr": "Textes"},
    "diff_offer": {"nl": "Aanbod", "en": "Offers", "fr": "Offres"},
    "diff_other": {"nl": "Verder", "en": "Besides", "fr": "Le reste"},
    "diff_was": {"nl": "was: {value}", "en": "was: {value}", "fr": "était : {value}"},
    "diff_is": {"nl": "wordt: {value}", "en": "becomes: {value}", "fr": "devient : {value}"},
    "diff_added": {"nl": "erbij: {value}", "en": "new: {value}", "fr": "nouveau : {value}"},
    "diff_removed": {"nl": "weg: {value}", "en": "gone: {value}", "fr": "supprimé : {value}"},
    "diff_outcomes": {"nl": "Uitkomsten", "en": "Outcomes", "fr": "Résultats"},
    "diff_same": {
        "nl": "Geen enkel dossier krijgt een andere klasse, een ander criterium of signaal, of een andere actie: dat is bewezen.",
        "en": "No case gets another class, criterion, signal or action: that is proved.",
        "fr": "Aucun dossier ne reçoit une autre classe, un autre critère, signal ou action : c'est prouvé.",
    },
    "diff_outcome": {
        "nl": "{about}: van {before} naar {after}, op {day} bij voorbeeld in dit dossier:",
        "en": "{about}: from {before} to {after}, on {day} for instance in this case:",
        "fr": "{about} : de {before} à {after}, le {day} par exemple dans ce dossier :",
    },
    "diff_class": {"nl": "de klasse", "en": "the class", "fr": "la classe"},
    "diff_not_sure": {
        "nl": "Niet gevonden, maar ook niet uitgesloten: {ways}.",
        "en": "Not found, and not ruled out either: {ways}.",
        "fr": "Pas trouvé, mais pas exclu non plus : {ways}.",
    },
    "diff_way": {
        "nl": "{about} van {before} naar {after}",
        "en": "{about} from {before} to {after}",
        "fr": "{about} de {before} à {after}",
    },
    "diff_cases": {"nl": "Dossiers", "en": "Cases", "fr": "Dossiers"},
    "diff_cases_changed": {
        "nl": "Een andere uitkomst op {day}: {n} van {all} dossiers.",
        "en": "Another outcome on {day}: {n} of {all} cases.",
        "fr": "Un autre résultat le {day} : {n} dossiers sur {all}.",
    },
    "diff_case_class": {
        "nl": "klasse: {before} wordt {after}",
        "en": "class: {before} becomes {after}",
        "fr": "classe : {before} devient {after}",
    },
    "diff_case_turned": {
        "nl": "{about}: {before} wordt {after}",
        "en": "{about}: {before} becomes {after}",
        "fr": "{about} : {before} devient {after}",
    },
    "diff_case_intake": {
        "nl": "een intake: {before} wordt {after}",
        "en": "an intake: {before} becomes {after}",
        "fr": "un entretien d'admission : {before} devient {after}",
    },
    "diff_case_visits": {
        "nl": "bezoeken die nog komen: {before} wordt {after}",
        "en": "visits to come: {before} becomes {after}",
        "fr": "visites à venir : {before} devient {after}",
    },
    "diff_case_cannot": {
        "nl": "overgeslagen, want het kan niet gelezen worden: {why}",
        "en": "left out, because it cannot be read: {why}",
        "fr": "laissé de côté, car il ne peut pas être lu : {why}",
    },
}
