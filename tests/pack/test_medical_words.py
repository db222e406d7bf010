"""What a medical action may not say: diagnoses, tests, doses, medicines and therapies."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

import pytest
from builders import shipped_pack, small_pack

from kansrijk.pack.medical_words import WORDS, Kind, medical_words
from kansrijk.reading import InputError

REFUSED: list[tuple[str, Kind, str]] = [
    # a row is a language, what it is, and texts with one word of it each
    ("nl", "diagnosis", "Stel een diagnose. | Zij heeft zwangerschapsdiabetes. | Bij depressieve klachten: bel. "
     "| Denk aan een postpartumdepressie. | Let op pre-eclampsie. | Vraag naar een angststoornis. "
     "| Zij is verslaafd. | Bij depressie hulp zoeken. | Let op BLOEDARMOEDE. | Let op het HELLP-syndroom."),
    ("nl", "test", "Doe een test. | Laat haar testen. | Zij wordt getest. | Vraag een bloedtest aan. "
     "| Maak een termijnecho. | Maak een echo. | Meet de bloeddruk. | Laat bloed prikken. "
     "| Laat een röntgenfoto maken. | Doe de zwangerschapstest."),
    ("nl", "dose", "Geef een dosis. | Pas de dosering aan. | Neem 3 mg. | Neem 20mg per dag. | Geef 5 ml. "
     "| Neem 2 tabletten. | Neem 1 capsule. | Neem 400 µg."),
    ("nl", "medicine", "Start met antidepressiva. | Geef paracetamol. | Vraag naar haar medicatie. | Bied nicotinepleisters aan. "
     "| Neem foliumzuur. | Neem vitamine D. | Geef oxazepam. | Bespreek de pil. | Laat haar vaccineren."),
    ("nl", "therapy", "Bied gedragstherapie aan. | Start een behandeling. | Plan een operatie. | Bespreek EMDR. | Volg een dieet. "
     "| Maak een behandelplan. | Plan de keizersnede."),
    ("en", "diagnosis", "Diagnose it. | She has diabetes. | Think of depression. | Look for pre-eclampsia. | She is addicted."),
    ("en", "test", "Do a test. | Have her tested. | Measure her blood pressure. | Arrange an ultrasound. | Take an X-ray."),
    ("en", "dose", "Give a dose. | Take 3 mg. | Raise the dosage. | Take 2 tablets. | Give 10 millilitres."),
    ("en", "medicine", "Give antibiotics. | Offer a nicotine patch. | Take folic acid. | Prescribe rest. | Offer the pill."),
    ("en", "therapy", "Offer psychotherapy. | Start treatment. | Plan a caesarean."),
    ("fr", "diagnosis", "Posez un diagnostic. | Elle est déprimée. | Pensez au diabète."),
    ("fr", "test", "Faites un test. | Demandez une prise de sang. | Demandez une analyse d'urine. | Une échographie."),
    ("fr", "dose", "Donnez une dose. | Prenez 3 mg. | Vérifiez la posologie. | Prenez 2 comprimés."),
    ("fr", "medicine", "Donnez des antibiotiques. | Prenez un médicament. | Prescrivez cela. | De l’acide folique."),
    ("fr", "therapy", "Une psychothérapie. | Commencez le traitement. | Prévoyez une césarienne."),
]  # fmt: skip
ALLOWED = {
    "nl": """
        Bespreek met haar wat zij in haar testament wil. | Zij protesteert: neem haar protest ernstig.
        | Vraag een attest. | Bespreek de contactmomenten en het dossier. | Let op haar omgeving en omgang.
        | Plan een gesprek met de verloskundige. | Overleg met de diabetesverpleegkundige.
        | Overleg met de verslavingszorg. | Overleg met de behandelaar. | Bel de fysiotherapeut.
        | Behandel wat zij zegt vertrouwelijk. | Onderzoek met haar wat helpt. | Vraag naar haar echtgenoot.
        | Overleg met de diëtist. | Overleg met de POP-poli en de depressiepoli. | Psychosociaal overleg.
        | Een pilaar in de buurt, een piloot in de familie. | Op haar tablet staan 2 foto's. | De opera.
        | Scan de code van de folder. | Overleg met de gynaecoloog. | Medisch maatschappelijk werk.
        | Vraag hoe het gaat met 24 uur per week en 30 minuten wandelen. | Dieper ademhalen.
        | Desinfecteren doet de kraamzorg. | Kijk naar de latere plannen.
    """,
    "en": """
        Ask about her will and testament. | Take her protest seriously. | The latest, greatest news.
        | Treat her with respect. | See the diabetes nurse. | Consult addiction care. | Call the dietitian.
        | Consult the physiotherapist. | Talk of a healthy diet. | A pillow and a pillar.
        | Consult the gynaecologist. | Attest to that. | Contest the letter. | Walk 30 minutes.
        | Scan the letter. | Ask what she detests.
    """,
    "fr": """
        Parlez-lui de son testament. | Elle proteste. | Contactez la sage-femme. | Une attestation.
        | Consultez le chirurgien. | Parlez avec elle. | Le thérapeute. | Bien manger, bien dormir.
    """,
    "pl": "Test, diagnoza, 3 mg, 2 tabletki.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        (language, kind, text.strip())
        for language, kind, texts in REFUSED
        for text in texts.split("|")
    ],
)
def test_what_diagnoses_or_treats_is_found(language: str, kind: Kind, text: str) -> None:
    assert {found.kind for found in medical_words(text, language)} == {kind}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, " ".join(text.split()))
        for language, texts in ALLOWED.items()
        for text in texts.split("|")
    ],
)
def test_everyday_words_and_those_who_help_are_not(language: str, text: str) -> None:
    assert list(medical_words(text, language)) == []


def test_a_word_is_told_as_it_stands() -> None:
    assert [found.word for found in medical_words("Neem 2 Tabletten; Échographie", "fr")] == [
        "2 Tabletten", "Échographie",
    ]  # fmt: skip
    assert [found.word for found in medical_words("Her blood pressure.", "en")] == [
        "blood pressure"
    ]
    composed, apart = "médicament", "me\u0301dicament"
    assert list(medical_words(apart, "fr")) == list(medical_words(composed, "fr"))


def test_every_language_has_words_of_every_kind() -> None:
    assert {tuple(kinds) for kinds in WORDS.values()} == {
        ("diagnosis", "test", "dose", "medicine", "therapy")
    }


def test_every_text_for_a_medical_action_of_hoogeveen_is_free_of_them() -> None:
    pack = shipped_pack("hoogeveen").sections
    texts = [
        (text, language)
        for action in pack.actions.values()
        if action.domain == "medical"
        for language, text in action.label.items()
    ]
    assert len(texts) > 40
    assert [found for text, language in texts for found in medical_words(text, language)] == []


def test_only_a_medical_action_is_held_to_it() -> None:
    small_pack(actions={"help": {"label": "Arrange therapy."}})
    with pytest.raises(InputError):
        small_pack(actions={"help": {"label": "Arrange therapy.", "domain": "medical"}})
