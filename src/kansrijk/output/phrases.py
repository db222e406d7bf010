"""The program's own words, in each language it speaks. What is said of care stands in the pack."""

from __future__ import annotations

from kansrijk.output.ask_phrases import ASK_PHRASES

PHRASES: dict[str, dict[str, str]] = {
    **ASK_PHRASES,
    # dates
    "weekdays": {
        "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    },
    "months": {
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
        "en": "January February March April May June July August September October November December",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    },
    "day": {"nl": "{weekday} {date}", "en": "{weekday} {date}"},
    # truths
    "yes": {"nl": "ja", "en": "yes", "fr": "oui"},
    "no": {"nl": "nee", "en": "no", "fr": "non"},
    "truth_true": {"nl": "ja", "en": "yes", "fr": "oui"},
    "truth_false": {"nl": "nee", "en": "no", "fr": "non"},
    "truth_unknown": {"nl": "nog niet bekend", "en": "not known yet"},
    "legend": {"nl": "● ja   ○ nee   ? nog niet bekend", "en": "● yes   ○ no   ? not known yet"},
    # headings of the outcome
    "title": {"nl": "{title}, dossier {case}, {date}", "en": "{title}, case {case}, {date}"},
    "proposal": {
        "nl": "Een voorstel op grond van de regels. Je beslist er samen met haar over.",
        "en": "A proposal, made by the rules. You decide on it together with her.",
    },
    "head_urgent": {"nl": "Kan niet wachten", "en": "Cannot wait", "fr": "Ne peut pas attendre"},
    "head_class": {"nl": "Uitkomst", "en": "Outcome", "fr": "Résultat"},
    "head_criteria": {"nl": "Criteria", "en": "Criteria", "fr": "Critères"},
    "head_strengths": {"nl": "Wat er goed gaat", "en": "What goes well"},
    "head_questions": {"nl": "Nog te vragen", "en": "Still to ask"},
    "head_intake": {"nl": "Intake", "en": "Intake", "fr": "Entretien d'accueil"},
    "head_plan": {"nl": "Zorgplan", "en": "Care plan"},
    "head_phases": {"nl": "Fases", "en": "Phases"},
    "head_visits": {"nl": "Huisbezoeken", "en": "Home visits"},
    "head_goals": {"nl": "Doelen", "en": "Goals"},
    "head_medical": {"nl": "Te doen, medisch", "en": "To do, medical"},
    "head_social": {"nl": "Te doen, sociaal", "en": "To do, social"},
    "head_later": {"nl": "Nu niet aan de orde", "en": "Not for now"},
    "head_sources": {"nl": "Bronnen", "en": "Sources"},
    "head_warnings": {"nl": "Let op", "en": "Please note", "fr": "Attention"},
    # the class
    "class_open": {"nl": "nog open", "en": "still open", "fr": "encore ouvert"},
    "class_possible": {
        "nl": "Nog mogelijk: {classes}.",
        "en": "Still possible: {classes}.",
        "fr": "Encore possible : {classes}.",
    },
    "or": {"nl": "of", "en": "or", "fr": "ou"},
    "questions_more": {
        "nl": "En nog {n} vragen, ook over veiligheid en over wat goed gaat. Ze veranderen de uitkomst niet, maar soms wel wat er nu moet gebeuren; met --all zie je ze.",
        "en": "And {n} more questions, on safety and on what goes well too. They do not change the outcome, but may change what has to be done now; --all shows them.",
    },
    "questions_none": {
        "nl": "Voor de uitkomst is niets meer nodig.",
        "en": "Nothing more is needed for the outcome.",
    },
    "questions_exhausted": {
        "nl": "Wat nog open is, wil zij niet zeggen of is niet te weten. Kijk samen met haar wat past.",
        "en": "What is still open she would rather not say, or cannot be known. See with her what fits.",
    },
    "needed_for_actions": {
        "nl": "om te weten wat er te doen is",
        "en": "to know what is to be done",
        "fr": "pour savoir ce qu'il y a à faire",
    },
    "declined": {
        "nl": "wil zij niet zeggen",
        "en": "she would rather not say",
        "fr": "elle préfère ne pas le dire",
    },
    "needed_for": {
        "nl": "om te weten of {what} speelt",
        "en": "to know whether {what} plays a part",
        "fr": "pour savoir si {what} joue un rôle",
    },
    "needed_for_strengths": {
        "nl": "om te weten wat er goed gaat: {what}",
        "en": "to know what goes well: {what}",
        "fr": "pour savoir ce qui va bien : {what}",
    },
    "named": {"nl": "“{label}”", "en": "“{label}”", "fr": "« {label} »"},
    "no_strengths": {
        "nl": "Nog niets vastgelegd. Vraag ook wat er goed gaat.",
        "en": "Nothing recorded yet. Ask about what goes well, too.",
    },
    # whether she wants help with a criterion
    "help_wanted": {"nl": "zij wil hier hulp bij", "en": "she wants help with this"},
    "help_not_now": {
        "nl": "zij wil hier nu geen hulp bij, later misschien wel",
        "en": "she does not want help with this now, perhaps later",
    },
    "help_not_wanted": {
        "nl": "zij wil hier geen hulp bij",
        "en": "she does not want help with this",
    },
    "help_declined": {
        "nl": "zij zegt liever niet of zij hier hulp bij wil",
        "en": "she would rather not say whether she wants help with this",
    },
    # the intake
    "intake_offered": {
        "nl": "Bied een intake aan{within}. Reden: {reasons}.",
        "en": "Offer an intake{within}. Reason: {reasons}.",
        "fr": "Proposez un entretien d'accueil{within}. Raison : {reasons}.",
    },
    "intake_within": {
        "nl": ", binnen {n} dagen",
        "en": " within {n} days",
        "fr": ", dans les {n} jours",
    },
    "intake_within_none": {"nl": ", vandaag nog", "en": " today", "fr": ", aujourd'hui encore"},
    "intake_within_one": {
        "nl": ", uiterlijk morgen",
        "en": " by tomorrow",
        "fr": ", demain au plus tard",
    },
    "intake_held": {
        "nl": "De intake was op {date}.",
        "en": "The intake was on {date}.",
        "fr": "L'entretien d'accueil a eu lieu le {date}.",
    },
    "intake_not": {
        "nl": "Er is nu geen reden voor een intake. Een zorg van jou of een verzoek van haarzelf is altijd genoeg.",
        "en": "There is no reason for an intake now. A concern of yours or a request of her own is always enough.",
        "fr": "Il n'y a pas de raison pour un entretien d'accueil maintenant. Une inquiétude de votre part ou une demande de sa part suffit toujours.",
    },
    # because
    "basis_source": {"nl": "volgens de bron", "en": "from the source"},
    "basis_policy": {"nl": "beleid van de eigenaar", "en": "policy of the owner"},
    "basis_assumption": {
        "nl": "aanname, nog te bevestigen door wie de regels vaststelt",
        "en": "assumption, still to be confirmed by the owner of the rules",
    },
    "op_all": {"nl": "alle van deze", "en": "all of these"},
    "op_any": {"nl": "een of meer van deze", "en": "one or more of these"},
    "op_not": {"nl": "niet", "en": "not"},
    "op_first_known": {"nl": "de eerste die bekend is", "en": "the first that is known"},
    "op_count": {"nl": "{at_least} of meer van deze", "en": "{at_least} or more of these"},
    "op_class": {"nl": "de hoogste die klopt", "en": "the highest that holds"},
    "test_one_of": {"nl": "{fact}: {values}", "en": "{fact}: {values}"},
    "test_at_least": {"nl": "{fact}: {bound} of meer", "en": "{fact}: {bound} or more"},
    "test_at_most": {"nl": "{fact}: hoogstens {bound}", "en": "{fact}: at most {bound}"},
    "test_above": {"nl": "{fact}: meer dan {bound}", "en": "{fact}: more than {bound}"},
    "test_below": {"nl": "{fact}: minder dan {bound}", "en": "{fact}: less than {bound}"},
    "test_not": {"nl": "niet: {fact}", "en": "not: {fact}"},
    "test_answered": {"nl": "{fact}: ingevuld", "en": "{fact}: answered"},
    "bound_unknown": {
        "nl": "een grens die niet bekend is",
        "en": "a line that is not known",
    },
    "class_in": {"nl": "de uitkomst is {classes}", "en": "the outcome is {classes}"},
    "class_may_be": {"nl": "de uitkomst kan {classes} zijn", "en": "the outcome may be {classes}"},
    "phase_in": {"nl": "het is nu {phases}", "en": "it is now {phases}"},
    "norm_since": {"nl": "{label}, sinds {date}", "en": "{label}, since {date}"},
    # what a professional decided
    "the_class": {"nl": "de uitkomst", "en": "the outcome", "fr": "le résultat"},
    "override": {
        "nl": "Vastgesteld door {by} op {date}: {decided} (reden: {reason}). De regels zelf zeggen: {rules}.",
        "en": "Decided by {by} on {date}: {decided} (reason: {reason}). The rules themselves say: {rules}.",
    },
    "override_review": {
        "nl": "Op die dag zeiden de regels iets anders: kijk of dit besluit nog past.",
        "en": "On that day the rules said something else: see whether this decision still fits.",
    },
    "called_true": {"nl": "wel aan de orde", "en": "called for"},
    "called_false": {"nl": "niet aan de orde", "en": "not called for"},
    "called_unknown": {"nl": "nog niet bekend", "en": "not known yet"},
    "not_now_override": {
        "nl": "want dat is zo besloten",
        "en": "because that was decided",
    },
    "warning_override_review": {
        "nl": "{about}: vastgesteld door {by} op {date}; sindsdien zijn de regels zelf iets anders gaan zeggen. Kijk of het besluit nog past",
        "en": "{about}: decided by {by} on {date}; since then the rules themselves have come to say something else. See whether the decision still fits",
        "fr": "{about} : décidé par {by} le {date} ; depuis, les règles elles-mêmes disent autre chose. Voyez si la décision convient encore",
    },
    "warning_override_disputed": {
        "nl": "{about}: op {date} zijn verschillende besluiten genoteerd; geen van alle telt, en de regels gelden tot iemand het vaststelt",
        "en": "{about}: different decisions were noted on {date}; none of them counts, and the rules hold until somebody settles it",
        "fr": "{about} : des décisions différentes ont été notées le {date} ; aucune ne compte, et les règles valent jusqu'à ce que quelqu'un tranche",
    },
    # a condition as a sentence: what stands in quotes is the pack's, the rest never changes
    "and": {"nl": "en", "en": "and"},
    "decimal": {"nl": ",", "en": "."},
    "read_all": {"nl": "alle van deze {n}", "en": "all of these {n}"},
    "read_all_not": {"nl": "niet alle van deze {n}", "en": "not all of these {n}"},
    "read_any": {"nl": "een of meer van deze {n}", "en": "one or more of these {n}"},
    "read_any_not": {"nl": "geen van deze {n}", "en": "none of these {n}"},
    "read_first_known": {
        "nl": "de eerste van deze {n} die bekend is",
        "en": "the first of these {n} that is known",
    },
    "read_first_known_not": {
        "nl": "niet de eerste van deze {n} die bekend is",
        "en": "not the first of these {n} that is known",
    },
    "read_count": {
        "nl": "minstens {at_least} van deze {n}",
        "en": "at least {at_least} of these {n}",
    },
    "read_count_not": {
        "nl": "niet minstens {at_least} van deze {n}",
        "en": "not at least {at_least} of these {n}",
    },
    "read_count_domains": {
        "nl": "minstens {at_least}, uit minstens {domains} leefgebieden, van deze {n}",
        "en": "at least {at_least}, from at least {domains} domains of life, of these {n}",
    },
    "read_count_domains_not": {
        "nl": "niet minstens {at_least}, uit minstens {domains} leefgebieden, van deze {n}",
        "en": "not at least {at_least}, from at least {domains} domains of life, of these {n}",
    },
    "read_is": {"nl": "{fact} is {value}", "en": "{fact} is {value}"},
    "read_is_not": {"nl": "{fact} is niet {value}", "en": "{fact} is not {value}"},
    "read_answered": {"nl": "{fact} is ingevuld", "en": "{fact} is filled in"},
    "read_answered_not": {"nl": "{fact} is niet ingevuld", "en": "{fact} is not filled in"},
    "read_criterion": {"nl": "{label} speelt", "en": "{label} is at play"},
    "read_criterion_not": {"nl": "{label} speelt niet", "en": "{label} is not at play"},
    "read_signal": {"nl": "het signaal {label} speelt", "en": "the signal {label} is at play"},
    "read_signal_not": {
        "nl": "het signaal {label} speelt niet",
        "en": "the signal {label} is not at play",
    },
    "read_strength": {"nl": "{label} is er", "en": "{label} is there"},
    "read_strength_not": {"nl": "{label} is er niet", "en": "{label} is not there"},
    "read_class": {"nl": "de uitkomst is {labels}", "en": "the outcome is {labels}"},
    "read_class_not": {"nl": "de uitkomst is niet {labels}", "en": "the outcome is not {labels}"},
    "read_may_be": {"nl": "de uitkomst kan {labels} zijn", "en": "the outcome may be {labels}"},
    "read_may_be_not": {
        "nl": "de uitkomst kan niet {labels} zijn",
        "en": "the outcome cannot be {labels}",
    },
    "read_phase": {"nl": "het is nu {labels}", "en": "it is now {labels}"},
    "read_phase_not": {"nl": "het is nu niet {labels}", "en": "it is not now {labels}"},
    "read_at_least": {"nl": "minstens {bound}", "en": "at least {bound}"},
    "read_at_most": {"nl": "hoogstens {bound}", "en": "at most {bound}"},
    "read_above": {"nl": "meer dan {bound}", "en": "more than {bound}"},
    "read_below": {"nl": "minder dan {bound}", "en": "less than {bound}"},
    "read_norm": {"nl": "{figure} (norm {norm})", "en": "{figure} (norm {norm})"},
    "read_norm_by": {
        "nl": "{figure} (norm {norm}, bij haar {by})",
        "en": "{figure} (norm {norm}, by her {by})",
    },
    "read_unknown": {
        "nl": "een waarde die op deze dag niet bekend is",
        "en": "a value that is not known on this day",
    },
    "read_unknown_by": {
        "nl": "een waarde die voor haar niet bekend is",
        "en": "a value that is not known for her",
    },
    # a finding as a sentence, and an explanation
    "finding": {
        "nl": "{label}: {truth}, want {because}.",
        "en": "{label}: {truth}, because {because}.",
    },
    "finding_alone": {"nl": "{label}: {truth}.", "en": "{label}: {truth}."},
    "reason_compared": {"nl": "{fact} is {value} ({test})", "en": "{fact} is {value} ({test})"},
    "read_of_fact": {"nl": "{bound}: {fact}", "en": "{bound}: {fact}"},
    "reason_norm": {"nl": "de norm {norm} is {value}", "en": "the norm {norm} is {value}"},
    "reason_rule_unknown": {
        "nl": "{label} is nog niet bekend",
        "en": "{label} is not known yet",
    },
    "reason_not_known": {
        "nl": "{fact} is op deze dag niet te bepalen",
        "en": "{fact} cannot be known on this day",
    },
    "reason_no_norm": {
        "nl": "waar {fact} mee vergeleken wordt, is op deze dag niet bekend",
        "en": "what {fact} is held against is not known on this day",
    },
    "state_unanswered": {
        "nl": "{fact} is nog niet ingevuld",
        "en": "{fact} is not filled in yet",
    },
    "state_declined": {
        "nl": "over {fact} wil zij niets zeggen",
        "en": "she would rather not say anything about {fact}",
    },
    "state_disputed": {
        "nl": "over {fact} is verschillend genoteerd",
        "en": "different answers were noted about {fact}",
    },
    "explain_rule": {"nl": "De regel", "en": "The rule"},
    "explain_facts": {"nl": "Feiten", "en": "Facts"},
    "explain_enough": {
        "nl": "Feiten die hiervoor genoeg zijn",
        "en": "Facts that are enough for this",
    },
    "explain_norms": {"nl": "Normen", "en": "Norms"},
    "explain_missing": {"nl": "Wat ontbreekt", "en": "What is missing"},
    "explain_rests_on": {"nl": "Waar dit op rust", "en": "What this rests on"},
    "explain_when": {"nl": "Wanneer", "en": "When"},
    "explain_lowest": {
        "nl": "de uitkomst als geen andere klopt",
        "en": "the outcome when no other holds",
    },
    "explain_place": {"nl": "{key} in {file}, regel {line}", "en": "{key} in {file}, line {line}"},
    "explain_place_only": {"nl": "{key} in {file}", "en": "{key} in {file}"},
    "fact_from_start": {
        "nl": "{fact}: {value}, bekend vanaf het begin",
        "en": "{fact}: {value}, known from the beginning",
    },
    "fact_said": {
        "nl": "{fact}: {value}, op {date} door {by}",
        "en": "{fact}: {value}, on {date} by {by}",
    },
    "fact_worked_out": {
        "nl": "{fact}: {value}, volgt uit {facts}",
        "en": "{fact}: {value}, follows from {facts}",
    },
    "fact_from_dates": {
        "nl": "{fact}: {value}, volgt uit de data",
        "en": "{fact}: {value}, follows from the dates",
    },
    "norm_always": {"nl": "{norm}: {value}", "en": "{norm}: {value}"},
    "norm_from": {
        "nl": "{norm}: {value}, sinds {from}",
        "en": "{norm}: {value}, since {from}",
    },
    "norm_until": {
        "nl": "{norm}: {value}, van {from} tot {until}",
        "en": "{norm}: {value}, from {from} until {until}",
    },
    "norm_review": {"nl": "na te kijken op {review}", "en": "due for review on {review}"},
    "dates_of_phase": {
        "nl": "van {from} ({start}) tot {until} ({end})",
        "en": "from {from} ({start}) until {until} ({end})",
    },
    "months_before": {"nl": "{n} maanden vóór {what}", "en": "{n} months before {what}"},
    "months_none": {"nl": "{what}", "en": "{what}"},
    "months_after": {"nl": "{n} maanden na {what}", "en": "{n} months after {what}"},
    "counted_due_date": {"nl": "de uitgerekende datum", "en": "the due date"},
    "counted_last_period": {
        "nl": "de uitgerekende datum, geteld vanaf de laatste menstruatie",
        "en": "the due date, counted from the last period",
    },
    "counted_birth": {"nl": "de geboorte", "en": "the birth"},
    "counted_today": {
        "nl": "vandaag, want de uitgerekende datum is voorbij",
        "en": "today, because the due date has passed",
    },
    "explain_title": {
        "nl": "Uitleg bij dossier {case}, {date}",
        "en": "Explanation of case {case}, {date}",
    },
    # the plan
    "plan_none_before": {
        "nl": "Er is nog geen zwangerschap bekend, dus nog geen plan met huisbezoeken.",
        "en": "No pregnancy is known yet, so there is no plan with home visits yet.",
    },
    "plan_none_class": {
        "nl": "Bij deze uitkomst horen geen huisbezoeken; wat hieronder staat wel.",
        "en": "This outcome brings no home visits; what is listed below does apply.",
    },
    "plan_open": {
        "nl": "De uitkomst is nog open. Hieronder staat wat nu al zeker is.",
        "en": "The outcome is still open. Below is what is certain already.",
    },
    "plan_proposed": {
        "nl": "Voorstel, van {start} tot {end}. Het geldt pas als zij ermee instemt.",
        "en": "Proposal, from {start} until {end}. It holds only once she agrees.",
    },
    "plan_set": {
        "nl": "Afgesproken, van {start} tot {end}.",
        "en": "Agreed, from {start} until {end}.",
    },
    "plan_ended": {
        "nl": "Het plan is afgelopen: de laatste fase is voorbij.",
        "en": "The plan has ended: its last phase is over.",
    },
    "plan_ended_loss": {
        "nl": "Zij heeft haar kind of haar zwangerschap verloren. Alles over de baby stopt; wat haar veilig houdt, gaat door. Zoek haar op en vraag wat zij nu nodig heeft.",
        "en": "She has lost her child or her pregnancy. All that is about the baby stops; what keeps her safe goes on. Go and see her, and ask what she needs now.",
        "fr": "Elle a perdu son enfant ou sa grossesse. Tout ce qui concerne le bébé s'arrête ; ce qui la protège continue. Allez la voir et demandez-lui ce dont elle a besoin maintenant.",
    },
    "plan_ended_refusal": {
        "nl": "Zij wil nu geen begeleiding. Dat mag en heeft geen gevolgen; de gewone zorg loopt door.",
        "en": "She does not want this support now. That is her right and has no consequences; regular care goes on.",
        "fr": "Elle ne souhaite pas cet accompagnement pour l'instant. C'est son droit et cela n'a pas de conséquences ; les soins ordinaires continuent.",
    },
    "phase_line": {
        "nl": "{label}: van {start} tot {until}, {interval}, nog {visits} bezoeken",
        "en": "{label}: from {start} until {until}, {interval}, {visits} visits to come",
    },
    "phase_passed": {
        "nl": "{label}: tot {until}, voorbij",
        "en": "{label}: until {until}, over",
    },
    "interval_unknown": {
        "nl": "hoe vaak hangt van de uitkomst af",
        "en": "how often depends on the outcome",
    },
    "interval_week": {"nl": "{visits} keer per week", "en": "{visits} a week"},
    "interval_weeks": {
        "nl": "{visits} keer per {weeks} weken",
        "en": "{visits} every {weeks} weeks",
    },
    "interval_days": {"nl": "{visits} keer per {days} dagen", "en": "{visits} every {days} days"},
    "visits_more": {
        "nl": "... en nog {n}, het laatste op {last}; met --all zie je ze alle.",
        "en": "... and {n} more, the last on {last}; --all shows every one.",
    },
    "visits_by_the_book": {
        "nl": "Dagen volgens het boekje; spreek de echte dagen met haar af.",
        "en": "Days by the book; agree on the real days with her.",
    },
    "not_now_phase_passed": {
        "nl": "want de fase ervoor is voorbij",
        "en": "because its phase is over",
    },
    "not_now_not_pregnant": {
        "nl": "want er is nog geen zwangerschap bekend",
        "en": "because no pregnancy is known yet",
    },
    "not_now_loss": {
        "nl": "want zij heeft haar kind of haar zwangerschap verloren",
        "en": "because she has lost her child or her pregnancy",
    },
    "not_now_refusal": {
        "nl": "want zij wil nu geen begeleiding",
        "en": "because she does not want this support now",
    },
    "action_line": {"nl": "{label} — {role}", "en": "{label} — {role}"},
    "action_because": {"nl": "vanwege: {because}", "en": "because of: {because}"},
    "later_more": {
        "nl": "Bij wat er speelt horen nog {n} acties die nu niet aan de orde zijn; met --all zie je ze.",
        "en": "What was found brings {n} more actions that are not for now; --all shows them.",
    },
    "urgency_now": {"nl": "nu meteen", "en": "right now", "fr": "tout de suite"},
    "urgency_today": {"nl": "vandaag", "en": "today", "fr": "aujourd'hui"},
    "urgency_days": {
        "nl": "binnen enkele dagen",
        "en": "within a few days",
        "fr": "dans les prochains jours",
    },
    "someone": {"nl": "bij het begin", "en": "at the start", "fr": "au début"},
    "engines": {
        "nl": "Regels: {pack} {version}. Gerekend met: {engines}.",
        "en": "Rules: {pack} {version}. Worked out with: {engines}.",
    },
    # what if
    "whatif_intro": {
        "nl": "Een vergelijking, geen advies aan haar. In het dossier verandert niets.",
        "en": "A comparison, not advice to her. Nothing in the case is changed.",
    },
    "head_whatif_set": {"nl": "Als het zo was", "en": "If it were so"},
    "head_whatif_urgent": {"nl": "Wat niet kan wachten", "en": "What cannot wait"},
    "head_whatif_actions": {"nl": "Te doen", "en": "To do"},
    "head_whatif_other": {"nl": "En verder", "en": "And also"},
    "now": {"nl": "nu", "en": "now"},
    "then": {"nl": "dan", "en": "then"},
    "whatif_same": {
        "nl": "De uitkomst zou dezelfde zijn, met dezelfde acties en bezoeken.",
        "en": "The outcome would be the same, with the same actions and visits.",
    },
    "whatif_unanswered": {"nl": "nog niet bekend", "en": "not known yet"},
    "whatif_intake": {"nl": "intake", "en": "intake"},
    "whatif_offered": {"nl": "aanbieden", "en": "offer"},
    "whatif_offered_within": {"nl": "aanbieden binnen {n} dagen", "en": "offer within {n} days"},
    "whatif_not_offered": {"nl": "geen reden", "en": "no reason"},
    "whatif_visits": {"nl": "{n} bezoeken", "en": "{n} visits"},
    "whatif_visit_days": {
        "nl": "{phase}: {added} andere dagen erbij, {removed} dagen niet meer",
        "en": "{phase}: {added} other days added, {removed} days no more",
    },
    "whatif_added": {"nl": "erbij: {what}", "en": "added: {what}"},
    "whatif_removed": {"nl": "niet meer: {what}", "en": "no more: {what}"},
    "whatif_suppressed": {"nl": "wel, maar nu niet: {what}", "en": "yes, but not for now: {what}"},
    "whatif_unsuppressed": {
        "nl": "stond al klaar voor later: {what}",
        "en": "was there already, for later: {what}",
    },
    "whatif_asked": {"nl": "nog te vragen: {what}", "en": "still to ask: {what}"},
    "whatif_unasked": {"nl": "niet meer te vragen: {what}", "en": "no longer to ask: {what}"},
    "whatif_strength": {"nl": "gaat goed: {what}", "en": "goes well: {what}"},
    "whatif_no_strength": {
        "nl": "niet meer genoemd als goed: {what}",
        "en": "no longer named as going well: {what}",
    },
    # where there is room
    "head_towards": {"nl": "Waar ruimte is", "en": "Where there is room"},
    "towards_intro": {
        "nl": "Geen advies aan haar. Hieronder staat waar de uitkomst aan hangt: wat er anders zou zijn bij {level}. Of iets kan of goed is, weet zij het best.",
        "en": "Not advice to her. Below is what the outcome hangs on: what would be different with {level}. Whether anything can or should change, she knows best.",
    },
    "towards_already": {
        "nl": "De uitkomst is nu al: {level}.",
        "en": "The outcome is this already: {level}.",
    },
    "towards_if": {
        "nl": "De uitkomst zou {level} zijn als:",
        "en": "The outcome would be {level} if:",
    },
    "towards_unknown": {"nl": "{change} (nu nog niet bekend)", "en": "{change} (not known yet)"},
    "towards_none": {
        "nl": "Met een verandering van hoogstens {n} feiten is er geen weg naar {level}.",
        "en": "With a change of at most {n} facts there is no way to {level}.",
    },
    "towards_complete": {
        "nl": "Dit zijn alle wegen met hoogstens {n} feiten.",
        "en": "These are all ways with at most {n} facts.",
    },
    "towards_partly": {
        "nl": "Er kunnen meer wegen zijn; niet alles kon worden bekeken.",
        "en": "There may be more ways; not everything could be looked at.",
    },
    "change_line": {"nl": "{fact}: {values}", "en": "{fact}: {values}"},
    # what is enough
    "head_enough": {"nl": "Wat genoeg is", "en": "What is enough"},
    "enough_open": {
        "nl": "De uitkomst is nog open; er is nog niets dat hem vastlegt.",
        "en": "The outcome is still open; nothing fixes it yet.",
    },
    "enough_intro": {
        "nl": "Om deze uitkomst vast te leggen is een van deze rijtjes genoeg, hoe het met de rest ook zit. Meer hoeft daarvoor niet bewaard of gedeeld te worden.",
        "en": "Any one of these lists is enough to fix this outcome, whatever the rest is. For that no more need be stored or shared.",
    },
    "enough_always": {
        "nl": "Deze uitkomst hangt van geen enkel antwoord af.",
        "en": "This outcome hangs on no answer at all.",
    },
    "enough_none": {
        "nl": "Geen van haar antwoorden legt deze uitkomst vast. Een antwoord waar nu niet naar gevraagd wordt, kan hem nog veranderen.",
        "en": "None of her answers fixes this outcome. An answer that is not asked for now may still change it.",
    },
    "enough_complete": {
        "nl": "Kleinere of andere rijtjes zijn er niet.",
        "en": "There are no smaller or other lists.",
    },
    "enough_partly": {
        "nl": "Er kunnen ook andere of kleinere rijtjes zijn; niet alles kon worden bekeken.",
        "en": "There may be other or smaller lists; not everything could be looked at.",
    },
    # what changes by itself
    "head_ahead": {"nl": "Wat er vanzelf verandert", "en": "What changes by itself"},
    "ahead_on": {"nl": "Op {date}: {why}. {what}", "en": "On {date}: {why}. {what}"},
    "ahead_by": {
        "nl": "Uiterlijk op {date}: {why}. {what}",
        "en": "By {date} at the latest: {why}. {what}",
    },
    "ahead_some_day": {"nl": "Op een dag: {why}. {what}", "en": "Some day: {why}. {what}"},
    "ahead_by_now": {"nl": "Intussen: {why}. {what}", "en": "By now: {why}. {what}"},
    "ahead_none": {
        "nl": "Zolang er niets bij komt, verandert er niets vanzelf.",
        "en": "As long as nothing is added, nothing changes by itself.",
    },
    "ahead_norm": {"nl": "{label} verandert", "en": "{label} changes"},
    "ahead_phase_begins": {"nl": "{label} begint", "en": "{label} begins"},
    "ahead_phase_ends": {"nl": "{label} is voorbij", "en": "{label} is over"},
    "ahead_time": {"nl": "{label} gaat een grens over", "en": "{label} passes a line"},
    "ahead_age": {"nl": "{label} wordt {age}", "en": "{label} becomes {age}"},
    "ahead_day": {"nl": "de kalender", "en": "the calendar"},
    "ahead_class": {
        "nl": "De uitkomst wordt dan: {classes}.",
        "en": "The outcome is then: {classes}.",
    },
    "ahead_turned": {"nl": "Dan {truth}: {label}.", "en": "Then {truth}: {label}."},
    "ahead_added": {"nl": "Te doen erbij: {n}.", "en": "More to do: {n}."},
    "ahead_removed": {"nl": "Niet meer te doen: {n}.", "en": "No longer to do: {n}."},
    "ahead_intake_yes": {
        "nl": "Dan is er reden voor een intake.",
        "en": "Then there is reason for an intake.",
    },
    "ahead_intake_no": {
        "nl": "Dan is er geen reden meer voor een intake.",
        "en": "Then there is no more reason for an intake.",
    },
    "ahead_intake_other": {
        "nl": "Voor de intake zijn er dan andere redenen.",
        "en": "The intake then has other reasons.",
    },
    # an empty case file
    "blank_intro": {
        "nl": "Vul in wat bekend is. Laat null staan wat nog niet gevraagd is; schrijf declined\nals zij er geen antwoord op wil geven. Geen naam, adres of BSN.\nHulp in de editor: kansrijk schema case -o case.schema.json",
        "en": "Fill in what is known. Leave null what was not asked yet; write declined where\nshe would rather not answer. No name, address or citizen number.\nHelp in the editor: kansrijk schema case -o case.schema.json",
    },
    "blank_case": {"nl": "een eigen kenmerk", "en": "a mark of your own"},
    "blank_due": {
        "nl": "uitgerekende datum, zoals 2027-03-14; bij kinderwens leeg",
        "en": "due date, such as 2027-03-14; empty before a pregnancy",
    },
    "blank_text": {"nl": "[eigen woorden]", "en": "[own words]"},
    # lists of packs and their check
    "check_good": {
        "nl": "{pack} {version}: geen problemen. {criteria} criteria, {signals} signalen, {classes} klassen, {phases} fases, {actions} acties, {facts} feiten, {norms} normen.",
        "en": "{pack} {version}: no problems. {criteria} criteria, {signals} signals, {classes} classes, {phases} phases, {actions} actions, {facts} facts, {norms} norms.",
    },
    # margins, and what the outcome hangs on
    "margin_below": {
        "nl": "{fact}: {distance} onder de grens",
        "en": "{fact}: {distance} below the line",
    },
    "margin_at": {"nl": "{fact}: precies op de grens", "en": "{fact}: exactly on the line"},
    "margin_above": {
        "nl": "{fact}: {distance} boven de grens",
        "en": "{fact}: {distance} above the line",
    },
    "margin_close": {
        "nl": "{margin}, en dat is binnen de meetfout",
        "en": "{margin}, which is within the measuring error",
    },
    "error_turns": {
        "nl": "de uitkomst kan erdoor veranderen",
        "en": "the outcome may change with it",
        "fr": "le résultat peut en changer",
    },
    "error_stays": {
        "nl": "de uitkomst verandert er niet door",
        "en": "the outcome does not change with it",
        "fr": "le résultat n'en change pas",
    },
    "head_hangs_on": {"nl": "Waar de uitkomst op rust", "en": "What the outcome hangs on"},
    "hangs_robust": {
        "nl": "De regels bevatten aannames. Bij elke andere lezing van één ervan is de uitkomst dezelfde.",
        "en": "The rules hold assumptions. With any other reading of one of them the outcome is the same.",
    },
    "hangs_intro": {
        "nl": "De regels bevatten aannames. Wordt één ervan anders gelezen, dan is de uitkomst soms een andere:",
        "en": "The rules hold assumptions. Where one of them is read otherwise, the outcome can be another:",
    },
    "hangs_line": {"nl": "Als {reading}: {level}.", "en": "If {reading}: {level}."},
    "decisive_title": {
        "nl": "{cases} dossiers. Zoveel uitkomsten veranderen als een aanname anders wordt gelezen:",
        "en": "{cases} cases. So many outcomes change where an assumption is read otherwise:",
    },
    "decisive_line": {
        "nl": "als {reading}: {changes}",
        "en": "if {reading}: {changes}",
    },
    "decisive_change": {
        "nl": "{cases} keer {after} in plaats van {before}",
        "en": "{cases} times {after} instead of {before}",
    },
    "decisive_none": {
        "nl": "Geen uitkomst verandert door een andere lezing van: {labels}.",
        "en": "No outcome changes by another reading of: {labels}.",
    },
    "reading_unnamed": {"nl": "{norm} {value} is", "en": "{norm} is {value}"},
    "possible_exact": {
        "nl": "Mogelijke klassen: exact, voor zover gekeken.",
        "en": "Possible classes: exact, as far as was looked.",
    },
    "possible_wide": {
        "nl": "Mogelijke klassen: soms staat er een te veel bij; nooit een te weinig.",
        "en": "Possible classes: at times one too many is named; never one too few.",
    },
    "possible_shared": {
        "nl": "Op meer dan één plek in de regels tellen mee: {facts}. Daarom wordt gezocht door antwoorden te proberen.",
        "en": "What more than one place of the rules looks at: {facts}. That is why answers are tried.",
    },
    "possible_drawn": {
        "nl": "Van {drawn} half ingevulde dossiers, willekeurig gekozen, duurde dat bij {stopped} te lang.",
        "en": "Of {drawn} half-known cases, drawn at random, that took too long in {stopped}.",
    },
    "possible_unsure": {
        "nl": "Dan bleef mogelijk zonder dat vaststond of er antwoorden heen leiden: {classes}.",
        "en": "What then stayed possible, without knowing whether any answers lead there: {classes}.",
    },
    "possible_beside": {
        "nl": "{rule}: {fact} wordt vergeleken met een ander feit. Antwoorden daarop worden niet geprobeerd, dus telt elke regel op zichzelf.",
        "en": "{rule}: {fact} is compared with another fact. Answers to it are not tried, so each rule counts by itself.",
    },
    # warnings
    "warning_margin_could_turn": {
        "nl": "{about}: dit ligt zo dicht bij de grens dat een meetfout het verschil kan maken; {then}. Het loont om opnieuw te meten of na te vragen: {measured}",
        "en": "{about}: this lies so close to the line that a measuring error can make the difference; {then}. It is worthwhile to measure or ask again: {measured}",
        "fr": "{about} : c'est si près de la limite qu'une erreur de mesure peut faire la différence ; {then}. Il vaut la peine de mesurer ou de demander à nouveau : {measured}",
    },
    "warning_pack_not_in_force": {
        "nl": "deze regels gelden pas vanaf {from}",
        "en": "these rules are in force only from {from}",
        "fr": "ces règles ne valent qu'à partir du {from}",
    },
    "warning_pack_out_of_force": {
        "nl": "deze regels golden tot {until}",
        "en": "these rules were in force until {until}",
        "fr": "ces règles valaient jusqu'au {until}",
    },
    "warning_pack_past_review": {
        "nl": "deze regels hadden op {review} opnieuw bekeken moeten zijn",
        "en": "these rules were due for review on {review}",
        "fr": "ces règles devaient être revues le {review}",
    },
    "warning_due_date_counted": {
        "nl": "er is geen uitgerekende datum gegeven; {due} is geteld vanaf de laatste menstruatie",
        "en": "no due date was given; {due} was counted from the last period",
        "fr": "aucune date prévue n'est donnée ; le {due} a été compté à partir des dernières règles",
    },
    "warning_due_date_passed": {
        "nl": "de uitgerekende datum ({due}) is voorbij en er is geen geboorte vastgelegd; de fases erna zijn geteld vanaf vandaag. Leg de geboorte vast zodra het kind er is",
        "en": "the due date ({due}) has passed and no birth is recorded; the later phases are counted from today. Record the birth once the child is there",
        "fr": "la date prévue ({due}) est passée et aucune naissance n'est notée ; les phases suivantes sont comptées à partir d'aujourd'hui. Notez la naissance dès que l'enfant est là",
    },
    "warning_disputed": {
        "nl": "{about}: op {date} is verschillend genoteerd ({said}); het telt als nog niet bekend tot iemand het vaststelt",
        "en": "{about}: different answers were noted on {date} ({said}); it counts as not known until somebody settles it",
        "fr": "{about} : des réponses différentes ont été notées le {date} ({said}) ; cela compte comme inconnu jusqu'à ce que quelqu'un tranche",
    },
    "warning_norm_past_review": {
        "nl": "{about}: dit bedrag had op {review} vernieuwd moeten zijn; het oude is gebruikt",
        "en": "{about}: this figure was due for renewal on {review}; the old one was used",
        "fr": "{about} : ce chiffre devait être renouvelé le {review} ; l'ancien a été utilisé",
    },
    "warning_norm_gap": {
        "nl": "{about}: voor {on} is geen waarde bekend; wat ervan afhangt blijft open",
        "en": "{about}: no value is known for {on}; what depends on it stays open",
        "fr": "{about} : aucune valeur n'est connue pour le {on} ; ce qui en dépend reste ouvert",
    },
    "warning_ways_differ": {
        "nl": "{about}: twee manieren om dit te meten zeggen iets anders; de eerste telt",
        "en": "{about}: two ways of measuring this say different things; the first counts",
        "fr": "{about} : deux façons de le mesurer disent autre chose ; la première compte",
    },
    "warning_contradiction": {
        "nl": "dit gaat niet samen: {message}",
        "en": "these do not go together: {message}",
        "fr": "ceci ne va pas ensemble : {message}",
    },
    "warning_implausible": {
        "nl": "dit is ongewoon: {message}",
        "en": "this is unusual: {message}",
        "fr": "ceci est inhabituel : {message}",
    },
    "place": {"nl": "zie {place}", "en": "see {place}", "fr": "voir {place}"},
}

UNITS: dict[str, dict[str, str]] = {
    "factor": {"nl": "", "en": ""},
    "aantal": {"nl": "", "en": "", "fr": ""},
    "EUR/maand": {"nl": "euro per maand", "en": "euros a month", "fr": "euros par mois"},
    "jaar": {"nl": "jaar", "en": "years", "fr": "ans"},
    "punten": {"nl": "punten", "en": "points", "fr": "points"},
    "maanden": {"nl": "maanden", "en": "months", "fr": "mois"},
    "kg/m2": {"nl": "kg/m²", "en": "kg/m²"},
    "dagen": {"nl": "dagen", "en": "days", "fr": "jours"},
}
"""How a unit is said; one that is not here is said as it is written, such as `cm`."""
