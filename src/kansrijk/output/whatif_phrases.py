"""The phrases of what looks beside an outcome: comparisons, room, margins, other readings."""

from __future__ import annotations

WHATIF_PHRASES: dict[str, dict[str, str]] = {
    # what if
    "whatif_intro": {
        "nl": "Een vergelijking, geen advies aan haar. In het dossier verandert niets.",
        "en": "A comparison, not advice to her. Nothing in the case is changed.",
        "fr": "Une comparaison, pas un conseil pour elle. Rien ne change dans le dossier.",
    },
    "head_whatif_set": {"nl": "Als het zo was", "en": "If it were so", "fr": "Si c'était ainsi"},
    "head_whatif_decided": {
        "nl": "Wat is vastgesteld",
        "en": "What was decided",
        "fr": "Ce qui a été décidé",
    },
    "whatif_decided": {
        "nl": "{what}: vastgesteld door {by} op {date}, en dat verandert hier niet door. De regels zelf zeggen nu: {now}; dan: {then}.",
        "en": "{what}: decided on {date} (role: {by}), and this does not change that. The rules themselves say now: {now}; then: {then}.",
        "fr": "{what} : décidé le {date} ({by}), et cela n'y change rien. Les règles elles-mêmes disent maintenant : {now} ; alors : {then}.",
    },
    "whatif_decided_same": {
        "nl": "{what}: vastgesteld door {by} op {date}, en dat verandert hier niet door. De regels zelf zeggen, nu en met deze antwoorden: {now}.",
        "en": "{what}: decided on {date} (role: {by}), and this does not change that. The rules themselves say, now and with these answers: {now}.",
        "fr": "{what} : décidé le {date} ({by}), et cela n'y change rien. Les règles elles-mêmes disent, maintenant et avec ces réponses : {now}.",
    },
    "head_whatif_urgent": {
        "nl": "Wat niet kan wachten",
        "en": "What cannot wait",
        "fr": "Ce qui ne peut pas attendre",
    },
    "head_whatif_actions": {"nl": "Te doen", "en": "To do", "fr": "À faire"},
    "head_whatif_other": {"nl": "En verder", "en": "And also", "fr": "Et aussi"},
    "now": {"nl": "nu", "en": "now", "fr": "maintenant"},
    "then": {"nl": "dan", "en": "then", "fr": "alors"},
    "whatif_same": {
        "nl": "De uitkomst zou dezelfde zijn, met dezelfde acties en bezoeken.",
        "en": "The outcome would be the same, with the same actions and visits.",
        "fr": "Le résultat serait le même, avec les mêmes actions et visites.",
    },
    "whatif_unanswered": {"nl": "nog niet bekend", "en": "not known yet", "fr": "pas encore connu"},
    "whatif_intake": {"nl": "intake", "en": "intake", "fr": "entretien d'accueil"},
    "whatif_offered": {"nl": "aanbieden", "en": "offer", "fr": "à proposer"},
    "whatif_offered_within_one": {
        "nl": "uiterlijk morgen aanbieden",
        "en": "offer by tomorrow",
        "fr": "à proposer demain au plus tard",
    },
    "whatif_offered_within_none": {
        "nl": "vandaag nog aanbieden",
        "en": "offer today",
        "fr": "à proposer dès aujourd'hui",
    },
    "whatif_offered_within": {
        "nl": "aanbieden binnen {n} dagen",
        "en": "offer within {n} days",
        "fr": "à proposer dans les {n} jours",
    },
    "whatif_not_offered": {"nl": "geen reden", "en": "no reason", "fr": "pas de raison"},
    "whatif_visits_one": {"nl": "1 bezoek", "en": "1 visit", "fr": "1 visite"},
    "whatif_visits": {"nl": "{n} bezoeken", "en": "{n} visits", "fr": "{n} visites"},
    "whatif_day_added": {
        "nl": "erbij op {day}",
        "en": "one more on {day}",
        "fr": "une de plus le {day}",
    },
    "whatif_day_removed": {
        "nl": "niet meer op {day}",
        "en": "no more on {day}",
        "fr": "plus le {day}",
    },
    "whatif_visit_days": {
        "nl": "{phase}: {added}, {removed}",
        "en": "{phase}: {added}, {removed}",
        "fr": "{phase} : {added}, {removed}",
    },
    "whatif_days_added": {
        "nl": "{n} andere dagen erbij",
        "en": "{n} other days added",
        "fr": "{n} autres jours en plus",
    },
    "whatif_days_added_one": {
        "nl": "1 andere dag erbij",
        "en": "1 other day added",
        "fr": "1 autre jour en plus",
    },
    "whatif_days_removed": {
        "nl": "{n} dagen niet meer",
        "en": "{n} days no more",
        "fr": "{n} jours en moins",
    },
    "whatif_days_removed_one": {
        "nl": "1 dag niet meer",
        "en": "1 day no more",
        "fr": "1 jour en moins",
    },
    "whatif_added": {"nl": "erbij: {what}", "en": "added: {what}", "fr": "en plus : {what}"},
    "whatif_removed": {
        "nl": "niet meer: {what}",
        "en": "no more: {what}",
        "fr": "ne vaut plus : {what}",
    },
    "whatif_suppressed": {
        "nl": "wel, maar nu niet: {what}",
        "en": "yes, but not for now: {what}",
        "fr": "oui, mais pas maintenant : {what}",
    },
    "whatif_unsuppressed": {
        "nl": "stond al klaar voor later: {what}",
        "en": "was there already, for later: {what}",
        "fr": "était déjà prévu pour plus tard : {what}",
    },
    "whatif_asked": {
        "nl": "nog te vragen: {what}",
        "en": "still to ask: {what}",
        "fr": "encore à demander : {what}",
    },
    "whatif_unasked_all": {
        "nl": "{n} vragen hoeven niet meer",
        "en": "{n} questions need not be asked any more",
        "fr": "{n} questions ne sont plus à poser",
    },
    "whatif_unasked_all_one": {
        "nl": "1 vraag hoeft niet meer",
        "en": "1 question need not be asked any more",
        "fr": "1 question n'est plus à poser",
    },
    "whatif_unasked": {
        "nl": "niet meer te vragen: {what}",
        "en": "no longer to ask: {what}",
        "fr": "n'est plus à demander : {what}",
    },
    "whatif_strength": {
        "nl": "gaat goed: {what}",
        "en": "goes well: {what}",
        "fr": "va bien : {what}",
    },
    "whatif_no_strength": {
        "nl": "niet meer genoemd als goed: {what}",
        "en": "no longer named as going well: {what}",
        "fr": "n'est plus nommé comme allant bien : {what}",
    },
    # where there is room
    "head_towards": {
        "nl": "Waar ruimte is",
        "en": "Where there is room",
        "fr": "Où il y a une marge de manœuvre",
    },
    "towards_intro": {
        "nl": "Geen advies aan haar. Hieronder staat waar de uitkomst aan hangt en wat er dan anders zou zijn. Of iets kan of goed is, weet zij het best.",
        "en": "Not advice to her. Below is what the outcome hangs on, and what would then be different. Whether anything can or should change, she knows best.",
        "fr": "Ce n'est pas un conseil pour elle. Ci-dessous, ce dont dépend le résultat et ce qui serait alors différent. C'est elle qui sait le mieux si quelque chose est possible ou souhaitable.",
    },
    "towards_if": {
        "nl": "De uitkomst zou {level} zijn als dit zo was:",
        "en": "The outcome would be {level} if this were so:",
        "fr": "Le résultat serait « {level} » dans ce cas :",
    },
    "towards_if_one_of": {
        "nl": "De uitkomst zou {level} zijn als een van deze dingen zo was:",
        "en": "The outcome would be {level} if any one of these were so:",
        "fr": "Le résultat serait « {level} » dans l'un de ces cas :",
    },
    "head_watch": {
        "nl": "Wat in het oog te houden",
        "en": "What to keep an eye on",
        "fr": "À quoi veiller",
    },
    "watch_intro": {
        "nl": "Geen voorspelling, en geen oordeel over haar. Hieronder staat waar je met haar op kunt letten, zodat hulp op tijd komt.",
        "en": "Not a prediction, and no judgement of her. Below is what you can keep an eye on with her, so that help comes in time.",
        "fr": "Ni une prédiction, ni un jugement sur elle. Ci-dessous, ce à quoi vous pouvez veiller avec elle, pour que l'aide vienne à temps.",
    },
    "watch_if": {
        "nl": "Zwaarder zou het worden ({level}) als dit erbij kwam of bleek:",
        "en": "It would become heavier ({level}) if this came about or came to light:",
        "fr": "La situation deviendrait plus lourde ({level}) si ceci survenait ou apparaissait :",
    },
    "watch_if_one_of": {
        "nl": "Zwaarder zou het worden ({level}) als een van deze dingen erbij kwam of bleek:",
        "en": "It would become heavier ({level}) if any one of these came about or came to light:",
        "fr": "La situation deviendrait plus lourde ({level}) si l'une de ces choses survenait ou apparaissait :",
    },
    "towards_decided": {
        "nl": "{what}: vastgesteld door {by} op {date} ({decided}). Zolang dat besluit geldt, verandert een ander antwoord de uitkomst niet. De regels zelf zeggen: {rules}. Wat hieronder staat, is volgens de regels zelf.",
        "en": "{what}: {decided}, decided on {date} (role: {by}). As long as that decision holds, no other answer changes the outcome. The rules themselves say: {rules}. What is below is by the rules themselves.",
        "fr": "{what} : décidé le {date} ({by} ; {decided}). Tant que cette décision vaut, aucune autre réponse ne change le résultat. Les règles elles-mêmes disent : {rules}. Ce qui suit est selon les règles elles-mêmes.",
    },
    "towards_fixed": {
        "nl": "{what}: vastgesteld door {by} op {date}, en dat blijft hier zo. De regels zelf zeggen: {rules}.",
        "en": "{what}: decided on {date} (role: {by}), and that stays so here. The rules themselves say: {rules}.",
        "fr": "{what} : décidé le {date} ({by}), et cela reste ainsi ici. Les règles elles-mêmes disent : {rules}.",
    },
    "towards_already": {
        "nl": "De uitkomst is nu al: {level}.",
        "en": "The outcome is this already: {level}.",
        "fr": "Le résultat est déjà : {level}.",
    },
    "towards_already_rules": {
        "nl": "Volgens de regels zelf is het nu al: {level}.",
        "en": "By the rules themselves it is already: {level}.",
        "fr": "Selon les règles elles-mêmes, c'est déjà : {level}.",
    },
    "towards_unknown": {
        "nl": "{change} (nu nog niet bekend)",
        "en": "{change} (not known yet)",
        "fr": "{change} (pas encore connu)",
    },
    "towards_waits": {
        "nl": "Niets van wat is bekeken leidt zeker naar {level}. Daarbij is dit nog niet bekend:",
        "en": "Nothing that was looked at leads to {level} for certain. Not known yet is:",
        "fr": "Rien de ce qui a été regardé ne mène avec certitude à « {level} ». Reste à savoir :",
    },
    "towards_none": {
        "nl": "Geen verandering leidt naar {level}. Er is gekeken naar hoogstens {n} tegelijk.",
        "en": "No change leads to {level}. At most {n} at a time were looked at.",
        "fr": "Aucun changement ne mène à « {level} ». On en a regardé au plus {n} à la fois.",
    },
    "towards_looked": {
        "nl": "Er is gekeken naar hoogstens {n} veranderingen tegelijk.",
        "en": "At most {n} changes at a time were looked at.",
        "fr": "On a regardé au plus {n} changements à la fois.",
    },
    "towards_complete": {
        "nl": "Er is gekeken naar hoogstens {n} veranderingen tegelijk; meer is daarbij niet gevonden.",
        "en": "At most {n} changes at a time were looked at; no more were found there.",
        "fr": "On a regardé au plus {n} changements à la fois ; rien de plus n'y a été trouvé.",
    },
    "towards_partly": {
        "nl": "Er kan meer zijn dan hier staat; niet alles kon worden bekeken.",
        "en": "There may be more than is here; not everything could be looked at.",
        "fr": "Il peut y avoir plus que ce qui est ici ; tout n'a pas pu être regardé.",
    },
    "change_up": {
        "nl": "{fact}: {values} of meer",
        "en": "{fact}: {values} or more",
        "fr": "{fact} : {values} ou plus",
    },
    "change_down": {
        "nl": "{fact}: hoogstens {values}",
        "en": "{fact}: at most {values}",
        "fr": "{fact} : au plus {values}",
    },
    "change_line": {"nl": "{fact}: {values}", "en": "{fact}: {values}", "fr": "{fact} : {values}"},
    # what changes by itself
    "head_ahead": {
        "nl": "Wat er vanzelf verandert",
        "en": "What changes by itself",
        "fr": "Ce qui change de soi-même",
    },
    "ahead_on": {
        "nl": "Op {date}: {why}. {what}",
        "en": "On {date}: {why}. {what}",
        "fr": "Le {date} : {why}. {what}",
    },
    "ahead_by": {
        "nl": "Tussen {from_} en {date}: {why}. {what}",
        "en": "Between {from_} and {date}: {why}. {what}",
        "fr": "Entre le {from_} et le {date} : {why}. {what}",
    },
    "ahead_some_day": {
        "nl": "Op een dag die niet bekend is, want bij de leeftijd staat geen datum: {why}. {what}",
        "en": "On a day that is not known, as no date stands with the age: {why}. {what}",
        "fr": "À une date inconnue, car l'âge a été noté sans date : {why}. {what}",
    },
    "ahead_by_now": {
        "nl": "Intussen: {why}. {what}",
        "en": "By now: {why}. {what}",
        "fr": "Entre-temps : {why}. {what}",
    },
    "ahead_none": {
        "nl": "Zolang er niets nieuws wordt vastgelegd, verandert er niets vanzelf.",
        "en": "As long as nothing new is recorded, nothing changes by itself.",
        "fr": "Tant que rien de nouveau n'est noté, rien ne change de soi-même.",
    },
    "ahead_norm": {"nl": "{label} verandert", "en": "{label} changes", "fr": "« {label} » change"},
    "ahead_phase_begins": {
        "nl": "{label} begint",
        "en": "{label} begins",
        "fr": "« {label} » commence",
    },
    "ahead_phase_ends": {
        "nl": "{label} is voorbij",
        "en": "{label} is over",
        "fr": "« {label} » prend fin",
    },
    "ahead_time": {
        "nl": "{label} gaat een grens over",
        "en": "{label} passes a line",
        "fr": "« {label} » franchit une limite",
    },
    "ahead_age": {
        "nl": "{label} wordt {age}",
        "en": "{label} becomes {age}",
        "fr": "« {label} » passe à {age}",
    },
    "ahead_day": {"nl": "de kalender", "en": "the calendar", "fr": "le calendrier"},
    "ahead_class": {
        "nl": "De uitkomst wordt dan: {classes}.",
        "en": "The outcome is then: {classes}.",
        "fr": "Le résultat est alors : {classes}.",
    },
    "ahead_turned": {
        "nl": "Dan {truth}: {label}.",
        "en": "Then {truth}: {label}.",
        "fr": "Alors {truth} : {label}.",
    },
    "ahead_added": {"nl": "Te doen erbij:", "en": "More to do:", "fr": "À faire en plus :"},
    "ahead_removed": {
        "nl": "Niet meer te doen:",
        "en": "No longer to do:",
        "fr": "N'est plus à faire :",
    },
    "ahead_more": {"nl": "en nog {n}", "en": "and {n} more", "fr": "et encore {n}"},
    "ahead_intake_yes": {
        "nl": "Dan is er reden voor een intake.",
        "en": "Then there is reason for an intake.",
        "fr": "Il y a alors une raison pour un entretien d'accueil.",
    },
    "ahead_intake_no": {
        "nl": "Dan is er geen reden meer voor een intake.",
        "en": "Then there is no more reason for an intake.",
        "fr": "Il n'y a alors plus de raison pour un entretien d'accueil.",
    },
    "ahead_intake_other": {
        "nl": "Voor de intake zijn er dan andere redenen.",
        "en": "The intake then has other reasons.",
        "fr": "L'entretien d'accueil a alors d'autres raisons.",
    },
    # margins, and what the outcome hangs on
    "margin_below": {
        "nl": "{fact}: {distance} onder de grens",
        "en": "{fact}: {distance} below the line",
        "fr": "{fact} : {distance} sous la limite",
    },
    "margin_at": {
        "nl": "{fact}: precies op de grens",
        "en": "{fact}: exactly on the line",
        "fr": "{fact} : exactement sur la limite",
    },
    "margin_just_below": {
        "nl": "{fact}: net onder de grens",
        "en": "{fact}: just below the line",
        "fr": "{fact} : juste sous la limite",
    },
    "margin_just_above": {
        "nl": "{fact}: net boven de grens",
        "en": "{fact}: just above the line",
        "fr": "{fact} : juste au-dessus de la limite",
    },
    "margin_above": {
        "nl": "{fact}: {distance} boven de grens",
        "en": "{fact}: {distance} above the line",
        "fr": "{fact} : {distance} au-dessus de la limite",
    },
    "margin_of": {"nl": "{margin} ({line})", "en": "{margin} ({line})", "fr": "{margin} ({line})"},
    "margin_close": {
        "nl": "{margin}, en dat is binnen de meetfout",
        "en": "{margin}, which is within the measuring error",
        "fr": "{margin}, ce qui est dans la marge d'erreur de mesure",
    },
    "error_turns": {
        "nl": "de uitkomst kan erdoor veranderen",
        "en": "the outcome may change with it",
        "fr": "cela peut changer le résultat",
    },
    "error_stays": {
        "nl": "de uitkomst verandert er niet door",
        "en": "the outcome does not change with it",
        "fr": "cela ne change pas le résultat",
    },
    "head_hangs_on": {
        "nl": "Waar de uitkomst op rust",
        "en": "What the outcome hangs on",
        "fr": "Sur quoi repose le résultat",
    },
    "hangs_robust": {
        "nl": "De regels bevatten aannames. Bij elke andere lezing van één ervan is de uitkomst dezelfde.",
        "en": "The rules hold assumptions. With any other reading of one of them the outcome is the same.",
        "fr": "Les règles contiennent des hypothèses. Avec toute autre lecture de l'une d'elles, le résultat est le même.",
    },
    "hangs_intro": {
        "nl": "De regels bevatten aannames. Wordt één ervan anders gelezen, dan is de uitkomst soms een andere:",
        "en": "The rules hold assumptions. Where one of them is read otherwise, the outcome can be another:",
        "fr": "Les règles contiennent des hypothèses. Si l'une d'elles est lue autrement, le résultat peut être différent :",
    },
    "hangs_robust_open": {
        "nl": "De regels bevatten aannames. De uitkomst is nog open, en blijft dat bij elke andere lezing van één ervan. Welke uitkomsten dan nog mogelijk zijn, kan wel verschillen.",
        "en": "The rules hold assumptions. The outcome is still open, and stays so with any other reading of one of them. Which outcomes are then still possible may differ.",
        "fr": "Les règles contiennent des hypothèses. Le résultat est encore ouvert, et le reste si l'une d'elles est lue autrement. Les résultats encore possibles peuvent alors différer.",
    },
    "hangs_intro_open": {
        "nl": "De regels bevatten aannames. De uitkomst is nog open. Wordt één ervan anders gelezen, dan staat de uitkomst soms al vast:",
        "en": "The rules hold assumptions. The outcome is still open. Where one of them is read otherwise, the outcome can be settled already:",
        "fr": "Les règles contiennent des hypothèses. Le résultat est encore ouvert. Si l'une d'elles est lue autrement, il peut déjà être fixé :",
    },
    "hangs_rest_open": {
        "nl": "Bij elke andere lezing blijft de uitkomst open. Welke uitkomsten dan nog mogelijk zijn, kan wel verschillen.",
        "en": "With any other reading the outcome stays open. Which outcomes are then still possible may differ.",
        "fr": "Avec toute autre lecture le résultat reste ouvert. Les résultats encore possibles peuvent alors différer.",
    },
    "hangs_decided": {
        "nl": "De uitkomst is vastgesteld door een professional. Een andere lezing van de regels verandert dat niet.",
        "en": "The outcome was decided by a professional. Another reading of the rules does not change that.",
        "fr": "Le résultat a été fixé par une décision professionnelle. Une autre lecture des règles n'y change rien.",
    },
    "hangs_line": {
        "nl": "Als {reading}: {level}.",
        "en": "If {reading}: {level}.",
        "fr": "Si {reading} : {level}.",
    },
    "decisive_cases": {
        "nl": "{cases} dossiers.",
        "en": "{cases} cases.",
        "fr": "{cases} dossiers.",
    },
    "decisive_cases_one": {"nl": "1 dossier.", "en": "1 case.", "fr": "1 dossier."},
    "decisive_skipped": {
        "nl": "Overgeslagen bestanden: {skipped}.",
        "en": "Files skipped: {skipped}.",
        "fr": "Fichiers ignorés : {skipped}.",
    },
    "decisive_open": {
        "nl": "Nog open: {open}, waarvan {stay_open} open blijven bij elke lezing. Een open uitkomst telt hieronder alleen waar een lezing hem vastlegt.",
        "en": "Still open: {open}, of which {stay_open} stay open under every reading. An open outcome counts below only where a reading settles it.",
        "fr": "Encore ouverts : {open}, dont {stay_open} quelle que soit la lecture. Un résultat ouvert ne compte ci-dessous que si une lecture le fixe.",
    },
    "decisive_title": {
        "nl": "Zoveel uitkomsten veranderen als een aanname anders wordt gelezen:",
        "en": "So many outcomes change where an assumption is read otherwise:",
        "fr": "Nombre de résultats qui changent si une hypothèse est lue autrement :",
    },
    "decisive_line": {
        "nl": "als {reading}: {changes}",
        "en": "if {reading}: {changes}",
        "fr": "si {reading} : {changes}",
    },
    "decisive_change_one": {
        "nl": "1 keer {after} in plaats van {before}",
        "en": "once {after} instead of {before}",
        "fr": "1 fois « {after} » au lieu de « {before} »",
    },
    "decisive_change": {
        "nl": "{cases} keer {after} in plaats van {before}",
        "en": "{cases} times {after} instead of {before}",
        "fr": "{cases} fois « {after} » au lieu de « {before} »",
    },
    "decisive_none": {
        "nl": "Geen uitkomst verandert door een andere lezing van: {labels}.",
        "en": "No outcome changes by another reading of: {labels}.",
        "fr": "Aucun résultat ne change avec une autre lecture de : {labels}.",
    },
    "decisive_none_open": {
        "nl": "Geen vaste uitkomst verandert, en geen open uitkomst komt vast te staan, door een andere lezing van: {labels}.",
        "en": "No settled outcome changes, and no open one is settled, by another reading of: {labels}.",
        "fr": "Aucun résultat fixé ne change, et aucun résultat ouvert n'est fixé, avec une autre lecture de : {labels}.",
    },
    "reading_unnamed": {
        "nl": "{norm} {value} is",
        "en": "{norm} is {value}",
        "fr": "« {norm} » vaut {value}",
    },
}
