"""How many random cases the tests draw: few by default, many with KANSRIJK_LONG=1."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("short", max_examples=50, deadline=None)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if os.environ.get("KANSRIJK_LONG") == "1" else "short")
