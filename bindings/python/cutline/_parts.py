"""What lists and groups in a record are made of. Names and meanings are those of docs/record.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar


@dataclass(frozen=True)
class Source:
    """Where the page came from."""

    path: str | None = None
    url: str | None = None
    canonical: str | None = None
    amp: str | None = None
    kind: str | None = None
    encoding: str | None = None
    bytes: int | None = None


@dataclass(frozen=True)
class Site:
    name: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Person:
    """Somebody who wrote the story, or helped. An agency or a desk has kind "organization"."""

    name: str
    url: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Edition:
    """The same page in another language."""

    language: str | None = None
    label: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Pages:
    """The parts of a story that has several."""

    prev: str | None = None
    next: str | None = None
    single: str | None = None


@dataclass(frozen=True)
class Image:
    url: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    height: int | None = None
    lead: bool = False
    block: int | None = None


@dataclass(frozen=True)
class Span:
    """A link or an emphasis. `start` and `end` are bytes of the block's text in UTF-8. Of a link to a place in the story, as
    those of footnotes are, `block` is the number of the block in the body that is there, and `item` that of its item."""

    type: str
    start: int
    end: int
    url: str | None = None
    block: int | None = None
    item: int | None = None


@dataclass(frozen=True)
class Block:
    """A block of the body. A list has `items`, a table `rows`, all others have `text`. Of a table whose first `header_rows`
    rows say what its `columns` are called, `header` has these names."""

    type: str
    level: int | None = None
    ordered: bool | None = None
    items: tuple[str, ...] = ()
    columns: int | None = None
    header: tuple[str, ...] = ()
    header_rows: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    text: str | None = None
    spans: tuple[Span, ...] = ()
    time: str | None = None


@dataclass(frozen=True)
class Media:
    """A video, sound, an embedded post, a map, a document."""

    type: str | None = None
    url: str | None = None
    provider: str | None = None
    caption: str | None = None
    block: int | None = None


@dataclass(frozen=True)
class Quote:
    """A direct quotation: `record.text[quote.start:quote.end]`."""

    text: str
    block: int
    start: int
    end: int
    mention: str | None = None
    speaker: str | None = None
    cue: str | None = None
    outlet: str | None = None


@dataclass(frozen=True)
class Related:
    label: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Comment:
    text: str
    offset: int


@dataclass(frozen=True)
class Dropped:
    """A block of the page that is not in the body."""

    role: str
    text: str
    probability: float | None = None
    offset: int | None = None


_T = TypeVar("_T")


def _made(cls: Callable[..., _T], known: frozenset[str], value: Mapping[str, Any]) -> _T:
    # A later library may tell more than this package knows of.
    return cls(**{name: member for name, member in value.items() if name in known})


def maker(cls: type[_T]) -> Callable[[Mapping[str, Any]], _T]:
    """A function from a JSON object to a part."""
    known = frozenset(field.name for field in fields(cls))  # type: ignore[arg-type]
    return lambda value: _made(cls, known, value)


_span = maker(Span)
_block_names = frozenset(field.name for field in fields(Block))


def make_block(value: Mapping[str, Any]) -> Block:
    made = {name: member for name, member in value.items() if name in _block_names}
    if "items" in made:
        made["items"] = tuple(made["items"])
    if "header" in made:
        made["header"] = tuple(made["header"])
    if "rows" in made:
        made["rows"] = tuple(map(tuple, made["rows"]))
    if "spans" in made:
        made["spans"] = tuple(map(_span, made["spans"]))
    return Block(**made)
