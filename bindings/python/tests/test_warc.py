"""The reader of WARC files: what it finds, where, and what it makes of damage."""

import gzip
import io
import random
import zlib

import pytest

from cutline._warc import WarcFailure, WarcRecord, read_warc
from cutline._warc_pages import read_pages

LIMIT = 1 << 20


def record(number, block, kind="response", content_type="application/http; msgtype=response", length=None):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://a.example/{number}\r\nWARC-Date: 2024-05-0{number % 9 + 1}T10:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body, headers="Content-Type: text/html; charset=utf-8", status=200):
    return f"HTTP/1.1 {status} OK\r\n{headers}\r\n\r\n".encode() + body


def page(number):
    noise = random.Random(number).randbytes(300).hex()
    return f"<title>Story {number}</title><p>Of number {number}, {noise}.".encode()


def records(count):
    return [record(number, answer(page(number))) for number in range(count)]


def pack(parts):
    return b"".join(map(gzip.compress, parts))


def read(data, limit=LIMIT):
    return list(read_warc(io.BytesIO(data), limit))


def offsets(parts):
    return [sum(map(len, parts[:place])) for place in range(len(parts))]


@pytest.mark.parametrize("is_packed", [False, True])
def test_every_record_with_its_place(is_packed):
    parts = [gzip.compress(part) if is_packed else part for part in records(500)]
    found = read(b"".join(parts))
    assert [item.offset for item in found] == offsets(parts)
    assert [item.block for item in found] == [answer(page(number)) for number in range(500)]
    assert found[7].fields["warc-record-id"] == "<urn:uuid:7>"


def test_what_is_no_warc_file():
    assert read(b"") == []
    for data in (b"W", b"<html><p>Text", b"PK\x03\x04..", b"\x1f\x8b", bytes(4000)):
        (failure,) = read(data)
        assert isinstance(failure, WarcFailure) and failure.error.code == "damaged", data
    (failure,) = read(gzip.compress(b"<html>"))
    assert failure.error.code == "damaged"


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_damaged_record_costs_no_other(is_packed):
    parts = [gzip.compress(part) if is_packed else part for part in records(40)]
    for victim in range(0, 40, 3):
        broken = list(parts)
        if is_packed:
            middle = len(parts[victim]) // 2
            broken[victim] = parts[victim][:middle] + b"\xff" * 9 + parts[victim][middle + 9 :]
        else:
            broken[victim] = parts[victim].replace(b"Content-Length: ", b"Content-Length: 1")
        found = read(b"".join(broken))
        assert [type(item) for item in found].count(WarcFailure) == 1
        assert isinstance(found[victim], WarcFailure) and found[victim].offset == offsets(parts)[victim]
        assert [item.offset for item in found] == offsets(broken)
    assert found[victim].fields.get("warc-target-uri") == f"https://a.example/{victim}"


@pytest.mark.parametrize("is_packed", [False, True])
def test_every_cut_and_every_flipped_byte_leaves_the_others(is_packed):
    parts = [gzip.compress(part) if is_packed else part for part in records(5)]
    data = b"".join(parts)
    whole = read(data)
    begins = offsets(parts)
    for end in range(1, len(data), 7):
        found = read(data[:end])
        complete = sum(begin + len(part) <= end + (0 if is_packed else 4) for begin, part in zip(begins, parts))
        assert found[:complete] == whole[:complete], end
        assert all(isinstance(item, WarcFailure) for item in found[complete:]), end
    for at in range(0, len(data), 11):
        flipped = bytearray(data)
        flipped[at] ^= 0xFF
        found = {item.offset: item for item in read(bytes(flipped)) if isinstance(item, WarcRecord)}
        for begin, part, item in zip(begins, parts, whole):
            if not begin - 4 <= at < begin + len(part):
                assert found.get(begin) == item, (at, begin)


def test_a_record_over_the_limit_is_passed_over():
    parts = [record(0, answer(page(0))), record(1, answer(b"x" * (3 * LIMIT))), record(2, answer(page(2)))]
    for data in (b"".join(parts), pack(parts)):
        found = read(data)
        assert [type(item) for item in found] == [WarcRecord, WarcFailure, WarcRecord]
        assert found[1].error.code == "limit" and found[1].fields["warc-target-uri"] == "https://a.example/1"
        assert found[2].block == answer(page(2))


def test_a_file_that_was_packed_as_a_whole():
    found = read(gzip.compress(b"".join(records(9))))
    assert [item.block for item in found] == [answer(page(number)) for number in range(9)]


def test_rubbish_between_members_is_told_once():
    parts = list(map(gzip.compress, records(3)))
    rubbish = b"\x1f\x8b\x08 rubbish \x1f\x8b\x08" * 50 + gzip.compress(b"no record")
    found = read(parts[0] + rubbish + parts[1] + parts[2])
    assert [type(item) for item in found] == [WarcRecord, WarcFailure, WarcRecord, WarcRecord]


def test_a_file_that_fails_half_way_raises():
    class Failing(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 1 << 19:
                raise OSError("the disk is gone")
            return super().read(size)

    found = []
    with pytest.raises(OSError, match="the disk is gone"):
        found.extend(read_warc(Failing(b"".join(records(5000))), LIMIT))
    with pytest.raises(OSError):
        for item in read_warc(Failing(b"".join(records(5000))), LIMIT):
            found.append(item)
    assert len(found) > 300


# Pages


def one(*parts):
    (found,) = read_pages(io.BytesIO(pack(parts)))
    return found


def test_a_page_and_what_is_known_of_it():
    found = one(record(3, answer(b"<p>Text", "Content-Type: Text/HTML; Charset='windows-1252'", 404)))
    assert (found.record_id, found.url, found.fetched) == ("urn:uuid:3", "https://a.example/3", "2024-05-04T10:00:00Z")
    assert (found.status, found.charset, found.html, found.error) == (404, "windows-1252", b"<p>Text", None)


def test_what_is_no_page_is_passed_over():
    parts = [
        record(0, b"software: none\r\n", "warcinfo", "application/warc-fields"),
        record(1, b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request"),
        record(2, answer(b"\x89PNG", "Content-Type: image/png")),
        record(3, b"\x89PNG", "resource", "image/png"),
        record(4, b"", "revisit"),
        record(5, b"A headline\n\nText.", "conversion", "text/plain"),
        record(6, b"<p>Text", "resource", "text/html"),
        record(7, answer(b"<p>Text", "Server: none")),
    ]
    assert [found.url[-1] for found in read_pages(io.BytesIO(pack(parts)))] == ["5", "6", "7"]


def chunked(body):
    pieces = [body[begin : begin + 10] for begin in range(0, len(body), 10)]
    return b"".join(b"%x;why\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_wrappings_of_transport_are_undone():
    body = b"<title>A</title>" + b"<p>Text of a page. " * 20
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "Content-Encoding: gzip": gzip.compress(body),
        "Content-Encoding: deflate": zlib.compress(body),
        "content-encoding: Deflate": bare.compress(body) + bare.flush(),
        "Transfer-Encoding: chunked": chunked(body),
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip": chunked(gzip.compress(body)),
    }
    for headers, wrapped in packed.items():
        assert one(record(1, answer(wrapped, headers))).html == body, headers
        assert one(record(1, answer(body, headers))).html == body, headers  # undone already
    assert body.startswith(one(record(1, answer(gzip.compress(body)[:-20], "Content-Encoding: gzip"))).html)
    assert body.startswith(one(record(1, answer(chunked(body)[:200], "Transfer-Encoding: chunked"))).html)


def test_wrappings_that_cannot_be_undone_are_told():
    data = record(1, answer(b"\x1f\x8b\x08rubbish", "Content-Encoding: gzip"))
    found = one(record(0, b"", "warcinfo"), data)
    assert found.html is None and found.error.code == "damaged" and found.url == "https://a.example/1"
    assert found.error.offset == found.offset > 0
    assert one(record(1, answer(b"\x28\xb5\x2f\xfd..", "Content-Encoding: zstd"))).error.code == "damaged"
    bomb = gzip.compress(bytes(3 * LIMIT))
    (found,) = read_pages(io.BytesIO(pack([record(1, answer(bomb, "Content-Encoding: gzip"))])), record_bytes_max=LIMIT)
    assert found.error.code == "limit"
