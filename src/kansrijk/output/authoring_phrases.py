"""The phrases of what is told to whoever writes a pack: its versions, its norms, each save."""

from __future__ import annotations

AUTHORING_PHRASES: dict[str, dict[str, str]] = {
    "check_no_changelog": {
        "nl": 'Wat er per versie verandert, is hier nog niet te lezen: `kansrijk release {pack} --what "..."` begint daarmee.',
        "en": 'What changes from version to version cannot be read here yet: `kansrijk release {pack} --what "..."` begins with it.',
        "fr": "Ce qui change d'une version à l'autre ne se lit pas encore ici : `kansrijk release {pack} --what \"...\"` le commence.",
    },
    # a version with its line
    "release_version": {
        "nl": "{place}: {old} → {new}",
        "en": "{place}: {old} → {new}",
        "fr": "{place} : {old} → {new}",
    },
    "release_line": {
        "nl": "{version}, {date}: {what}",
        "en": "{version}, {date}: {what}",
        "fr": "{version}, {date} : {what}",
    },
    "release_ask": {
        "nl": "Deze versie zo vastleggen? [j/N] ",
        "en": "Lay this version down so? [y/N] ",
        "fr": "Consigner cette version ainsi ? [o/N] ",
    },
    # norms from a spreadsheet
    "norms_changed": {
        "nl": "{place}: {what}: {old} → {new}",
        "en": "{place}: {what}: {old} → {new}",
        "fr": "{place} : {what} : {old} → {new}",
    },
    "norms_added": {
        "nl": "{place}: {what}: nieuw: {new}",
        "en": "{place}: {what}: new: {new}",
        "fr": "{place} : {what} : nouveau : {new}",
    },
    "norms_none": {
        "nl": "Er staat niets anders in dan in het pakket.",
        "en": "It says nothing else than the pack.",
        "fr": "Il ne dit rien d'autre que le paquet.",
    },
    "norms_lacking": {
        "nl": "{n} waarden van het pakket staan er niet in; die blijven zoals ze zijn.",
        "en": "{n} values of the pack are not in it; they stay as they are.",
        "fr": "{n} valeurs du paquet n'y figurent pas ; elles restent telles quelles.",
    },
    "norms_lacking_one": {
        "nl": "1 waarde van het pakket staat er niet in; die blijft zoals ze is.",
        "en": "1 value of the pack is not in it; it stays as it is.",
        "fr": "1 valeur du paquet n'y figure pas ; elle reste telle quelle.",
    },
    "norms_ask": {
        "nl": "Dit zo in het pakket zetten? [j/N] ",
        "en": "Put this in the pack so? [y/N] ",
        "fr": "Mettre ceci tel quel dans le paquet ? [o/N] ",
    },
    # on every save
    "watch_no_prover": {
        "nl": "Wat er te bewijzen valt, is niet bekeken: dat vraagt `pip install 'kansrijk[prove]'`.",
        "en": "What there is to prove was not looked at: it takes `pip install 'kansrijk[prove]'`.",
        "fr": "Ce qu'il y a à prouver n'a pas été regardé : il faut `pip install 'kansrijk[prove]'`.",
    },
    "watch_proved": {
        "nl": "Alles bewezen: {n} van {n}.",
        "en": "All of it proved: {n} of {n}.",
        "fr": "Tout est prouvé : {n} sur {n}.",
    },
    "watch_not_proved": {
        "nl": "Niet alles bewezen: {held} van {n}.",
        "en": "Not all of it proved: {held} of {n}.",
        "fr": "Tout n'est pas prouvé : {held} sur {n}.",
    },
    # a pack to begin with
    "starter_made": {
        "nl": "{folder}: een klein pakket regels dat klopt. Lees wat er staat, verander er iets aan, en geef dan telkens:",
        "en": "{folder}: a small pack of rules that is right. Read what it says, change something, and each time give:",
        "fr": "{folder} : un petit paquet de règles qui est juste. Lisez ce qu'il contient, changez-y quelque chose, puis donnez chaque fois :",
    },
    "starter_check": {
        "nl": "  kansrijk check {folder}               staat er iets fout?",
        "en": "  kansrijk check {folder}               is anything wrong?",
        "fr": "  kansrijk check {folder}               y a-t-il une erreur ?",
    },
    "starter_test": {
        "nl": "  kansrijk test {folder} --coverage     komt eruit wat moet, en kijken de tests overal naar?",
        "en": "  kansrijk test {folder} --coverage     does come out what must, and do tests look at it all?",
        "fr": "  kansrijk test {folder} --coverage     sort-il ce qu'il faut, et les tests regardent-ils tout ?",
    },
    "starter_prove": {
        "nl": "  kansrijk prove {folder}               klopt het voor iedereen?",
        "en": "  kansrijk prove {folder}               is it right for everyone?",
        "fr": "  kansrijk prove {folder}               est-ce juste pour toutes ?",
    },
    "starter_watch": {
        "nl": "Of laat `kansrijk check {folder} --watch` dat bij elke keer opslaan doen. Een editor met de YAML-taalserver vult aan en legt uit.",
        "en": "Or let `kansrijk check {folder} --watch` do so on every save. An editor with the YAML language server completes and explains.",
        "fr": "Ou laissez `kansrijk check {folder} --watch` le faire à chaque enregistrement. Un éditeur avec le serveur de langage YAML complète et explique.",
    },
}
