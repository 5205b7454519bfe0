"""What a page can be written as, straight from its bytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Optional, Union

from cutline import _core
from cutline._options import with_parts

Html = Union[bytes, str, bytearray, memoryview]
# What is known of one page: url, path, charset, fetched.
Known = Optional[tuple[Optional[str], Optional[str], Optional[str], Optional[str]]]

# cutline_format in cutline.h
FORMATS = {
    "text": 1,
    "json": 2,
    "markdown": 3,
    "blocks": 4,
    "features": 5,
    "xray": 6,
    "html": 7,
    "csv": 8,
    "tsv": 9,
    "xml": 10,
    "tei": 11,
    "ninjs": 12,
    "epub": 13,
}
_WITH_FEATURES = ("features", "xray")


def known_of(
    url: str | None,
    path: str | os.PathLike[str] | None,
    charset: str | None,
    fetched: str | date | datetime | None,
) -> Known:
    """What is known of one page; None where that is nothing."""
    if url is None and path is None and charset is None and fetched is None:
        return None
    named = None if path is None else os.fspath(path)
    when = fetched.isoformat() if isinstance(fetched, date) else fetched
    return url, named, charset, when


def wanted(**parts: bool | None) -> dict[str, bool]:
    """The parts about which something was said."""
    return {name: on for name, on in parts.items() if on is not None}


def number_of(format: str) -> int:
    try:
        return FORMATS[format]
    except KeyError:
        raise ValueError(f"format can't be {format!r}; there are {', '.join(FORMATS)}") from None
    except TypeError:
        raise TypeError(f"format is one of {', '.join(FORMATS)}, not {type(format).__name__}") from None


def render(html: Html, known: Known, settings: dict[str, Any], format: str, parts: Mapping[str, bool]) -> bytes:
    """A page in a format."""
    number = number_of(format)
    chosen = with_parts(settings, parts)
    if format in _WITH_FEATURES:
        chosen = {**chosen, "features": 1}
    return _core.extract(html, _core.Options(**chosen), known, number)
