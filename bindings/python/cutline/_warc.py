"""The records of a WARC file (ISO 28500), one after the other, each with the byte where it begins.

A file is read as a stream and never whole. A record that is damaged is told and passed over: reading goes on at the
next place where one begins. Files are plain, or of gzip members, one a record, as archives keep them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Union

from cutline._errors import DamagedError, Error, LimitError

_READ_BYTES = 1 << 18
_HEAD_BYTES_MAX = 1 << 18  # of the header of a record, or of HTTP in it: real ones have a few thousand
_SALVAGE_BYTES = 64  # what stands before damage is unpacked to so many bytes near it
_GZIP = b"\x1f\x8b\x08"
_VERSION = b"WARC/1."
_SOUGHT = b"\r\n" + _VERSION


@dataclass(frozen=True)
class WarcRecord:
    """A record: its named fields, their names in small letters, and its block."""

    offset: int
    fields: dict[str, str]
    block: bytes = field(repr=False)


@dataclass(frozen=True)
class WarcFailure:
    """A place where there should be a record, and what is wrong there; with what could be read of its fields."""

    offset: int
    error: Error
    fields: dict[str, str]


WarcItem = Union[WarcRecord, WarcFailure]


class _Stream:
    """A file with a look ahead, that knows how far it has been read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ended = False
        self.ahead = bytearray()  # what is taken from its front costs nothing
        self.offset = 0  # of the first byte of `ahead`

    def more(self) -> bool:
        """Looks further ahead; False at the end of the file."""
        read = b"" if self._ended else self._file.read(_READ_BYTES)
        self._ended = not read
        self.ahead += read
        return not self._ended

    def skip(self, count: int) -> None:
        del self.ahead[:count]
        self.offset += count

    def fill(self, count: int) -> bool:
        """Whether there are as many bytes ahead."""
        while len(self.ahead) < count:
            if not self.more():
                return False
        return True

    def seek(self, mark: bytes, begin: int) -> bool:
        """Goes on to the next place with the mark, `begin` bytes from here at the least; False where there is none."""
        while True:
            at = self.ahead.find(mark, begin)
            if at >= 0:
                self.skip(at)
                return True
            # What may be the mark's first bytes stays: the rest is yet to come.
            passed = max(len(self.ahead) - len(mark) + 1, 0)
            begin = max(begin - passed, 0)
            self.skip(passed)
            if not self.more():
                self.skip(len(self.ahead))
                return False


def read_warc(file: IO[bytes], record_bytes_max: int) -> Iterator[WarcItem]:
    """The records of a file that is open for bytes. A failure to read the file itself is raised, as OSError."""
    stream = _Stream(file)
    stream.fill(_READ_BYTES)
    # Where the first record is damaged the others tell what file it is.
    if stream.ahead.startswith(_VERSION) or (_SOUGHT in stream.ahead and not stream.ahead.startswith(_GZIP)):
        yield from _read_plain(stream, record_bytes_max)
    elif _GZIP in stream.ahead:
        yield from _read_packed(stream, record_bytes_max)
    elif stream.ahead:
        yield _damaged("is no WARC file: there is neither WARC/1 in it nor gzip", 0, {})


def _damaged(message: str, offset: int, fields: dict[str, str]) -> WarcFailure:
    return WarcFailure(offset, DamagedError("damaged", message, "input", offset), fields)


def _too_long(limit: int, offset: int, fields: dict[str, str]) -> WarcFailure:
    return WarcFailure(offset, LimitError("limit", f"a record of more than {limit:,} bytes", "input", offset), fields)


def _skip_gap(stream: _Stream) -> None:
    """Passes over the empty lines between records."""
    while stream.fill(1):
        rest = stream.ahead.lstrip(b"\r\n")
        stream.skip(len(stream.ahead) - len(rest))
        if rest:
            return


def _parse_fields(head: bytes) -> dict[str, str] | None:
    """The named fields of a record's header; None where it is none."""
    lines = head.replace(b"\r\n", b"\n").split(b"\n")
    if not lines[0].startswith(_VERSION):
        return None
    fields: dict[str, str] = {}
    last = ""
    for line in lines[1:]:
        if line[:1] in (b" ", b"\t") and last:  # goes on from the line before
            fields[last] += " " + line.strip().decode("utf-8", "replace")
            continue
        name, colon, value = line.partition(b":")
        if not colon:
            if line.strip():
                return None
            continue
        last = name.strip().decode("latin-1").lower()
        fields[last] = value.strip().decode("utf-8", "replace")
    return fields


def split_head(data: bytes | bytearray) -> tuple[int, int]:
    """Where a header ends and what follows begins; (-1, -1) where it doesn't end."""
    at, plain = data.find(b"\r\n\r\n"), data.find(b"\n\n")
    if at >= 0 and (plain < 0 or at < plain):
        return at, at + 4
    return (plain, plain + 2) if plain >= 0 else (-1, -1)


def _length(fields: dict[str, str]) -> int:
    """Content-Length; -1 where there is none."""
    text = fields.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else -1


def _read_plain(stream: _Stream, limit: int) -> Iterator[WarcItem]:
    while True:
        _skip_gap(stream)
        if not stream.ahead:
            return
        offset = stream.offset
        head_end, block = split_head(stream.ahead)
        while head_end < 0 and len(stream.ahead) < _HEAD_BYTES_MAX and stream.more():
            head_end, block = split_head(stream.ahead)
        fields = _parse_fields(bytes(stream.ahead[:head_end])) if head_end >= 0 else None
        length = -1 if fields is None else _length(fields)
        if length < 0:
            yield _damaged("the header of a record is damaged", offset, fields or {})
            if not stream.seek(_SOUGHT, 0):
                return
            continue
        assert fields is not None
        if length > limit:
            yield _too_long(limit, offset, fields)
            stream.skip(block)
            if not _pass(stream, length):
                return
            continue
        is_whole = stream.fill(block + length)
        stream.skip(block)
        if not is_whole or not _ends_record(stream, length):
            yield _damaged("a record is longer or shorter than it says", offset, fields)
            # The next may begin within what this one said were its own.
            if not stream.seek(_SOUGHT, 0):
                return
            continue
        data = bytes(stream.ahead[:length])
        stream.skip(length)
        yield WarcRecord(offset, fields, data)


def _ends_record(stream: _Stream, length: int) -> bool:
    """Whether empty lines, or the file's end, follow."""
    stream.fill(length + 4)
    return not stream.ahead[length : length + 4].strip(b"\r\n")


def _pass(stream: _Stream, length: int) -> bool:
    while length > 0:
        if not stream.ahead and not stream.more():
            return False
        step = min(length, len(stream.ahead))
        stream.skip(step)
        length -= step
    return True


def _read_packed(stream: _Stream, limit: int) -> Iterator[WarcItem]:
    is_told = False  # that there is damage here; what then looks like a member may be a chance
    while stream.fill(1):
        offset = stream.offset
        if is_told and not _begins_record(stream):
            if not stream.seek(_GZIP, 1):
                return
            continue
        stream.fill(len(_GZIP))
        if stream.ahead.startswith(_GZIP):
            data, outcome = _unpack_member(stream, limit + _HEAD_BYTES_MAX)
        else:
            data, outcome = b"", "damaged"
        is_told = outcome == "damaged"
        if outcome == "damaged":
            fields = _fields_of(_unpack_begin(stream))
            yield _damaged("the gzip of a record is damaged or ends too soon", offset, fields)
            if not stream.seek(_GZIP, 1):
                return
        elif outcome == "limit":
            yield _too_long(limit, offset, _fields_of(data))
        else:
            yield from _read_member(data, offset, limit)


def _begins_record(stream: _Stream) -> bool:
    """Whether there is a gzip member here that holds a record."""
    stream.fill(_READ_BYTES)
    try:
        begin = zlib.decompressobj(31).decompress(bytes(stream.ahead[:_READ_BYTES]), len(_VERSION))
    except zlib.error:
        return False
    return begin == _VERSION


def _fields_of(data: bytes) -> dict[str, str]:
    """What can be read of the fields of a record that is not whole."""
    head_end, _ = split_head(data[:_HEAD_BYTES_MAX])
    return (_parse_fields(data[:head_end]) or {}) if head_end >= 0 else {}


def _unpack_begin(stream: _Stream) -> bytes:
    """What can be unpacked of a damaged member, of its header at the most."""
    unpacker = zlib.decompressobj(31)
    made = bytearray()
    for begin in range(0, min(len(stream.ahead), _HEAD_BYTES_MAX), _SALVAGE_BYTES):
        try:
            made += unpacker.decompress(bytes(stream.ahead[begin : begin + _SALVAGE_BYTES]), _HEAD_BYTES_MAX)
        except zlib.error:
            break
        if len(made) >= _HEAD_BYTES_MAX or split_head(made)[0] >= 0:
            break
    return bytes(made)


def _unpack_member(stream: _Stream, limit: int) -> tuple[bytes, str]:
    """What a gzip member holds, and "ok", "damaged" or "limit". Goes to its end, but stays at its begin where it is
    damaged. Of a member over the limit no more than that is kept."""
    unpacker = zlib.decompressobj(31)
    made = bytearray()
    taken = 0  # bytes ahead that were given to it
    is_over = False
    packed = b""
    piece = b""
    while True:
        if not packed and len(piece) < _READ_BYTES:  # else there is more to come of what was given
            if taken == len(stream.ahead) and not stream.more():
                return bytes(made), "damaged"
            packed = bytes(stream.ahead[taken:])
            taken = len(stream.ahead)
            if is_over:
                stream.skip(taken)
                taken = 0
        try:
            piece = unpacker.decompress(packed, _READ_BYTES)
        except zlib.error:
            return bytes(made), "damaged"
        is_over = is_over or len(made) + len(piece) > limit
        if not is_over:
            made += piece
        if unpacker.eof:
            rest = unpacker.unused_data
            if is_over and taken == 0:
                stream.ahead[:0] = rest
                stream.offset -= len(rest)
            else:
                stream.skip(taken - len(rest))
            return bytes(made), "limit" if is_over else "ok"
        packed = unpacker.unconsumed_tail


def _read_member(data: bytes, offset: int, limit: int) -> Iterator[WarcItem]:
    """The records of a member: one, as a rule; files that were packed as a whole have all of them in one."""
    at = 0
    while at < len(data):
        if data[at] in b"\r\n":
            at += 1
            continue
        head_end, block = split_head(data[at : at + _HEAD_BYTES_MAX])
        fields = _parse_fields(data[at : at + head_end]) if head_end >= 0 else None
        length = -1 if fields is None else _length(fields)
        if length < 0 or at + block + length > len(data):
            yield _damaged("the header of a record is damaged" if length < 0 else "a record ends too soon", offset, fields or {})
            return
        assert fields is not None
        begin = at + block
        at = begin + length
        if length > limit:
            yield _too_long(limit, offset, fields)
        else:
            yield WarcRecord(offset, fields, data[begin:at])
