"""The record of a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Generic, NoReturn, TypeVar, overload

from cutline import _core
from cutline._errors import Error, error_class
from cutline._formats import Known, render, wanted
from cutline._parts import (
    Block,
    Comment,
    Dropped,
    Edition,
    Image,
    Media,
    Pages,
    Person,
    Quote,
    Related,
    Site,
    Source,
    make_block,
    maker,
)

_T = TypeVar("_T")
_PICKLE_FORM = 1
_REPR_TEXT = 60


class Field(Generic[_T]):
    """An attribute of a record that is made from its JSON when it is first asked for."""

    def __init__(self, name: str, make: Callable[[Any], _T], absent: _T, doc: str) -> None:
        self.name = name
        self.make = make
        self.absent = absent
        self.__doc__ = doc

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Field[_T]: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> _T: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Field[_T] | _T:
        if record is None:
            return self
        try:
            made: _T = record._made[self.name]
        except KeyError:
            value = record._member(self.name)
            made = self.absent if value is None else self.make(value)
            record._made[self.name] = made
        return made

    def __set__(self, record: Record, value: object) -> NoReturn:
        raise AttributeError(f"a record can't be changed: {self.name} is what the page says")


def _same(value: Any) -> Any:
    return value


def _text(name: str, doc: str) -> Field[str | None]:
    return Field(name, _same, None, doc)


def _one(name: str, cls: type[_T], absent: _T, doc: str) -> Field[_T]:
    return Field(name, maker(cls), absent, doc)


def _many(name: str, make: Callable[[Any], _T], doc: str) -> Field[tuple[_T, ...]]:
    return Field(name, lambda values: tuple(map(make, values)), (), doc)


def _names(name: str, doc: str) -> Field[tuple[str, ...]]:
    return Field(name, tuple, (), doc)


def _error(value: Mapping[str, Any]) -> Error:
    code = value["status"]
    return error_class(code)(code, value["message"], value.get("stage", ""), value.get("offset", 0))


class Record:
    """What a page says and shows, field by field (docs/record.md). It is read-only, compares, hashes and pickles.

    A field that is not known is None, a list without members (). Each is made when it is first asked for. The record
    holds on to its page, from which the to_...() other than JSON are made; detach() lets go of it.
    """

    __slots__ = ("__weakref__", "_json", "_known", "_made", "_page", "_places", "_settings")

    _json: bytes
    _page: bytes | str | None
    _known: Known
    _settings: dict[str, Any]
    _made: dict[str, Any]
    _places: dict[str, tuple[int, int]] | None

    def __init__(self) -> None:
        raise TypeError("records are made by cutline.extract()")

    source = _one("source", Source, Source(), "Where the page came from.")
    title = _text("title", "The headline as the page shows it, without the site's name.")
    kicker = _text("kicker", "The line over the headline.")
    deck = _text("deck", "The standfirst.")
    site = _one("site", Site, Site(), "The site, by its name and address.")
    language = _text("language", "BCP 47.")
    direction = _text("direction", '"ltr" or "rtl".')
    authors = _many("authors", maker(Person), "Those who wrote the story.")
    contributors = _many("contributors", maker(Person), "Those who helped: reporting, editing, photographs.")
    published = _text("published", "ISO 8601, with time and zone where the page has them.")
    modified = _text("modified", "ISO 8601, with time and zone where the page has them.")
    dateline = _text("dateline", "The place the story is filed from.")
    section = _text("section", "The section of the site.")
    topics = _names("topics", "Tags of the story as the page shows them.")
    keywords = _names("keywords", "Tags that the page tells machines alone.")
    editions = _many("editions", maker(Edition), "The same page in other languages.")
    access = _text("access", '"free", "metered" or "paywalled", as the page says.')
    truncated: Field[bool] = Field("truncated", bool, False, "Whether the body visibly breaks off.")
    problem = _text("problem", "Why there is no good body; None where all is well.")
    pages = _one("pages", Pages, Pages(), "The parts before and after of a story that has several.")
    images = _many("images", maker(Image), "Images, with captions and credits apart.")
    body = _many("body", make_block, "The body, block by block.")
    text = _text("text", "The body as plain text, paragraphs parted by a blank line.")
    media = _many("media", maker(Media), "Videos, sound, embedded posts, maps, documents.")
    quotes = _many("quotes", maker(Quote), "Direct quotations, with those who said them.")
    related = _many("related", maker(Related), "Other stories that this one sends its readers to.")
    comments = _many("comments", maker(Comment), 'What readers wrote; with include=["comments"].')
    confidence: Field[float | None] = Field(
        "confidence", _same, None, "0 to 1: how sure it is that this is one article and this is its body."
    )
    from_: Field[Mapping[str, str]] = Field(
        "from", _same, {}, 'Where each field was found: "json-ld", "visible" and so on. In JSON its name is "from".'
    )
    dropped = _many("dropped", maker(Dropped), "Every block that is not in the body; with dropped=True.")
    error: Field[Error | None] = Field(
        "error", _error, None, "What went wrong with a page of a batch; None where all is well."
    )

    def _member(self, name: str) -> Any:
        if self._places is None:
            self._places = _core.members(self._json)
        place = self._places.get(name)
        return None if place is None else json.loads(self._json[place[0] : place[1]])

    # Out of it

    def to_dict(self) -> dict[str, Any]:
        """The record as in JSON (docs/record.schema.json): what is not known is not there."""
        made: dict[str, Any] = json.loads(self._json)
        return made

    def to_json(self, *, indent: int | None = None) -> str:
        """One JSON object, on one line unless `indent` is given."""
        if indent is None:
            return self._json.decode().rstrip("\n")
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_text(
        self,
        *,
        links: bool | None = None,
        images: bool | None = None,
        tables: bool | None = None,
        media: bool | None = None,
        comments: bool | None = None,
    ) -> str:
        """Headline and body as plain text. `text` has the body alone."""
        parts = wanted(links=links, images=images, tables=tables, media=media, comments=comments)
        return self._render("text", parts).decode()

    def to_markdown(
        self,
        *,
        front_matter: bool = False,
        links: bool | None = None,
        images: bool | None = None,
        tables: bool | None = None,
        media: bool | None = None,
        comments: bool | None = None,
    ) -> str:
        """CommonMark, tables as GitHub has them; `front_matter`: what is known of the article as YAML before it."""
        parts = wanted(links=links, images=images, tables=tables, media=media, comments=comments)
        parts["front-matter"] = front_matter
        return self._render("markdown", parts).decode()

    def to_html(
        self,
        *,
        links: bool | None = None,
        images: bool | None = None,
        tables: bool | None = None,
        media: bool | None = None,
        comments: bool | None = None,
    ) -> str:
        """A clean page of the article; nothing active is in it."""
        parts = wanted(links=links, images=images, tables=tables, media=media, comments=comments)
        return self._render("html", parts).decode()

    def to_csv(self) -> str:
        """One row after a header row (RFC 4180)."""
        return self._render("csv").decode()

    def to_tsv(self) -> str:
        """The same with tabs."""
        return self._render("tsv").decode()

    def to_xml(self) -> str:
        """The record as XML, its fields named as in JSON."""
        return self._render("xml").decode()

    def to_tei(self) -> str:
        """TEI P5."""
        return self._render("tei").decode()

    def to_ninjs(self) -> str:
        """IPTC's News in JSON 2.1."""
        return self._render("ninjs").decode().rstrip("\n")

    def to_epub(self) -> bytes:
        """An EPUB of the one article."""
        return self._render("epub")

    def to_xray(self) -> str:
        """A page that shows what each block was taken for, and why, beside the article (docs/xray.md)."""
        return self._render("xray").decode()

    def to_blocks(self) -> list[dict[str, Any]]:
        """Every block of the page with its role, those left out of the body too."""
        blocks: list[dict[str, Any]] = json.loads(self._render("blocks"))["blocks"]
        return blocks

    def detach(self) -> Record:
        """The same record without its page: smaller to keep and to pickle, but only fields and JSON come out of it."""
        return make_record(self._json, None, self._known, self._settings)

    def _render(self, format: str, parts: Mapping[str, bool] = {}) -> bytes:  # noqa: B006 - never changed
        if self.error is not None:
            raise self.error
        if self._page is None:
            raise ValueError(
                f"the record was detached from its page, so that no {format} can be made of it: call detach() later, "
                "or extract the page again"
            )
        return render(self._page, self._known, self._settings, format, parts)

    # As a Python object

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self._json == other._json

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (_PICKLE_FORM, self._json, self._page, self._known, self._settings)

    def __copy__(self) -> Record:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Record:
        return self

    def __repr__(self) -> str:
        if self.error is not None:
            where = self.source.path or self.source.url
            return f"<Record of {where or 'a page'} that failed: {self.error.code}>"
        told = [_short(self.title) if self.title else "without title"]
        if self.authors:
            told.append("by " + _short(", ".join(author.name for author in self.authors), quoted=False))
        if self.published:
            told.append(self.published[:10])
        if self.problem:
            told.append(self.problem)
        told.append(f"{len(self.text or ''):,} characters")
        return f"<Record {', '.join(told)}>"

    def _repr_html_(self) -> str:
        """In a notebook: the X-ray of the page beside its text."""
        if self.error is not None or self._page is None:
            title = escape(self.title or repr(self))
            paragraphs = "".join(f"<p>{escape(line)}</p>" for line in (self.text or "").split("\n\n"))
            return f"<article><h3>{title}</h3>{paragraphs}</article>"
        # In a frame of its own, so that its style stays there; sandboxed, although nothing in it is active.
        return (
            '<iframe sandbox style="width:100%;height:32em;border:1px solid #8888" title="X-ray" '
            f'srcdoc="{escape(self.to_xray())}"></iframe>'
        )


def _short(text: str, *, quoted: bool = True) -> str:
    shown = text if len(text) <= _REPR_TEXT else text[: _REPR_TEXT - 1] + "…"
    return repr(shown) if quoted else shown


def make_record(line: bytes, page: bytes | str | None, known: Known, settings: dict[str, Any]) -> Record:
    """A record from its JSON and what it was made of."""
    record = Record.__new__(Record)
    record._json = line
    record._page = page
    record._known = known
    record._settings = settings
    record._made = {}
    record._places = None
    return record


def make_failed(error: Error, known: Known) -> Record:
    """The row of a page that failed; its JSON is what the command line writes for one."""
    source = {} if known is None else {name: value for name, value in zip(("url", "path"), known) if value is not None}
    told = {"source": {name: source[name] for name in ("path", "url") if name in source}, "error": error.to_dict()}
    line = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    return make_record(line + b"\n", None, known, {})


def _unpickle(form: int, *state: Any) -> Record:
    if form != _PICKLE_FORM or len(state) != 4:
        raise ValueError(
            f"this record was pickled by another version of cutline (form {form!r}; {_core.VERSION} reads form "
            f"{_PICKLE_FORM}): use one version on both sides, or pass records on as to_json()"
        )
    return make_record(*state)
