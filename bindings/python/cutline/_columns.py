"""Records as rows of columns that have types: what the adapters to tables share.

A type is one of the words of SCALARS, Array or Struct, so that each adapter can say it in its library's terms; the
members of structs are read off the classes in _parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Union

from cutline import _parts
from cutline._batch import Page
from cutline._extract import Extractor
from cutline._options import FIELDS, names_of
from cutline._record import Record

if TYPE_CHECKING:
    from typing import Literal

    from cutline._options import Options, RowOptions

    Times = Literal["utc", "text"]
    Type = Union[str, "Array", "Struct"]
    Fields = Union[Iterable[str], Mapping[str, str]]

SCALARS = ("text", "integer", "number", "boolean", "time")
ARTICLE = (
    "title",
    "deck",
    "authors",
    "published",
    "modified",
    "site",
    "language",
    "section",
    "topics",
    "text",
    "confidence",
    "problem",
)
ERROR = "error"
_TIMES = ("utc", "text")


@dataclass(frozen=True)
class Array:
    item: Type


@dataclass(frozen=True)
class Struct:
    members: Mapping[str, Type]
    # What a member is where the record does not tell it.
    absent: Mapping[str, Any]


_ANNOTATIONS = {"str": "text", "int": "integer", "float": "number", "bool": "boolean"}


def _read_annotation(annotation: str) -> Type:
    name = annotation[: -len(" | None")] if annotation.endswith(" | None") else annotation
    if name.startswith("tuple[") and name.endswith(", ...]"):
        return Array(_read_annotation(name[len("tuple[") : -len(", ...]")]))
    return _ANNOTATIONS[name] if name in _ANNOTATIONS else _struct(getattr(_parts, name))


def _struct(part: type[Any]) -> Struct:
    members = {field.name: _read_annotation(str(field.type)) for field in fields(part)}
    absent: dict[str, Any] = {
        field.name: [] if isinstance(members[field.name], Array) else None if field.default is MISSING else field.default
        for field in fields(part)
    }
    return Struct(members, absent)


_TYPES: dict[str, Type] = {
    **dict.fromkeys(("title", "kicker", "deck", "language", "direction", "dateline", "section"), "text"),
    **dict.fromkeys(("access", "problem", "text"), "text"),
    **dict.fromkeys(("published", "modified"), "time"),
    **dict.fromkeys(("topics", "keywords"), Array("text")),
    "truncated": "boolean",
    "confidence": "number",
    "source": _struct(_parts.Source),
    "site": _struct(_parts.Site),
    "pages": _struct(_parts.Pages),
    "authors": Array(_struct(_parts.Person)),
    "contributors": Array(_struct(_parts.Person)),
    "editions": Array(_struct(_parts.Edition)),
    "images": Array(_struct(_parts.Image)),
    "body": Array(_struct(_parts.Block)),
    "media": Array(_struct(_parts.Media)),
    "quotes": Array(_struct(_parts.Quote)),
    "related": Array(_struct(_parts.Related)),
    "comments": Array(_struct(_parts.Comment)),
    "dropped": Array(_struct(_parts.Dropped)),
    "from": Array(Struct({"field": "text", "origin": "text"}, {"field": None, "origin": None})),
}


def type_of(path: str) -> Type:
    """The type of a field, or of a member of one: "authors", "site.name", "authors.name" (a list of names)."""
    first, *rest = path.split(".") if isinstance(path, str) else (path,)
    if first not in _TYPES:
        raise ValueError(f"fields can't have {path!r}; there are {', '.join(FIELDS)}")
    found = _TYPES[first]
    for name in rest:
        members = found.item if isinstance(found, Array) else found
        if not isinstance(members, Struct) or name not in members.members:
            there = f"there are {', '.join(members.members)}" if isinstance(members, Struct) else "it has no members"
            raise ValueError(f"fields can't have {path!r}: {there}")
        member = members.members[name]
        found = Array(member) if isinstance(found, Array) else member
    return found


_TIME = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?"
)


def read_time(text: str) -> datetime | None:
    """A time of a record in UTC. A day is its beginning; a time without a zone is taken for UTC."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    day, clock = match.group(1, 2, 3), match.group(4, 5, 6)
    micro = (match[7] or "")[:6].ljust(6, "0")
    zone = timedelta(hours=int(match[10]), minutes=int(match[11])) if match[9] else timedelta()
    try:
        time = datetime(*map(int, day), *(int(part or 0) for part in clock), int(micro), timezone.utc)  # type: ignore[arg-type, call-arg]
        return time + zone if match[9] == "-" else time - zone
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _same(value: Any) -> Any:
    return value


def _maker(kind: Type) -> Callable[[Any], Any]:
    """From a value in JSON to a value of the type; None where it is not there, a list without members is []."""
    if isinstance(kind, Array):
        make = _maker(kind.item)
        return lambda values: [] if values is None else values if make is _same else [make(value) for value in values]
    if isinstance(kind, Struct):
        makers = {name: _maker(member) for name, member in kind.members.items()}
        absent = kind.absent
        return lambda value: {
            name: absent[name] if value is None or value.get(name) is None else make(value[name])
            for name, make in makers.items()
        }
    if kind == "time":
        return lambda value: None if value is None else read_time(value)
    return bool if kind == "boolean" else _same


def _step(value: Any, name: str) -> Any:
    """The member of a value in JSON, or those of the members of a list."""
    if isinstance(value, list):
        return [member.get(name) for member in value]
    return None if value is None else value.get(name)


class Columns:
    """Which columns are wanted, of what type each is, and how a record becomes a row of them.

    The last column is `error`: what is wrong with the page, beginning with its code, where the others are all null.
    """

    def __init__(self, fields: Fields, times: Times, options: RowOptions) -> None:
        if times not in _TIMES:
            raise ValueError(f"times can't be {times!r}; there are {', '.join(_TIMES)}")
        if isinstance(fields, str):
            fields = names_of("fields", fields)
        paths = dict(fields) if isinstance(fields, Mapping) else {path: path for path in fields}
        if ERROR in paths:
            raise ValueError("fields can't have 'error': that column is always there")
        self.paths: dict[str, str] = paths
        self.types: dict[str, Type] = {}
        self._columns: list[tuple[str, str, list[str], Callable[[Any], Any]]] = []
        for name, path in paths.items():
            kind = type_of(path)
            self.types[name] = "text" if kind == "time" and times == "text" else kind
            first, *rest = path.split(".")
            self._columns.append((name, first, rest, _maker(self.types[name])))
        self.types[ERROR] = "text"
        wanted = dict.fromkeys(first for _, first, _, _ in self._columns)
        include = names_of("include", options.get("include", ()))
        if "comments" in wanted:
            include = (*include, "comments")
        more: Options = {**options, "fields": wanted, "include": include, "dropped": "dropped" in wanted}
        self.extractor = Extractor(**more)

    def row(self, record: Record) -> dict[str, Any]:
        """A record's values, by the names of the columns."""
        if record.error is not None:
            made: dict[str, Any] = dict.fromkeys(self.types)
            code, message = record.error.code, str(record.error)
            made[ERROR] = message if message.startswith(f"{code}:") else f"{code}: {message}"
            return made
        told = record.to_dict()
        if "from" in told:
            told["from"] = [{"field": field, "origin": origin} for field, origin in told["from"].items()]
        made = {}
        for name, first, rest, make in self._columns:
            value = told.get(first)
            for step in rest:
                value = _step(value, step)
            made[name] = make(value)
        made[ERROR] = None
        return made

    def rows(self, pages: Iterable[Page], threads: int | None) -> Iterator[dict[str, Any]]:
        """The rows of many pages, in their order."""
        with self.extractor.extract_batch(pages, threads=threads, keep_pages=False) as batch:
            for record in batch:
                yield self.row(record)

    def columns(self, pages: Iterable[Page], threads: int | None) -> dict[str, list[Any]]:
        """The same, column by column."""
        made: dict[str, list[Any]] = {name: [] for name in self.types}
        appends = [(name, values.append) for name, values in made.items()]
        for row in self.rows(pages, threads):
            for name, append in appends:
                append(row[name])
        return made


def pages_of(
    html: Iterable[Any],
    url: Iterable[Any] | None = None,
    charset: Iterable[Any] | None = None,
    fetched: Iterable[Any] | None = None,
) -> Iterator[Page]:
    """Pages from columns of the same length. Where there is none it is an empty one, which is what its row will say."""
    nothing = iter(lambda: None, 0)  # None without end
    others = [nothing if column is None else column for column in (url, charset, fetched)]
    for page, address, label, when in zip(html, *others):
        yield Page(b"" if page is None else page, url=address, charset=label, fetched=when)


def arrow_type(kind: Type) -> Any:
    """A type as pyarrow says it."""
    import pyarrow  # type: ignore[import-untyped,unused-ignore]

    if isinstance(kind, Array):
        return pyarrow.list_(arrow_type(kind.item))
    if isinstance(kind, Struct):
        return pyarrow.struct([(name, arrow_type(member)) for name, member in kind.members.items()])
    return {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "time": pyarrow.timestamp("us", "UTC"),
    }[kind]
