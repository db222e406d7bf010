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
}
