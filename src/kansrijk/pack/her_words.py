"""Words that never stand on her copy: of risk, of counting, and Dutch diminutives. Our own lists.

What the programme calls its classes comes with the pack. The words are written as `words` says, and
those of languages that write what belongs to a word before it have that along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kansrijk.pack.words import found_words, pattern, plain, words_of

JUDGING: Mapping[str, str] = {
    "nl": """
        kwetsba* risico* *risico *risicos probleem* *probleem problemen *problemen problematisch*
        score* scoor* *score categorie* *categorie klasse klassen classificatie* criteri* signaal
        signalen indicatie* diagnose* doelgroep* zorgmijd* afwijk* tekortkom* achterstand*
    """,
    "en": """
        vulnerab* risk* problem* score* scoring categor* classif* criteri* signal* indicat*
        diagnos* target_group deficien* deviant* at_risk
    """,
    "fr": """
        vulnerab* risque* problem* score* categor* classif* critere* signal signaux indicat*
        diagnos*
    """,
    "ar": "*خطر *مخاطر *مشكلة *مشكلات *مشاكل هشة الهشة *هشاشة *تصنيف فئة الفئة *تقييم",
    "pl": "ryzyk* zagroz* problem* kategori* klasyfik* kryteri* diagnoz* punktacj* wrazliw*",
    "tr": "risk* sorun* problem* kategori* puan* kriter* tani* savunmasiz* kırılgan* skor*",
    "uk": "ризик* вразлив* проблем* категор* критері* діагноз* бал бали балів класифік*",
    "ti": "*ሓደጋ *ጸገም *ጸገማት *ተቃላዒ *ነጥቢ *ምደባ",
}

DIMINUTIVES = "*je *jes"
NO_DIMINUTIVES = """
    je beetje meisje meisjes liedje liedjes sprookje sprookjes oranje spanje kastanje
"""
"""Words that end so and are no diminutives, or have no other form that people use."""


def _written(listed: str) -> str:
    """A list as its words are compared."""
    return " ".join(map(plain, listed.split()))


LISTED = {language: _written(listed) for language, listed in JUDGING.items()}


def judging_words(text: str, language: str, names: str) -> Iterator[str]:
    """The words of a text that judge her, or that name a class: `names` has those, as a list."""
    yield from found_words(text, f"{LISTED.get(language, '')} {names}")


def diminutives(text: str, language: str) -> Iterator[str]:
    """The Dutch diminutives of a text."""
    if language == "nl":
        for word in found_words(text, DIMINUTIVES):
            if not pattern(NO_DIMINUTIVES).fullmatch(plain(word)):
                yield word


def as_listed(name: str) -> str:
    """A name as a list has it: its words after each other."""
    return "_".join(plain(word) for word in words_of(name))
