"""The words of a pack to begin with: its comments, its texts, and ids in the first language."""

from __future__ import annotations

STARTER_PHRASES: dict[str, dict[str, str]] = {
    # comments
    "about_pack": {
        "nl": "Wat dit voor regels zijn, en van wie. Verander elke tekst tussen aanhalingstekens. Ids, zonder aanhalingstekens, zijn voor de bestanden onderling.",
        "en": "What these rules are, and whose. Change every text in quotes. Ids, without quotes, are for the files among themselves.",
        "fr": "Ce que sont ces règles, et à qui elles appartiennent. Changez chaque texte entre guillemets. Les ids, sans guillemets, servent aux fichiers entre eux.",
    },
    "about_dates": {
        "nl": "Vanaf wanneer de regels gelden, en wanneer iemand ze opnieuw moet bekijken.",
        "en": "From when the rules hold, and when somebody has to look at them again.",
        "fr": "À partir de quand les règles s'appliquent, et quand quelqu'un doit les revoir.",
    },
    "about_sources": {
        "nl": "Waar elke regel op rust. Wie een uitkomst leest, ziet dit eronder staan.",
        "en": "What each rule rests on. Whoever reads an outcome sees this beneath it.",
        "fr": "Ce sur quoi repose chaque règle. Qui lit un résultat le voit en dessous.",
    },
    "about_facts": {
        "nl": "Wat er van haar bekend kan zijn, met de vraag zoals die wordt voorgelezen.",
        "en": "What can be known of her, with the question as it is read aloud.",
        "fr": "Ce qui peut être connu d'elle, avec la question telle qu'elle est lue à voix haute.",
    },
    "about_choice": {
        "nl": "Een keuze uit antwoorden. `special` is wat over gezondheid en dergelijke gaat.",
        "en": "A choice of answers. `special` is what is about health and the like.",
        "fr": "Un choix de réponses. `special` concerne la santé et autres sujets de ce genre.",
    },
    "about_home": {
        "nl": "Ja of nee. `home: false`: hiervan mag thuis niemand iets zien. `cost` zegt hoe moeilijk de vraag is, van 1 tot 5.",
        "en": "Yes or no. `home: false`: nobody at home may see anything of it. `cost` says how hard it is to ask, from 1 to 5.",
        "fr": "Oui ou non. `home: false` : personne à la maison ne doit en voir quoi que ce soit. `cost` dit combien la question est difficile, de 1 à 5.",
    },
    "about_norms": {
        "nl": "Cijfers waar regels naar kijken. Verandert er een, zet de nieuwe dan met zijn dag onder de oude: zie `values` in de uitleg van dit bestand.",
        "en": "Figures that rules look at. When one changes, put the new one with its day below the old one: see `values` in the guide to this file.",
        "fr": "Les chiffres que les règles regardent. Quand l'un change, mettez le nouveau avec son jour sous l'ancien : voir `values` dans le guide de ce fichier.",
    },
    "about_basis": {
        "nl": "`source`: de bron zegt het. `policy`: u besloot het. `assumption`: nog niemand besloot het, en u noemt wat er ook te verdedigen is.",
        "en": "`source`: the source says so. `policy`: you decided so. `assumption`: nobody decided yet, and you name what else could be defended.",
        "fr": "`source` : la source le dit. `policy` : vous l'avez décidé. `assumption` : personne ne l'a encore décidé, et vous nommez ce qui se défendrait aussi.",
    },
    "about_criteria": {
        "nl": "Wat meetelt. Wat nog niet gevraagd is, is geen ja en geen nee; daar hoeft u niets voor te schrijven.",
        "en": "What counts. What was not asked yet is no yes and no no; you need not write anything for that.",
        "fr": "Ce qui compte. Ce qui n'a pas encore été demandé n'est ni oui ni non ; vous n'avez rien à écrire pour cela.",
    },
    "about_when": {
        "nl": "Minder dan de norm.",
        "en": "Fewer than the norm.",
        "fr": "Moins que la norme.",
    },
    "about_signals": {
        "nl": "Wat niet kan wachten, los van de klasse.",
        "en": "What cannot wait, apart from the class.",
        "fr": "Ce qui ne peut pas attendre, indépendamment de la classe.",
    },
    "about_no_action": {
        "nl": "Bij alles hoort iets om te doen, of een reden waarom niet.",
        "en": "Everything has something to do about it, or a reason why not.",
        "fr": "À tout correspond quelque chose à faire, ou une raison de ne rien faire.",
    },
    "about_classes": {
        "nl": "De hoogste eerst. De laatste heeft geen `when`: die is voor alle anderen.",
        "en": "The highest first. The last has no `when`: it is for all others.",
        "fr": "La plus haute d'abord. La dernière n'a pas de `when` : elle est pour toutes les autres.",
    },
    "about_intake": {
        "nl": "Wanneer er een gesprek wordt aangeboden. `may_be`: deze klasse is nog mogelijk.",
        "en": "When a talk is offered. `may_be`: this class is still possible.",
        "fr": "Quand un entretien est proposé. `may_be` : cette classe est encore possible.",
    },
    "about_roles": {
        "nl": "Wie er meedoen. `team`: in het eigen team van het programma.",
        "en": "Who takes part. `team`: in the programme's own team.",
        "fr": "Qui participe. `team` : dans la propre équipe du programme.",
    },
    "about_phases": {
        "nl": "Wanneer er iemand komt: van de geboorte tot een maand daarna, bij wie deze klasse heeft.",
        "en": "When somebody comes: from the birth until a month after it, to who is of this class.",
        "fr": "Quand quelqu'un vient : de la naissance à un mois après, chez celles qui sont de cette classe.",
    },
    "about_visits": {
        "nl": "Zoveel bezoeken in zoveel dagen.",
        "en": "So many visits in so many days.",
        "fr": "Tant de visites en tant de jours.",
    },
    "about_actions": {
        "nl": "Wat er te doen is, en voor welk criterium of signaal.",
        "en": "What there is to do, and for which criterion or signal.",
        "fr": "Ce qu'il y a à faire, et pour quel critère ou signal urgent.",
    },
    "about_tests": {
        "nl": "Gevallen met wat eruit moet komen. Schrijf ze met de hand, voordat u een regel verandert.",
        "en": "Cases with what must come out. Write them by hand, before you change a rule.",
        "fr": "Des cas avec ce qui doit en sortir. Écrivez-les à la main, avant de changer une règle.",
    },
    "about_expect": {
        "nl": "Alleen wat hier staat, wordt vergeleken.",
        "en": "Only what stands here is compared.",
        "fr": "Seul ce qui figure ici est comparé.",
    },
    "about_table": {
        "nl": "Een test per rij: precies op de norm, en er net naast.",
        "en": "A test a row: exactly at the norm, and just beside it.",
        "fr": "Un test par ligne : exactement à la norme, et juste à côté.",
    },
    "about_changelog": {
        "nl": "Wat er per versie veranderde, de oudste eerst. `kansrijk release` schrijft dit.",
        "en": "What changed from version to version, oldest first. `kansrijk release` writes this.",
        "fr": "Ce qui a changé d'une version à l'autre, la plus ancienne d'abord. `kansrijk release` écrit ceci.",
    },
    # ids and words
    "social": {"nl": "sociaal", "en": "social", "fr": "entourage"},
    "health": {"nl": "gezondheid", "en": "health", "fr": "sante"},
    "plan": {"nl": "wijkplan", "en": "local_plan", "fr": "plan_local"},
    "helpers": {"nl": "helpers", "en": "helpers", "fr": "aides"},
    "number": {"nl": "aantal", "en": "people", "fr": "personnes"},
    "sleep": {"nl": "slaap", "en": "sleep", "fr": "sommeil"},
    "good": {"nl": "goed", "en": "good", "fr": "bon"},
    "fair": {"nl": "matig", "en": "fair", "fr": "moyen"},
    "bad": {"nl": "slecht", "en": "bad", "fr": "mauvais"},
    "no_place": {"nl": "geen_plek", "en": "no_place", "fr": "sans_lieu"},
    "enough": {"nl": "genoeg_helpers", "en": "enough_helpers", "fr": "assez_aides"},
    "little_help": {"nl": "weinig_hulp", "en": "little_help", "fr": "peu_aide"},
    "little_rest": {"nl": "weinig_rust", "en": "little_rest", "fr": "peu_repos"},
    "homeless": {"nl": "dakloos", "en": "homeless", "fr": "sans_abri"},
    "extra": {"nl": "extra", "en": "extra", "fr": "renforce"},
    "regular": {"nl": "gewoon", "en": "regular", "fr": "ordinaire"},
    "maybe_extra": {"nl": "misschien_extra", "en": "maybe_extra", "fr": "peut_etre_renforce"},
    "midwife": {"nl": "verloskundige", "en": "midwife", "fr": "sage_femme"},
    "buddy": {"nl": "buddy", "en": "buddy", "fr": "benevole"},
    "first_month": {"nl": "eerste_maand", "en": "first_month", "fr": "premier_mois"},
    "find_help": {"nl": "hulp_zoeken", "en": "find_help", "fr": "trouver_aide"},
    "test_extra": {"nl": "een_helper", "en": "one_helper", "fr": "une_aide"},
    "test_unknown": {"nl": "nog_niet_gevraagd", "en": "not_asked_yet", "fr": "pas_encore_demande"},
    "test_edge": {"nl": "rond_de_grens", "en": "around_the_norm", "fr": "autour_de_la_norme"},
    # texts
    "text_title": {
        "nl": "Een nieuw programma",
        "en": "A new programme",
        "fr": "Un nouveau programme",
    },
    "text_owner": {
        "nl": "vul in wie de regels vaststelt",
        "en": "fill in who decides on the rules",
        "fr": "indiquez qui décide des règles",
    },
    "text_social": {
        "nl": "mensen om haar heen",
        "en": "people around her",
        "fr": "les personnes autour d'elle",
    },
    "text_health": {"nl": "gezondheid", "en": "health", "fr": "santé"},
    "text_plan_title": {"nl": "Plan van de wijk", "en": "Local plan", "fr": "Plan local"},
    "text_publisher": {"nl": "wie het uitgaf", "en": "who published it", "fr": "qui l'a publié"},
    "text_locator": {"nl": "paragraaf 1", "en": "paragraph 1", "fr": "paragraphe 1"},
    "text_helpers": {
        "nl": "mensen die de eerste week komen helpen",
        "en": "people who come to help in the first week",
        "fr": "personnes qui viennent aider la première semaine",
    },
    "text_helpers_question": {
        "nl": "Hoeveel mensen komen je de eerste week helpen? Hulpverleners tellen we niet mee.",
        "en": "How many people come to help you in the first week? We do not count professionals.",
        "fr": "Combien de personnes viennent vous aider la première semaine ? Les professionnels ne comptent pas.",
    },
    "text_sleep": {"nl": "hoe ze slaapt", "en": "how she sleeps", "fr": "comment elle dort"},
    "text_sleep_question": {
        "nl": "Hoe slaap je de laatste tijd?",
        "en": "How have you been sleeping lately?",
        "fr": "Comment dormez-vous ces derniers temps ?",
    },
    "text_good": {"nl": "goed", "en": "well", "fr": "bien"},
    "text_fair": {"nl": "matig", "en": "fairly", "fr": "moyennement"},
    "text_bad": {"nl": "slecht", "en": "badly", "fr": "mal"},
    "text_no_place": {
        "nl": "geen plek om te slapen",
        "en": "no place to sleep",
        "fr": "pas d'endroit où dormir",
    },
    "text_no_place_question": {
        "nl": "Heb je op dit moment geen plek om te slapen?",
        "en": "Do you have no place to sleep at the moment?",
        "fr": "N'avez-vous en ce moment pas d'endroit où dormir ?",
    },
    "text_enough": {
        "nl": "aantal helpers dat genoeg is",
        "en": "number of helpers that is enough",
        "fr": "nombre de personnes qui suffit",
    },
    "text_little_help": {
        "nl": "weinig hulp in de eerste week",
        "en": "little help in the first week",
        "fr": "peu d'aide la première semaine",
    },
    "text_little_rest": {"nl": "weinig rust", "en": "little rest", "fr": "peu de repos"},
    "text_route": {
        "nl": "Bel vandaag met haar de gemeente voor opvang.",
        "en": "Call the municipality with her today for a place to stay.",
        "fr": "Appelez aujourd'hui avec elle la commune pour un hébergement.",
    },
    "text_no_action": {
        "nl": "Wat er te doen is, staat bij het signaal zelf.",
        "en": "What there is to do stands with the signal itself.",
        "fr": "Ce qu'il y a à faire figure avec le signal lui-même.",
    },
    "text_extra": {"nl": "extra bezoek", "en": "extra visits", "fr": "visites en plus"},
    "text_regular": {"nl": "gewone zorg", "en": "regular care", "fr": "soins ordinaires"},
    "text_maybe_extra": {
        "nl": "extra bezoek kan nodig zijn",
        "en": "extra visits may be needed",
        "fr": "des visites en plus peuvent être nécessaires",
    },
    "text_midwife": {"nl": "verloskundige", "en": "midwife", "fr": "sage-femme"},
    "text_midwife_does": {
        "nl": "Begeleidt zwangerschap en bevalling.",
        "en": "Accompanies pregnancy and birth.",
        "fr": "Accompagne la grossesse et la naissance.",
    },
    "text_buddy": {"nl": "buddy", "en": "buddy", "fr": "bénévole"},
    "text_buddy_does": {
        "nl": "Komt langs en helpt mee.",
        "en": "Comes by and lends a hand.",
        "fr": "Passe la voir et donne un coup de main.",
    },
    "text_first_month": {"nl": "de eerste maand", "en": "the first month", "fr": "le premier mois"},
    "text_purpose": {
        "nl": "Helpen in huis en op adem komen.",
        "en": "Help in the house, and time to breathe.",
        "fr": "Aider à la maison et pouvoir souffler.",
    },
    "text_find_help": {
        "nl": "Zoek met haar wie er kan komen helpen.",
        "en": "Find out with her who can come to help.",
        "fr": "Cherchez avec elle qui peut venir aider.",
    },
    "text_test_extra": {
        "nl": "Eén helper geeft extra bezoek; op dag 10 van 30 komen er nog 3 van de 5",
        "en": "One helper gives extra visits; on day 10 of 30 there are 3 of the 5 to come",
        "fr": "Une seule aide donne des visites en plus ; au jour 10 sur 30, il en reste 3 sur 5",
    },
    "text_test_unknown": {
        "nl": "Wat niet gevraagd is, is geen nee",
        "en": "What was not asked is no no",
        "fr": "Ce qui n'a pas été demandé n'est pas un non",
    },
    "text_test_edge": {
        "nl": "Twee helpers is precies genoeg",
        "en": "Two helpers is exactly enough",
        "fr": "Deux personnes suffisent tout juste",
    },
    "text_changelog": {"nl": "Het begin.", "en": "The beginning.", "fr": "Le début."},
}
