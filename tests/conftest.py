"""How many random cases the tests draw: few and always the same by default, so that a change
is judged by what it changed; many and new ones with KANSRIJK_LONG=1."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("short", max_examples=50, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if os.environ.get("KANSRIJK_LONG") == "1" else "short")

UNMEASURED = (
    "cli",
    "docs",
    "hostile",
    "oracle",
    "output",
    "promises",
    "planning/test_by_the_book.py",
    "planning/test_day_by_day.py",
    "workbench/test_formulas.py",
    "workbench/test_diff_random.py",
    "workbench/test_documents_random.py",
    "workbench/test_mutants_random.py",
    "workbench/test_prove_random.py",
)
"""Tests of the whole, most of them on random cases. The parts have tests of their own that reach
every branch; to measure that here as well would make these take three times as long."""
MEASURED = (
    "cli/test_explaining.py",
    "output/test_explain_decided.py",
    "output/test_explain_output.py",
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    tracing = sys.gettrace()
    if _unmeasured(item):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracing)


def _unmeasured(item: pytest.Item) -> bool:
    path = item.path.relative_to(Path(__file__).parent)
    whole = any(path.is_relative_to(one) for one in UNMEASURED)
    # Nor is a seeded fault: it runs what is not so.
    return "_sees_" in item.name or (whole and str(path) not in MEASURED)
