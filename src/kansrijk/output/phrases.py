"""The program's own words, in each language it speaks. What is said of care stands in the pack."""

from __future__ import annotations

from kansrijk.output.ask_phrases import ASK_PHRASES
from kansrijk.output.authoring_phrases import AUTHORING_PHRASES
from kansrijk.output.diff_phrases import DIFF_PHRASES
from kansrijk.output.documents_phrases import DOCUMENTS_PHRASES
from kansrijk.output.event_phrases import EVENT_PHRASES
from kansrijk.output.family_phrases import FAMILY_PHRASES
from kansrijk.output.governance_phrases import GOVERNANCE_PHRASES
from kansrijk.output.mutant_phrases import MUTANT_PHRASES
from kansrijk.output.plan_phrases import PLAN_PHRASES
from kansrijk.output.proof_phrases import PROOF_PHRASES
from kansrijk.output.record_phrases import RECORD_PHRASES
from kansrijk.output.testing_phrases import TESTING_PHRASES
from kansrijk.output.verify_phrases import VERIFY_PHRASES
from kansrijk.output.visit_phrases import VISIT_PHRASES
from kansrijk.output.whatif_phrases import WHATIF_PHRASES

PHRASES: dict[str, dict[str, str]] = {
    **ASK_PHRASES,
    **AUTHORING_PHRASES,
    **DIFF_PHRASES,
    **DOCUMENTS_PHRASES,
    **EVENT_PHRASES,
    **FAMILY_PHRASES,
    **GOVERNANCE_PHRASES,
    **MUTANT_PHRASES,
    **PLAN_PHRASES,
    **PROOF_PHRASES,
    **RECORD_PHRASES,
    **TESTING_PHRASES,
    **VERIFY_PHRASES,
    **VISIT_PHRASES,
    **WHATIF_PHRASES,
    # dates
    "weekdays": {
        "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    },
    "months": {
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
        "en": "January February March April May June July August September October November December",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    },
    "first_of_month": {"nl": "1", "en": "1", "fr": "1er"},
    "day": {"nl": "{weekday} {date}", "en": "{weekday} {date}", "fr": "{weekday} {date}"},
    # signs
    "pair": {"nl": "{what}: {said}", "en": "{what}: {said}", "fr": "{what} : {said}"},
    "apart": {"nl": "; ", "en": "; ", "fr": " ; "},
    # truths
    "yes": {"nl": "ja", "en": "yes", "fr": "oui"},
    "no": {"nl": "nee", "en": "no", "fr": "non"},
    "truth_true": {"nl": "ja", "en": "yes", "fr": "oui"},
    "truth_false": {"nl": "nee", "en": "no", "fr": "non"},
    "truth_unknown": {"nl": "nog niet bekend", "en": "not known yet", "fr": "pas encore connu"},
    "legend_basis": {
        "nl": "Een aanname moet wie de regels vaststelt nog bevestigen. De nummers zijn die van de bronnen onderaan.",
        "en": "An assumption is still to be confirmed by the owner of the rules. The numbers are those of the sources at the end.",
        "fr": "Une hypothèse doit encore être confirmée par les responsables des règles. Les numéros renvoient aux sources, à la fin.",
    },
    "legend": {
        "nl": "● ja   ○ nee   ? nog niet bekend",
        "en": "● yes   ○ no   ? not known yet",
        "fr": "● oui   ○ non   ? pas encore connu",
    },
    # headings of the outcome
    "title": {
        "nl": "{title}, dossier {case}, {date}",
        "en": "{title}, case {case}, {date}",
        "fr": "{title}, dossier {case}, {date}",
    },
    "proposal": {
        "nl": "Een voorstel op grond van de regels. Je beslist er samen met haar over.",
        "en": "A proposal, made by the rules. You decide on it together with her.",
        "fr": "Une proposition, faite à partir des règles. Vous en décidez avec elle.",
    },
    "head_urgent": {"nl": "Kan niet wachten", "en": "Cannot wait", "fr": "Ne peut pas attendre"},
    "head_class": {"nl": "Uitkomst", "en": "Outcome", "fr": "Résultat"},
    "head_criteria": {"nl": "Criteria", "en": "Criteria", "fr": "Critères"},
    "head_strengths": {"nl": "Wat er goed gaat", "en": "What goes well", "fr": "Ce qui va bien"},
    "head_questions": {"nl": "Nog te vragen", "en": "Still to ask", "fr": "Encore à demander"},
    "head_intake": {"nl": "Intake", "en": "Intake", "fr": "Entretien d'accueil"},
    "reason_elsewhere": {
        "nl": "niet voor deze kopie",
        "en": "not for this copy",
        "fr": "pas pour cette copie",
    },
    "copy_for": {
        "nl": "Kopie voor: {role}. Wat voor die rol niet bestemd is, staat er niet in; ook de uitkomst rust dan op wat wel bestemd is.",
        "en": "Copy for: {role}. What is not meant for that role is not in it; the outcome too then rests on what is.",
        "fr": "Copie pour : {role}. Ce qui n'est pas destiné à ce rôle n'y figure pas ; le résultat aussi repose alors sur ce qui l'est.",
    },
    "head_standing": {"nl": "Waar het staat", "en": "Where it stands", "fr": "Où on en est"},
    "head_plan": {"nl": "Zorgplan", "en": "Care plan", "fr": "Plan d'accompagnement"},
    "head_phases": {"nl": "Fases", "en": "Phases", "fr": "Phases"},
    "head_goals": {"nl": "Doelen", "en": "Goals", "fr": "Objectifs"},
    "head_medical": {
        "nl": "Te doen, medisch",
        "en": "To do, medical",
        "fr": "À faire, volet médical",
    },
    "head_social": {"nl": "Te doen, sociaal", "en": "To do, social", "fr": "À faire, volet social"},
    "head_later": {"nl": "Nu niet aan de orde", "en": "Not for now", "fr": "Pas pour maintenant"},
    "head_sources": {"nl": "Bronnen", "en": "Sources", "fr": "Sources"},
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
        "nl": "Daarna misschien nog {n} vragen voor de uitkomst‹; met --all zie je ze›.",
        "en": "After these perhaps {n} more questions for the outcome‹; --all shows them›.",
        "fr": "Ensuite, peut-être encore {n} questions pour le résultat‹ ; --all les montre›.",
    },
    "questions_more_one": {
        "nl": "Daarna misschien nog 1 vraag voor de uitkomst‹; met --all zie je die›.",
        "en": "After these perhaps 1 more question for the outcome‹; --all shows it›.",
        "fr": "Ensuite, peut-être encore 1 question pour le résultat‹ ; --all la montre›.",
    },
    "questions_other": {
        "nl": "Los van de uitkomst nog {n} vragen, ook over veiligheid en over wat goed gaat. Ze veranderen soms wat er nu moet gebeuren‹; met --all zie je ze›.",
        "en": "Apart from the outcome {n} more questions, on safety and on what goes well too. They may change what has to be done now‹; --all shows them›.",
        "fr": "En dehors du résultat, encore {n} questions, aussi sur la sécurité et sur ce qui va bien. Elles changent parfois ce qu'il y a à faire maintenant‹ ; --all les montre›.",
    },
    "questions_other_one": {
        "nl": "Los van de uitkomst nog 1 vraag. Het antwoord verandert misschien wat er nu moet gebeuren‹; met --all zie je die›.",
        "en": "Apart from the outcome 1 more question. Its answer may change what has to be done now‹; --all shows it›.",
        "fr": "En dehors du résultat, encore 1 question. La réponse change peut-être ce qu'il y a à faire maintenant‹ ; --all la montre›.",
    },
    "questions_none": {
        "nl": "Voor de uitkomst is niets meer nodig.",
        "en": "Nothing more is needed for the outcome.",
        "fr": "Pour le résultat, plus rien n'est nécessaire.",
    },
    "questions_exhausted": {
        "nl": "Wat nog open is, wil zij niet zeggen of is niet te weten. Kijk samen met haar wat past.",
        "en": "What is still open she would rather not say, or cannot be known. See with her what fits.",
        "fr": "Ce qui est encore ouvert, elle préfère ne pas le dire, ou on ne peut pas le savoir. Voyez avec elle ce qui convient.",
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
        "fr": "Rien n'est encore noté. Demandez aussi ce qui va bien.",
    },
    # whether she wants help with a criterion
    "help_wanted": {
        "nl": "zij wil hier hulp bij",
        "en": "she wants help with this",
        "fr": "elle souhaite de l'aide pour cela",
    },
    "help_not_now": {
        "nl": "zij wil hier nu geen hulp bij, later misschien wel",
        "en": "she does not want help with this now, perhaps later",
        "fr": "elle ne souhaite pas d'aide pour cela maintenant, plus tard peut-être",
    },
    "help_not_wanted": {
        "nl": "zij wil hier geen hulp bij",
        "en": "she does not want help with this",
        "fr": "elle ne souhaite pas d'aide pour cela",
    },
    "help_declined": {
        "nl": "zij zegt liever niet of zij hier hulp bij wil",
        "en": "she would rather not say whether she wants help with this",
        "fr": "elle préfère ne pas dire si elle souhaite de l'aide pour cela",
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
    "intake_within_none": {"nl": ", vandaag nog", "en": " today", "fr": ", dès aujourd'hui"},
    "intake_within_one": {
        "nl": ", uiterlijk morgen",
        "en": " by tomorrow",
        "fr": ", demain au plus tard",
    },
    # the steps
    "standing": {
        "nl": "Stap {step} van {most}: {label}.",
        "en": "Step {step} of {most}: {label}.",
        "fr": "Étape {step} sur {most} : {label}.",
    },
    "standing_end": {
        "nl": "De begeleiding is gestopt: {label}.",
        "en": "The support has ended: {label}.",
        "fr": "L'accompagnement s'est arrêté : {label}.",
    },
    "standing_unsaid": {
        "nl": "De begeleiding is gestopt.",
        "en": "The support has ended.",
        "fr": "L'accompagnement s'est arrêté.",
    },
    "determined": {
        "nl": "Wat er nodig is: {needed}.",
        "en": "What is needed: {needed}.",
        "fr": "Ce qu'il faut : {needed}.",
    },
    "determined_medical": {
        "nl": "medische zorg of overleg",
        "en": "medical care or advice",
        "fr": "des soins ou un avis médical",
    },
    "determined_social": {
        "nl": "praktische of sociale hulp",
        "en": "practical or social help",
        "fr": "une aide pratique ou sociale",
    },
    "step_line": {
        "nl": "Dan: {what} — {by}",
        "en": "Next: {what} — {by}",
        "fr": "Ensuite : {what} — {by}",
    },
    "step_lacking": {
        "nl": "Daarvoor is nog nodig: {lacking}.",
        "en": "Still needed for that: {lacking}.",
        "fr": "Il faut encore pour cela : {lacking}.",
    },
    "step_intake": {
        "nl": "de intake houden",
        "en": "hold the intake",
        "fr": "tenir l'entretien d'accueil",
    },
    "step_agreement": {
        "nl": "het plan met haar bespreken, en vastleggen of zij ermee instemt",
        "en": "go through the plan with her, and record whether she agrees",
        "fr": "parcourir le plan avec elle, et noter si elle donne son accord",
    },
    "step_plan_set": {
        "nl": "het plan vaststellen zoals zij het wil",
        "en": "set the plan as she wants it",
        "fr": "fixer le plan comme elle le souhaite",
    },
    "step_completed": {
        "nl": "de begeleiding samen met haar afronden, als het zover is",
        "en": "complete the support together with her, when it is time",
        "fr": "achever l'accompagnement avec elle, le moment venu",
    },
    "lacking_class_known": {
        "nl": "dat de uitkomst vaststaat",
        "en": "that the outcome is settled",
        "fr": "que le résultat soit établi",
    },
    "lacking_due_date_known": {
        "nl": "de uitgerekende datum",
        "en": "the due date",
        "fr": "la date prévue de l'accouchement",
    },
    "lacking_intake_offered": {
        "nl": "een reden voor een intake",
        "en": "a reason for an intake",
        "fr": "une raison pour un entretien d'accueil",
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
    "rests_on_source": {"nl": "volgens de bron", "en": "from the source", "fr": "selon la source"},
    "rests_on_policy": {
        "nl": "beleid van de eigenaar",
        "en": "policy of the owner",
        "fr": "choix des responsables des règles",
    },
    "rests_on_assumption": {"nl": "aanname", "en": "assumption", "fr": "hypothèse"},
    "basis_source": {"nl": "volgens de bron", "en": "from the source", "fr": "selon la source"},
    "basis_policy": {
        "nl": "beleid van de eigenaar",
        "en": "policy of the owner",
        "fr": "choix des responsables des règles",
    },
    "basis_assumption": {
        "nl": "aanname, nog te bevestigen door wie de regels vaststelt",
        "en": "assumption, still to be confirmed by the owner of the rules",
        "fr": "hypothèse, encore à confirmer par les responsables des règles",
    },
    "op_all": {"nl": "alle van deze", "en": "all of these", "fr": "toutes ces conditions"},
    "op_any": {
        "nl": "een of meer van deze",
        "en": "one or more of these",
        "fr": "une ou plusieurs de ces conditions",
    },
    "op_not": {"nl": "niet", "en": "not", "fr": "ceci n'est pas le cas"},
    "op_first_known": {
        "nl": "de eerste die bekend is",
        "en": "the first that is known",
        "fr": "la première condition qui est connue",
    },
    "op_count": {
        "nl": "{at_least} of meer van deze",
        "en": "{at_least} or more of these",
        "fr": "{at_least} ou plus de ces conditions",
    },
    "op_class": {
        "nl": "de hoogste die klopt",
        "en": "the highest that holds",
        "fr": "le résultat le plus élevé qui s'applique",
    },
    "test_one_of": {"nl": "{fact}: {values}", "en": "{fact}: {values}", "fr": "{fact} : {values}"},
    "test_at_least": {
        "nl": "{fact}: {bound} of meer",
        "en": "{fact}: {bound} or more",
        "fr": "{fact} : {bound} ou plus",
    },
    "test_at_most": {
        "nl": "{fact}: hoogstens {bound}",
        "en": "{fact}: at most {bound}",
        "fr": "{fact} : au plus {bound}",
    },
    "test_above": {
        "nl": "{fact}: meer dan {bound}",
        "en": "{fact}: more than {bound}",
        "fr": "{fact} : plus de {bound}",
    },
    "test_below": {
        "nl": "{fact}: minder dan {bound}",
        "en": "{fact}: less than {bound}",
        "fr": "{fact} : moins de {bound}",
    },
    "test_below_count": {
        "nl": "{fact}: minder dan {bound}",
        "en": "{fact}: fewer than {bound}",
        "fr": "{fact} : moins de {bound}",
    },
    "test_not": {"nl": "niet: {fact}", "en": "not: {fact}", "fr": "{fact} : non"},
    "test_answered": {
        "nl": "{fact}: ingevuld",
        "en": "{fact}: answered",
        "fr": "{fact} : réponse donnée",
    },
    "bound_unknown": {
        "nl": "een grens die niet bekend is",
        "en": "a line that is not known",
        "fr": "la limite (inconnue)",
    },
    "class_in": {
        "nl": "de uitkomst is {classes}",
        "en": "the outcome is {classes}",
        "fr": "résultat : {classes}",
    },
    "class_may_be": {
        "nl": "de uitkomst kan {classes} zijn",
        "en": "the outcome may be {classes}",
        "fr": "résultat possible : {classes}",
    },
    "phase_in": {
        "nl": "het is nu {phases}",
        "en": "it is now {phases}",
        "fr": "phase actuelle : {phases}",
    },
    "norm_since": {
        "nl": "{label}, sinds {date}",
        "en": "{label}, since {date}",
        "fr": "{label}, depuis le {date}",
    },
    # what a professional decided
    "the_class": {"nl": "de uitkomst", "en": "the outcome", "fr": "le résultat"},
    "override": {
        "nl": "Vastgesteld door {by} op {date}: {decided} (reden: {reason}). De regels zelf zeggen: {rules}.",
        "en": "Decided on {date} (role: {by}): {decided} (reason: {reason}). The rules themselves say: {rules}.",
        "fr": "Décidé le {date} ({by}) : {decided} (raison : {reason}). Les règles elles-mêmes disent : {rules}.",
    },
    "override_review": {
        "nl": "Op die dag zeiden de regels iets anders: kijk of dit besluit nog past.",
        "en": "On that day the rules said something else: see whether this decision still fits.",
        "fr": "Ce jour-là, les règles disaient autre chose : voyez si cette décision convient encore.",
    },
    "called_true": {"nl": "wel aan de orde", "en": "called for", "fr": "à faire"},
    "called_false": {"nl": "niet aan de orde", "en": "not called for", "fr": "pas à faire"},
    "called_unknown": {"nl": "nog niet bekend", "en": "not known yet", "fr": "pas encore connu"},
    "not_now_override": {
        "nl": "want dat is zo besloten",
        "en": "because that was decided",
        "fr": "car cela a été décidé ainsi",
    },
    "warning_override_review": {
        "nl": "{about}: vastgesteld door {by} op {date}; sindsdien zijn de regels zelf iets anders gaan zeggen. Kijk of het besluit nog past",
        "en": "{about}: decided on {date} (role: {by}); since then the rules themselves have come to say something else. See whether the decision still fits",
        "fr": "{about} : décidé le {date} ({by}) ; depuis, les règles elles-mêmes disent autre chose. Voyez si la décision convient encore",
    },
    "warning_override_disputed": {
        "nl": "{about}: op {date} zijn verschillende besluiten genoteerd; geen van alle telt, en de regels gelden tot iemand het vaststelt",
        "en": "{about}: different decisions were noted on {date}; none of them counts, and the rules hold until somebody settles it",
        "fr": "{about} : des décisions différentes ont été notées le {date} ; aucune ne compte, et les règles valent jusqu'à ce que quelqu'un tranche",
    },
    # a condition as a sentence: what stands in quotes is the pack's, the rest never changes
    "and": {"nl": "en", "en": "and", "fr": "et"},
    "decimal": {"nl": ",", "en": ".", "fr": ","},
    "read_all": {
        "nl": "alle van deze {n}",
        "en": "all of these {n}",
        "fr": "chacune de ces {n} conditions",
    },
    "read_all_not": {
        "nl": "niet alle van deze {n}",
        "en": "not all of these {n}",
        "fr": "pas chacune de ces {n} conditions",
    },
    "read_any": {
        "nl": "een of meer van deze {n}",
        "en": "one or more of these {n}",
        "fr": "une ou plusieurs de ces {n} conditions",
    },
    "read_any_not": {
        "nl": "geen van deze {n}",
        "en": "none of these {n}",
        "fr": "aucune de ces {n} conditions",
    },
    "read_first_known": {
        "nl": "de eerste van deze {n} die bekend is",
        "en": "the first of these {n} that is known",
        "fr": "la première de ces {n} conditions qui est connue",
    },
    "read_first_known_not": {
        "nl": "niet de eerste van deze {n} die bekend is",
        "en": "not the first of these {n} that is known",
        "fr": "pas la première de ces {n} conditions qui est connue",
    },
    "read_count": {
        "nl": "minstens {at_least} van deze {n}",
        "en": "at least {at_least} of these {n}",
        "fr": "au moins {at_least} de ces {n} conditions",
    },
    "read_count_not": {
        "nl": "niet minstens {at_least} van deze {n}",
        "en": "not at least {at_least} of these {n}",
        "fr": "pas au moins {at_least} de ces {n} conditions",
    },
    "read_count_domains": {
        "nl": "minstens {at_least}, uit minstens {domains} leefgebieden, van deze {n}",
        "en": "at least {at_least}, from at least {domains} domains of life, of these {n}",
        "fr": "au moins {at_least}, dans au moins {domains} domaines de vie, de ces {n} conditions",
    },
    "read_count_domains_not": {
        "nl": "niet minstens {at_least}, uit minstens {domains} leefgebieden, van deze {n}",
        "en": "not at least {at_least}, from at least {domains} domains of life, of these {n}",
        "fr": "pas au moins {at_least}, dans au moins {domains} domaines de vie, de ces {n} conditions",
    },
    "read_is": {"nl": "{fact} is {value}", "en": "{fact} is {value}", "fr": "{fact} : {value}"},
    "read_is_not": {
        "nl": "{fact} is niet {value}",
        "en": "{fact} is not {value}",
        "fr": "{fact} : pas {value}",
    },
    "read_answered": {
        "nl": "{fact} is ingevuld",
        "en": "{fact} is filled in",
        "fr": "{fact} : réponse donnée",
    },
    "read_answered_not": {
        "nl": "{fact} is niet ingevuld",
        "en": "{fact} is not filled in",
        "fr": "{fact} : pas de réponse donnée",
    },
    "read_criterion": {
        "nl": "{label} speelt",
        "en": "{label} is at play",
        "fr": "{label} joue un rôle",
    },
    "read_criterion_not": {
        "nl": "{label} speelt niet",
        "en": "{label} is not at play",
        "fr": "{label} ne joue pas de rôle",
    },
    "read_signal": {
        "nl": "het signaal {label} speelt",
        "en": "the signal {label} is at play",
        "fr": "le signal {label} est présent",
    },
    "read_signal_not": {
        "nl": "het signaal {label} speelt niet",
        "en": "the signal {label} is not at play",
        "fr": "le signal {label} n'est pas présent",
    },
    "read_strength": {"nl": "{label} is er", "en": "{label} is there", "fr": "{label} est là"},
    "read_strength_not": {
        "nl": "{label} is er niet",
        "en": "{label} is not there",
        "fr": "{label} n'est pas là",
    },
    "read_class": {
        "nl": "de uitkomst is {labels}",
        "en": "the outcome is {labels}",
        "fr": "le résultat est {labels}",
    },
    "read_class_not": {
        "nl": "de uitkomst is niet {labels}",
        "en": "the outcome is not {labels}",
        "fr": "le résultat n'est pas {labels}",
    },
    "read_may_be": {
        "nl": "de uitkomst kan {labels} zijn",
        "en": "the outcome may be {labels}",
        "fr": "le résultat peut être {labels}",
    },
    "read_may_be_not": {
        "nl": "de uitkomst kan niet {labels} zijn",
        "en": "the outcome cannot be {labels}",
        "fr": "le résultat ne peut pas être {labels}",
    },
    "read_phase": {
        "nl": "het is nu {labels}",
        "en": "it is now {labels}",
        "fr": "la phase actuelle est {labels}",
    },
    "read_phase_not": {
        "nl": "het is nu niet {labels}",
        "en": "it is not now {labels}",
        "fr": "la phase actuelle n'est pas {labels}",
    },
    "read_at_least": {"nl": "minstens {bound}", "en": "at least {bound}", "fr": "au moins {bound}"},
    "read_at_most": {"nl": "hoogstens {bound}", "en": "at most {bound}", "fr": "au plus {bound}"},
    "read_above": {"nl": "meer dan {bound}", "en": "more than {bound}", "fr": "plus de {bound}"},
    "read_below": {"nl": "minder dan {bound}", "en": "less than {bound}", "fr": "moins de {bound}"},
    "read_below_count": {
        "nl": "minder dan {bound}",
        "en": "fewer than {bound}",
        "fr": "moins de {bound}",
    },
    "read_norm": {
        "nl": "{figure} (norm {norm})",
        "en": "{figure} (norm {norm})",
        "fr": "{figure} (norme {norm})",
    },
    "read_norm_by": {
        "nl": "{figure} (norm {norm}, bij haar {by})",
        "en": "{figure} (norm {norm}, by her {by})",
        "fr": "{figure} (norme {norm}, selon {by} dans son cas)",
    },
    "read_norm_table": {
        "nl": "wat norm {norm} zegt bij haar {by}",
        "en": "what norm {norm} says by her {by}",
        "fr": "ce que dit la norme {norm} selon {by} dans son cas",
    },
    "read_unknown": {
        "nl": "een waarde die op deze dag niet bekend is",
        "en": "a value that is not known on this day",
        "fr": "la valeur de ce jour, qui n'est pas connue",
    },
    "read_unknown_by": {
        "nl": "een waarde die voor haar niet bekend is",
        "en": "a value that is not known for her",
        "fr": "la limite dans son cas, qui n'est pas connue",
    },
    "read_not_hers": {
        "nl": "een grens die voor haar niet geldt",
        "en": "a line that does not apply to her",
        "fr": "la limite, qui ne s'applique pas à elle",
    },
    # a finding as a sentence, and an explanation
    "finding": {"nl": "{label}: {told}", "en": "{label}: {told}", "fr": "{label} : {told}"},
    "told": {
        "nl": "{truth}, want {because}.",
        "en": "{truth}, because {because}.",
        "fr": "{truth}, car {because}.",
    },
    "told_alone": {"nl": "{truth}.", "en": "{truth}.", "fr": "{truth}."},
    "told_decided": {
        "nl": "{truth}, want dat is op {date} vastgesteld door {by} (reden: {reason}). De regels zelf zeggen: {rules}",
        "en": "{truth}, because that was decided on {date} (role: {by}; reason: {reason}). The rules themselves say: {rules}",
        "fr": "{truth}, car cela a été décidé le {date} ({by} ; raison : {reason}). Les règles elles-mêmes disent : {rules}",
    },
    "told_decided_class": {
        "nl": "{truth}, want op {date} is door {by} vastgesteld dat de uitkomst {level} is (reden: {reason}). De regels zelf zeggen: {rules}",
        "en": "{truth}, because on {date} it was decided that the outcome is {level} (role: {by}; reason: {reason}). The rules themselves say: {rules}",
        "fr": "{truth}, car il a été décidé le {date} que le résultat est {level} ({by} ; raison : {reason}). Les règles elles-mêmes disent : {rules}",
    },
    "class_met": {
        "nl": "{truth}. Aan de eigen regel is voldaan: {because}.",
        "en": "{truth}. Its own rule is met: {because}.",
        "fr": "{truth}. Les conditions de sa propre règle sont réunies : {because}.",
    },
    "class_lowest": {
        "nl": "{truth}. Dit is de uitkomst als geen andere klopt.",
        "en": "{truth}. This is the outcome when no other holds.",
        "fr": "{truth}. C'est le résultat quand aucun autre ne s'applique.",
    },
    "class_still_open": {
        "nl": "Nog open is of {labels} geldt",
        "en": "What is still open is whether {labels} holds",
        "fr": "Reste à savoir si {labels} s'applique",
    },
    "reason_class_only": {
        "nl": "de uitkomst kan alleen nog {labels} zijn",
        "en": "the outcome can now only be {labels}",
        "fr": "le résultat ne peut plus être que {labels}",
    },
    "reason_class_open": {
        "nl": "de uitkomst kan nog {labels} zijn",
        "en": "the outcome can still be {labels}",
        "fr": "le résultat peut encore être {labels}",
    },
    "reason_compared": {
        "nl": "{fact} is {value} ({test})",
        "en": "{fact} is {value} ({test})",
        "fr": "{fact} : {value} ({test})",
    },
    "read_of_fact": {"nl": "{bound}: {fact}", "en": "{bound}: {fact}", "fr": "{bound} : {fact}"},
    "reason_norm": {
        "nl": "de norm {norm} is {value}",
        "en": "the norm {norm} is {value}",
        "fr": "selon la norme {norm} : {value}",
    },
    "reason_rule_unknown": {
        "nl": "{label} is nog niet bekend",
        "en": "{label} is not known yet",
        "fr": "{label} : pas encore connu",
    },
    "reason_not_known": {
        "nl": "{fact} is op deze dag niet te bepalen",
        "en": "{fact} cannot be known on this day",
        "fr": "{fact} : impossible à établir à cette date",
    },
    "reason_no_norm": {
        "nl": "waar {fact} mee vergeleken wordt, is op deze dag niet bekend",
        "en": "what {fact} is held against is not known on this day",
        "fr": "ce à quoi {fact} se compare n'est pas connu à cette date",
    },
    "state_unanswered": {
        "nl": "{fact} is nog niet ingevuld",
        "en": "{fact} is not filled in yet",
        "fr": "{fact} n'a pas encore de réponse",
    },
    "state_declined": {
        "nl": "over {fact} wil zij niets zeggen",
        "en": "she would rather not say anything about {fact}",
        "fr": "elle préfère ne rien dire sur {fact}",
    },
    "state_disputed": {
        "nl": "over {fact} is op {date} verschillend genoteerd ({said})",
        "en": "different answers were noted about {fact} on {date} ({said})",
        "fr": "des réponses différentes ont été notées sur {fact} le {date} ({said})",
    },
    "not_counted": {
        "nl": "{told}, maar dat telde niet mee, want {why}",
        "en": "{told}, but that did not count, because {why}",
        "fr": "{told}, mais cela n'a pas compté, car {why}",
    },
    "not_there": {
        "nl": "{fact} is er niet: {because}",
        "en": "there is no {fact}: {because}",
        "fr": "{fact} manque : {because}",
    },
    "explain_not_counted": {
        "nl": "Bekend, maar niet meegeteld",
        "en": "Known, but not counted",
        "fr": "Connu, mais pas compté",
    },
    "explain_rule": {"nl": "De regel", "en": "The rule", "fr": "La règle"},
    "explain_facts": {"nl": "Feiten", "en": "Facts", "fr": "Faits"},
    "explain_enough": {
        "nl": "Feiten die hiervoor genoeg zijn",
        "en": "Facts that are enough for this",
        "fr": "Faits qui suffisent pour cela",
    },
    "explain_norms": {"nl": "Normen", "en": "Norms", "fr": "Normes"},
    "explain_by_rules": {
        "nl": "{head}, volgens de regels zelf",
        "en": "{head}, by the rules themselves",
        "fr": "{head}, selon les règles elles-mêmes",
    },
    "explain_decisions": {
        "nl": "Wat is vastgesteld",
        "en": "What was decided",
        "fr": "Ce qui a été décidé",
    },
    "explain_also": {"nl": "En verder", "en": "And also", "fr": "Et aussi"},
    "explain_also_intro": {
        "nl": "Achter elke regel staat tussen haakjes hoe hij heet; `kansrijk explain` met die naam legt hem uit.",
        "en": "The name of each rule stands behind it in brackets; `kansrijk explain` with that name explains it.",
        "fr": "Le nom de chaque règle est entre parenthèses ; `kansrijk explain` avec ce nom l'explique.",
    },
    "explain_missing": {"nl": "Wat ontbreekt", "en": "What is missing", "fr": "Ce qui manque"},
    "explain_rests_on": {
        "nl": "Waar dit op rust",
        "en": "What this rests on",
        "fr": "Sur quoi cela repose",
    },
    "explain_when": {"nl": "Wanneer", "en": "When", "fr": "Quand"},
    "explain_lowest": {
        "nl": "de uitkomst als geen andere klopt",
        "en": "the outcome when no other holds",
        "fr": "le résultat quand aucun autre ne s'applique",
    },
    "explain_place": {
        "nl": "{key} in {file}, regel {line}",
        "en": "{key} in {file}, line {line}",
        "fr": "{key} dans {file}, ligne {line}",
    },
    "explain_place_only": {
        "nl": "{key} in {file}",
        "en": "{key} in {file}",
        "fr": "{key} dans {file}",
    },
    "explain_not_now": {
        "nl": "nu niet aan de orde, {why}",
        "en": "not for now, {why}",
        "fr": "pas pour maintenant, {why}",
    },
    "explain_not_now_all": {
        "nl": "Dit is nu niet aan de orde, {why}.",
        "en": "This is not for now, {why}.",
        "fr": "Ceci n'est pas pour maintenant, {why}.",
    },
    "fact_from_start": {
        "nl": "{fact}: {value}, bekend vanaf het begin",
        "en": "{fact}: {value}, known from the beginning",
        "fr": "{fact} : {value}, depuis le début",
    },
    "fact_said": {
        "nl": "{fact}: {value}, op {date} door {by}",
        "en": "{fact}: {value}, on {date} by {by}",
        "fr": "{fact} : {value}, le {date} ({by})",
    },
    "fact_worked_out": {
        "nl": "{fact}: {value}, volgt uit {facts}",
        "en": "{fact}: {value}, follows from {facts}",
        "fr": "{fact} : {value}, d'après {facts}",
    },
    "fact_from_dates": {
        "nl": "{fact}: {value}, volgt uit de data",
        "en": "{fact}: {value}, follows from the dates",
        "fr": "{fact} : {value}, d'après les dates",
    },
    "norm_always": {"nl": "{norm}: {value}", "en": "{norm}: {value}", "fr": "{norm} : {value}"},
    "norm_from": {
        "nl": "{norm}: {value}, sinds {from}",
        "en": "{norm}: {value}, since {from}",
        "fr": "{norm} : {value}, depuis le {from}",
    },
    "norm_until": {
        "nl": "{norm}: {value}, van {from} tot {until}",
        "en": "{norm}: {value}, from {from} until {until}",
        "fr": "{norm} : {value}, du {from} au {until}",
    },
    "norm_note": {
        "nl": "in het {language}: {note}",
        "en": "in {language}: {note}",
        "fr": "en {language} : {note}",
    },
    "language_nl": {"nl": "Nederlands", "en": "Dutch", "fr": "néerlandais"},
    "language_en": {"nl": "Engels", "en": "English", "fr": "anglais"},
    "language_fr": {"nl": "Frans", "en": "French", "fr": "français"},
    "norm_review": {
        "nl": "na te kijken op {review}",
        "en": "due for review on {review}",
        "fr": "à revoir le {review}",
    },
    "dates_of_phase": {
        "nl": "van {from} ({start}) tot {until} ({end})",
        "en": "from {from} ({start}) until {until} ({end})",
        "fr": "du {from} ({start}) au {until} ({end})",
    },
    "months_before": {
        "nl": "{n} maanden vóór {what}",
        "en": "{n} months before {what}",
        "fr": "{n} mois avant {what}",
    },
    "months_before_one": {
        "nl": "1 maand vóór {what}",
        "en": "1 month before {what}",
        "fr": "1 mois avant {what}",
    },
    "months_after_one": {
        "nl": "1 maand na {what}",
        "en": "1 month after {what}",
        "fr": "1 mois après {what}",
    },
    "months_none": {"nl": "{what}", "en": "{what}", "fr": "{what}"},
    "months_after": {
        "nl": "{n} maanden na {what}",
        "en": "{n} months after {what}",
        "fr": "{n} mois après {what}",
    },
    "counted_due_date": {
        "nl": "de uitgerekende datum",
        "en": "the due date",
        "fr": "la date prévue de l'accouchement",
    },
    "counted_last_period": {
        "nl": "de uitgerekende datum, geteld vanaf de laatste menstruatie",
        "en": "the due date, counted from the last period",
        "fr": "la date prévue de l'accouchement, comptée à partir des dernières règles",
    },
    "counted_birth": {"nl": "de geboorte", "en": "the birth", "fr": "la naissance"},
    "counted_today": {
        "nl": "vandaag, want de uitgerekende datum is voorbij",
        "en": "today, because the due date has passed",
        "fr": "aujourd'hui, car la date prévue est passée",
    },
    "explain_title": {
        "nl": "Uitleg bij dossier {case}, {date}",
        "en": "Explanation of case {case}, {date}",
        "fr": "Explication du dossier {case}, {date}",
    },
    # the plan
    "plan_none_before": {
        "nl": "Er is nog geen zwangerschap bekend, dus nog geen plan met huisbezoeken.",
        "en": "No pregnancy is known yet, so there is no plan with home visits yet.",
        "fr": "Aucune grossesse n'est encore connue ; il n'y a donc pas encore de plan de visites à domicile.",
    },
    "plan_none_class": {
        "nl": "Bij deze uitkomst horen geen huisbezoeken; wat hieronder staat wel.",
        "en": "This outcome brings no home visits; what is listed below does apply.",
        "fr": "Ce résultat n'entraîne pas de visites à domicile ; ce qui figure ci-dessous s'applique bien.",
    },
    "plan_open": {
        "nl": "De uitkomst is nog open. Hieronder staat wat nu al zeker is.",
        "en": "The outcome is still open. Below is what is certain already.",
        "fr": "Le résultat est encore ouvert. Ci-dessous, ce qui est déjà certain.",
    },
    "plan_proposed": {
        "nl": "Voorstel, van {start} tot {end}. Het geldt pas als zij ermee instemt.",
        "en": "Proposal, from {start} until {end}. It holds only once she agrees.",
        "fr": "Proposition, du {start} au {end}. Le plan ne vaut que si elle donne son accord.",
    },
    "plan_proposed_to_set": {
        "nl": "Voorstel, van {start} tot {end}. Het geldt pas als het met haar instemming is vastgesteld.",
        "en": "Proposal, from {start} until {end}. It holds only once it is set with her agreement.",
        "fr": "Proposition, du {start} au {end}. Le plan ne vaut qu'une fois fixé avec son accord.",
    },
    "plan_set": {
        "nl": "Afgesproken, van {start} tot {end}.",
        "en": "Agreed, from {start} until {end}.",
        "fr": "Convenu, du {start} au {end}.",
    },
    "plan_ended": {
        "nl": "Het plan is afgelopen: de laatste fase is voorbij.",
        "en": "The plan has ended: its last phase is over.",
        "fr": "Le plan est terminé : la dernière phase est passée.",
    },
    "plan_ended_loss": {
        "nl": "Zij heeft haar kind of haar zwangerschap verloren. Alles over de baby stopt; wat haar veilig houdt, gaat door. Zoek haar op en vraag wat zij nu nodig heeft.",
        "en": "She has lost her child or her pregnancy. All that is about the baby stops; what keeps her safe goes on. Go and see her, and ask what she needs now.",
        "fr": "Elle a perdu son enfant ou sa grossesse. Tout ce qui concerne le bébé s'arrête ; ce qui la protège continue. Allez la voir et demandez-lui ce dont elle a besoin maintenant.",
    },
    "plan_ended_completed": {
        "nl": "De begeleiding is samen met haar afgerond. Wat daar los van staat, loopt door.",
        "en": "The support was completed together with her. What stands apart from it goes on.",
        "fr": "L'accompagnement s'est achevé avec elle. Ce qui n'en dépend pas continue.",
    },
    "plan_ended_move": {
        "nl": "Zij is verhuisd; de bezoeken hier zijn gestopt. Wat anderen doen en wat daar los van staat, loopt door.",
        "en": "She has moved; the visits here have stopped. What others do and what stands apart from it goes on.",
        "fr": "Elle a déménagé ; les visites ici sont arrêtées. Ce que d'autres font et ce qui n'en dépend pas continue.",
    },
    "plan_ended_transfer": {
        "nl": "De begeleiding is aan anderen overgedragen. Wat anderen doen en wat daar los van staat, loopt door.",
        "en": "The support was handed over to others. What others do and what stands apart from it goes on.",
        "fr": "L'accompagnement a été confié à d'autres. Ce que d'autres font et ce qui n'en dépend pas continue.",
    },
    "plan_ended_refusal": {
        "nl": "Zij wil nu geen begeleiding. Dat mag en heeft geen gevolgen; de gewone zorg loopt door.",
        "en": "She does not want this support now. That is her right and has no consequences; regular care goes on.",
        "fr": "Elle ne souhaite pas cet accompagnement pour l'instant. C'est son droit et cela n'a pas de conséquences ; les soins ordinaires continuent.",
    },
    "plan_ended_unsaid": {
        "nl": "De begeleiding is gestopt. Overleg met wie deze kopie maakte wat er nog van jou gevraagd wordt.",
        "en": "The support has ended. Ask whoever made this copy what is still asked of you.",
        "fr": "L'accompagnement s'est arrêté. Demandez à la personne qui a fait cette copie ce qu'on attend encore de vous.",
    },
    "phase_line": {
        "nl": "{label}: van {start} tot {until}, {interval}, nog {visits} bezoeken",
        "en": "{label}: from {start} until {until}, {interval}, {visits} visits to come",
        "fr": "{label} : du {start} au {until}, {interval}, encore {visits} visites",
    },
    "phase_line_one": {
        "nl": "{label}: van {start} tot {until}, {interval}, nog 1 bezoek",
        "en": "{label}: from {start} until {until}, {interval}, 1 visit to come",
        "fr": "{label} : du {start} au {until}, {interval}, encore 1 visite",
    },
    "phase_passed": {
        "nl": "{label}: tot {until}, voorbij",
        "en": "{label}: until {until}, over",
        "fr": "{label} : a pris fin le {until}",
    },
    "interval_unknown": {
        "nl": "hoe vaak hangt van de uitkomst af",
        "en": "how often depends on the outcome",
        "fr": "la fréquence dépend du résultat",
    },
    "interval_week_one": {
        "nl": "1 keer per week",
        "en": "once a week",
        "fr": "une fois par semaine",
    },
    "interval_weeks_one": {
        "nl": "1 keer per {weeks} weken",
        "en": "once every {weeks} weeks",
        "fr": "une fois toutes les {weeks} semaines",
    },
    "interval_days_one": {
        "nl": "1 keer per {days} dagen",
        "en": "once every {days} days",
        "fr": "une fois tous les {days} jours",
    },
    "interval_day": {
        "nl": "{visits} keer per dag",
        "en": "{visits} a day",
        "fr": "{visits} fois par jour",
    },
    "interval_day_one": {
        "nl": "elke dag",
        "en": "once a day",
        "fr": "une fois par jour",
    },
    "interval_week": {
        "nl": "{visits} keer per week",
        "en": "{visits} a week",
        "fr": "{visits} fois par semaine",
    },
    "interval_weeks": {
        "nl": "{visits} keer per {weeks} weken",
        "en": "{visits} every {weeks} weeks",
        "fr": "{visits} fois toutes les {weeks} semaines",
    },
    "interval_days": {
        "nl": "{visits} keer per {days} dagen",
        "en": "{visits} every {days} days",
        "fr": "{visits} fois tous les {days} jours",
    },
    "not_now_phase_passed": {
        "nl": "want de fase ervoor is voorbij",
        "en": "because its phase is over",
        "fr": "car la phase prévue pour cela est passée",
    },
    "not_now_not_pregnant": {
        "nl": "want er is nog geen zwangerschap bekend",
        "en": "because no pregnancy is known yet",
        "fr": "car aucune grossesse n'est encore connue",
    },
    "not_now_loss": {
        "nl": "want zij heeft haar kind of haar zwangerschap verloren",
        "en": "because she has lost her child or her pregnancy",
        "fr": "car elle a perdu son enfant ou sa grossesse",
    },
    "not_now_completed": {
        "nl": "want het hoorde bij de begeleiding, en die is afgerond",
        "en": "because it was part of the support, which is completed",
        "fr": "car cela faisait partie de l'accompagnement, qui est achevé",
    },
    "not_now_move": {
        "nl": "want zij is verhuisd, en dit hoorde bij de begeleiding hier",
        "en": "because she has moved, and this was part of the support here",
        "fr": "car elle a déménagé, et cela faisait partie de l'accompagnement ici",
    },
    "not_now_transfer": {
        "nl": "want het hoorde bij de begeleiding, en die is overgedragen",
        "en": "because it was part of the support, which was handed over",
        "fr": "car cela faisait partie de l'accompagnement, confié à d'autres",
    },
    "not_now_refusal": {
        "nl": "want zij wil nu geen begeleiding",
        "en": "because she does not want this support now",
        "fr": "car elle ne souhaite pas cet accompagnement pour l'instant",
    },
    "action_line": {"nl": "{label} — {role}", "en": "{label} — {role}", "fr": "{label} — {role}"},
    "action_because": {
        "nl": "vanwege: {because}",
        "en": "because of: {because}",
        "fr": "en raison de : {because}",
    },
    "later_more": {
        "nl": "Bij wat er speelt horen nog {n} acties die nu niet aan de orde zijn‹; met --all zie je ze›.",
        "en": "What was found brings {n} more actions that are not for now‹; --all shows them›.",
        "fr": "La situation appelle encore {n} actions qui ne sont pas pour maintenant‹ ; --all les montre›.",
    },
    "later_more_one": {
        "nl": "Bij wat er speelt hoort nog 1 actie die nu niet aan de orde is‹; met --all zie je die›.",
        "en": "What was found brings 1 more action that is not for now‹; --all shows it›.",
        "fr": "La situation appelle encore 1 action qui n'est pas pour maintenant‹ ; --all la montre›.",
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
        "fr": "Règles : {pack} {version}. Calculé avec : {engines}.",
    },
    # what is enough
    "head_enough": {"nl": "Wat genoeg is", "en": "What is enough", "fr": "Ce qui suffit"},
    "enough_open": {
        "nl": "De uitkomst is nog open; er is nog niets dat hem vastlegt.",
        "en": "The outcome is still open; nothing fixes it yet.",
        "fr": "Le résultat est encore ouvert ; rien ne le fixe encore.",
    },
    "enough_intro": {
        "nl": "Om deze uitkomst vast te leggen is een van deze rijtjes genoeg, hoe het met de rest ook zit. Meer hoeft daarvoor niet bewaard of gedeeld te worden.",
        "en": "Any one of these lists is enough to fix this outcome, whatever the rest is. For that no more need be stored or shared.",
        "fr": "Pour fixer ce résultat, une seule de ces listes suffit, quoi qu'il en soit du reste. Pour cela, il n'est pas nécessaire d'en conserver ou d'en partager davantage.",
    },
    "enough_decided": {
        "nl": "Deze uitkomst is vastgesteld en niet uitgerekend, en hangt daarom van geen antwoord af:",
        "en": "This outcome was decided, not worked out, and so hangs on no answer:",
        "fr": "Ce résultat a été décidé, et non calculé, et ne dépend donc d'aucune réponse :",
    },
    "enough_with": {
        "nl": "Daarbij geldt wat is vastgesteld:",
        "en": "This goes with what was decided:",
        "fr": "En tenant compte de ce qui a été décidé :",
    },
    "enough_always": {
        "nl": "Deze uitkomst hangt van geen enkel antwoord af.",
        "en": "This outcome hangs on no answer at all.",
        "fr": "Ce résultat ne dépend d'aucune réponse.",
    },
    "enough_none": {
        "nl": "Geen van haar antwoorden legt deze uitkomst vast. Een antwoord waar nu niet naar gevraagd wordt, kan hem nog veranderen.",
        "en": "None of her answers fixes this outcome. An answer that is not asked for now may still change it.",
        "fr": "Aucune de ses réponses ne fixe ce résultat. Une réponse qui n'est pas demandée maintenant peut encore le changer.",
    },
    "enough_complete": {
        "nl": "Kleinere of andere rijtjes zijn er niet.",
        "en": "There are no smaller or other lists.",
        "fr": "Il n'y a pas de liste plus courte, ni d'autre liste.",
    },
    "enough_partly": {
        "nl": "Er kunnen ook andere of kleinere rijtjes zijn; niet alles kon worden bekeken.",
        "en": "There may be other or smaller lists; not everything could be looked at.",
        "fr": "Il peut y avoir d'autres listes, ou de plus courtes ; tout n'a pas pu être regardé.",
    },
    # an empty case file
    "blank_intro": {
        "nl": "Vul in wat bekend is. Laat null staan wat nog niet gevraagd is; schrijf declined\nals zij er geen antwoord op wil geven. Geen naam, adres of BSN.\nHulp in de editor: kansrijk schema case -o case.schema.json",
        "en": "Fill in what is known. Leave null what was not asked yet; write declined where\nshe would rather not answer. No name, address or citizen number.\nHelp in the editor: kansrijk schema case -o case.schema.json",
        "fr": "Remplissez ce qui est connu. Laissez null ce qui n'a pas encore été demandé ; écrivez\ndeclined si elle préfère ne pas répondre. Pas de nom, d'adresse ni de numéro national.\nAide dans l'éditeur : kansrijk schema case -o case.schema.json",
    },
    "blank_case": {
        "nl": "een eigen kenmerk",
        "en": "a mark of your own",
        "fr": "un repère de votre choix",
    },
    "blank_due": {
        "nl": "uitgerekende datum, zoals 2027-03-14; bij kinderwens leeg",
        "en": "due date, such as 2027-03-14; empty before a pregnancy",
        "fr": "date prévue de l'accouchement, comme 2027-03-14 ; vide avant une grossesse",
    },
    "blank_text": {"nl": "[eigen woorden]", "en": "[own words]", "fr": "[vos propres mots]"},
    # lists of packs and their check
    "check_good": {
        "nl": "{pack} {version}: geen problemen. {counted}.",
        "en": "{pack} {version}: no problems. {counted}.",
        "fr": "{pack} {version} : aucun problème. {counted}.",
    },
    "counted_criteria": {"nl": "{n} criteria", "en": "{n} criteria", "fr": "{n} critères"},
    "counted_criteria_one": {"nl": "1 criterium", "en": "1 criterion", "fr": "1 critère"},
    "counted_signals": {"nl": "{n} signalen", "en": "{n} signals", "fr": "{n} signaux"},
    "counted_signals_one": {"nl": "1 signaal", "en": "1 signal", "fr": "1 signal"},
    "counted_classes": {"nl": "{n} klassen", "en": "{n} classes", "fr": "{n} classes"},
    "counted_classes_one": {"nl": "1 klasse", "en": "1 class", "fr": "1 classe"},
    "counted_phases": {"nl": "{n} fases", "en": "{n} phases", "fr": "{n} phases"},
    "counted_phases_one": {"nl": "1 fase", "en": "1 phase", "fr": "1 phase"},
    "counted_actions": {"nl": "{n} acties", "en": "{n} actions", "fr": "{n} actions"},
    "counted_actions_one": {"nl": "1 actie", "en": "1 action", "fr": "1 action"},
    "counted_facts": {"nl": "{n} feiten", "en": "{n} facts", "fr": "{n} faits"},
    "counted_facts_one": {"nl": "1 feit", "en": "1 fact", "fr": "1 fait"},
    "counted_norms": {"nl": "{n} normen", "en": "{n} norms", "fr": "{n} normes"},
    "counted_norms_one": {"nl": "1 norm", "en": "1 norm", "fr": "1 norme"},
    "possible_exact": {
        "nl": "Mogelijke klassen: exact, voor zover gekeken.",
        "en": "Possible classes: exact, as far as was looked.",
        "fr": "Classes possibles : exactes, pour ce qui a été regardé.",
    },
    "possible_wide": {
        "nl": "Mogelijke klassen: soms staat er een te veel bij; nooit een te weinig.",
        "en": "Possible classes: at times one too many is named; never one too few.",
        "fr": "Classes possibles : il y en a parfois une de trop, jamais une de moins.",
    },
    "possible_shared": {
        "nl": "Op meer dan één plek in de regels tellen mee: {facts}. Daarom wordt gezocht door antwoorden te proberen.",
        "en": "What more than one place of the rules looks at: {facts}. That is why answers are tried.",
        "fr": "Ce que plus d'un endroit des règles regarde : {facts}. C'est pourquoi des réponses sont essayées.",
    },
    "possible_drawn": {
        "nl": "Van {drawn} half ingevulde dossiers, willekeurig gekozen, duurde dat bij {stopped} te lang.",
        "en": "Of {drawn} half-known cases, drawn at random, that took too long in {stopped}.",
        "fr": "Sur {drawn} dossiers à moitié remplis, tirés au hasard, cela a pris trop de temps pour {stopped}.",
    },
    "possible_drawn_none": {
        "nl": "Bij geen van {drawn} half ingevulde dossiers, willekeurig gekozen, duurde dat te lang.",
        "en": "In none of {drawn} half-known cases, drawn at random, did that take too long.",
        "fr": "Cela n'a pris trop de temps pour aucun des {drawn} dossiers à moitié remplis, tirés au hasard.",
    },
    "possible_part": {
        "nl": "{fact} telt zelf mee en ook als deel van een maat. Een maat wordt in haar geheel geprobeerd, dus niet elke samenhang wordt gezien.",
        "en": "{fact} counts by itself and as a part of a measure too. A measure is tried as a whole, so not every connection is seen.",
        "fr": "{fact} compte en soi et aussi comme partie d'une mesure. Une mesure est essayée en entier ; tous les liens ne sont donc pas vus.",
    },
    "possible_unsure": {
        "nl": "Dan bleef mogelijk zonder dat vaststond of er antwoorden heen leiden: {classes}.",
        "en": "What then stayed possible, without knowing whether any answers lead there: {classes}.",
        "fr": "Ce qui est alors resté possible, sans qu'on sache si des réponses y mènent : {classes}.",
    },
    "possible_beside": {
        "nl": "{rule}: {fact} wordt vergeleken met een ander feit. Antwoorden daarop worden niet geprobeerd, dus telt elke regel op zichzelf.",
        "en": "{rule}: {fact} is compared with another fact. Answers to it are not tried, so each rule counts by itself.",
        "fr": "{rule} : on compare {fact} à un autre fait. Les réponses à ce fait ne sont pas essayées ; chaque règle compte donc à part.",
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
        "fr": "aucune date prévue n'est donnée ; la date du {due} a été comptée à partir des dernières règles",
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
        "fr": "{about} : deux façons de le mesurer donnent des réponses différentes ; la première compte",
    },
    "warning_visit_not_in_plan": {
        "nl": "Over bezoek {about} is iets opgeschreven, maar dat bezoek stond nooit in het plan. Het telt niet mee; kijk na welk bezoek bedoeld is.",
        "en": "Something was written down about visit {about}, but the plan never had that visit. It does not count; look up which visit is meant.",
        "fr": "Quelque chose est noté sur la visite {about}, mais le plan ne l'a jamais contenue. Cela ne compte pas ; vérifiez de quelle visite il s'agit.",
    },
    "warning_visit_said_otherwise": {
        "nl": "Van bezoek {about} is opgeschreven dat het er was, en ook dat het niet doorging. Het laatste telt; neem terug wat niet klopt.",
        "en": "Of visit {about} it was written down that it took place, and also that it did not. The last word counts; take back what is wrong.",
        "fr": "Pour la visite {about}, il est noté qu'elle a eu lieu, et aussi qu'elle n'a pas eu lieu. La dernière note compte ; annulez ce qui est faux.",
    },
    "warning_visit_moved_back": {
        "nl": "Bezoek {about} is verzet naar {to}, en dat was al voorbij. Kijk na welke dag bedoeld is.",
        "en": "Visit {about} was moved to {to}, which had already passed. Look up which day is meant.",
        "fr": "La visite {about} a été déplacée au {to}, un jour déjà passé. Vérifiez quel jour est voulu.",
    },
    "warning_visit_moved_day_off": {
        "nl": "Bezoek {about} is verzet naar {to}; dat is in het weekend of op een feestdag. Klopt dat?",
        "en": "Visit {about} was moved to {to}, which is in a weekend or on a holiday. Is that right?",
        "fr": "La visite {about} a été déplacée au {to}, un week-end ou un jour férié. Est-ce exact ?",
    },
    "warning_visit_moved_out_of_phase": {
        "nl": "Bezoek {about} is verzet naar {to}, en dat valt buiten zijn fase. Klopt dat?",
        "en": "Visit {about} was moved to {to}, which is outside its phase. Is that right?",
        "fr": "La visite {about} a été déplacée au {to}, en dehors de sa phase. Est-ce exact ?",
    },
    "warning_visit_told_early": {
        "nl": "Op {date} is van bezoek {about} opgeschreven hoe het ging, maar het stond voor {day}. Kijk na welk bezoek bedoeld is.",
        "en": "On {date} it was written down what became of visit {about}, but that was planned for {day}. Look up which visit is meant.",
        "fr": "Le {date}, il est noté ce que la visite {about} est devenue, mais elle était prévue le {day}. Vérifiez de quelle visite il s'agit.",
    },
    "warning_birth_far_from_due": {
        "nl": "Als dag van de geboorte is {birth} opgeschreven, en uitgerekend was zij op {due}. Dat ligt ver uit elkaar; kijk na welke dag klopt.",
        "en": "The birth was noted on {birth}, and the due date is {due}. These lie far apart; look up which day is right.",
        "fr": "La naissance est notée le {birth}, et le terme était prévu le {due}. Ces jours sont très éloignés ; vérifiez lequel est exact.",
    },
    "warning_birth_before_intake": {
        "nl": "Als dag van de geboorte is {birth} opgeschreven, dus vóór de intake op {intake}; toen was zij nog zwanger. Kijk na welke dag klopt.",
        "en": "The birth was noted on {birth}, so before the intake on {intake}; she was still pregnant then. Look up which day is right.",
        "fr": "La naissance est notée le {birth}, donc avant l'entretien d'accueil du {intake} ; elle était encore enceinte. Vérifiez quel jour est exact.",
    },
    "warning_due_date_far": {
        "nl": "Op {date} is als uitgerekende datum {due} opgeschreven. Zo vroeg of zo laat kan dat bijna niet; kijk na welke dag bedoeld is.",
        "en": "On {date} the due date was noted as {due}. It can hardly be that early or late; look up which day is meant.",
        "fr": "Le {date}, la date prévue de l'accouchement a été notée comme le {due}. C'est à peine possible ; vérifiez quel jour est voulu.",
    },
    "warning_absence_open": {
        "nl": "Niemand heeft nog verteld wanneer zij er weer is. Tot dan heeft het plan geen bezoeken; zodra haar terugkomst is vastgelegd‹ (kansrijk record CASE return)›, staan ze er weer.",
        "en": "Nobody has told yet when she is back. Until then the plan has no visits; once her return is recorded‹ (kansrijk record CASE return)›, they are there again.",
        "fr": "Personne n'a encore dit quand elle sera de retour. D'ici là, le plan n'a pas de visites ; dès que son retour est enregistré‹ (kansrijk record CASE return)›, elles y sont de nouveau.",
    },
    "warning_absence_of_role_open": {
        "nl": "Niemand heeft nog verteld wanneer de {about} er weer is. Tot dan heeft het plan geen bezoeken; zodra de terugkomst is vastgelegd‹ (kansrijk record CASE return --of {id})›, staan ze er weer.",
        "en": "Nobody has told yet when the {about} is back. Until then the plan has no visits; once the return is recorded‹ (kansrijk record CASE return --of {id})›, they are there again.",
        "fr": "Personne n'a encore dit quand cette personne sera de retour : {about}. D'ici là, le plan n'a pas de visites ; dès que le retour est enregistré‹ (kansrijk record CASE return --of {id})›, elles y sont de nouveau.",
    },
    "warning_handover_moved": {
        "nl": "Van {day} af zou er een andere student komen. Van {clear} dagen voor tot {clear} dagen na de uitgerekende datum is er geen overdracht; die is nu op {days}. Tot {until} blijft dezelfde student komen.",
        "en": "From {day} on another student was to come. From {clear} days before to {clear} days after the due date there is no handover; it is now on {days}. Until {until} the same student keeps coming.",
        "fr": "À partir du {day}, un autre étudiant devait venir. De {clear} jours avant à {clear} jours après le terme, il n'y a pas de passage de relais ; il a lieu maintenant le {days}. Jusqu'au {until}, c'est le même étudiant qui vient.",
    },
    "warning_no_student_before": {
        "nl": "Voor {day} staat er geen student in het dossier, terwijl er dan al bezoeken zijn. Komt er nu een ander, leg dan vast vanaf welke dag die kwam (kansrijk record CASE student); anders is er geen overdracht.",
        "en": "Before {day} no student is on file, while there are visits by then. If somebody else comes now, record from which day on (kansrijk record CASE student); otherwise there is no handover.",
        "fr": "Avant le {day}, aucun étudiant n'est noté au dossier, alors qu'il y a déjà des visites. Si quelqu'un d'autre vient maintenant, enregistrez depuis quel jour (kansrijk record CASE student) ; sinon il n'y a pas de passage de relais.",
    },
    "warning_preference_weekend": {
        "nl": "Zij kan het liefst in het weekend, maar dan zijn er geen bezoeken. Kijk samen met haar welke andere dag kan.",
        "en": "She likes the weekend best, but there are no visits then. See with her which other day is possible.",
        "fr": "Elle préfère le week-end, mais il n'y a pas de visites ces jours-là. Voyez avec elle quel autre jour est possible.",
    },
    "warning_preference_time": {
        "nl": "Als tijd die haar uitkomt is {time} opgeschreven. Klopt dat? Zo vroeg of laat komt er meestal niemand.",
        "en": "The time that suits her was noted as {time}. Is that right? Somebody seldom comes that early or late.",
        "fr": "L'heure notée comme lui convenant est {time}. Est-ce exact ? Il est rare que quelqu'un vienne si tôt ou si tard.",
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
    "factor": {"nl": "", "en": "", "fr": ""},
    "aantal": {"nl": "", "en": "", "fr": ""},
    "EUR/maand": {"nl": "euro per maand", "en": "euros a month", "fr": "euros par mois"},
    "jaar": {"nl": "jaar", "en": "years", "fr": "ans"},
    "punten": {"nl": "punten", "en": "points", "fr": "points"},
    "maanden": {"nl": "maanden", "en": "months", "fr": "mois"},
    "kg/m2": {"nl": "kg/m²", "en": "kg/m²", "fr": "kg/m²"},
    "uur": {"nl": "uur", "en": "hours", "fr": "heures"},
    "weken": {"nl": "weken", "en": "weeks", "fr": "semaines"},
    "dagen": {"nl": "dagen", "en": "days", "fr": "jours"},
}
"""How a unit is said; one that is not here is said as it is written, such as `cm`."""

ONE_OF_A_UNIT: dict[str, dict[str, str]] = {
    "EUR/maand": {"nl": "euro per maand", "en": "euro a month", "fr": "euro par mois"},
    "jaar": {"nl": "jaar", "en": "year", "fr": "an"},
    "punten": {"nl": "punt", "en": "point", "fr": "point"},
    "maanden": {"nl": "maand", "en": "month", "fr": "mois"},
    "uur": {"nl": "uur", "en": "hour", "fr": "heure"},
    "weken": {"nl": "week", "en": "week", "fr": "semaine"},
    "dagen": {"nl": "dag", "en": "day", "fr": "jour"},
}
"""How one of a unit is said, where that is otherwise in some language."""
