"""How many random cases the tests draw: few and always the same by default, so that a change
is judged by what it changed; many and new ones with KANSRIJK_LONG=1."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("short", max_examples=50, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if os.environ.get("KANSRIJK_LONG") == "1" else "short")
