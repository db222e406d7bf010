"""The phrases of what can be recorded, and of what that moves."""

from __future__ import annotations

RECORD_PHRASES: dict[str, dict[str, str]] = {
    # the preview
    "head_record_lines": {
        "nl": "Wat er in het dossier komt",
        "en": "What goes into the case",
        "fr": "Ce qui entre dans le dossier",
    },
    "record_undoes": {
        "nl": "Hiermee telt niet meer mee: {what} ({date}).",
        "en": "This no longer counts then: {what} ({date}).",
        "fr": "Ceci ne comptera plus : {what} ({date}).",
    },
    "record_on_her_copy": {
        "nl": "Dit komt in haar eigen woorden op haar kopie, en die kan thuis liggen. Vraag haar of anderen het mogen lezen.",
        "en": "This will stand on her copy in her own words, and that may lie about at home. Ask her whether others may read it.",
        "fr": "Ceci figurera sur sa copie, avec ses propres mots, et celle-ci peut traîner à la maison. Demandez-lui si d'autres peuvent le lire.",
    },
    "record_mends": {
        "nl": "Zoals het er nu staat, kan dit dossier niet worden gebruikt. Hiermee wel.",
        "en": "As it is now, this case cannot be used. With this it can.",
        "fr": "Tel qu'il est, ce dossier ne peut pas être utilisé. Avec ceci, il le peut.",
    },
    "record_same": {
        "nl": "Verder verandert er niets: de uitkomst, de stap, wat er te doen is, de doelen en de bezoeken blijven gelijk.",
        "en": "Nothing else changes: the outcome, the step, what is to be done, the goals and the visits stay as they are.",
        "fr": "Rien d'autre ne change : le résultat, l'étape, ce qui est à faire, les objectifs et les visites restent les mêmes.",
    },
    "record_often_enough": {
        "nl": "De bezoeken blijven gelijk: er komt al zo vaak iemand als de regels dan vragen. Kijk samen met haar of dat genoeg is.",
        "en": "The visits stay as they are: somebody already comes as often as the rules then ask. See together with her whether that is enough.",
        "fr": "Les visites restent les mêmes : quelqu'un vient déjà aussi souvent que les règles le demandent alors. Voyez avec elle si cela suffit.",
    },
    "record_step": {"nl": "stap", "en": "step", "fr": "étape"},
    "record_plan": {"nl": "zorgplan", "en": "care plan", "fr": "plan d'accompagnement"},
    "record_plan_none": {"nl": "nog geen", "en": "none yet", "fr": "pas encore"},
    "record_plan_open": {"nl": "nog open", "en": "still open", "fr": "encore ouvert"},
    "record_plan_proposed": {"nl": "voorstel", "en": "proposal", "fr": "proposition"},
    "record_plan_set": {"nl": "vastgesteld", "en": "set", "fr": "fixé"},
    "record_plan_ended": {"nl": "gestopt", "en": "ended", "fr": "arrêté"},
    "head_record_who": {
        "nl": "Wie er komt",
        "en": "Who comes",
        "fr": "Qui vient",
    },
    "record_along": {
        "nl": "vanaf {day} komt er iemand mee: {role}",
        "en": "from {day} somebody comes along: {role}",
        "fr": "à partir du {day} quelqu'un d'autre vient aussi : {role}",
    },
    "record_alone": {
        "nl": "vanaf {day} komt niet meer mee: {role}",
        "en": "from {day} no longer comes along: {role}",
        "fr": "à partir du {day} ne vient plus avec : {role}",
    },
    "record_time": {
        "nl": "vanaf {day} beginnen de bezoeken om {time}",
        "en": "from {day} the visits begin at {time}",
        "fr": "à partir du {day} les visites commencent à {time}",
    },
    "record_no_time": {
        "nl": "vanaf {day} hebben de bezoeken geen vaste tijd meer",
        "en": "from {day} the visits have no fixed time any more",
        "fr": "à partir du {day} les visites n'ont plus d'heure fixe",
    },
    "record_handover": {
        "nl": "overdracht op {day}: beide studenten komen",
        "en": "handover on {day}: both students come",
        "fr": "passage de relais le {day} : les deux étudiants viennent",
    },
    "record_no_handover": {
        "nl": "geen overdracht meer op {day}",
        "en": "no handover any more on {day}",
        "fr": "plus de passage de relais le {day}",
    },
    "record_days": {
        "nl": "van {start} tot {until}",
        "en": "from {start} to {until}",
        "fr": "du {start} au {until}",
    },
    "record_days_anew": {
        "nl": "De bezoeken krijgen andere dagen. Het plan is van vandaag: spreek de dagen met haar af.",
        "en": "The visits get other days. The plan is of today: agree on the days with her.",
        "fr": "Les visites changent de jours. Le plan date d'aujourd'hui : convenez des jours avec elle.",
    },
    # the question
    "record_ask": {
        "nl": "Vastleggen? [j/N] ",
        "en": "Record this? [y/N] ",
        "fr": "Enregistrer ? [o/N] ",
    },
    "record_words_yes": {"nl": "j|ja", "en": "y|yes", "fr": "o|oui"},
    "record_done": {
        "nl": "Vastgelegd in {file}.",
        "en": "Recorded in {file}.",
        "fr": "Enregistré dans {file}.",
    },
    "record_not_done": {
        "nl": "Er is niets vastgelegd.",
        "en": "Nothing was recorded.",
        "fr": "Rien n'a été enregistré.",
    },
    # what can be recorded
    "head_record_next": {"nl": "Wat nu komt", "en": "What comes next", "fr": "La suite"},
    "head_record_also": {
        "nl": "Wat je verder kunt vastleggen",
        "en": "What else can be recorded",
        "fr": "Ce que vous pouvez noter d'autre",
    },
    "record_line": {"nl": "{what} — {by}", "en": "{what} — {by}", "fr": "{what} — {by}"},
    "record_anyone": {"nl": "iedereen", "en": "anyone", "fr": "tout le monde"},
    "record_of_intake": {
        "nl": "de intake is gehouden",
        "en": "the intake was held",
        "fr": "l'entretien d'accueil a eu lieu",
    },
    "record_of_agreement": {
        "nl": "zij stemt in met het plan",
        "en": "she agrees with the plan",
        "fr": "elle est d'accord avec le plan",
    },
    "record_of_plan_set": {
        "nl": "het plan is vastgesteld",
        "en": "the plan is set",
        "fr": "le plan est fixé",
    },
    "record_of_completed": {
        "nl": "de begeleiding is samen met haar afgerond",
        "en": "the support was completed together with her",
        "fr": "l'accompagnement est achevé, avec elle",
    },
    "record_of_refusal": {
        "nl": "zij wil nu geen begeleiding",
        "en": "she wants no support now",
        "fr": "elle ne souhaite pas d'accompagnement maintenant",
    },
    "record_of_move": {
        "nl": "zij is verhuisd",
        "en": "she has moved",
        "fr": "elle a déménagé",
    },
    "record_of_transfer": {
        "nl": "anderen nemen het over",
        "en": "others take over",
        "fr": "d'autres prennent le relais",
    },
    "record_of_loss": {
        "nl": "zij heeft haar kind of haar zwangerschap verloren",
        "en": "she has lost her child or her pregnancy",
        "fr": "elle a perdu son enfant ou sa grossesse",
    },
    "record_of_birth": {
        "nl": "het kind is geboren",
        "en": "the child was born",
        "fr": "l'enfant est né",
    },
    "record_of_absence": {
        "nl": "zij of een collega is weg of ziek",
        "en": "she or a colleague is away or ill",
        "fr": "elle ou une personne de l'équipe est absente ou malade",
    },
    "record_of_return": {
        "nl": "wie weg was, is er weer",
        "en": "who was away is back",
        "fr": "la personne absente est de retour",
    },
    "record_of_preference": {
        "nl": "welke dagen en tijd haar het best uitkomen",
        "en": "which days and time suit her best",
        "fr": "les jours et l'heure qui lui conviennent le mieux",
    },
    "record_of_student": {
        "nl": "welke student er komt",
        "en": "which student comes",
        "fr": "quelle étudiante vient",
    },
    "record_of_visit": {
        "nl": "hoe het met een bezoek ging: done, missed, cancelled of moved",
        "en": "what became of a visit: done, missed, cancelled or moved",
        "fr": "ce qu'une visite est devenue : done, missed, cancelled ou moved",
    },
    "record_of_crisis": {
        "nl": "er is een crisis; er komt een tijd vaker iemand",
        "en": "there is a crisis; visits are more often for a while",
        "fr": "il y a une crise ; les visites sont plus fréquentes pour un temps",
    },
    "record_of_relapse": {
        "nl": "het gaat weer minder; er komt een tijd vaker iemand",
        "en": "things are harder again; visits are more often for a while",
        "fr": "cela va moins bien ; les visites sont plus fréquentes pour un temps",
    },
    "record_of_override": {
        "nl": "iets anders vaststellen dan de regels zeggen, met de reden",
        "en": "decide otherwise than the rules say, with the reason",
        "fr": "décider autrement que les règles, avec la raison",
    },
    "record_of_undo": {
        "nl": "terugnemen wat per ongeluk is vastgelegd; zonder meer wat er als laatste staat",
        "en": "take back what was recorded by mistake; by itself what stands last",
        "fr": "reprendre ce qui a été noté par erreur ; sans plus, ce qui est noté en dernier",
    },
    "record_of_fact": {
        "nl": "wat zij vertelde of wat je zag, als FEIT=WAARDE",
        "en": "what she told or what you saw, as FACT=VALUE",
        "fr": "ce qu'elle a raconté ou ce que vous avez vu, sous la forme FAIT=VALEUR",
    },
    "record_of_help": {
        "nl": "of zij ergens hulp bij wil, als CRITERIUM=wanted, not_now, not_wanted of declined",
        "en": "whether she wants help with something, as CRITERION=wanted, not_now, not_wanted or declined",
        "fr": "si elle souhaite de l'aide, sous la forme CRITÈRE=wanted, not_now, not_wanted ou declined",
    },
    "record_of_first": {
        "nl": "wat voor haar het eerst komt: criteria in haar volgorde; leeg neemt het terug",
        "en": "what comes first for her: criteria in her order; empty takes it back",
        "fr": "ce qui vient d'abord pour elle : critères dans son ordre ; vide pour l'annuler",
    },
    "record_of_wish": {
        "nl": "iets wat zij zelf wil, in haar woorden; een lege tekst neemt alles terug",
        "en": "something that she wants herself, in her words; an empty text takes all back",
        "fr": "ce qu'elle veut elle-même, avec ses mots ; un texte vide annule tout",
    },
    "record_of_signal": {
        "nl": "iets wat niet kan wachten",
        "en": "something that cannot wait",
        "fr": "quelque chose qui ne peut pas attendre",
    },
    "record_of_goal": {
        "nl": "een doel is bereikt (reached) of wordt losgelaten (dropped)",
        "en": "a goal was reached, or is let go (dropped)",
        "fr": "un objectif est atteint (reached) ou abandonné (dropped)",
    },
    "record_of_due_date": {
        "nl": "een andere uitgerekende datum",
        "en": "another due date",
        "fr": "une autre date prévue de l'accouchement",
    },
}
