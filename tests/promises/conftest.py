from __future__ import annotations

import os
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from kansrijk.pack.load import load_pack, pack_files, packs_folder
from kansrijk.pack.pack import Pack

LONG = os.environ.get("KANSRIJK_LONG") == "1"

settings.register_profile(
    "promises",
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("promises")


@pytest.fixture(scope="session")
def hoogeveen() -> Pack:
    return load_pack("hoogeveen")


@pytest.fixture(scope="session")
def written() -> dict[str, Any]:
    """The sections of hoogeveen as plain data; copy before changing."""
    return dict(pack_files(packs_folder() / "hoogeveen").value)


@pytest.fixture(scope="session")
def plain_yaml() -> Any:
    """Writes plain data as YAML that the strict reader takes, each number as it was written."""

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(
        Decimal, lambda dumper, n: dumper.represent_scalar("tag:yaml.org,2002:float", str(n))
    )
    return lambda value: yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False)
