"""Reading: from a file to plain data with places, or to problems a person can act on.

Everything a user writes (rules, packs, cases) comes in through this room. It knows YAML and
JSON and nothing of what the data means. What comes out is a `Document`; what is wrong comes
out as one `InputError` with all problems, each with a place, and never with the value of a
scalar, which may be a fact about a person. Every limit on untrusted input is kept here. What is
added to such a file is added here too: to its text, at its place, and saved whole or not at all.

From outside, use only the names below, and add rows for your own problems to the table in
`problem_texts.py`.
"""

from kansrijk.reading.document import Document
from kansrijk.reading.files import read_file, read_text, text_of
from kansrijk.reading.problem import (
    InputError,
    Place,
    Problem,
    did_you_mean,
    nearest,
    problem,
    quoted,
)
from kansrijk.reading.problem_texts import PROBLEM_TEXTS
from kansrijk.reading.strict_json import parse_json
from kansrijk.reading.strict_yaml import parse_yaml

__all__ = [
    "PROBLEM_TEXTS",
    "Document",
    "InputError",
    "Place",
    "Problem",
    "did_you_mean",
    "nearest",
    "parse_json",
    "parse_yaml",
    "problem",
    "quoted",
    "read_file",
    "read_text",
    "text_of",
]
