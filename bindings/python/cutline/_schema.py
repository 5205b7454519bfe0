"""The record's shape as its JSON Schema (docs/record.schema.json) tells it, for tools whose columns have types.

A shape is "string", "integer", "number" or "boolean"; Many of another shape; Names, a mapping from names to strings; or
Parts, members by name. All may be absent.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, Union

from cutline._options import PARTS

if TYPE_CHECKING:
    Shape = Union[str, "Many", "Names", "Parts"]

_T = TypeVar("_T")
FAILURE = "error"
_COMMENTS = (PARTS.index("comments") + 1, 1)  # shown, in an Extractor's settings


@dataclass(frozen=True)
class Many:
    """A list."""

    item: Shape


@dataclass(frozen=True)
class Names:
    """A mapping from names that are not known beforehand to strings."""


@dataclass(frozen=True)
class Parts:
    """Members by name, in the order of the record."""

    members: tuple[tuple[str, Shape], ...]


def _shape(node: dict[str, Any], definitions: dict[str, Any]) -> Shape:
    if "$ref" in node:
        return _shape(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
    if "enum" in node:
        return "string"
    if "const" in node:
        return "boolean" if isinstance(node["const"], bool) else "string"
    kind: str = node["type"]
    if kind == "array":
        return Many(_shape(node["items"], definitions))
    if kind == "object":
        if "properties" not in node:
            return Names()
        return Parts(tuple((name, _shape(part, definitions)) for name, part in node["properties"].items()))
    return kind


def record_shape() -> Parts:
    """The whole record, `error` too."""
    with open(os.path.join(os.path.dirname(__file__), "record.schema.json"), "rb") as file:
        schema = json.load(file)
    whole = _shape(schema, schema["$defs"])
    assert isinstance(whole, Parts)
    return whole


def shape_of(settings: Mapping[str, Any]) -> Parts:
    """The records that an Extractor of these settings gives: the fields that they may have, in the record's order, and
    `error` always."""
    named = settings["fields"].split(",") if "fields" in settings else None
    asked_for = {"dropped": bool(settings.get("dropped")), "comments": _COMMENTS in settings.get("parts", ())}

    def is_wanted(name: str) -> bool:
        return name == FAILURE or (name in named if named is not None else asked_for.get(name, True))

    return Parts(tuple((name, shape) for name, shape in record_shape().members if is_wanted(name)))


def fold(
    shape: Shape,
    plain: Callable[[str], _T],
    many: Callable[[_T], _T],
    names: Callable[[], _T],
    parts: Callable[[list[tuple[str, _T]]], _T],
) -> _T:
    """A shape as the type of some tool: what its plain types are, and how it makes lists, mappings and structs."""
    if isinstance(shape, Many):
        return many(fold(shape.item, plain, many, names, parts))
    if isinstance(shape, Names):
        return names()
    if isinstance(shape, Parts):
        return parts([(name, fold(part, plain, many, names, parts)) for name, part in shape.members])
    return plain(shape)
