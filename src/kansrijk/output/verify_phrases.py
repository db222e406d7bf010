"""The words about whether an outcome is right, in each language that the program speaks."""

from __future__ import annotations

VERIFY_PHRASES: dict[str, dict[str, str]] = {
    "verify_head": {
        "nl": "{case} op {day}: de uitkomst naast wat {pack} {version} er nu van maakt",
        "en": "{case} on {day}: the outcome beside what {pack} {version} makes of it now",
        "fr": "{case} le {day} : le résultat à côté de ce qu'en fait {pack} {version}",
    },
    "verify_other_pack": {
        "nl": "gemaakt met een ander pakket: {id} {version}, {hash}",
        "en": "made with another pack: {id} {version}, {hash}",
        "fr": "fait avec un autre paquet : {id} {version}, {hash}",
    },
    "verify_same": {
        "nl": "klopt: opnieuw berekend is elk veld hetzelfde",
        "en": "right: worked out again, each field is the same",
        "fr": "juste : recalculé, chaque champ est le même",
    },
    "verify_differ": {
        "nl": "klopt niet: opnieuw berekend is dit anders",
        "en": "not right: worked out again, this differs",
        "fr": "pas juste : recalculé, ceci diffère",
    },
    "verify_is": {
        "nl": "{path}: is {told}, moet {must} zijn",
        "en": "{path}: is {told}, must be {must}",
        "fr": "{path} : est {told}, doit être {must}",
    },
    "verify_other": {
        "nl": "{path}: is anders",
        "en": "{path}: differs",
        "fr": "{path} : diffère",
    },
    "verify_script_same": {
        "nl": "klopt ook volgens het losse script, dat niets van kansrijk gebruikt",
        "en": "right by the separate script as well, which uses nothing of kansrijk",
        "fr": "juste aussi selon le script à part, qui n'utilise rien de kansrijk",
    },
    "verify_script_differ": {
        "nl": "klopt ook niet volgens het losse script, dat niets van kansrijk gebruikt",
        "en": "not right by the separate script either, which uses nothing of kansrijk",
        "fr": "pas juste non plus selon le script à part, qui n'utilise rien de kansrijk",
    },
    "verify_script_unusable": {
        "nl": "het losse script kan deze uitkomst niet lezen",
        "en": "the separate script cannot read this outcome",
        "fr": "le script à part ne peut pas lire ce résultat",
    },
    "verify_not_checked": {
        "nl": "niet bekeken door het script: {paths}",
        "en": "not looked at by the script: {paths}",
        "fr": "pas examiné par le script : {paths}",
    },
}
