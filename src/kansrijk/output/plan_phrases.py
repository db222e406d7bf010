"""The program's own words about goals and what is on offer, in each language that it speaks."""

from __future__ import annotations

PLAN_PHRASES: dict[str, dict[str, str]] = {
    "offer_line": {
        "nl": "aanbod: {label} ({provider})",
        "en": "on offer: {label} ({provider})",
        "fr": "offre : {label} ({provider})",
    },
    "offer_own": {
        "nl": "aanbod: {label}, dit programma ({provider})",
        "en": "on offer: {label}, this programme ({provider})",
        "fr": "offre : {label}, ce programme ({provider})",
    },
    "offer_one_of": {
        "nl": "een tegelijk: kies samen met haar uit {labels}",
        "en": "one at a time: choose together with her from {labels}",
        "fr": "une seule à la fois : choisissez avec elle parmi {labels}",
    },
    "offer_to_know": {
        "nl": "of het voor haar is, hangt af van: {facts}",
        "en": "whether it is for her depends on: {facts}",
        "fr": "pour savoir si elle y a droit, il faut connaître : {facts}",
    },
    "offer_not_told": {
        "nl": "of het voor haar is, is met deze regels niet te zeggen: vraag het de aanbieder",
        "en": "these rules cannot say whether it is for her: ask the provider",
        "fr": "ces règles ne permettent pas de dire si elle y a droit : demandez au prestataire",
    },
    "offer_from": {"nl": "vanaf {date}", "en": "from {date}", "fr": "à partir du {date}"},
    "offer_until": {"nl": "tot {date}", "en": "until {date}", "fr": "jusqu'au {date}"},
    "offer_waiting": {
        "nl": "wachttijd: {waiting}",
        "en": "waiting time: {waiting}",
        "fr": "délai d'attente : {waiting}",
    },
    "offer_cost": {"nl": "kosten: {cost}", "en": "cost: {cost}", "fr": "coût : {cost}"},
    "offer_languages": {
        "nl": "talen: {languages}",
        "en": "languages: {languages}",
        "fr": "langues : {languages}",
    },
    "offer_unknown": {
        "nl": "{what}: niet bekend, vraag het na",
        "en": "{what}: not known, ask",
        "fr": "{what} : non connu, à demander",
    },
    "the_waiting": {"nl": "wachttijd", "en": "waiting time", "fr": "délai d'attente"},
    "the_cost": {"nl": "kosten", "en": "cost", "fr": "coût"},
    "the_languages": {"nl": "talen", "en": "languages", "fr": "langues"},
    "offer_meanwhile": {
        "nl": "tot die tijd: {meanwhile}",
        "en": "until then: {meanwhile}",
        "fr": "en attendant : {meanwhile}",
    },
    "offer_confirmed": {
        "nl": "laatst bevestigd op {date}",
        "en": "last confirmed on {date}",
        "fr": "confirmé pour la dernière fois le {date}",
    },
    "offer_confirm_again": {
        "nl": "laatst bevestigd op {date}, te lang geleden: vraag na of het er nog is",
        "en": "last confirmed on {date}, too long ago: ask whether it is still there",
        "fr": "confirmé pour la dernière fois le {date}, il y a trop longtemps : vérifiez que cela existe encore",
    },
    "offer_stopped": {
        "nl": "nu niet aan te bieden: {label}, {why}",
        "en": "not to be offered now: {label}, {why}",
        "fr": "à ne pas proposer maintenant : {label}, {why}",
    },
    "offers_more": {
        "nl": "Bij deze acties hoort nog {n} keer aanbod dat nu niet voor haar is‹; met --all zie je waarom›.",
        "en": "For these actions there are {n} more offers that are not for her now‹; --all shows why›.",
        "fr": "Pour ces actions, {n} offres de plus ne sont pas pour elle maintenant‹ ; --all montre pourquoi›.",
    },
    "offers_more_one": {
        "nl": "Bij deze acties hoort nog 1 aanbod dat nu niet voor haar is‹; met --all zie je waarom›.",
        "en": "For these actions there is 1 more offer that is not for her now‹; --all shows why›.",
        "fr": "Pour ces actions, 1 offre de plus n'est pas pour elle maintenant‹ ; --all montre pourquoi›.",
    },
    "not_now_too_late": {
        "nl": "want daarvoor is het nu te laat",
        "en": "because it is too late for that now",
        "fr": "car il est trop tard pour cela",
    },
    "not_now_does_not_fit": {
        "nl": "want het is niet voor haar bedoeld",
        "en": "because it is not meant for her",
        "fr": "car ce n'est pas prévu pour elle",
    },
    "not_now_one_at_a_time": {
        "nl": "want met haar is al een ander programma afgesproken, en het is er een tegelijk",
        "en": "because another programme has been agreed with her, and it is one at a time",
        "fr": "car un autre programme a déjà été convenu avec elle, et c'est un seul à la fois",
    },
    "not_now_action": {
        "nl": "want dat hoort bij wat nu niet aan de orde is",
        "en": "because it goes with what is not for now",
        "fr": "car cela accompagne ce qui n'est pas pour maintenant",
    },
    "action_merges": {
        "nl": "Hiermee is ook gedaan: {what}",
        "en": "With this, this is done as well: {what}",
        "fr": "Avec cela, ceci est fait aussi : {what}",
    },
    "not_now_merged": {
        "nl": "want het gaat samen met iets anders dat te doen is",
        "en": "because it goes together with something else there is to do",
        "fr": "car cela va avec autre chose qui est à faire",
    },
    "not_now_not_while": {
        "nl": "want dit past nu niet bij wat er speelt: {events}",
        "en": "because it does not fit what is going on now: {events}",
        "fr": "car cela ne convient pas à ce qui se passe maintenant : {events}",
    },
    # goals
    "goals_own": {
        "nl": "Wat zij zelf wil, in haar woorden",
        "en": "What she wants herself, in her words",
        "fr": "Ce qu'elle veut elle-même, avec ses mots",
    },
    "goals_limit": {
        "nl": "Later, want er zijn niet te veel doelen tegelijk:",
        "en": "Later, because there are not too many goals at once:",
        "fr": "Plus tard, pour ne pas avoir trop d'objectifs à la fois :",
    },
    "goals_not_while": {
        "nl": "Later, want dit past nu niet bij wat er speelt:",
        "en": "Later, because this does not fit what is going on now:",
        "fr": "Plus tard, car cela ne convient pas à ce qui se passe maintenant :",
    },
    "goal_not_while": {
        "nl": "nu niet door {events}",
        "en": "not now because of {events}",
        "fr": "pas maintenant, en raison de : {events}",
    },
    "goals_not_now": {
        "nl": "Later, want zij wil hier nu geen hulp bij:",
        "en": "Later, because she does not want help with this now:",
        "fr": "Plus tard, car elle ne souhaite pas d'aide pour cela maintenant :",
    },
    "goals_not_wanted": {
        "nl": "Niet voorgesteld, want zij wil hier geen hulp bij:",
        "en": "Not put forward, because she does not want help with this:",
        "fr": "Non proposé, car elle ne souhaite pas d'aide pour cela :",
    },
    "goals_reached": {"nl": "Bereikt:", "en": "Reached:", "fr": "Atteint :"},
    "goals_dropped": {
        "nl": "Losgelaten, na overleg met haar:",
        "en": "Let go, after talking with her:",
        "fr": "Abandonné, après en avoir parlé avec elle :",
    },
    "whatif_goal_reached": {
        "nl": "bereikt: {what}",
        "en": "reached: {what}",
        "fr": "atteint : {what}",
    },
    "whatif_goal_dropped": {
        "nl": "losgelaten: {what}",
        "en": "let go: {what}",
        "fr": "abandonné : {what}",
    },
    "whatif_goal_open": {
        "nl": "weer open: {what}",
        "en": "open again: {what}",
        "fr": "de nouveau ouvert : {what}",
    },
    "whatif_offer_added": {
        "nl": "dan aan te bieden: {what}",
        "en": "then to be offered: {what}",
        "fr": "alors à proposer : {what}",
    },
    "whatif_offer_removed": {
        "nl": "dan niet meer aan te bieden: {what}",
        "en": "then not to be offered any more: {what}",
        "fr": "alors plus à proposer : {what}",
    },
    "explain_offers": {"nl": "Aanbod", "en": "On offer", "fr": "Offres"},
}
