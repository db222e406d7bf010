"""How hard a text is to read: sentences, syllables and how common its words are, by language.

For what mothers read themselves. The bounds and their sources are in decision 37.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from wordfreq import zipf_frequency

AVERAGE, LONGEST = 10, 15
"""Words in a sentence."""
COMMON = 3.5
"""On the Zipf scale: 3 is once in a million words, 4 is ten times that."""

MEASURED = 6
"""Words from which a text has a reading ease: of a name of a few words the sum says nothing."""
EASE: Mapping[str, tuple[float, float, float]] = {
    # what the sum starts from, what is off for each word of a sentence and syllable of a word
    "nl": (206.84, 0.93, 77.0),
    "en": (206.835, 1.015, 84.6),
}
"""The sums of Douma (1960) and Flesch (1948)."""
FAIRLY_EASY, VERY_EASY = 70, 90
"""On both scales: what each text must be, and all that she reads together."""

RARER: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "kraamzorg": "what she has to arrange goes by this word only",
        "verloskundige": "whom she sees herself, by the name she knows",
    },
    "en": {
        "midwife": "whom she sees herself, by the name she knows",
    },
}
"""Words below the bound that she knows, each with the reason."""

ENDS = re.compile(r"[.!?؟።፧]+(?:\s+|$)")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
VOWELS = {
    # In Dutch a trema begins another syllable; other accents are taken off first.
    "nl": re.compile(r"aai|ooi|oei|eeu|ieu|ij|aa|ee|oo|uu|ie|oe|eu|ui|ei|au|ou|[aeiouyëïöü]"),
    "en": re.compile(r"[aeiouy]+"),
}
PLAIN = str.maketrans("áàéèíóòú", "aaeeioou")
SILENT = re.compile(
    r"(?:(?<![aeiouyl])e|(?<=[aeiouy]l)e|(?<![aeiouytd])(?<![bcdfgkptz]l)ed|(?<![aeiouyszxcg])es)$"
)
APART = re.compile(r"i(?:a(?!l$)|o(?!n)|e(?=ty|t$))|(?<=[^q])ui(?=ty)|(?<=[aeiouy])ing$|"
                   r"(?<=[aeiou][a-z])ea(?=s?$)")  # fmt: skip
"""In English: an end that is not heard, and vowels in a row that are heard apart."""


def hard_to_read(text: str, lang: str) -> list[str]:
    """What makes a text too hard for her; in most languages its length alone."""
    return [*_long(text), *_hard(text, lang), *_rare(text, lang)]


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    return [words for part in ENDS.split(text) if (words := WORD.findall(part))]


def syllables(word: str, lang: str) -> int:
    """How many there are, near enough: at least one."""
    word = word.lower().translate(PLAIN)
    sounds = len(VOWELS[lang].findall(word))
    if lang == "en":
        sounds += len(APART.findall(word)) - len(SILENT.findall(word))
    return max(1, sounds)


def ease(text: str, lang: str) -> float:
    """The reading ease of a text with a word in it: the higher, the easier."""
    start, for_words, for_syllables = EASE[lang]
    words = [word for sentence in sentences(text) for word in sentence]
    each = sum(syllables(word, lang) for word in words) / len(words)
    return start - for_words * len(words) / len(sentences(text)) - for_syllables * each


def _long(text: str) -> list[str]:
    lengths = [len(words) for words in sentences(text)]
    found = [f"a sentence of {n} words" for n in lengths if n > LONGEST]
    if sum(lengths) > AVERAGE * len(lengths):
        found.append(f"{sum(lengths) / len(lengths):.1f} words in a sentence on average")
    return found


def _hard(text: str, lang: str) -> list[str]:
    if lang not in EASE or sum(map(len, sentences(text))) < MEASURED:
        return []
    found = ease(text, lang)
    return [f"a reading ease of {found:.1f}"] if found < FAIRLY_EASY else []


def _rare(text: str, lang: str) -> list[str]:
    if lang not in EASE:
        return []
    words = {word.lower() for sentence in sentences(text) for word in sentence}
    rare = sorted(w for w in words - RARER[lang].keys() if zipf_frequency(w, lang) < COMMON)
    return [f"`{word}` is not a common word" for word in rare]
