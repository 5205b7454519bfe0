"""Many pages: order, errors, sources that raise, Ctrl-C, fork, threads."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest

import cutline


def made(number):
    return f"<title>Story {number}</title><h1>The story of number {number}</h1><p>" + f"A sentence {number}. " * 40


@pytest.mark.parametrize("threads", [1, 2, 7, None])
def test_order_is_kept(threads, pages):
    html = [path.read_bytes() for path in pages] * 3 + [made(i) for i in range(100)]
    assert list(cutline.extract_batch(html, threads=threads)) == [cutline.extract(page) for page in html]


def test_what_a_page_may_be(story):
    items = [
        story,
        story.decode(),
        bytearray(story),
        (story, "https://a.example/1"),
        cutline.Page(story, url="https://a.example/1", fetched="2024-05-01"),
        {"html": story, "url": "https://a.example/1", "more": 1},
    ]
    rows = list(cutline.extract_batch(items))
    assert [row.source.url for row in rows] == [None] * 3 + ["https://a.example/1"] * 3
    assert {row.title for row in rows} == {rows[0].title} and rows[2].to_markdown() == rows[0].to_markdown()


def test_a_bad_page_is_a_row():
    bad = [None, b"", 1, b"%PDF-1.7\n\xff\xff", (None, "https://a.example/x"), {"url": "u"}, cutline.Page("", path="p")]
    bad += [cutline.Page(made(1), path=1), (made(1), 5), cutline.Page(made(1), fetched="then")]
    rows = list(cutline.extract_batch([made(1), *bad, made(2)], threads=2))
    assert len(rows) == len(bad) + 2
    assert rows[0].error is None and rows[-1].error is None and rows[-1].title == "The story of number 2"
    codes = [row.error.code for row in rows[1:-1]]
    assert codes == ["argument", "empty", "argument", "not-a-page", "argument", "argument", "empty"] + ["argument"] * 3
    failed = rows[5]
    assert failed.to_dict()["source"] == {"url": "https://a.example/x"} and failed.title is None
    assert "failed: argument" in repr(failed) and rows[7].source.path == "p"
    with pytest.raises(cutline.Error, match="bytes or str"):
        failed.to_markdown()


def test_the_source_may_raise_half_way():
    def source():
        yield from (made(i) for i in range(37))
        raise RuntimeError("the disk is gone")

    batch = cutline.extract_batch(source(), threads=2)
    rows = []
    with pytest.raises(RuntimeError, match="the disk is gone"):
        rows.extend(batch)
    for row in itertools.islice(batch, 3):
        raise AssertionError(row)
    batch = cutline.extract_batch(source(), threads=2)
    with pytest.raises(RuntimeError):
        while True:
            rows.append(next(batch))
    assert [row.title for row in rows[-37:]] == [f"The story of number {i}" for i in range(37)]
    assert list(batch) == []


def test_it_looks_ahead_a_little():
    pulled = 0

    def source():
        nonlocal pulled
        for pulled in range(1, 100_000):
            yield made(pulled)

    with cutline.extract_batch(source(), threads=2) as batch:
        for _ in range(10):
            next(batch)
        assert pulled < 10 + 16 * 8
    assert list(batch) == []
    batch.close()


def test_a_slow_source_does_not_hold_rows_back():
    pulled = 0

    def source():
        nonlocal pulled
        for pulled in range(1, 50):
            yield made(pulled)
            time.sleep(0.1)

    with cutline.extract_batch(source(), threads=1) as batch:
        next(batch)
        assert pulled <= 3  # not a whole chunk of them


def test_pages_need_not_be_kept(story):
    kept, other = (next(cutline.extract_batch([story], keep_pages=keep)) for keep in (True, False))
    assert kept == other and kept.to_markdown()
    with pytest.raises(ValueError, match="detached"):
        other.to_markdown()


def test_arguments_are_checked():
    for threads, error in [(0, ValueError), (257, ValueError), ("2", TypeError), (True, TypeError)]:
        with pytest.raises(error, match="threads"):
            cutline.extract_batch([], threads=threads)
    with pytest.raises(TypeError):
        cutline.extract_batch(None)
    with pytest.raises(ValueError, match="favor"):
        cutline.extract_batch([], favor="speed")
    assert list(cutline.extract_batch([])) == []


INTERRUPTED = """
    import itertools, os, signal, sys, threading, time
    import cutline
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
    page = "<h1>A headline of a page</h1>" + "<p>A sentence of its text, and another one." * 2000
    working = threading.Event()
    pressed = None
    def press():
        global pressed
        working.wait()
        pressed = time.monotonic()
        os.kill(os.getpid(), signal.SIGINT)
    threading.Thread(target=press, daemon=True).start()
    def pages():
        for i in itertools.count():
            if i == 100:
                working.set()
            yield page, f"https://a.example/{i}"
    batch = cutline.extract_batch(pages(), threads=2)
    rows = []
    try:
        rows.extend(batch)  # nothing but the batch is there to be interrupted
    except KeyboardInterrupt:
        waited = time.monotonic() - pressed
        rows.extend(batch)
        assert waited < 1, waited
        assert len(rows) > 5  # of some forty that were done or on their way
        assert [row.source.url for row in rows] == [f"https://a.example/{i}" for i in range(len(rows))]
        assert all(row.error is None for row in rows)
        print("stopped")
"""


def run(code, *arguments):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments], capture_output=True, text=True, timeout=200
    )


def test_ctrl_c_stops_and_keeps_what_was_done():
    done = run(INTERRUPTED)
    assert done.stdout == "stopped\n", done.stderr


def test_python_may_end_in_the_middle():
    done = run("""
        import itertools, cutline
        page = "<h1>A headline of a page</h1>" + "<p>A sentence of its text, and another one." * 20000
        batch = cutline.extract_batch(itertools.repeat(page), threads=2)
        next(batch)
        print("left")
    """)
    assert (done.returncode, done.stdout, done.stderr) == (0, "left\n", "")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of fork() beside threads: that is what is tested
def test_after_a_fork(story):
    want = cutline.extract(story)
    batch = cutline.extract_batch(itertools.repeat(story), threads=2)
    next(batch)
    child = os.fork()
    if child == 0:
        good = cutline.extract(story) == want
        good = good and list(cutline.extract_batch([story] * 20, threads=2)) == [want] * 20
        try:
            for _ in range(1000):
                next(batch)
        except RuntimeError:
            os._exit(0 if good else 1)
        os._exit(2)
    deadline = time.monotonic() + 20
    status = None
    while status is None and time.monotonic() < deadline:
        done, code = os.waitpid(child, os.WNOHANG)
        status = code if done else time.sleep(0.01)
    if status is None:
        os.kill(child, signal.SIGKILL)
    assert status == 0
    batch.close()


def test_many_threads_at_once(pages):
    html = [path.read_bytes() for path in pages]
    want = [cutline.extract(page) for page in html]
    shared = cutline.Extractor()
    wrong = []

    def work(shift):
        for i in range(2 * len(html)):
            at = (i + shift) % len(html)
            record = shared.extract(html[at])
            if record != want[at] or record.to_markdown() == "":
                wrong.append(at)

    threads = [threading.Thread(target=work, args=(shift,)) for shift in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    records = [cutline.extract(page) for page in html]
    fields = [threading.Thread(target=lambda: wrong.extend(r for r in records if r.body != r.body)) for _ in range(8)]
    for thread in fields:
        thread.start()
    for thread in fields:
        thread.join()
    assert wrong == []


def test_memory_stays_flat(story):
    def resident():
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def work(count):
        for record in cutline.extract_batch(itertools.repeat(story, count), threads=2):
            record.title, record.authors, record.body  # noqa: B018

    work(700)
    before = resident()
    work(2000)
    assert resident() - before < 8 << 20


def test_a_huge_page_is_not_paid_for_ever(story):
    def resident():
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    cutline.extract(story)
    before = resident()
    cutline.extract(story + b"<p>A sentence." * 300_000)
    assert resident() - before < 32 << 20
