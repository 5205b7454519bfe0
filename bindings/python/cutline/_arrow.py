"""Records as columns, by the Arrow C data interface: for pyarrow, polars, DuckDB and others, without needing any.

A kind is what a column holds: (format, name, nullable, kinds of children), in the words of the interface.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Optional

from cutline import _core
from cutline._schema import fold, shape_of

if TYPE_CHECKING:
    from cutline._record import Record

Kind = tuple[str, str, bool, tuple[Any, ...]]
Named = Callable[[str], Kind]  # a kind that is yet to be named
Array = tuple[int, int, tuple[Optional[bytes], ...], tuple[Any, ...]]  # length, nulls, buffers, children

_ROWS = 256  # of a batch: enough for columns, few enough to come soon
_PAGE_COLUMNS = ("url", "path", "charset", "fetched")


_FORMATS = {"string": "U", "integer": "l", "number": "g", "boolean": "b"}
_ENTRIES: Kind = ("+s", "entries", False, (("U", "key", False, ()), ("U", "value", True, ())))


def _plain(word: str) -> Named:
    return lambda name: (_FORMATS[word], name, True, ())


def _list(item: Named) -> Named:
    return lambda name: ("+l", name, True, (item("item"),))


def _map() -> Named:
    return lambda name: ("+m", name, True, (_ENTRIES,))


def _group(members: list[tuple[str, Named]]) -> Named:
    kinds = tuple(make(member) for member, make in members)
    return lambda name: ("+s", name, True, kinds)


def kinds_of(settings: dict[str, Any]) -> tuple[Kind, ...]:
    """The columns of records that were made with these settings."""
    kinds: tuple[Kind, ...] = fold(shape_of(settings), _plain, _list, _map, _group)("")[3]
    return kinds


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


def _table(kinds: tuple[Kind, ...]) -> Kind:
    return ("+s", "", False, kinds)


def schema_capsule(settings: dict[str, Any]) -> object:
    return _core.arrow_schema(_table(kinds_of(settings)))


def stream_capsule(records: Iterator[Record], settings: dict[str, Any]) -> object:
    """A stream of batches, which are made when the consumer asks for them."""
    kinds = kinds_of(settings)
    return _core.arrow_stream(_table(kinds), _arrays(records, kinds))


def is_arrow(source: object) -> bool:
    return hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__")


def read_pages(source: Any, column: str) -> Iterator[tuple[Any, ...]]:
    """(html, url, path, charset, fetched) for each row of a table, or of a column alone."""
    capsules = source.__arrow_c_stream__() if hasattr(source, "__arrow_c_stream__") else source.__arrow_c_array__()
    return _core.ArrowReader(capsules, (column, *_PAGE_COLUMNS))
