"""JSON Schema for the claim files, so that an editor completes keys and marks mistakes.

`python -m claimlint.evidence.schema` writes them to `claims/schema/`; a test holds them up to date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from claimlint.data import home
from claimlint.evidence.load import KINDS
from claimlint.evidence.model import Measures, Source


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    result = {f"{name}.json": records_schema(name, kind) for name, kind in KINDS.items()}
    result["sources.json"] = sources_schema()
    result["measures.json"] = written(wrapped("Measures", {"measures": {"$ref": "#/$defs/Measures"}}, Measures))
    return result


def records_schema(name: str, kind: type) -> str:
    """Return the schema of a file of records of one kind."""
    records = {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__}"}}
    return written(wrapped(f"claimlint {name}", {"records": records}, kind))


def sources_schema() -> str:
    """Return the schema of a file of sources, whose ids are their keys."""
    schema = wrapped(
        "claimlint sources",
        {"sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Source"}}},
        Source,
    )
    source = schema["$defs"]["Source"]
    source["properties"].pop("id")
    source["required"].remove("id")
    return written(schema)


def wrapped(title: str, properties: dict[str, Any], kind: type) -> dict[str, Any]:
    """Return the schema of a file with these keys, and the definitions of what stands in it."""
    _, definitions = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }


def written(schema: dict[str, Any]) -> str:
    """Return a schema as text."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(home("claims") / "schema")
