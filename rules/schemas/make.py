"""Writes the JSON Schemas beside this file, for editors: `make schemas`.

One for each file of a pack, and one for the case files of each shipped pack. They follow from
the models of `kansrijk.pack`, so they are never edited by hand; a test compares them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kansrijk import load_pack, shipped_packs
from kansrijk.case.schema import case_schema
from kansrijk.pack.schema import FILES, HEADER, section_schema

HERE = Path(__file__).parent


def schemas() -> dict[str, str]:
    """The text of every schema by the name of its file."""
    made: dict[str, Any] = {}
    for section in FILES:
        # The section `pack` of a pack is its header, and stands in `pack.yaml`.
        name = "pack" if section == HEADER else section
        made[f"{name}.json"] = section_schema(section)
    for id in shipped_packs():
        pack = load_pack(id)
        made[f"case-{id}.json"] = case_schema(pack, pack.languages[0])
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


def main() -> None:
    """Writes them all, and takes away what is no longer made."""
    made = schemas()
    for old in HERE.glob("*.json"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
