"""The words about what was proved of a pack, in each language that the program speaks."""

from __future__ import annotations

PROOF_PHRASES: dict[str, dict[str, str]] = {
    "proof_head": {
        "nl": "{pack} {version}: wat geldt voor alle gevallen, op alle dagen vanaf {day}",
        "en": "{pack} {version}: what holds for all cases, on all days from {day} on",
        "fr": "{pack} {version} : ce qui vaut pour tous les cas, chaque jour à partir du {day}",
    },
    "proof_class_reached": {
        "nl": "elke klasse kan de uitkomst zijn",
        "en": "each class can be the outcome",
        "fr": "chaque classe peut être le résultat",
    },
    "proof_criterion_matters": {
        "nl": "elk criterium waar de klasse naar kijkt, kan die veranderen",
        "en": "each criterion that the class looks at can change it",
        "fr": "chaque critère dont dépend la classe peut la changer",
    },
    "proof_never_lower": {
        "nl": "meer wat speelt, geeft nooit een lagere klasse",
        "en": "more risk never gives a lower class",
        "fr": "plus de difficultés ne donnent jamais une classe plus basse",
    },
    "proof_can_be_true": {
        "nl": "elke regel kan waar zijn",
        "en": "each rule can be true",
        "fr": "chaque règle peut être vraie",
    },
    "proof_can_be_false": {
        "nl": "elk criterium en elk signaal kan onwaar zijn",
        "en": "each criterion and signal can be false",
        "fr": "chaque critère et chaque signal peut être faux",
    },
    "proof_told_is_known": {
        "nl": "wie alles vertelt, krijgt bij elk criterium en signaal ja of nee: er valt niets tussen",
        "en": "once all is told, each criterion and signal is yes or no: nothing falls between",
        "fr": "une fois tout dit, chaque critère et signal est oui ou non : rien ne tombe entre deux",
    },
    "proof_is_a_reason": {
        "nl": "elke reden van een actie kan er de reden van zijn",
        "en": "each reason of an action can be its reason",
        "fr": "chaque raison d'une action peut en être la raison",
    },
    "proof_part_matters": {
        "nl": "elk deel van een regel doet ertoe",
        "en": "each part of a rule matters",
        "fr": "chaque partie d'une règle compte",
    },
    "proof_apart": {
        "nl": "geen twee criteria of signalen die naar hetzelfde kijken, gaan altijd samen",
        "en": "no two criteria or signals that look at the same always go together",
        "fr": "deux critères ou signaux qui regardent la même chose ne vont jamais toujours ensemble",
    },
    "proof_holds": {
        "nl": "bewezen: {claim} ({n})",
        "en": "proved: {claim} ({n})",
        "fr": "prouvé : {claim} ({n})",
    },
    "proof_some": {
        "nl": "niet alles: {claim} ({good} van {n})",
        "en": "not all: {claim} ({good} of {n})",
        "fr": "pas tout : {claim} ({good} sur {n})",
    },
    "proof_by_form": {
        "nl": "dat volgt al uit de vorm van de regels",
        "en": "this follows from the form of the rules",
        "fr": "cela suit de la forme des règles",
    },
    "proof_checked": {
        "nl": "elke dag van de begeleiding valt in één fase, en elk criterium en signaal leidt tot een actie of zegt waarom niet: een pakket waarin dat niet zo is, wordt niet gelezen",
        "en": "each day of the support lies in one phase, and each criterion and signal leads to an action or says why not: a pack in which that is not so cannot be read",
        "fr": "chaque jour de l'accompagnement tombe dans une phase et une seule, et chaque critère et signal mène à une action ou dit pourquoi non : un paquet où ce n'est pas le cas n'est pas lu",
    },
    "proof_marked": {
        "nl": "niet bekeken, want het pakket zegt bij een klasse zelf dat die kan dalen",
        "en": "not looked at, because the pack says of a class itself that it may fall",
        "fr": "pas examiné, car le paquet dit lui-même d'une classe qu'elle peut baisser",
    },
    # what fails, with the rule it is about
    "unproved_class_reached": {
        "nl": "{about} is nooit de uitkomst: de regel ervan is nooit waar, of een hogere klasse gaat altijd voor",
        "en": "{about} is never the outcome: its rule is never true, or a higher class always comes first",
        "fr": "{about} n'est jamais le résultat : sa règle n'est jamais vraie, ou une classe plus haute passe toujours avant",
    },
    "unproved_criterion_matters": {
        "nl": "{about} verandert de klasse nooit",
        "en": "{about} never changes the class",
        "fr": "{about} ne change jamais la classe",
    },
    "unproved_never_lower": {
        "nl": "met {about} is de klasse lager dan zonder",
        "en": "with {about} the class is lower than without",
        "fr": "avec {about} la classe est plus basse que sans",
    },
    "unproved_can_be_true": {
        "nl": "{about} is nooit waar",
        "en": "{about} is never true",
        "fr": "{about} n'est jamais vrai",
    },
    "unproved_can_be_false": {
        "nl": "{about} is nooit onwaar",
        "en": "{about} is never false",
        "fr": "{about} n'est jamais faux",
    },
    "unproved_told_is_known": {
        "nl": "{about} blijft onbekend, ook als alles verteld is",
        "en": "{about} stays unknown though all is told",
        "fr": "{about} reste inconnu alors que tout est dit",
    },
    "unproved_is_a_reason": {
        "nl": "{other} is nooit de reden van {about}: ze zijn nooit samen waar",
        "en": "{other} is never the reason of {about}: they are never true together",
        "fr": "{other} n'est jamais la raison de {about} : ils ne sont jamais vrais ensemble",
    },
    "unproved_part_matters": {
        "nl": "in {about} kan dit weg zonder dat er iets verandert: {part}",
        "en": "in {about} this can be left out and nothing changes: {part}",
        "fr": "dans {about} ceci peut être retiré sans rien changer : {part}",
    },
    "unproved_apart": {
        "nl": "{about} en {other} zijn altijd samen waar",
        "en": "{about} and {other} are always true together",
        "fr": "{about} et {other} sont toujours vrais ensemble",
    },
    "unproved_not_in_time": {
        "nl": "niet bewezen binnen de tijd, en dus niet goedgekeurd: {claim}, bij {about}; met --seconds krijgt het meer tijd",
        "en": "not proved in the time given, and so not passed: {claim}, of {about}; --seconds gives it more time",
        "fr": "pas prouvé dans le temps donné, donc pas accepté : {claim}, pour {about} ; --seconds lui en donne plus",
    },
    "unproved_not_shown": {
        "nl": "niet bewezen: {claim}, bij {about}; er werd ook geen dossier gevonden dat het tegendeel laat zien",
        "en": "not proved: {claim}, of {about}; nor was a case found that shows otherwise",
        "fr": "pas prouvé : {claim}, pour {about} ; et aucun dossier trouvé qui montre le contraire",
    },
    "proof_case": {
        "nl": "te zien in dit dossier, op {day}:",
        "en": "to be seen in this case, on {day}:",
        "fr": "à voir dans ce dossier, le {day} :",
    },
    "proof_case_in": {
        "nl": "te zien met: kansrijk screen {file} --on {day}",
        "en": "to be seen with: kansrijk screen {file} --on {day}",
        "fr": "à voir avec : kansrijk screen {file} --on {day}",
    },
    "proof_every": {
        "nl": "alle {n} soorten gevallen, een voor een: {engines} zeggen hetzelfde",
        "en": "all {n} kinds of cases, one by one: {engines} say the same",
        "fr": "les {n} sortes de cas, une par une : {engines} disent la même chose",
    },
    "proof_every_alone": {
        "nl": "niet gedaan: alle soorten gevallen op twee motoren, want hier is er maar een",
        "en": "not done: all kinds of cases on two engines, because there is only one here",
        "fr": "pas fait : toutes les sortes de cas sur deux moteurs, car il n'y en a qu'un ici",
    },
    "proof_every_differs": {
        "nl": "de motoren verschillen over {about}",
        "en": "the engines differ on {about}",
        "fr": "les moteurs diffèrent sur {about}",
    },
    "proof_every_left": {
        "nl": "niet gedaan, en dus niet goedgekeurd: de {n} soorten gevallen van {about} zijn er te veel om een voor een te doen",
        "en": "not done, and so not passed: the {n} kinds of cases of {about} are too many to do one by one",
        "fr": "pas fait, donc pas accepté : les {n} sortes de cas de {about} sont trop nombreuses",
    },
}
