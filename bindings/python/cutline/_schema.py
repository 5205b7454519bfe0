"""The record's shape as its JSON Schema (docs/record.schema.json) tells it, for tools whose columns have types.

A shape is "string", "integer", "number" or "boolean"; Many of another shape; Names, a mapping from names to strings; or
Parts, members by name. All may be absent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, Union

if TYPE_CHECKING:
    Shape = Union[str, "Many", "Names", "Parts"]

_T = TypeVar("_T")
# Not in a record unless they are asked for.
ASKED_FOR = ("comments", "dropped")
FAILURE = "error"


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
    schema = json.loads((Path(__file__).parent / "record.schema.json").read_bytes())
    whole = _shape(schema, schema["$defs"])
    assert isinstance(whole, Parts)
    return whole


def chosen_shape(fields: Iterable[str] | None, more: Iterable[str] = ()) -> Parts:
    """The record with some of its fields, in the record's order, and `error` always.

    Without `fields` all that a record has unasked, and of what has to be asked for what is in `more`.
    """
    wanted = None if fields is None else set(fields)
    asked = set(more)

    def is_wanted(name: str) -> bool:
        if name == FAILURE:
            return True
        if wanted is not None:
            return name in wanted
        return name not in ASKED_FOR or name in asked

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
