"""The words about what the tests of a pack would notice, in each language of the program."""

from __future__ import annotations

MUTANT_PHRASES: dict[str, dict[str, str]] = {
    "mutants_total": {
        "nl": "Van {n} veranderingen van de regels, telkens een, merken de tests er {killed} op. Van {equivalent} is bewezen dat ze niets uitmaken.",
        "en": "Of {n} changes of the rules, one at a time, the tests notice {killed}. Of {equivalent} it is proved that they make no difference.",
        "fr": "Sur {n} changements des règles, un à la fois, les tests en remarquent {killed}. Pour {equivalent}, il est prouvé qu'ils ne changent rien.",
    },
    "mutants_none_left": {
        "nl": "Er is er geen die de tests missen.",
        "en": "There is none that the tests miss.",
        "fr": "Il n'y en a aucun que les tests manquent.",
    },
    "mutants_survived": {
        "nl": "geen test merkt dit op: {change}",
        "en": "no test notices this: {change}",
        "fr": "aucun test ne le remarque : {change}",
    },
    "mutants_not_sure": {
        "nl": "geen test merkt dit op, en of het iets uitmaakt is niet bewezen: {change}",
        "en": "no test notices this, and whether it matters is not proved: {change}",
        "fr": "aucun test ne le remarque, et il n'est pas prouvé que cela change quelque chose : {change}",
    },
    "mutants_shown": {
        "nl": "met dit dossier wel, op {day}: {about} is {before}, en dan {after}",
        "en": "with this case it would, on {day}: {about} is {before}, and then {after}",
        "fr": "avec ce dossier oui, le {day} : {about} est {before}, et alors {after}",
    },
    "mutant_left_out": {
        "nl": "zonder: {before}",
        "en": "without: {before}",
        "fr": "sans : {before}",
    },
    "mutant_rule": {
        "nl": "als er stond: {after}",
        "en": "if it read: {after}",
        "fr": "si on lisait : {after}",
    },
    "mutant_norm": {
        "nl": "{before} wordt {after}",
        "en": "{before} becomes {after}",
        "fr": "{before} devient {after}",
    },
}
