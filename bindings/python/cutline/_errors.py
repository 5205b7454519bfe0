"""What can go wrong: exceptions with the library's code, its stage and the byte at which it was noticed."""

from __future__ import annotations

from typing import Any

# cutline_status in cutline.h; the words are those of the command line's JSON.
_CODES = {
    10: "no-memory",
    11: "argument",
    12: "limit",
    20: "io",
    21: "damaged",
    22: "not-a-page",
    23: "empty",
    24: "write",
}


class Error(Exception):
    """A page that could not be read. A page that is merely bad gives its best record instead.

    code     "empty", "not-a-page", "limit", "damaged", "io", "no-memory", "argument"
    message  what is wrong and what to do
    stage    where it was noticed: "input", "encoding", "html", "record" ...; "" where that means nothing
    offset   the byte of the page at which it was noticed; 0 where that means nothing
    """

    def __init__(self, code: str, message: str, stage: str = "", offset: int = 0) -> None:
        super().__init__(code, message, stage, offset)
        self.code = code
        self.message = message
        self.stage = stage
        self.offset = offset

    def __str__(self) -> str:
        where = f" (at byte {self.offset})" if self.offset else ""
        return f"{self.message}{where}"

    def to_dict(self) -> dict[str, Any]:
        """As the command line writes it into the line of a page that failed."""
        told: dict[str, Any] = {"status": self.code, "message": self.message}
        if self.stage:
            told["stage"] = self.stage
        if self.offset:
            told["offset"] = self.offset
        return told


class EmptyPageError(Error):
    """There are no bytes at all."""


class NotAPageError(Error):
    """The bytes are no page: PDF, an image, an archive, other binary data."""


class LimitError(Error):
    """The page is over one of the limits in its options."""


class DamagedError(Error):
    """Compressed data are damaged or end too soon."""


class SelectorError(Error, ValueError):
    """A CSS selector that can't be read; `offset` is the byte of it that is wrong."""


_CLASSES: dict[str, type[Error]] = {
    "empty": EmptyPageError,
    "not-a-page": NotAPageError,
    "limit": LimitError,
    "damaged": DamagedError,
}


def error_class(code: str) -> type[Error]:
    """The exception that stands for a code."""
    return _CLASSES.get(code, Error)


def make_error(status: int, stage: str, offset: int, message: str) -> Error:
    """The exception for a failure of the library."""
    code = _CODES.get(status, "unknown")
    return error_class(code)(code, message, stage, offset)
