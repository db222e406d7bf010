"""What `kansrijk ask` says.

The phrases `ask_words_...` are what can be typed, with a bar between.
"""

ASK_PHRASES: dict[str, dict[str, str]] = {
    # what can be typed
    "ask_words_yes": {"nl": "ja", "en": "yes", "fr": "oui"},
    "ask_words_no": {"nl": "nee", "en": "no", "fr": "non"},
    "ask_words_wanted": {"nl": "ja", "en": "yes", "fr": "oui"},
    "ask_words_not_now": {
        "nl": "nu niet, misschien later|later",
        "en": "not now, perhaps later|later",
        "fr": "pas maintenant, plus tard peut-être|plus tard",
    },
    "ask_words_not_wanted": {"nl": "nee", "en": "no", "fr": "non"},
    "ask_words_born": {
        "nl": "het kind is er al|geboren",
        "en": "the child is there already|born",
        "fr": "l'enfant est déjà là|né",
    },
    "ask_words_not_pregnant": {
        "nl": "zij is (nog) niet zwanger|niet zwanger",
        "en": "she is not pregnant (yet)|not pregnant",
        "fr": "elle n'est pas (encore) enceinte|pas enceinte",
    },
    "ask_words_back": {"nl": "<|terug", "en": "<|back", "fr": "<|retour"},
    "ask_words_skip": {"nl": "|overslaan", "en": "|skip", "fr": "|passer"},
    "ask_words_decline": {
        "nl": "-|liever niet",
        "en": "-|rather not",
        "fr": "-|plutôt pas",
    },
    "ask_words_why": {"nl": "?|waarom", "en": "?|why", "fr": "?|pourquoi"},
    "ask_words_stop": {"nl": "stop|q", "en": "stop|q|quit", "fr": "stop|q|arrêter"},
    "ask_commands": {
        "nl": "Antwoord met het nummer of het woord. Enter: overslaan, de vraag komt later terug. -: zegt zij liever niet. <: terug. ?: waarom deze vraag. stop: ophouden. Elk antwoord wordt meteen bewaard.",
        "en": "Answer with the number or the word. Enter: skip, the question comes back later. -: she would rather not say. <: back. ?: why this question. stop: leave off. Each answer is saved at once.",
        "fr": "Répondez par le numéro ou par le mot. Entrée : passer, la question reviendra. - : elle préfère ne pas le dire. < : retour. ? : pourquoi cette question. stop : arrêter. Chaque réponse est enregistrée aussitôt.",
    },
    "ask_order": {
        "nl": "De vragen komen in de volgorde waarin er waarschijnlijk het minst te vragen is. Die uitrekenen kan in het begin enkele seconden duren.",
        "en": "The questions come in the order in which least is likely to be asked. Working that out may take some seconds at the start.",
        "fr": "Les questions viennent dans l'ordre où il y aura sans doute le moins à demander. Le calculer peut prendre quelques secondes au début.",
    },
    # what is asked
    "ask_case": {
        "nl": "Kies een kenmerk voor het dossier, zoals hv-0042. Gebruik geen naam.",
        "en": "Choose a mark for the case, such as hv-0042. Do not use a name.",
        "fr": "Choisissez un repère pour le dossier, comme hv-0042. N'utilisez pas de nom.",
    },
    "ask_case_file": {
        "nl": "Het bestand krijgt die naam en komt in deze map. Is het er al, dan gaat het verder.",
        "en": "The file gets that name, in this folder. Where it is there already, it goes on.",
        "fr": "Le fichier prendra ce nom, dans ce dossier. S'il existe déjà, on continue.",
    },
    "ask_role": {
        "nl": "In welke rol stel je de vragen?",
        "en": "In which role do you ask?",
        "fr": "Dans quel rôle posez-vous les questions ?",
    },
    "ask_due_date": {
        "nl": "Wat is de uitgerekende datum? Sla over als die niet bekend is.",
        "en": "What is the due date? Skip it if it is not known.",
        "fr": "Quelle est la date prévue de l'accouchement ? Passez si elle n'est pas connue.",
    },
    "ask_last_period": {
        "nl": "Wat was de eerste dag van haar laatste menstruatie? Sla over als dat niet bekend is.",
        "en": "What was the first day of her last period? Skip it if it is not known.",
        "fr": "Quel était le premier jour de ses dernières règles ? Passez si ce n'est pas connu.",
    },
    "ask_birth": {
        "nl": "Wanneer is het kind geboren? Sla over als het er nog niet is, of als de dag niet bekend is.",
        "en": "When was the child born? Skip it if the child is not there yet, or if the day is not known.",
        "fr": "Quand l'enfant est-il né ? Passez s'il n'est pas encore là, ou si le jour n'est pas connu.",
    },
    "ask_help": {
        "nl": "Wat speelt: {label}. Wil zij hier hulp bij?",
        "en": "What is going on: {label}. Does she want help with this?",
        "fr": "Ce qui se passe : {label}. Souhaite-t-elle de l'aide pour cela ?",
    },
    "ask_strengths": {
        "nl": "Wil je ook vragen wat er goed gaat?",
        "en": "Would you like to ask what goes well, too?",
        "fr": "Voulez-vous aussi demander ce qui va bien ?",
    },
    "ask_concern": {
        "nl": "Nu voor jou, niet voor haar: maak je je zorgen, ook zonder dat een regel het zegt?",
        "en": "Now for you, not for her: are you concerned, also where no rule says so?",
        "fr": "Pour vous à présent, non pour elle : avez-vous une inquiétude, même si aucune règle ne le dit ?",
    },
    "ask_sure": {
        "nl": "Er zijn geen vragen meer. Klopt je laatste antwoord?",
        "en": "There are no more questions. Is your last answer right?",
        "fr": "Il n'y a plus de questions. Votre dernière réponse est-elle exacte ?",
    },
    "ask_left": {
        "nl": "[nog ongeveer {n}] {question}",
        "en": "[about {n} to go] {question}",
        "fr": "[encore {n} environ] {question}",
    },
    "ask_number": {
        "nl": "Een getal van {low} tot en met {high}.",
        "en": "A number from {low} to {high}.",
        "fr": "Un nombre de {low} à {high}.",
    },
    "ask_whole": {
        "nl": "Een heel getal van {low} tot en met {high}.",
        "en": "A whole number from {low} to {high}.",
        "fr": "Un nombre entier de {low} à {high}.",
    },
    "ask_date": {
        "nl": "Een datum met de dag eerst, zoals 14-3-2027.",
        "en": "A date with the day first, such as 14-3-2027.",
        "fr": "Une date avec le jour d'abord, comme 14-3-2027.",
    },
    "ask_own_words": {
        "nl": "In eigen woorden, op één regel.",
        "en": "In your own words, on one line.",
        "fr": "Avec vos propres mots, sur une ligne.",
    },
    "ask_name": {
        "nl": "Letters, cijfers en streepjes, hoogstens 60.",
        "en": "Letters, digits and hyphens, at most 60.",
        "fr": "Lettres, chiffres et traits d'union, 60 au plus.",
    },
    # why it is asked
    "ask_why_dates": {
        "nl": "Waarom deze vraag: om te weten in welke fase zij is.",
        "en": "Why this question: to know the phase she is in.",
        "fr": "Pourquoi cette question : pour savoir dans quelle phase elle est.",
    },
    "ask_why_fact": {
        "nl": "Waarom deze vraag: {why}.",
        "en": "Why this question: {why}.",
        "fr": "Pourquoi cette question : {why}.",
    },
    "ask_why_class": {
        "nl": "Het antwoord telt voor de uitkomst en voor het plan.",
        "en": "The answer counts for the outcome and for the plan.",
        "fr": "La réponse compte pour le résultat et pour le plan.",
    },
    "ask_why_plan": {
        "nl": "Het antwoord telt voor het plan, niet voor de uitkomst.",
        "en": "The answer counts for the plan, not for the outcome.",
        "fr": "La réponse compte pour le plan, non pour le résultat.",
    },
    "ask_fixes": {
        "nl": "De uitkomst staat vast na: {answers}.",
        "en": "The outcome is settled after: {answers}.",
        "fr": "Le résultat est acquis après : {answers}.",
    },
    "ask_fixes_any": {
        "nl": "Met elk antwoord staat de uitkomst vast.",
        "en": "Any answer settles the outcome.",
        "fr": "Toute réponse fixe le résultat.",
    },
    "ask_why_help": {
        "nl": "Wat zij wil, weegt mee in wat jullie samen afspreken. Nee zeggen mag altijd.",
        "en": "What she wants counts in what you agree on together. She may always say no.",
        "fr": "Ce qu'elle souhaite compte dans ce que vous décidez ensemble. Elle peut toujours dire non.",
    },
    "ask_why_strengths": {
        "nl": "Wat goed gaat, staat in het plan naast wat moeilijk is.",
        "en": "What goes well stands in the plan beside what is hard.",
        "fr": "Ce qui va bien figure dans le plan à côté de ce qui est difficile.",
    },
    "ask_why_concern": {
        "nl": "Jouw zorg is een reden om een intake aan te bieden, ook als geen regel het zegt. Schrijf op wat je zag of hoorde; zij kan het dossier lezen.",
        "en": "Your concern is a reason to offer an intake, also where no rule says so. Write what you saw or heard; she may read the case.",
        "fr": "Votre inquiétude est une raison de proposer un entretien, même si aucune règle ne le dit. Écrivez ce que vous avez vu ou entendu ; elle peut lire le dossier.",
    },
    "ask_why_sure": {
        "nl": "Je laatste antwoord viel op. Met nee ga je terug naar die vraag.",
        "en": "Your last answer stood out. With no you go back to that question.",
        "fr": "Votre dernière réponse était inhabituelle. Avec non, vous revenez à cette question.",
    },
    "ask_why_case": {
        "nl": "Zo vind je het dossier terug zonder dat haar naam erin staat.",
        "en": "It lets you find the case again without her name in it.",
        "fr": "Cela permet de retrouver le dossier sans que son nom y figure.",
    },
    "ask_why_role": {
        "nl": "Je krijgt de vragen van die rol; de andere worden overgedragen.",
        "en": "You get the questions of that role; the others are handed over.",
        "fr": "Vous recevez les questions de ce rôle ; les autres sont transmises.",
    },
    # what a line did
    "ask_saved": {"nl": "Bewaard.", "en": "Saved.", "fr": "Enregistré."},
    "ask_skipped": {"nl": "Overgeslagen.", "en": "Skipped.", "fr": "Passé."},
    "ask_went_back": {
        "nl": "Terug naar de vorige vraag. Wat daar stond, telt niet meer.",
        "en": "Back to the question before. What was answered there counts no more.",
        "fr": "Retour à la question précédente. Sa réponse ne compte plus.",
    },
    "ask_unclear_choice": {
        "nl": "Dat staat er niet bij. Kies een nummer of een woord uit de lijst.",
        "en": "That is not in the list. Choose a number or a word from it.",
        "fr": "Cela n'est pas dans la liste. Choisissez-y un numéro ou un mot.",
    },
    "ask_unclear_several": {
        "nl": "Daar beginnen meer antwoorden mee. Typ meer letters, of het nummer.",
        "en": "More than one answer starts so. Type more letters, or the number.",
        "fr": "Plusieurs réponses commencent ainsi. Tapez plus de lettres, ou le numéro.",
    },
    "ask_unclear_number": {
        "nl": "Dat past hier niet.",
        "en": "That does not fit here.",
        "fr": "Cela ne convient pas ici.",
    },
    "ask_unclear_thousands": {
        "nl": "Dat kan op twee manieren worden gelezen. Schrijf duizend als 1000, en hoogstens twee cijfers na de komma.",
        "en": "That can be read in two ways. Write a thousand as 1000, and at most two digits after the point.",
        "fr": "Cela peut se lire de deux façons. Écrivez mille comme 1000, et deux chiffres au plus après la virgule.",
    },
    "ask_unclear_date": {
        "nl": "Dat is geen datum.",
        "en": "That is not a date.",
        "fr": "Ce n'est pas une date.",
    },
    "ask_unclear_past": {
        "nl": "Die dag moet nog komen.",
        "en": "That day is still to come.",
        "fr": "Ce jour est encore à venir.",
    },
    "ask_unclear_far": {
        "nl": "Die dag is meer dan een jaar verder. Kijk het jaar na.",
        "en": "That day is more than a year ahead. Check the year.",
        "fr": "Ce jour est à plus d'un an d'ici. Vérifiez l'année.",
    },
    "ask_unclear_own_words": {
        "nl": "Schrijf het in een zin op, of druk op Enter om niets op te schrijven.",
        "en": "Write it down in a sentence, or press Enter to write nothing.",
        "fr": "Écrivez-le en une phrase, ou appuyez sur Entrée pour ne rien écrire.",
    },
    "ask_unclear_words": {
        "nl": "Dat is te lang, of er staan tekens in die hier niet kunnen.",
        "en": "That is too long, or has characters that cannot be used here.",
        "fr": "C'est trop long, ou il y a des caractères qui ne conviennent pas ici.",
    },
    "ask_unclear_unseen": {
        "nl": "Er staan tekens in die niet te lezen zijn. Typ het opnieuw.",
        "en": "There are characters in it that cannot be read. Type it again.",
        "fr": "Il y a des caractères illisibles. Tapez-le à nouveau.",
    },
    "ask_unclear_bsn": {
        "nl": "Daar staat een nummer in dat een BSN kan zijn. Dat hoort niet in een dossier.",
        "en": "There is a number in it that may be a BSN. That does not belong in a case.",
        "fr": "Il y a un numéro qui peut être un BSN. Il n'a pas sa place dans un dossier.",
    },
    "ask_unclear_no_way_back": {
        "nl": "Dit is de eerste vraag; verder terug kan niet.",
        "en": "This is the first question; there is no way further back.",
        "fr": "C'est la première question ; on ne peut pas revenir plus loin.",
    },
    "ask_unclear_needed": {
        "nl": "Dit is nodig om te beginnen.",
        "en": "This is needed to begin.",
        "fr": "C'est nécessaire pour commencer.",
    },
    "ask_changed": {
        "nl": "Iemand anders heeft het dossier intussen gewijzigd. Je laatste antwoord is niet bewaard; de vraag volgt opnieuw als die nog nodig is.",
        "en": "Somebody else has changed the case meanwhile. Your last answer was not saved; the question comes again if it is still needed.",
        "fr": "Quelqu'un d'autre a modifié le dossier entre-temps. Votre dernière réponse n'a pas été enregistrée ; la question reviendra si elle est encore utile.",
    },
    # what may not be right
    "ask_doubt": {
        "nl": "Klopt dit?",
        "en": "Is this right?",
        "fr": "Est-ce exact ?",
    },
    "ask_take_back": {
        "nl": "Zo niet: met < neem je het antwoord terug.",
        "en": "If not: < takes the answer back.",
        "fr": "Sinon : < retire la réponse.",
    },
    "ask_standing": {
        "nl": "Kijk dit na in het dossier:",
        "en": "Please check this in the case:",
        "fr": "À vérifier dans le dossier :",
    },
    "ask_warning_hidden": {
        "nl": "{about}: hier is iets na te kijken wat jouw rol niet ziet. Vraag het na bij {roles}",
        "en": "{about}: there is something to check here that your role does not see. Ask {roles}",
        "fr": "{about} : il y a ici quelque chose à vérifier que votre rôle ne voit pas. À demander à : {roles}",
    },
    "ask_the_case": {
        "nl": "dit dossier",
        "en": "this case",
        "fr": "ce dossier",
    },
    # what is certain
    "ask_resumed": {
        "nl": "Dit dossier is er al. Dit is al zeker:",
        "en": "This case is there already. This is certain:",
        "fr": "Ce dossier existe déjà. Ceci est certain :",
    },
    "ask_urgent": {
        "nl": "! Kan niet wachten, {urgency}: {label}.",
        "en": "! Cannot wait, {urgency}: {label}.",
        "fr": "! Ne peut pas attendre, {urgency} : {label}.",
    },
    "ask_criterion": {
        "nl": "{label}: {truth}.",
        "en": "{label}: {truth}.",
        "fr": "{label} : {truth}.",
    },
    "ask_strength": {
        "nl": "Gaat goed: {label}.",
        "en": "Goes well: {label}.",
        "fr": "Va bien : {label}.",
    },
    "ask_class": {
        "nl": "Uitkomst: {label}.",
        "en": "Outcome: {label}.",
        "fr": "Résultat : {label}.",
    },
    "ask_decided": {
        "nl": "{said} Vastgesteld door {by} op {date}.",
        "en": "{said} Decided on {date} (role: {by}).",
        "fr": "{said} Décidé le {date} ({by}).",
    },
    # the end
    "ask_all_asked_class": {
        "nl": "Voor de uitkomst heeft jouw rol nu niets meer te vragen.",
        "en": "For the outcome your role has nothing more to ask now.",
        "fr": "Pour le résultat, votre rôle n'a plus rien à demander à présent.",
    },
    "ask_all_asked_plan": {
        "nl": "Voor de uitkomst en het plan heeft jouw rol nu niets meer te vragen.",
        "en": "For the outcome and the plan your role has nothing more to ask now.",
        "fr": "Pour le résultat et le plan, votre rôle n'a plus rien à demander à présent.",
    },
    "ask_all_asked_all": {
        "nl": "Jouw rol heeft nu niets meer te vragen.",
        "en": "Your role has nothing more to ask now.",
        "fr": "Votre rôle n'a plus rien à demander à présent.",
    },
    "ask_some_left": {
        "nl": "Nog te vragen in jouw rol, ongeveer: {n}. Je kunt later verdergaan in hetzelfde bestand.",
        "en": "Still to ask in your role, about: {n}. You can go on later in the same file.",
        "fr": "Encore à demander dans votre rôle, environ : {n}. Vous pourrez continuer plus tard dans le même fichier.",
    },
    "ask_no_role": {
        "nl": "Er is nog geen rol gekozen, en daarom nog niets gevraagd. Je kunt later verdergaan in hetzelfde bestand.",
        "en": "No role was chosen yet, and so nothing was asked. You can go on later in the same file.",
        "fr": "Aucun rôle n'a été choisi, et rien n'a donc été demandé. Vous pourrez continuer plus tard dans le même fichier.",
    },
    "ask_signals_open": {
        "nl": "Nog niet bekend, en kan niet wachten als het speelt: {signals}. Vraag ernaar zodra dat veilig kan.",
        "en": "Not known yet, and cannot wait if it is going on: {signals}. Ask as soon as that is safe.",
        "fr": "Pas encore connu, et ne peut pas attendre si c'est le cas : {signals}. Posez la question dès que cela peut se faire en sécurité.",
    },
    "ask_hand_over": {
        "nl": "Over te dragen aan {roles}: {items}.",
        "en": "To hand over to {roles}: {items}.",
        "fr": "À transmettre ({roles}) : {items}.",
    },
    "ask_hand_over_help": {
        "nl": "of zij hulp wil bij {label}",
        "en": "whether she wants help with {label}",
        "fr": "si elle souhaite de l'aide pour « {label} »",
    },
    "ask_file": {
        "nl": "Het dossier staat in {file}",
        "en": "The case is in {file}",
        "fr": "Le dossier est dans {file}",
    },
    "ask_nothing": {
        "nl": "Er is nog niets bewaard.",
        "en": "Nothing was saved yet.",
        "fr": "Rien n'a encore été enregistré.",
    },
}
