"""The phrases of what is going on around a mother or child: what calls for actions."""

from __future__ import annotations

EVENT_PHRASES: dict[str, dict[str, str]] = {
    "event_loss": {
        "nl": "het verlies van haar kind of haar zwangerschap",
        "en": "the loss of her child or her pregnancy",
        "fr": "la perte de son enfant ou de sa grossesse",
    },
    "event_pregnancy_loss": {
        "nl": "het verlies van haar zwangerschap",
        "en": "the loss of her pregnancy",
        "fr": "la perte de sa grossesse",
    },
    "event_termination": {
        "nl": "het afbreken van de zwangerschap",
        "en": "the ending of the pregnancy",
        "fr": "l'interruption de la grossesse",
    },
    "event_stillbirth": {
        "nl": "haar levenloos geboren kind",
        "en": "her stillborn child",
        "fr": "son enfant né sans vie",
    },
    "event_child_died": {
        "nl": "het overlijden van haar kind",
        "en": "the death of her child",
        "fr": "le décès de son enfant",
    },
    "event_placement": {
        "nl": "haar kind dat ergens anders woont",
        "en": "her child living elsewhere",
        "fr": "son enfant qui vit ailleurs",
    },
    "event_secret_address": {
        "nl": "een adres dat geheim is",
        "en": "an address that is secret",
        "fr": "une adresse secrète",
    },
    "event_admission": {"nl": "haar opname", "en": "her admission", "fr": "son hospitalisation"},
    "event_detention": {"nl": "haar detentie", "en": "her detention", "fr": "sa détention"},
    "event_in_force": {
        "nl": "in het dossier staat {events}",
        "en": "the case tells of {events}",
        "fr": "le dossier mentionne {events}",
    },
    "read_after": {
        "nl": "in het dossier staat {labels}",
        "en": "the case tells of {labels}",
        "fr": "le dossier mentionne {labels}",
    },
    "read_after_not": {
        "nl": "in het dossier staat niet {labels}",
        "en": "the case does not tell of {labels}",
        "fr": "le dossier ne mentionne pas {labels}",
    },
    "explain_after": {
        "nl": "Dit komt door {events}.",
        "en": "This comes of {events}.",
        "fr": "Cela vient de : {events}.",
    },
    "ahead_event_begins": {
        "nl": "{label} begint",
        "en": "{label} begins",
        "fr": "{label} commence",
    },
    "ahead_event_ends": {
        "nl": "{label} is voorbij",
        "en": "{label} is over",
        "fr": "{label} prend fin",
    },
    # Why a visit is not on its day.
    "why_admission": {
        "nl": "zij is dan opgenomen",
        "en": "she is in hospital or a clinic then",
        "fr": "elle est hospitalisée ce jour-là",
    },
    "why_detention": {
        "nl": "zij is dan gedetineerd",
        "en": "she is detained then",
        "fr": "elle est détenue ce jour-là",
    },
    # What can be recorded.
    "record_of_placement": {
        "nl": "haar kind is uit huis geplaatst",
        "en": "her child was placed out of home",
        "fr": "son enfant a été placé",
    },
    "record_of_secret_address": {
        "nl": "haar adres is geheim; schrijf het nergens op",
        "en": "her address is secret; write it down nowhere",
        "fr": "son adresse est secrète ; ne la notez nulle part",
    },
    "record_of_over": {
        "nl": "een uithuisplaatsing of een geheim adres is voorbij",
        "en": "a placement or a secret address is over",
        "fr": "un placement ou une adresse secrète n'a plus cours",
    },
    "record_goes_on": {
        "nl": "met --goes_on true: een ander kind leeft of wordt nog verwacht, en de begeleiding gaat door",
        "en": "with --goes_on true: another child lives or is expected, and the support goes on",
        "fr": "avec --goes_on true : un autre enfant vit ou est attendu, et l'accompagnement continue",
    },
    # What is told first after a loss.
    "head_happened": {
        "nl": "Wat er gebeurde",
        "en": "What happened",
        "fr": "Ce qui s'est passé",
    },
    # What is recorded of a loss.
    "head_loss_goes_on": {
        "nl": "Wat er doorgaat",
        "en": "What goes on",
        "fr": "Ce qui continue",
    },
    "head_loss_stops": {"nl": "Wat er stopt", "en": "What stops", "fr": "Ce qui s'arrête"},
    "head_loss_to_do": {
        "nl": "Wat er te doen is",
        "en": "What there is to do",
        "fr": "Ce qu'il y a à faire",
    },
    "loss_stops": {
        "nl": "De begeleiding en alles wat over de baby gaat.",
        "en": "The support, and all that is about the baby.",
        "fr": "L'accompagnement et tout ce qui concerne le bébé.",
    },
    "loss_goes_on": {
        "nl": "De begeleiding en de bezoeken.",
        "en": "The support and the visits.",
        "fr": "L'accompagnement et les visites.",
    },
    "loss_visits": {
        "nl": "{n} bezoeken gaan niet door; in een agenda staan ze als afgezegd.",
        "en": "{n} visits are cancelled, in a diary too.",
        "fr": "{n} visites sont annulées, dans un agenda aussi.",
    },
    "loss_visits_one": {
        "nl": "Eén bezoek gaat niet door; in een agenda staat het als afgezegd.",
        "en": "One visit is cancelled, in a diary too.",
        "fr": "Une visite est annulée, dans un agenda aussi.",
    },
}
