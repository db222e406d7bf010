"""Runs the tests that ask for it with both parsers of the YAML library."""

from typing import Any

import pytest

from kansrijk.reading import strict_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def any_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the parser in use: libyaml or pure Python."""

    def loader(yaml: Any) -> Any:
        if not hasattr(yaml, request.param):
            pytest.skip("libyaml is not here")
        return getattr(yaml, request.param)

    monkeypatch.setattr(strict_yaml, "_loader", loader)
    return str(request.param)
