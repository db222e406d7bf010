"""The words of the example families that an owner reads and signs."""

from __future__ import annotations

FAMILY_PHRASES: dict[str, dict[str, str]] = {
    "families_title": {
        "nl": "{pack}: {n} verzonnen gezinnen om te lezen en te ondertekenen",
        "en": "{pack}: {n} made-up families to read and to sign",
        "fr": "{pack} : {n} familles imaginées, à lire et à signer",
    },
    "families_title_one": {
        "nl": "{pack}: één verzonnen gezin om te lezen en te ondertekenen",
        "en": "{pack}: one made-up family to read and to sign",
        "fr": "{pack} : une famille imaginée, à lire et à signer",
    },
    "families_why": {
        "nl": "Wat hieronder staat laat zien wat de regels doen: stond er één ding in de regels anders, dan kwam er ergens iets anders uit. Lees het, en teken als het zo bedoeld is. Wat niet genoemd wordt, is niet verteld.",
        "en": "What stands below shows what the rules do: if one thing in the rules were otherwise, something here would come out otherwise. Read it, and sign if it is meant to be so. What is not named was not told.",
        "fr": "Ce qui suit montre ce que font les règles : si une seule chose y était autre, un résultat ici serait autre. Lisez, et signez si c'est voulu ainsi. Ce qui n'est pas nommé n'a pas été dit.",
    },
    "families_total": {
        "nl": "Nagegaan zijn {n} veranderingen, telkens één; hier zijn er {shown} van te zien.",
        "en": "Gone through were {n} changes, one at a time; {shown} of them show here.",
        "fr": "{n} changements ont été examinés, un à la fois ; {shown} se voient ici.",
    },
    "families_equivalent": {
        "nl": "Van {n} is bewezen dat ze niets uitmaken.",
        "en": "Of {n} it is proved that they make no difference.",
        "fr": "Pour {n}, il est prouvé qu'ils ne changent rien.",
    },
    "families_equivalent_one": {
        "nl": "Van één is bewezen dat het niets uitmaakt.",
        "en": "Of one it is proved that it makes no difference.",
        "fr": "Pour un, il est prouvé qu'il ne change rien.",
    },
    "families_not_shown": {
        "nl": "Wat de gezinnen niet laten zien",
        "en": "What the families do not show",
        "fr": "Ce que les familles ne montrent pas",
    },
    "families_none": {
        "nl": "Er is niets om te laten zien: geen verandering van de regels geeft ergens iets anders.",
        "en": "There is nothing to show: no change of the rules comes out otherwise anywhere.",
        "fr": "Il n'y a rien à montrer : aucun changement des règles ne donne un autre résultat.",
    },
    "family": {"nl": "Gezin {n}", "en": "Family {n}", "fr": "Famille {n}"},
    "family_variation": {
        "nl": "{family}, met iets anders ({n})",
        "en": "{family}, with something otherwise ({n})",
        "fr": "{family}, avec autre chose ({n})",
    },
    "family_told": {
        "nl": "Verteld tot en met {day}",
        "en": "Told up to {day}",
        "fr": "Dit jusqu'au {day}",
    },
    "family_nothing_told": {
        "nl": "nog niets",
        "en": "nothing yet",
        "fr": "rien encore",
    },
    "family_outcome": {"nl": "Dan", "en": "Then", "fr": "Alors"},
    "family_otherwise": {
        "nl": "En als er iets anders is",
        "en": "And if something is otherwise",
        "fr": "Et si quelque chose est autre",
    },
    "family_table": {
        "nl": "{things}, en dan {said}",
        "en": "{things}, and then {said}",
        "fr": "{things}, et alors {said}",
    },
    "family_not_told": {"nl": "niet verteld", "en": "not told", "fr": "non dit"},
    "family_due_date": {"nl": "uitgerekend op", "en": "due on", "fr": "terme prévu le"},
    "family_last_period": {
        "nl": "eerste dag van de laatste menstruatie",
        "en": "first day of the last period",
        "fr": "premier jour des dernières règles",
    },
    "family_on": {"nl": "dag", "en": "day", "fr": "jour"},
    "family_events": {"nl": "gebeurd", "en": "what happened", "fr": "événements"},
    "family_observations": {
        "nl": "later verteld",
        "en": "told later",
        "fr": "dit plus tard",
    },
    "family_there": {"nl": "komt er", "en": "is proposed", "fr": "proposée"},
    "family_not_there": {"nl": "komt er niet", "en": "is not proposed", "fr": "non proposée"},
    "families_sign": {"nl": "Gelezen en akkoord", "en": "Read and agreed", "fr": "Lu et approuvé"},
    "families_signer": {
        "nl": "Naam|Functie|Datum|Handtekening",
        "en": "Name|Position|Date|Signature",
        "fr": "Nom|Fonction|Date|Signature",
    },
    "families_rules": {
        "nl": "Regels {pack}, inhoud {hash}",
        "en": "Rules {pack}, content {hash}",
        "fr": "Règles {pack}, contenu {hash}",
    },
}  # fmt: skip
