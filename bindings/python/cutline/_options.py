"""What is known of pages beforehand and what is wanted of them: from words to what the library takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypedDict

from cutline import _core

Kind = Literal["auto", "html", "text"]
Favor = Literal["balance", "precision", "recall"]

FIELDS = _core.FIELDS
ROLES = _core.ROLES
PARTS = ("links", "tables", "images", "media", "comments", "front-matter")

_KINDS = ("auto", "html", "text")
_FAVORS = ("balance", "precision", "recall")
_LIMITS = ("page-bytes", "unpack-ratio", "tree-depth", "tree-nodes")
_LIMIT_MAX = 2**63 - 1


class RowOptions(TypedDict, total=False):
    """The keywords of Extractor that the adapters to other libraries take: what the columns are says the rest."""

    encoding: str | None
    kind: Kind
    favor: Favor
    include: Iterable[str]
    exclude: Iterable[str]
    scripting: bool
    limits: Mapping[str, int]


class Options(RowOptions, total=False):
    """The keywords of Extractor, of extract() and of all that calls it."""

    fields: Iterable[str] | None
    dropped: bool


def _number(what: str, names: tuple[str, ...], name: object) -> int:
    if not isinstance(name, str):
        raise TypeError(f"{what} is one of {', '.join(names)}, not {type(name).__name__}")
    try:
        return names.index(name)
    except ValueError:
        raise ValueError(f"{what} can't be {name!r}; there are {', '.join(names)}") from None


def names_of(what: str, value: object) -> tuple[str, ...]:
    """A list of names; a string is one with commas between, as on the command line."""
    if isinstance(value, str):
        return tuple(name.strip() for name in value.split(",") if name.strip())
    if not isinstance(value, Iterable):
        raise TypeError(f"{what} is a list of names, not {type(value).__name__}")
    names = tuple(value)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"{what} holds names, not {type(name).__name__}")
    return names


def _shown(include: tuple[str, ...], exclude: tuple[str, ...]) -> dict[str, Any]:
    """Roles and parts by their names: (number, 1 or 0)."""
    roles: list[tuple[int, int]] = []
    parts: list[tuple[int, int]] = []
    for what, names, on in (("include", include, 1), ("exclude", exclude, 0)):
        for name in names:
            if name in PARTS:
                parts.append((PARTS.index(name) + 1, on))
            elif name == "body" and not on:
                raise ValueError("exclude can't have body: that is what the text is made of")
            elif name in ROLES:
                roles.append((ROLES.index(name), on))
            else:
                raise ValueError(f"{what} has no {name!r}; there are {', '.join(PARTS + ROLES)}")
    return {"roles": tuple(roles), "parts": tuple(parts)}


def _limit_pairs(limits: object) -> tuple[tuple[int, int], ...]:
    if not isinstance(limits, Mapping):
        raise TypeError(f"limits is a dict like {{'page-bytes': 10_000_000}}, not {type(limits).__name__}")
    pairs = []
    for name, value in limits.items():
        number = _number("limits", _LIMITS, name) + 1
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"the limit {name} is a number, not {type(value).__name__}")
        if not 0 <= value <= _LIMIT_MAX:
            raise ValueError(f"the limit {name} can't be {value}")
        pairs.append((number, value))
    return tuple(pairs)


def normalize(
    encoding: str | None,
    kind: str,
    favor: str,
    fields: Iterable[str] | None,
    include: Iterable[str],
    exclude: Iterable[str],
    dropped: bool,
    scripting: bool,
    limits: Mapping[str, int],
) -> dict[str, Any]:
    """The settings in a form that is checked, that pickles, and that compares."""
    settings: dict[str, Any] = {}
    if encoding is not None:
        settings["encoding"] = encoding
    if kind != "auto":
        settings["kind"] = _number("kind", _KINDS, kind)
    if favor != "balance":
        settings["favor"] = _number("favor", _FAVORS, favor)
    if fields is not None:
        names = names_of("fields", fields)
        for name in names:
            _number("fields", FIELDS, name)
        if not names:
            raise ValueError("fields is empty: then nothing would come out")
        settings["fields"] = ",".join(names)
    if include or exclude:
        settings.update(_shown(names_of("include", include), names_of("exclude", exclude)))
    if dropped:
        settings["dropped"] = 1
    if scripting:
        settings["scripting"] = 1
    if limits:
        settings["limits"] = _limit_pairs(limits)
    return settings


def with_parts(settings: dict[str, Any], parts: Mapping[str, bool | None]) -> dict[str, Any]:
    """The same settings with parts shown or left out; None leaves one as it is."""
    more = tuple((PARTS.index(name) + 1, int(on)) for name, on in parts.items() if on is not None)
    return {**settings, "parts": settings.get("parts", ()) + more} if more else settings
