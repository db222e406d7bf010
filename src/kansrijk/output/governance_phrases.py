"""The phrases of what a register, the AI Act and a DPIA ask, and what is known of it."""

from __future__ import annotations

GOVERNANCE_PHRASES: dict[str, dict[str, str]] = {
    "docs_gaps_said": {
        "nl": "{gaps} van {n} vragen kan dit pakket niet beantwoorden. Dat vult de eigenaar aan.",
        "en": "{gaps} of {n} questions cannot be answered from this pack. The owner completes them.",
        "fr": "Ce dossier ne permet pas de répondre à {gaps} questions sur {n}. Aux responsables de les compléter.",
    },
    "docs_gap": {"nl": "ontbreekt", "en": "lacking", "fr": "manque"},
    "docs_gap_owner": {
        "nl": "ontbreekt: de eigenaar vult dit aan",
        "en": "lacking: the owner completes this",
        "fr": "manque : aux responsables de compléter",
    },
    # the Algoritmeregister
    "docs_on_register": {
        "nl": "Voor het Algoritmeregister",
        "en": "For the Dutch Algorithm Register",
        "fr": "Pour le registre néerlandais des algorithmes",
    },
    "docs_register_lead": {
        "nl": "De velden van publicatiestandaard 1.0 van het Algoritmeregister (algoritmes.overheid.nl), ingevuld voor zover ze uit de regels volgen.",
        "en": "The fields of publication standard 1.0 of the Algorithm Register (algoritmes.overheid.nl), filled in as far as they follow from the rules.",
        "fr": "Les champs de la norme de publication 1.0 du registre (algoritmes.overheid.nl), remplis dans la mesure où ils découlent des règles.",
    },
    "docs_register_name": {"nl": "Naam", "en": "Name", "fr": "Nom"},
    "docs_register_description_short": {
        "nl": "Korte omschrijving",
        "en": "Short description",
        "fr": "Description courte",
    },
    "docs_register_description_short_known": {
        "nl": "Regels die laten zien welke criteria spelen (van {criteria}), welke vragen nog open zijn, of er een intake wordt aangeboden en welk plan van bezoeken en acties daarbij hoort. De uitkomst is een voorstel: een professional beslist, samen met de moeder.",
        "en": "Rules that show which criteria are met (of {criteria}), which questions are still open, whether an intake is offered and which plan of visits and actions goes with it. The outcome is a proposal: a professional decides, together with the mother.",
        "fr": "Des règles qui montrent quels critères sont remplis (sur {criteria}), quelles questions restent ouvertes, si un accueil est proposé et quel plan de visites et de mesures y correspond. Le résultat est une proposition : un professionnel décide, avec la mère.",
    },
    "docs_register_organization": {"nl": "Organisatie", "en": "Organisation", "fr": "Organisme"},
    "docs_register_category": {"nl": "Thema", "en": "Theme", "fr": "Thème"},
    "docs_register_status": {"nl": "Status", "en": "State", "fr": "Statut"},
    "docs_register_begin_date": {"nl": "Begindatum", "en": "Start date", "fr": "Date de début"},
    "docs_register_end_date": {"nl": "Einddatum", "en": "End date", "fr": "Date de fin"},
    "docs_register_contact_email": {
        "nl": "Contactgegevens",
        "en": "Contact details",
        "fr": "Coordonnées",
    },
    "docs_register_website": {
        "nl": "Link naar publiekspagina",
        "en": "Link to a public page",
        "fr": "Lien vers une page publique",
    },
    "docs_register_publication_category": {
        "nl": "Publicatiecategorie",
        "en": "Publication category",
        "fr": "Catégorie de publication",
    },
    "docs_register_url": {
        "nl": "Link naar bronregistratie",
        "en": "Link to the original registration",
        "fr": "Lien vers l'enregistrement d'origine",
    },
    "docs_register_goal": {"nl": "Doel en impact", "en": "Goal and impact", "fr": "But et effets"},
    "docs_purpose_known": {
        "nl": "Deze regels helpen professionals om rond een zwangerschap en de eerste jaren steun te regelen, met bij elke uitkomst de redenen. Zij beslissen niets zelf en stellen geen diagnose.",
        "en": "These rules help professionals to arrange support around a pregnancy and the first years, with the reasons of each outcome. They decide nothing themselves and make no diagnosis.",
        "fr": "Ces règles aident des professionnels à organiser du soutien autour d'une grossesse et des premières années, avec les raisons de chaque résultat. Elles ne décident rien elles-mêmes et ne posent aucun diagnostic.",
    },
    "docs_register_proportionality": {
        "nl": "Afwegingen",
        "en": "Considerations",
        "fr": "Pesée des intérêts",
    },
    "docs_register_human_intervention": {
        "nl": "Menselijke tussenkomst",
        "en": "Human intervention",
        "fr": "Intervention humaine",
    },
    "docs_register_human_intervention_known": {
        "nl": "Elke uitkomst is een voorstel met redenen. Wie anders kan beslissen: {deciders}. De beslissing en haar reden staan dan in het dossier, naast wat de regels zeiden.",
        "en": "Each outcome is a proposal with reasons. Who can decide otherwise: {deciders}. The decision and its reason then stand in the file, beside what the rules said.",
        "fr": "Chaque résultat est une proposition motivée. Qui peut en décider autrement : {deciders}. La décision et sa raison figurent alors au dossier, à côté de ce que disaient les règles.",
    },
    "docs_register_risks": {
        "nl": "Risicobeheer",
        "en": "Risk management",
        "fr": "Gestion des risques",
    },
    "docs_register_risks_known": {
        "nl": "Wat niet gevraagd is, telt nooit als nee; bij een fout komt er geen uitkomst. Op een aanname die de eigenaar moet bevestigen, rusten {assumptions} onderdelen; elke uitkomst zegt waar zij op rust. Tests van de regels: {tests}. Herzien vóór {review}. Welke risico's de eigenaar ziet, en hoe die worden gevolgd, staat hier nog niet.",
        "en": "What was not asked never counts as no; after an error there is no outcome. Parts that rest on an assumption the owner must confirm: {assumptions}; each outcome says what it rests on. Tests of the rules: {tests}. Review before {review}. Which risks the owner sees, and how they are watched, is not here yet.",
        "fr": "Ce qui n'a pas été demandé ne compte jamais comme un non ; en cas d'erreur il n'y a pas de résultat. Éléments reposant sur une hypothèse à confirmer : {assumptions} ; chaque résultat dit sur quoi il repose. Tests des règles : {tests}. Révision avant le {review}. Les risques que voient les responsables, et leur suivi, ne figurent pas encore ici.",
    },
    "docs_register_lawful_basis": {
        "nl": "Wettelijke basis",
        "en": "Legal basis",
        "fr": "Base légale",
    },
    "docs_register_lawful_basis_grouping": {
        "nl": "Verwijzingen wettelijke basis",
        "en": "References for the legal basis",
        "fr": "Références de la base légale",
    },
    "docs_register_process_index_url": {
        "nl": "Link naar verwerkingsregister",
        "en": "Link to the register of processing",
        "fr": "Lien vers le registre des traitements",
    },
    "docs_register_impacttoetsen_grouping": {
        "nl": "Impacttoetsen (DPIA, IAMA)",
        "en": "Impact assessments (DPIA, IAMA)",
        "fr": "Analyses d'impact (AIPD, IAMA)",
    },
    "docs_register_impacttoetsen": {
        "nl": "Toelichting op impacttoetsen",
        "en": "Note on impact assessments",
        "fr": "Note sur les analyses d'impact",
    },
    "docs_register_source_data": {"nl": "Gegevens", "en": "Data", "fr": "Données"},
    "docs_register_source_data_grouping": {
        "nl": "Verwijzingen gegevensbronnen",
        "en": "References for the data",
        "fr": "Références des données",
    },
    "docs_register_methods_and_models": {
        "nl": "Technische werking",
        "en": "How it works",
        "fr": "Fonctionnement technique",
    },
    "docs_register_methods_and_models_known": {
        "nl": "Niet zelflerend. Invoer: antwoorden op vragen, met datum en wie ze vroeg. Werking: criteria ({criteria}) en normen ({norms}), door mensen geschreven en uitgevoerd zoals ze er staan, met drie waarden: ja, nee, nog niet bekend. Uitvoer: criteria, een van {classes} uitkomsten of een open uitkomst, vragen, een voorstel voor een plan, en van alles de redenen. Pakket {pack} {version}, programma kansrijk {program}.",
        "en": "Not self-learning. Input: answers to questions, with the date and who asked. Working: criteria ({criteria}) and norms ({norms}), written by people and carried out as they stand, with three values: yes, no, not known yet. Output: criteria, one of {classes} outcomes or an open one, questions, a proposed plan, and the reasons of all of it. Pack {pack} {version}, program kansrijk {program}.",
        "fr": "Pas d'auto-apprentissage. Entrée : des réponses à des questions, avec la date et qui les a posées. Fonctionnement : critères ({criteria}) et normes ({norms}), écrits par des personnes et exécutés tels quels, avec trois valeurs : oui, non, pas encore connu. Sortie : critères, l'un des {classes} résultats ou un résultat ouvert, questions, proposition de plan, et les raisons de tout. Dossier {pack} {version}, programme kansrijk {program}.",
    },
    "docs_register_provider": {"nl": "Leverancier", "en": "Supplier", "fr": "Fournisseur"},
    "docs_register_publiccode": {
        "nl": "Link naar broncode",
        "en": "Link to the source code",
        "fr": "Lien vers le code source",
    },
    "docs_register_lang": {"nl": "Taal", "en": "Language", "fr": "Langue"},
    "docs_register_standard_version": {
        "nl": "Versie publicatiestandaard",
        "en": "Version of the standard",
        "fr": "Version de la norme",
    },
    "docs_register_source_id": {"nl": "Bron-ID", "en": "Source ID", "fr": "ID d'origine"},
    "docs_register_tags": {"nl": "Zoektermen", "en": "Search terms", "fr": "Mots-clés"},
    # the AI Act
    "docs_on_ai_11": {
        "nl": "AI-verordening, artikel 11: technische documentatie",
        "en": "AI Act, article 11: technical documentation",
        "fr": "Règlement sur l'IA, article 11 : documentation technique",
    },
    "docs_ai_11_lead": {
        "nl": "Of de AI-verordening op dit programma van toepassing is, is een vraag voor de eigenaar en een jurist; deze pagina beantwoordt die niet. Hieronder staat wat artikel 11 (met bijlage IV) zou vragen, en wat daarvan bekend is.",
        "en": "Whether the AI Act applies to this programme is a question for the owner and a lawyer; this page does not answer it. Below is what article 11 (with annex IV) would ask, and what of it is known.",
        "fr": "Savoir si le règlement sur l'IA s'applique à ce programme est une question pour les responsables et un juriste ; cette page n'y répond pas. Voici ce que demanderait l'article 11 (avec l'annexe IV), et ce qui en est connu.",
    },
    "docs_ai_11_purpose": {
        "nl": "Beoogd doel",
        "en": "Intended purpose",
        "fr": "Destination",
    },
    "docs_ai_11_versions": {
        "nl": "Versie, en hoe zij samenhangt met eerdere",
        "en": "Version, and its relation to earlier ones",
        "fr": "Version, et son lien avec les précédentes",
    },
    "docs_ai_11_versions_known": {
        "nl": "Pakket {pack} {version}, vingerafdruk {hash}, geldig vanaf {since}; programma kansrijk {program}. Wat een nieuwe versie anders maakt, laat “kansrijk diff” zien.",
        "en": "Pack {pack} {version}, fingerprint {hash}, in force from {since}; program kansrijk {program}. What a new version changes is shown by “kansrijk diff”.",
        "fr": "Dossier {pack} {version}, empreinte {hash}, en vigueur depuis le {since} ; programme kansrijk {program}. Ce qu'une nouvelle version change est montré par « kansrijk diff ».",
    },
    "docs_ai_11_interaction": {
        "nl": "Samenhang met andere systemen",
        "en": "Interaction with other systems",
        "fr": "Interaction avec d'autres systèmes",
    },
    "docs_ai_11_forms": {
        "nl": "Vormen waarin het geleverd wordt, apparatuur en gebruikersomgeving",
        "en": "Forms in which it is supplied, hardware and user interface",
        "fr": "Formes de mise à disposition, matériel et interface",
    },
    "docs_ai_11_logic": {
        "nl": "Logica en werking",
        "en": "Logic and working",
        "fr": "Logique et fonctionnement",
    },
    "docs_ai_11_logic_known": {
        "nl": "Deze pagina geeft elke regel in woorden, met waar hij op rust. Criteria: {criteria}, uitkomsten: {classes}, acties: {actions}, normen: {norms}. Er is niets van gegevens geleerd.",
        "en": "This page gives each rule in words, with what it rests on. Criteria: {criteria}, outcomes: {classes}, actions: {actions}, norms: {norms}. Nothing was learned from data.",
        "fr": "Cette page donne chaque règle en mots, avec ce sur quoi elle repose. Critères : {criteria}, résultats : {classes}, mesures : {actions}, normes : {norms}. Rien n'a été appris de données.",
    },
    "docs_ai_11_choices": {
        "nl": "Keuzes in het ontwerp, en aannames",
        "en": "Choices of the design, and assumptions",
        "fr": "Choix de conception et hypothèses",
    },
    "docs_ai_11_choices_known": {
        "nl": "Aannames: {assumptions}. Elk staat bij de aannames, met de andere lezingen en hoeveel daarvan afhangt.",
        "en": "Assumptions: {assumptions}. Each stands among the assumptions, with the other readings and how much hangs on it.",
        "fr": "Hypothèses : {assumptions}. Chacune figure parmi les hypothèses, avec les autres lectures et ce qui en dépend.",
    },
    "docs_ai_11_architecture": {
        "nl": "Opbouw van de programmatuur",
        "en": "Architecture of the software",
        "fr": "Architecture du logiciel",
    },
    "docs_ai_11_architecture_known": {
        "nl": "Eén richting: dossier, feiten op een dag, bevindingen, uitkomst, plan. Dezelfde regels, hetzelfde dossier en dezelfde dag geven altijd hetzelfde. Beschreven in docs/architecture.md van kansrijk.",
        "en": "One direction: file, facts on a day, findings, outcome, plan. The same rules, file and day always give the same. Described in docs/architecture.md of kansrijk.",
        "fr": "Un seul sens : dossier, faits d'un jour, constats, résultat, plan. Les mêmes règles, le même dossier et le même jour donnent toujours la même chose. Décrit dans docs/architecture.md de kansrijk.",
    },
    "docs_ai_11_data": {
        "nl": "Gegevens waarmee het gemaakt is",
        "en": "Data with which it was made",
        "fr": "Données ayant servi à le faire",
    },
    "docs_ai_11_data_known": {
        "nl": "Geen trainingsgegevens: elke grens komt uit een bron (er zijn er {sources}), uit beleid of uit een aanname.",
        "en": "No training data: each line comes from a source (of {sources}), from policy or from an assumption.",
        "fr": "Aucune donnée d'entraînement : chaque limite vient d'une source (sur {sources}), d'un choix ou d'une hypothèse.",
    },
    "docs_ai_11_oversight": {
        "nl": "Maatregelen voor menselijk toezicht",
        "en": "Measures for human oversight",
        "fr": "Mesures de contrôle humain",
    },
    "docs_ai_11_oversight_known": {
        "nl": "Wie een uitkomst kan vervangen, met een reden: {deciders}. Zie artikel 14.",
        "en": "Who can replace an outcome, with a reason: {deciders}. See article 14.",
        "fr": "Qui peut remplacer un résultat, en donnant une raison : {deciders}. Voir l'article 14.",
    },
    "docs_ai_11_changes_planned": {
        "nl": "Vooraf bepaalde wijzigingen",
        "en": "Changes that were determined beforehand",
        "fr": "Modifications prédéterminées",
    },
    "docs_ai_11_changes_planned_known": {
        "nl": "Getallen met een datum gaan vanzelf in op die dag; ze staan bij de normen. Verder verandert niets zonder een nieuwe versie.",
        "en": "Figures with a date come into force on that day; they stand among the norms. Nothing else changes without a new version.",
        "fr": "Les chiffres datés entrent en vigueur ce jour-là ; ils figurent parmi les normes. Rien d'autre ne change sans nouvelle version.",
    },
    "docs_ai_11_testing": {
        "nl": "Validatie en tests",
        "en": "Validation and testing",
        "fr": "Validation et tests",
    },
    "docs_ai_11_testing_known": {
        "nl": "Tests van de regels zelf: {tests}; daarvan kloppen er nu niet: {unmet}. Bij elke regel staat hoe vaak een test hem ja, nee en onbekend maakt.",
        "en": "Tests of the rules themselves: {tests}; of these do not hold now: {unmet}. Each rule says how often a test makes it yes, no and unknown.",
        "fr": "Tests des règles elles-mêmes : {tests} ; pas justes en ce moment : {unmet}. Chaque règle dit combien de tests la rendent oui, non et inconnue.",
    },
    "docs_ai_11_security": {
        "nl": "Beveiliging",
        "en": "Cybersecurity",
        "fr": "Cybersécurité",
    },
    "docs_ai_11_monitoring": {
        "nl": "Toezicht op de werking in gebruik",
        "en": "Monitoring of its working in use",
        "fr": "Suivi du fonctionnement en service",
    },
    "docs_ai_11_metrics": {
        "nl": "Maten van prestatie, en waarom die passen",
        "en": "Measures of performance, and why they suit",
        "fr": "Mesures de performance, et leur pertinence",
    },
    "docs_ai_11_risk_system": {
        "nl": "Stelsel van risicobeheer (artikel 9)",
        "en": "Risk management system (article 9)",
        "fr": "Système de gestion des risques (article 9)",
    },
    "docs_ai_11_changes": {
        "nl": "Wijzigingen gedurende de levensduur",
        "en": "Changes over its lifetime",
        "fr": "Modifications au cours du cycle de vie",
    },
    "docs_ai_11_standards": {
        "nl": "Toegepaste geharmoniseerde normen",
        "en": "Harmonised standards applied",
        "fr": "Normes harmonisées appliquées",
    },
    "docs_ai_11_declaration": {
        "nl": "EU-conformiteitsverklaring",
        "en": "EU declaration of conformity",
        "fr": "Déclaration UE de conformité",
    },
    "docs_ai_11_after_market": {
        "nl": "Plan voor toezicht na invoering",
        "en": "Plan for monitoring after introduction",
        "fr": "Plan de surveillance après la mise en service",
    },
    "docs_on_ai_12": {
        "nl": "AI-verordening, artikel 12: registratie",
        "en": "AI Act, article 12: record-keeping",
        "fr": "Règlement sur l'IA, article 12 : enregistrement",
    },
    "docs_ai_12_lead": {
        "nl": "Wat artikel 12 over het bijhouden van gebeurtenissen zou vragen.",
        "en": "What article 12 would ask on the logging of events.",
        "fr": "Ce que demanderait l'article 12 sur la journalisation.",
    },
    "docs_ai_12_logging": {
        "nl": "Automatisch vastleggen van gebeurtenissen",
        "en": "Automatic recording of events",
        "fr": "Enregistrement automatique des événements",
    },
    "docs_ai_12_traceable": {
        "nl": "Naspeurbaarheid van een uitkomst",
        "en": "Traceability of an outcome",
        "fr": "Traçabilité d'un résultat",
    },
    "docs_ai_12_traceable_known": {
        "nl": "Elke uitkomst draagt een ontvangstbewijs: de vingerafdruk van de regels, de versies van de programmatuur, welke feiten gebruikt en welke gemist zijn, de normen en aannames, en wat een professional anders besliste. “kansrijk verify” rekent haar na.",
        "en": "Each outcome carries a receipt: the fingerprint of the rules, the versions of the software, which facts were used and which were missing, the norms and assumptions, and what a professional decided otherwise. “kansrijk verify” works it out again.",
        "fr": "Chaque résultat porte un reçu : l'empreinte des règles, les versions du logiciel, les faits utilisés et manquants, les normes et hypothèses, et ce qu'un professionnel a décidé autrement. « kansrijk verify » le recalcule.",
    },
    "docs_ai_12_storage": {
        "nl": "Bewaren van wat is vastgelegd",
        "en": "Keeping of what was recorded",
        "fr": "Conservation de ce qui est enregistré",
    },
    "docs_on_ai_13": {
        "nl": "AI-verordening, artikel 13: informatie voor wie het gebruikt",
        "en": "AI Act, article 13: information for those who use it",
        "fr": "Règlement sur l'IA, article 13 : information des utilisateurs",
    },
    "docs_ai_13_lead": {
        "nl": "Wat artikel 13, derde lid, in een gebruiksaanwijzing zou vragen.",
        "en": "What article 13(3) would ask of instructions for use.",
        "fr": "Ce que demanderait l'article 13, paragraphe 3, d'une notice d'utilisation.",
    },
    "docs_ai_13_provider": {
        "nl": "Wie de aanbieder is, met contactgegevens",
        "en": "Who the provider is, with contact details",
        "fr": "Identité et coordonnées du fournisseur",
    },
    "docs_ai_13_capabilities": {
        "nl": "Kenmerken, mogelijkheden en beperkingen",
        "en": "Characteristics, capabilities and limitations",
        "fr": "Caractéristiques, capacités et limites",
    },
    "docs_ai_13_capabilities_known": {
        "nl": "De regels vragen wat er staat en zien verder niets. Wat goed gaat, staat ernaast en verlaagt geen uitkomst. Wat niet gevraagd wordt, telt niet mee; daarom blijft het oordeel van een professional nodig.",
        "en": "The rules ask what they ask, and see nothing else. What goes well stands beside it and lowers no outcome. What is not asked does not count; that is why a professional's judgement stays needed.",
        "fr": "Les règles demandent ce qu'elles demandent, et ne voient rien d'autre. Ce qui va bien figure à côté et n'abaisse aucun résultat. Ce qui n'est pas demandé ne compte pas ; le jugement d'un professionnel reste donc nécessaire.",
    },
    "docs_ai_13_accuracy": {
        "nl": "Nauwkeurigheid en robuustheid, en hoe die getoetst zijn",
        "en": "Accuracy and robustness, and how they were tested",
        "fr": "Exactitude et robustesse, et comment elles ont été testées",
    },
    "docs_ai_13_accuracy_known": {
        "nl": "Getoetst is dat de regels doen wat er staat (tests: {tests}). Of de regels de juiste vrouwen vinden, is niet gemeten.",
        "en": "What was tested is that the rules do what they say (tests: {tests}). Whether the rules find the right women was not measured.",
        "fr": "Il a été testé que les règles font ce qu'elles disent (tests: {tests}). Si elles trouvent les bonnes femmes n'a pas été mesuré.",
    },
    "docs_ai_13_foreseeable": {
        "nl": "Te voorziene omstandigheden die tot risico's leiden",
        "en": "Foreseeable circumstances that lead to risks",
        "fr": "Circonstances prévisibles pouvant créer des risques",
    },
    "docs_ai_13_groups": {
        "nl": "Werking voor bepaalde groepen",
        "en": "Performance for particular groups",
        "fr": "Fonctionnement pour certains groupes",
    },
    "docs_ai_13_input": {
        "nl": "Gegevens die erin gaan",
        "en": "Data that go in",
        "fr": "Données d'entrée",
    },
    "docs_ai_13_interpret": {
        "nl": "Hoe een uitkomst te lezen",
        "en": "How to interpret an outcome",
        "fr": "Comment lire un résultat",
    },
    "docs_ai_13_interpret_known": {
        "nl": "Bij elke uitkomst staan de redenen, de open vragen, hoe dicht een getal bij zijn grens ligt, en of een andere lezing van een aanname iets anders geeft.",
        "en": "With each outcome stand the reasons, the open questions, how close a figure lies to its line, and whether another reading of an assumption gives something else.",
        "fr": "Avec chaque résultat figurent les raisons, les questions ouvertes, la distance d'un chiffre à sa limite, et si une autre lecture d'une hypothèse donne autre chose.",
    },
    "docs_ai_13_changes": {
        "nl": "Wijzigingen die vooraf bepaald zijn",
        "en": "Changes determined in advance",
        "fr": "Modifications déterminées à l'avance",
    },
    "docs_ai_13_changes_known": {
        "nl": "Alleen getallen met een datum; ze staan bij de normen.",
        "en": "Only figures with a date; they stand among the norms.",
        "fr": "Seulement des chiffres datés ; ils figurent parmi les normes.",
    },
    "docs_ai_13_oversight": {
        "nl": "Maatregelen voor toezicht door mensen",
        "en": "Measures for oversight by people",
        "fr": "Mesures de contrôle par des personnes",
    },
    "docs_ai_13_oversight_known": {
        "nl": "Wie anders kan beslissen, met een reden: {deciders}. Wat de regels zeiden, blijft erbij staan.",
        "en": "Who can decide otherwise, with a reason: {deciders}. What the rules said stays beside it.",
        "fr": "Qui peut en décider autrement, avec une raison : {deciders}. Ce que disaient les règles reste à côté.",
    },
    "docs_ai_13_maintenance": {
        "nl": "Levensduur en onderhoud",
        "en": "Lifetime and maintenance",
        "fr": "Durée de vie et entretien",
    },
    "docs_ai_13_maintenance_known": {
        "nl": "De regels zijn te herzien vóór {review}. Na die dag waarschuwt elke uitkomst.",
        "en": "The rules are to be reviewed before {review}. After that day each outcome warns.",
        "fr": "Les règles sont à réviser avant le {review}. Après ce jour, chaque résultat avertit.",
    },
    "docs_ai_13_logs": {
        "nl": "Hoe vastgelegde gegevens te verzamelen en te bewaren",
        "en": "How to collect and keep logs",
        "fr": "Comment recueillir et conserver les journaux",
    },
    "docs_on_ai_14": {
        "nl": "AI-verordening, artikel 14: toezicht door mensen",
        "en": "AI Act, article 14: human oversight",
        "fr": "Règlement sur l'IA, article 14 : contrôle humain",
    },
    "docs_ai_14_lead": {
        "nl": "Wat artikel 14, vierde lid, zou vragen voor wie toezicht houdt.",
        "en": "What article 14(4) would ask for whoever oversees it.",
        "fr": "Ce que demanderait l'article 14, paragraphe 4, pour qui contrôle.",
    },
    "docs_ai_14_understand": {
        "nl": "De mogelijkheden en beperkingen begrijpen",
        "en": "To understand its capacities and limitations",
        "fr": "Comprendre ses capacités et ses limites",
    },
    "docs_ai_14_understand_known": {
        "nl": "Elke regel is in woorden te lezen; een open uitkomst zegt welke vraag haar beslist.",
        "en": "Each rule can be read in words; an open outcome says which question would settle it.",
        "fr": "Chaque règle se lit en mots ; un résultat ouvert dit quelle question le trancherait.",
    },
    "docs_ai_14_bias": {
        "nl": "Bedacht zijn op te veel vertrouwen in de uitkomst",
        "en": "To remain aware of relying too much on the outcome",
        "fr": "Rester conscient d'une confiance excessive dans le résultat",
    },
    "docs_ai_14_bias_known": {
        "nl": "De uitkomst heet een voorstel, noemt waar zij van afhangt en geeft geen cijfer. Of dit in de praktijk helpt, moet de eigenaar volgen.",
        "en": "The outcome is called a proposal, names what it hangs on and gives no score. Whether that helps in practice is for the owner to watch.",
        "fr": "Le résultat s'appelle proposition, dit de quoi il dépend et ne donne pas de note. Aux responsables de suivre si cela aide en pratique.",
    },
    "docs_ai_14_interpret": {
        "nl": "De uitkomst juist kunnen lezen",
        "en": "To interpret the outcome correctly",
        "fr": "Interpréter correctement le résultat",
    },
    "docs_ai_14_interpret_known": {
        "nl": "“kansrijk explain” geeft de volledige redenering van elk onderdeel; “kansrijk whatif” laat zien wat iets anders zou geven.",
        "en": "“kansrijk explain” gives the full reasoning of each part; “kansrijk whatif” shows what would give something else.",
        "fr": "« kansrijk explain » donne le raisonnement complet de chaque élément ; « kansrijk whatif » montre ce qui donnerait autre chose.",
    },
    "docs_ai_14_override": {
        "nl": "Besluiten het niet te volgen",
        "en": "To decide not to follow it",
        "fr": "Décider de ne pas le suivre",
    },
    "docs_ai_14_override_known": {
        "nl": "Wie anders mag beslissen: {deciders}. Een reden is verplicht, en de beslissing is terug te nemen.",
        "en": "Who may decide otherwise: {deciders}. A reason is required, and the decision can be taken back.",
        "fr": "Qui peut en décider autrement : {deciders}. Une raison est obligatoire, et la décision peut être retirée.",
    },
    "docs_ai_14_stop": {
        "nl": "Kunnen ingrijpen of stoppen",
        "en": "To intervene or stop",
        "fr": "Intervenir ou arrêter",
    },
    "docs_ai_14_stop_known": {
        "nl": "Het programma doet niets uit zichzelf: het rekent als iemand erom vraagt, stuurt niets en slaat niets op.",
        "en": "The program does nothing by itself: it works something out when somebody asks, sends nothing and stores nothing.",
        "fr": "Le programme ne fait rien de lui-même : il calcule quand quelqu'un le demande, n'envoie et ne conserve rien.",
    },
    "docs_ai_14_competence": {
        "nl": "Opleiding, bevoegdheid en tijd van wie toezicht houdt",
        "en": "Training, authority and time of whoever oversees it",
        "fr": "Formation, autorité et temps de qui contrôle",
    },
    # a DPIA
    "docs_on_dpia": {
        "nl": "Voor een DPIA (AVG, artikel 35)",
        "en": "For a DPIA (GDPR, article 35)",
        "fr": "Pour une AIPD (RGPD, article 35)",
    },
    "docs_dpia_lead": {
        "nl": "Wat artikel 35, zevende lid, in een beoordeling van de gevolgen voor de privacy vraagt. Dit is geen DPIA: die maakt de eigenaar vóór het gebruik.",
        "en": "What article 35(7) asks of an assessment of the effects on data protection. This is no DPIA: the owner makes it before use.",
        "fr": "Ce que l'article 35, paragraphe 7, demande d'une analyse d'impact. Ceci n'est pas une AIPD : les responsables la font avant l'usage.",
    },
    "docs_dpia_purpose": {
        "nl": "Doel van de verwerking",
        "en": "Purposes of the processing",
        "fr": "Finalités du traitement",
    },
    "docs_dpia_data": {"nl": "Welke gegevens", "en": "Which data", "fr": "Quelles données"},
    "docs_dpia_special": {
        "nl": "Bijzonder gevoelige gegevens (waaronder artikel 9)",
        "en": "Particularly sensitive data (article 9 among them)",
        "fr": "Données particulièrement sensibles (dont l'article 9)",
    },
    "docs_dpia_about": {"nl": "Over wie", "en": "About whom", "fr": "Sur qui"},
    "docs_dpia_about_known": {
        "nl": "Vrouwen vóór, tijdens en na een zwangerschap, en hun kinderen; ook wat er van een partner gevraagd wordt. Een dossier draagt een pseudoniem, geen naam en geen BSN.",
        "en": "Women before, during and after a pregnancy, and their children; also what is asked about a partner. A file carries a pseudonym, no name and no citizen service number.",
        "fr": "Des femmes avant, pendant et après une grossesse, et leurs enfants ; aussi ce qui est demandé d'un partenaire. Un dossier porte un pseudonyme, ni nom ni numéro national.",
    },
    "docs_dpia_from_whom": {
        "nl": "Van wie de gegevens komen",
        "en": "From whom the data come",
        "fr": "De qui viennent les données",
    },
    "docs_dpia_from_whom_known": {
        "nl": "Uit gesprekken: bij elke vraag staat wie hem stelt. De regels halen niets uit andere bestanden.",
        "en": "From talks: each question says who asks it. The rules fetch nothing from other files.",
        "fr": "D'entretiens : chaque question dit qui la pose. Les règles ne vont rien chercher dans d'autres fichiers.",
    },
    "docs_dpia_recipients": {
        "nl": "Wie de gegevens kan zien",
        "en": "Who may see the data",
        "fr": "Qui peut voir les données",
    },
    "docs_recipients_known": {
        "nl": "{roles} rollen. Van {restricted} van de {facts} feiten is bepaald welke rollen ze mogen zien; {not_home} feiten komen nooit op iets dat thuis terechtkomt.",
        "en": "{roles} roles. Of {restricted} of the {facts} facts it is settled which roles may see them; {not_home} facts never come on anything that can reach the home.",
        "fr": "{roles} rôles. Pour {restricted} des {facts} faits, il est fixé quels rôles peuvent les voir ; {not_home} faits n'apparaissent jamais sur ce qui peut arriver chez elle.",
    },
    "docs_dpia_retention": {
        "nl": "Hoe lang bewaard",
        "en": "How long kept",
        "fr": "Durée de conservation",
    },
    "docs_dpia_lawful_basis": {
        "nl": "Grondslag, ook voor gezondheidsgegevens",
        "en": "Legal ground, also for health data",
        "fr": "Base légale, aussi pour les données de santé",
    },
    "docs_dpia_necessity": {"nl": "Noodzaak", "en": "Necessity", "fr": "Nécessité"},
    "docs_necessity_known": {
        "nl": "Bij elk feit staat welke regels het gebruiken. Gevraagd wordt alleen wat een uitkomst nog kan veranderen.",
        "en": "Each fact says which rules use it. Only what can still change an outcome is asked.",
        "fr": "Chaque fait dit quelles règles l'utilisent. N'est demandé que ce qui peut encore changer un résultat.",
    },
    "docs_necessity_unused": {
        "nl": "Geen enkele regel gebruikt",
        "en": "No rule uses",
        "fr": "Aucune règle n'utilise",
    },
    "docs_dpia_proportionality": {
        "nl": "Evenredigheid, en wat minder ingrijpend kan",
        "en": "Proportionality, and what could be less intrusive",
        "fr": "Proportionnalité, et ce qui serait moins intrusif",
    },
    "docs_dpia_rights": {
        "nl": "Rechten: uitleg, inzage, bezwaar",
        "en": "Rights: explanation, access, objection",
        "fr": "Droits : explication, accès, opposition",
    },
    "docs_dpia_risks": {
        "nl": "Risico's voor haar rechten en vrijheden",
        "en": "Risks to her rights and freedoms",
        "fr": "Risques pour ses droits et libertés",
    },
    "docs_dpia_measures": {
        "nl": "Maatregelen tegen die risico's",
        "en": "Measures against those risks",
        "fr": "Mesures contre ces risques",
    },
    "docs_dpia_measures_known": {
        "nl": "Zij mag elke vraag overslaan; dat telt nooit als nee of ja. Een kopie per rol bevat alleen wat die rol mag zien. Wat onveilig kan zijn, komt niet op haar eigen exemplaar. Foutmeldingen tonen geen feiten. Het programma slaat niets op en stuurt niets. Wat de omgeving daaromheen doet, vult de eigenaar aan.",
        "en": "She may pass over each question; that never counts as no or yes. A copy for a role holds only what that role may see. What could be unsafe is not on her own copy. Errors show no facts. The program stores and sends nothing. What is done around it, the owner adds.",
        "fr": "Elle peut passer chaque question ; cela ne compte jamais comme non ni oui. Une copie pour un rôle ne contient que ce que ce rôle peut voir. Ce qui serait dangereux n'est pas sur sa propre copie. Les erreurs ne montrent aucun fait. Le programme ne conserve et n'envoie rien. Aux responsables d'ajouter ce qui se fait autour.",
    },
    "docs_dpia_officer": {
        "nl": "Advies van de functionaris gegevensbescherming",
        "en": "Advice of the data protection officer",
        "fr": "Avis du délégué à la protection des données",
    },
    "docs_dpia_views": {
        "nl": "Wat de moeders zelf ervan vinden",
        "en": "The views of the mothers themselves",
        "fr": "L'avis des mères elles-mêmes",
    },
    "docs_dpia_review": {
        "nl": "Wanneer opnieuw",
        "en": "When to do it again",
        "fr": "Quand la refaire",
    },
    "docs_dpia_review_known": {
        "nl": "De regels zelf zijn te herzien vóór {review}.",
        "en": "The rules themselves are to be reviewed before {review}.",
        "fr": "Les règles elles-mêmes sont à réviser avant le {review}.",
    },
}
