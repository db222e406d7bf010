"""How many random cases the tests draw: few and always the same by default, so that a change
is judged by what it changed; many and new ones with KANSRIJK_LONG=1."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("short", max_examples=50, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if os.environ.get("KANSRIJK_LONG") == "1" else "short")

DRAWN = ("promises", "oracle", "hostile", "output", "docs")
"""Tests of the whole, most of them on random cases. The parts have tests of their own that reach
every branch; to measure that here as well would make these take three times as long."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    tests = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(tests) and item.path.relative_to(tests).parts[0] in DRAWN:
            item.add_marker(pytest.mark.no_cover)
