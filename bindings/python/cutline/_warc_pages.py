"""The pages in a WARC or WET file: what servers answered, taken out of its wrappings of transport."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import IO, TypeVar

from cutline._errors import DamagedError, Error, LimitError
from cutline._warc import WarcFailure, WarcRecord, read_warc, split_head

# What else servers send is no page. What comes without a type is looked at.
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
RECORD_BYTES_MAX = 64 << 20
_BROTLI_BYTES = 1 << 12  # given to it at once, since it has no limit of its own
_PAGE_RECORDS = ("response", "resource", "conversion")

_Bytes = TypeVar("_Bytes", bytes, bytearray)


@dataclass(frozen=True)
class WarcPage:
    """A page of an archive, or (with an `error`) a place in it that can't be read.

    offset     the byte of the file at which its record begins
    record_id  WARC-Record-ID, without the angle brackets
    url        WARC-Target-URI
    fetched    WARC-Date
    status     that of HTTP; None where the record is none of HTTP
    charset    that of the Content-Type header
    html       the page; None where there is an error
    """

    offset: int
    record_id: str | None = None
    url: str | None = None
    fetched: str | None = None
    status: int | None = None
    charset: str | None = None
    html: bytes | None = field(default=None, repr=False)
    error: Error | None = None


def read_pages(
    file: IO[bytes], *, types: tuple[str, ...] = PAGE_TYPES, record_bytes_max: int = RECORD_BYTES_MAX
) -> Iterator[WarcPage]:
    """The pages of a file that is open for bytes, in its order; of `types`, those that have one.

    Taken are answers of servers (whatever their status), resources, and conversions (the text of WET files). What is
    damaged is a page with an `error`, and the others come all the same. OSError where the file can't be read on.
    """
    for item in read_warc(file, record_bytes_max):
        if isinstance(item, WarcFailure):
            yield _page(item.offset, item.fields, error=item.error)
        elif item.fields.get("warc-type", "").lower() in _PAGE_RECORDS:
            page = _read_page(item, types, record_bytes_max)
            if page is not None:
                yield page


def _page(
    offset: int,
    fields: dict[str, str],
    status: int | None = None,
    charset: str | None = None,
    html: bytes | None = None,
    error: Error | None = None,
) -> WarcPage:
    def bare(name: str) -> str | None:
        return fields.get(name, "").strip("<>") or None

    return WarcPage(
        offset, bare("warc-record-id"), bare("warc-target-uri"), fields.get("warc-date"), status, charset, html, error
    )


def _read_page(record: WarcRecord, types: tuple[str, ...], limit: int) -> WarcPage | None:
    """The page in a record; None where what is in it is of another type."""
    kind, charset = _read_type(record.fields.get("content-type", ""))
    if kind != "application/http":
        return _page(record.offset, record.fields, None, charset, record.block) if kind in types else None
    status, headers, body = _read_http(record.block)
    kind, charset = _read_type(headers.get("content-type", ""))
    if kind not in types:
        return None
    try:
        html = _undo_content(_undo_transfer(body, headers), headers, limit)
    except Error as error:
        placed = type(error)(error.code, error.message, "input", record.offset)
        return _page(record.offset, record.fields, status, charset, error=placed)
    return _page(record.offset, record.fields, status, charset, html)


def _read_type(value: str) -> tuple[str, str | None]:
    """A Content-Type's type and charset."""
    kind, *parameters = value.split(";")
    for parameter in parameters:
        name, _, given = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), given.strip().strip("\"'") or None
    return kind.strip().lower(), None


def _read_http(block: bytes) -> tuple[int | None, dict[str, str], bytes]:
    """An answer's status, headers and body. A block that has no headers is all body."""
    if not block.startswith(b"HTTP/"):
        return None, {}, block
    end, begin = split_head(block)
    head, body = (block[:end], block[begin:]) if end >= 0 else (block, b"")
    first, *lines = head.decode("latin-1").splitlines()
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    words = first.split()
    status = int(words[1]) if len(words) > 1 and words[1].isascii() and words[1].isdigit() else None
    return status, headers, body


def _undo_transfer(body: bytes, headers: dict[str, str]) -> bytes:
    """The body without its chunks. Many archives undo them and leave the header; then there are none."""
    if "chunked" not in headers.get("transfer-encoding", "").lower():
        return body
    pieces: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 256)
        digits = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(digits, 16) if digits.isalnum() else -1
        except ValueError:
            size = -1
        if size < 0:
            # Not chunked at all, or cut off: what there was is the page, as browsers show it.
            return b"".join(pieces) if pieces else body
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _undo_content(body: bytes, headers: dict[str, str], limit: int) -> bytes:
    """The body unpacked. Many archives unpack it and leave the header; then it is no such data."""
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        coding = coding.strip()
        if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            body = _inflate(body, 31, limit)
        elif coding == "deflate" and body:
            # zlib's format by the standard, bare deflate by custom.
            is_zlib = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
            if is_zlib or not _is_text(body):
                body = _inflate(body, 15 if is_zlib else -15, limit)
        elif coding == "br" and not _is_text(body):
            body = _unbrotli(body, limit)
        elif coding == "zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
            raise DamagedError("damaged", "is packed with zstd, which is not undone in archives")
    return body


def _is_text(body: bytes) -> bool:
    """Whether there is a page here that was unpacked already."""
    return body[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _inflate(body: bytes, bits: int, limit: int) -> bytes:
    unpacker = zlib.decompressobj(bits)
    try:
        made = unpacker.decompress(body, limit + 1)
    except zlib.error:
        raise DamagedError("damaged", "its Content-Encoding can't be undone") from None
    return _limited(made, limit)


def _unbrotli(body: bytes, limit: int) -> bytes:
    try:
        brotli = import_module("brotli")
    except ImportError:
        raise DamagedError("damaged", "is packed with Brotli: pip install brotli, so that it can be unpacked") from None
    unpacker = brotli.Decompressor()
    made = bytearray()
    try:
        for begin in range(0, len(body), _BROTLI_BYTES):
            made += unpacker.process(body[begin : begin + _BROTLI_BYTES])
            _limited(made, limit)
    except brotli.error:
        raise DamagedError("damaged", "its Content-Encoding can't be undone") from None
    return bytes(made)


def _limited(made: _Bytes, limit: int) -> _Bytes:
    if len(made) > limit:
        raise LimitError("limit", f"a page of more than {limit:,} bytes, unpacked")
    return made
