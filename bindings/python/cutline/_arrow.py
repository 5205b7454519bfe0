"""Records as columns, by the Arrow C data interface: for pyarrow, polars, DuckDB and others, without needing any.

A kind is what a column holds: (format, name, nullable, kinds of children), in the words of the interface.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Optional

from cutline import _core
from cutline._options import FIELDS

if TYPE_CHECKING:
    from cutline._record import Record

Kind = tuple[str, str, bool, tuple[Any, ...]]
Array = tuple[int, int, tuple[Optional[bytes], ...], tuple[Any, ...]]  # length, nulls, buffers, children

_ROWS = 256  # of a batch: enough for columns, few enough to come soon
_PAGE_COLUMNS = ("url", "path", "charset", "fetched")


def _text(name: str) -> Kind:
    return ("U", name, True, ())


def _integer(name: str) -> Kind:
    return ("l", name, True, ())


def _real(name: str) -> Kind:
    return ("g", name, True, ())


def _truth(name: str) -> Kind:
    return ("b", name, True, ())


def _group(name: str, *members: Kind) -> Kind:
    return ("+s", name, True, members)


def _list(name: str, member: Kind) -> Kind:
    return ("+l", name, True, (member,))


def _texts(name: str, *names: str) -> Kind:
    return _group(name, *map(_text, names))


_PERSON = _texts("item", "name", "url", "kind")
_SPAN = _group(
    "item", _text("type"), _integer("start"), _integer("end"), _text("url"), _integer("block"), _integer("item")
)
_BLOCK = _group(
    "item",
    _text("type"),
    _integer("level"),
    _truth("ordered"),
    _list("items", _text("item")),
    _list("rows", _list("item", _text("item"))),
    _text("text"),
    _list("spans", _SPAN),
    _text("time"),
)
_IMAGE = _group(
    "item",
    *map(_text, ("url", "alt", "caption", "credit")),
    _integer("width"),
    _integer("height"),
    _truth("lead"),
    _integer("block"),
)
_QUOTE = _group(
    "item",
    *map(_text, ("text", "mention", "speaker", "cue", "outlet")),
    _integer("block"),
    _integer("start"),
    _integer("end"),
)
_DROPPED = _group("item", _text("role"), _real("probability"), _text("text"), _integer("offset"))
_FROM: Kind = ("+m", "from", True, (("+s", "entries", False, (("U", "key", False, ()), _text("value"))),))

# The fields that are not simply text.
_KINDS: dict[str, Kind] = {
    "source": _group("source", *map(_text, ("path", "url", "canonical", "amp", "kind", "encoding")), _integer("bytes")),
    "site": _texts("site", "name", "url"),
    "authors": _list("authors", _PERSON),
    "contributors": _list("contributors", _PERSON),
    "topics": _list("topics", _text("item")),
    "keywords": _list("keywords", _text("item")),
    "editions": _list("editions", _texts("item", "language", "label", "url")),
    "truncated": _truth("truncated"),
    "pages": _texts("pages", "prev", "next", "single"),
    "images": _list("images", _IMAGE),
    "body": _list("body", _BLOCK),
    "media": _list(
        "media", _group("item", *map(_text, ("type", "url", "provider", "caption")), _integer("block"))
    ),
    "quotes": _list("quotes", _QUOTE),
    "related": _list("related", _texts("item", "label", "title", "url")),
    "comments": _list("comments", _group("item", _text("text"), _integer("offset"))),
    "confidence": _real("confidence"),
    "from": _FROM,
    "dropped": _list("dropped", _DROPPED),
    "error": _group("error", _text("status"), _text("message"), _text("stage"), _integer("offset")),
}


def kinds_of(settings: dict[str, Any]) -> tuple[Kind, ...]:
    """The columns of records that were made with these settings: those that they may have, and `error`."""
    named = settings["fields"].split(",") if "fields" in settings else None
    comments = any(part == (5, 1) for part in settings.get("parts", ()))
    optional = {"dropped": bool(settings.get("dropped")), "comments": comments}
    names = [name for name in FIELDS if (name in named if named is not None else optional.get(name, True))]
    return tuple(_KINDS.get(name) or _text(name) for name in [*names, "error"])


def _bits(values: Iterable[object]) -> bytes:
    """A bitmap, the least significant bit first."""
    packed = bytearray()
    byte = count = 0
    for value in values:
        byte |= bool(value) << (count & 7)
        count += 1
        if not count & 7:
            packed.append(byte)
            byte = 0
    if count & 7:
        packed.append(byte)
    return bytes(packed)


def _offsets(code: str, sizes: Iterable[int]) -> bytes:
    offsets = array(code, [0])
    end = 0
    for size in sizes:
        end += size
        offsets.append(end)
    return offsets.tobytes()


def make_array(kind: Kind, values: Sequence[Any]) -> Array:
    """A column of a kind from values as they are in JSON, None where there is none."""
    format, _, nullable, members = kind
    nulls = sum(value is None for value in values) if nullable else 0
    valid = _bits(value is not None for value in values) if nulls else None
    buffers: tuple[bytes | None, ...]
    children: tuple[Array, ...] = ()
    if format == "U":
        texts = [b"" if value is None else value.encode("utf-8", "replace") for value in values]
        buffers = (valid, _offsets("q", map(len, texts)), b"".join(texts))
    elif format == "l":
        buffers = (valid, array("q", [value or 0 for value in values]).tobytes())
    elif format == "g":
        buffers = (valid, array("d", [value or 0.0 for value in values]).tobytes())
    elif format == "b":
        buffers = (valid, _bits(values))
    elif format == "+s":
        buffers = (valid,)
        children = tuple(
            make_array(member, [None if value is None else value.get(member[1]) for value in values])
            for member in members
        )
    else:
        if format == "+m":
            values = [value and [{"key": key, "value": item} for key, item in value.items()] for value in values]
        buffers = (valid, _offsets("i", (0 if value is None else len(value) for value in values)))
        flat = list(chain.from_iterable(value for value in values if value is not None))
        children = (make_array(members[0], flat),)
    return len(values), nulls, buffers, children


def _batch_of(rows: list[dict[str, Any]], kinds: tuple[Kind, ...]) -> Array:
    return len(rows), 0, (None,), tuple(make_array(kind, [row.get(kind[1]) for row in rows]) for kind in kinds)


def _arrays(records: Iterator[Record], kinds: tuple[Kind, ...]) -> Iterator[Array]:
    rows: list[dict[str, Any]] = []
    try:
        for record in records:
            rows.append(record.to_dict())
            if len(rows) == _ROWS:
                yield _batch_of(rows, kinds)
                rows = []
    except (Exception, KeyboardInterrupt):
        if rows:  # what was done comes first
            yield _batch_of(rows, kinds)
        raise
    if rows:
        yield _batch_of(rows, kinds)


def _table(settings: dict[str, Any]) -> Kind:
    return ("+s", "", False, kinds_of(settings))


def schema_capsule(settings: dict[str, Any]) -> object:
    return _core.arrow_schema(_table(settings))


def stream_capsule(records: Iterator[Record], settings: dict[str, Any]) -> object:
    """A stream of batches, which are made when the consumer asks for them."""
    return _core.arrow_stream(_table(settings), _arrays(records, kinds_of(settings)))


def is_arrow(source: object) -> bool:
    return hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__")


def read_pages(source: Any, column: str) -> Iterator[tuple[Any, ...]]:
    """(html, url, path, charset, fetched) for each row of a table, or of a column alone."""
    capsules = source.__arrow_c_stream__() if hasattr(source, "__arrow_c_stream__") else source.__arrow_c_array__()
    return _core.ArrowReader(capsules, (column, *_PAGE_COLUMNS))
