"""What she reads herself: easy, in every language, and without words that judge."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

import pytest
from builders import shipped_pack
from readability import COMMON, EASE, RARER, VERY_EASY, ease, hard_to_read, sentences, syllables
from wordfreq import zipf_frequency

from kansrijk.pack.her_words import JUDGING, diminutives, judging_words
from kansrijk.pack.model import Hers


def hers() -> Hers:
    found = shipped_pack("hoogeveen").sections.hers
    assert found
    return found


TEXTS = [
    pytest.param(text, language, id=f"{kind}-{id}-{language}")
    for kind, part in hers().texts.items()
    for id, translations in part.items()
    for language, text in translations.items()
]
SYLLABLES = {
    "nl": """
        plan:1 avond:2 baby:2 moeder:2 verloskundige:5 bevalling:3 begeleider:4 student:2
        kraamzorg:2 eten:2 bewegen:3 aan:1 ouder:2 eigen:2 groeien:2 leeuw:1 nieuwe:2 ruimte:2
        vrijwilliger:4 idee:2 kinderen:3 uitkering:3 vertrouwen:3 buurt:1 uren:2 opleiding:3 ontwikkeling:4
        familie:3 situatie:4 jaar:1 drieën:2 mooie:2 ervaring:3 beetje:2 ontdekken:3 één:1
    """,
    "en": """
        plan:1 every:3 mother:2 midwife:2 birth:1 supervisor:4 municipality:6 allowances:4 alone:2
        money:2 together:3 area:3 away:2 again:2 ready:2 family:3 language:2 quiet:2 helped:1
        comes:1 place:1 places:2 goes:1 makes:1 little:2 insurance:3 maternity:4 needed:2
        interpreter:4 moving:2 doing:2 being:2 trying:2 settled:2 called:1 idea:3 lives:1 nurse:1 choose:1
    """,
}
FAULTS = [
    # one for each measure, and the text just within it
    ("nl", "Dit is nu een zin van twaalf woorden, en dat is veel.",
     ["12.0 words in a sentence on average"]),
    ("nl", "Dit is nu een zin van tien woorden, dat is.", []),
    ("nl", "Hij zei dat hij nu met ons en met jou naar zee en de stad gaat. Ja. Kom.",
     ["a sentence of 16 words"]),
    ("nl", "Hij zei dat hij met ons en met jou naar zee en de stad gaat. Ja. Kom.", []),
    ("nl", "Onze begeleiding betreft voornamelijk ontwikkelingen binnen organisaties.",
     ["a reading ease of -63.7"]),
    ("nl", "Wij doen de kattenbak weg.", ["`kattenbak` is not a common word"]),
    ("en", "We will look at what you need and want to do now.",
     ["12.0 words in a sentence on average"]),
    ("en", "Additional conversations regarding municipal organisations continue indefinitely.",
     ["a reading ease of -150.8"]),
    ("en", "You get a remuneration.", ["`remuneration` is not a common word"]),
    # of a language without its sum: the length alone
    ("tr", "Bir iki üç dört beş altı yedi sekiz dokuz on onbir.",
     ["11.0 words in a sentence on average"]),
    ("ti", "ሓደ። ክልተ፧ ሰለስተ።", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_a_text_is_easy_to_read(text: str, language: str) -> None:
    assert hard_to_read(text, language) == []


@pytest.mark.parametrize("language", EASE)
def test_all_that_she_reads_is_very_easy_together(language: str) -> None:
    told = [t[language] for kind in (hers().goals, hers().actions, hers().strengths)
            for t in kind.values()]  # fmt: skip
    assert ease(" ".join(told), language) >= VERY_EASY


@pytest.mark.parametrize(("language", "text", "found"), FAULTS)
def test_what_is_too_hard_is_told(language: str, text: str, found: list[str]) -> None:
    assert hard_to_read(text, language) == found


def test_syllables_as_counted_by_hand() -> None:
    by_hand = {
        (language, word): int(number)
        for language, rows in SYLLABLES.items()
        for word, _, number in (row.partition(":") for row in rows.split())
    }
    assert {(lang, word): syllables(word, lang) for lang, word in by_hand} == by_hand


def test_sentences_end_in_every_script() -> None:
    assert list(map(len, sentences("Kom je? Ja! Om 10.30 uur."))) == [2, 1, 2]
    assert list(map(len, sentences("من هنا؟ نعم. ሓደ ክልተ። ሰለስተ፧"))) == [2, 1, 2, 1]


def test_a_rarer_word_that_is_allowed_is_rare() -> None:
    """So that an exception does not outlive its reason."""
    common = [w for lang in RARER for w in RARER[lang] if zipf_frequency(w, lang) >= COMMON]
    assert common == []


def test_it_is_there_in_seven_languages_of_which_two_are_confirmed() -> None:
    assert hers().languages == ("nl", "en", "ar", "pl", "tr", "uk", "ti")
    assert hers().confirmed == ("nl", "en")
    assert set(hers().languages) <= JUDGING.keys()
    assert Hers(confirmed=("nl",)).languages == ()


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Je bent kwetsbaar.", ["kwetsbaar"]),
        ("nl", "Het risico? Geldproblemen, een probleem.", ["risico", "Geldproblemen", "probleem"]),
        ("nl", "Jouw score is 3, zeer kwetsbare omstandigheden.", ["score", "zeer kwetsbare omstandigheden"]),
        ("nl", "Meer risico's.", ["risico"]),
        ("nl", "De gewone dag, en de zorg.", []),
        ("nl", "Gewone zorg.", ["Gewone zorg"]),
        ("en", "At risk: a vulnerable, problematic category.", ["At risk", "vulnerable", "problematic", "category"]),
        ("en", "This is probably a brisk walk.", []),
        ("ar", "هذه مشكلة.", ["مشكلة"]),
        ("ar", "المخاطر.", ["المخاطر"]),
        ("ar", "علاقة دافئة.", []),
        ("pl", "To ryzyko.", ["ryzyko"]),
        ("tr", "Bir sorun ve risk.", ["sorun", "risk"]),
        ("uk", "Є ризик і проблема.", ["ризик", "проблема"]),
        ("ti", "ጸገም ኣሎ።", ["ጸገም"]),
        ("xx", "risk", []),
    ],
)  # fmt: skip
def test_words_that_never_stand_there(language: str, text: str, found: list[str]) -> None:
    names = "zeer_kwetsbare_omstandigheden gewone_zorg"
    assert list(judging_words(text, language, names)) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Je huisje, een kopje en wat spulletjes.", ["huisje", "kopje", "spulletjes"]),
        ("nl", "Een beetje, je meisje, jullie oranje, Je ziet twee meisjes.", []),
        ("en", "A huisje.", []),
    ],
)
def test_diminutives(language: str, text: str, found: list[str]) -> None:
    assert list(diminutives(text, language)) == found
