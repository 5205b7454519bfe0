"""Spark, on a cluster of its own: a master and two workers of one core each, on this machine.

In the middle of a job one executor is killed; what comes out is held against what a single machine makes of the same
pages. The log of the job stays in .cache/spark.
"""

import gzip
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import cutline

pytest.importorskip("pyspark", reason="no pyspark (bindings/python/tests/requirements-spark.txt)")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java: apt-get install openjdk-17-jre-headless", allow_module_level=True)

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from cutline import spark  # noqa: E402
from cutline._schema import record_shape  # noqa: E402

FIELDS = ["title", "authors", "published", "text", "images", "from"]
BAD = {3: None, 11: b"", 17: b"%PDF-1.7\n\xff\xff"}
PAGES = 240
PATIENCE = 180  # seconds for what takes a few on a machine that is not busy
JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
LOG_SETTINGS = """
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
appender.file.type = File
appender.file.name = file
appender.file.fileName = {log}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{{HH:mm:ss.SSS}} %p %c{{1}}: %m%n%ex
"""


def html_of(number, story):
    """A page that differs from the others; every fifth is a long one."""
    if number in BAD:
        return BAD[number]
    mark = f"<p>This is the page of number {number}, which no other page is. ".encode()
    return story.replace(b"<p>", mark + b"<p>", 1 + number % 5) + mark


def plain(row):
    """What Spark gives, as JSON has it: without what is null."""
    if isinstance(row, list):
        return [plain(item) for item in row]
    if hasattr(row, "asDict"):
        row = row.asDict()
    if isinstance(row, dict):
        return {name: plain(value) for name, value in row.items() if value is not None}
    return row


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """A standalone master and its workers."""

    def __init__(self, folder, workers):
        self.folder = folder
        self.url = f"spark://127.0.0.1:{free_port()}"
        self.processes = []
        self.home = str(Path(pyspark.__file__).parent)
        (scala,) = Path(self.home, "jars").glob("scala-library-*.jar")
        self.environment = dict(
            os.environ,
            SPARK_HOME=self.home,
            SPARK_SCALA_VERSION=scala.stem.split("-")[2].rpartition(".")[0],  # as sbin/ sets it
            SPARK_LOCAL_IP="127.0.0.1",
            PYSPARK_PYTHON=sys.executable,
        )
        port = self.url.rsplit(":", 1)[1]
        self.run("master", "master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", "0")
        for number in range(workers):
            work = ["--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / f"w{number}")]
            self.run(f"worker{number}", "worker.Worker", "--host", "127.0.0.1", *work, self.url)
        self.wait("master", "I have been elected leader")

    def run(self, name, daemon, *arguments):
        command = ["java", *JVM.split(), "-Xmx256m", "-cp", f"{self.home}/jars/*", f"org.apache.spark.deploy.{daemon}"]
        with open(self.folder / f"{name}.log", "wb") as log:
            self.processes.append(
                subprocess.Popen([*command, *arguments], env=self.environment, stdout=log, stderr=subprocess.STDOUT)
            )

    def wait(self, name, words):
        log = self.folder / f"{name}.log"
        end = time.monotonic() + PATIENCE
        while words not in log.read_text(errors="replace"):
            assert time.monotonic() < end, log.read_text(errors="replace")[-3000:]
            time.sleep(0.1)

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    made = Cluster(tmp_path_factory.mktemp("cluster"), 2)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def log(root):
    folder = root / ".cache" / "spark"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder / "driver.log"


@pytest.fixture(scope="module")
def session(cluster, log):
    settings = cluster.folder / "log4j2.properties"
    settings.write_text(LOG_SETTINGS.format(log=log))
    os.environ.update({name: cluster.environment[name] for name in ("SPARK_HOME", "SPARK_LOCAL_IP", "PYSPARK_PYTHON")})
    made = (
        SparkSession.builder.master(cluster.url)
        .appName("cutline")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.extraJavaOptions", f"{JVM} -Dlog4j2.configurationFile={settings}")
        .config("spark.executor.extraJavaOptions", JVM)
        .config("spark.executor.memory", "512m")
        .config("spark.executor.cores", "1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(cluster.folder / "warehouse"))
        .config("spark.eventLog.enabled", "true")
        .config("spark.eventLog.compress", "false")
        .config("spark.eventLog.rolling.enabled", "false")
        .config("spark.eventLog.dir", str(log.parent))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "8")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    end = time.monotonic() + PATIENCE
    while made.sparkContext._jsc.sc().getExecutorMemoryStatus().size() < 3:  # the driver counts as one
        assert time.monotonic() < end, "the executors did not come"
        time.sleep(0.1)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def expected(story):
    """What a single machine makes of the pages."""
    extractor = cutline.Extractor(fields=FIELDS)
    made = {}
    for number in range(PAGES):
        html = html_of(number, story)
        try:
            made[number] = extractor.extract(html, url=f"https://a.example/{number}").to_dict()
        except (cutline.Error, TypeError) as error:
            made[number] = {"error": getattr(error, "code", "argument")}
    return made


def told(record):
    """A record as `expected` has it."""
    record = plain(record)
    return {"error": record["error"]["status"]} if "error" in record else record


@pytest.fixture(scope="module")
def pages(session, story, cluster):
    rows = [(number, html_of(number, story), f"https://a.example/{number}") for number in range(PAGES)]
    place = str(cluster.folder / "pages")
    session.createDataFrame(rows, "id int, html binary, url string").repartition(6, "id").write.parquet(place)
    return session.read.parquet(place)


def test_the_type_is_the_schema_of_the_record():
    every = spark.record_type(include="comments", dropped=True)
    assert every.names == [name for name, _ in record_shape().members]
    assert "comments" not in spark.record_type().names
    chosen = spark.record_type(fields=["text", "authors", "from"])
    assert chosen.simpleString() == (
        "struct<authors:array<struct<name:string,url:string,kind:string>>,text:string,from:map<string,string>,"
        "error:struct<status:string,message:string,stage:string,offset:bigint>>"
    )
    assert spark.record_type(fields="text,authors,from") == chosen
    with pytest.raises(ValueError, match="headline"):
        spark.record_type(fields=["headline"])


def test_a_column(session, pages, expected):
    read = spark.udf(fields=FIELDS)
    rows = pages.select("id", read("html", "url").alias("record")).collect()
    assert {row.id: told(row.record) for row in rows} == expected and len(rows) == PAGES
    titles = session.createDataFrame([("<title>A story</title><p>Of text.",), (None,)], "html string")
    first, second = titles.select(spark.udf(fields="title")("html").alias("r")).select("r.*").collect()
    assert first.title == "A story" and first.error is None
    assert second.title is None and second.error.status == "argument"


def test_all_fields_of_the_example_pages(session, root):
    html = {path.name: path.read_bytes() for path in sorted((root / "examples" / "pages").glob("*.html"))}
    frame = session.createDataFrame(list(html.items()), "`the name` string, page binary")
    options = {"dropped": True, "include": ["comments"]}
    rows = spark.extract_pages(frame, html="page", path="the name", into="r", **options).collect()
    for row in rows:
        assert plain(row.r) == cutline.extract(html[row["the name"]], path=row["the name"], **options).to_dict()
    assert len(rows) == len(html)


def test_columns_are_checked(session):
    frame = session.createDataFrame([("<p>A", 1)], "html string, record int")
    with pytest.raises(ValueError, match="'record' already"):
        spark.extract_pages(frame)
    with pytest.raises(ValueError, match="no column 'address'"):
        spark.extract_pages(frame, url="address", into="r")
    assert spark.extract_pages(frame, keep=[]).columns == ["record"]
    with pytest.raises(ValueError, match="tasks"):
        spark.extract_warcs(session, ["a"], tasks=0)
    assert spark.extract_warcs(session, []).collect() == []


def executor_above(process):
    """The executor that a worker of Python belongs to."""
    while b"CoarseGrainedExecutorBackend" not in Path(f"/proc/{process}/cmdline").read_bytes():
        process = int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
        assert process > 1
    return process


def events(log):
    """Events of the job so far."""
    (file,) = [path for path in log.parent.iterdir() if path.name.startswith("app-")]
    lines = file.read_text().splitlines()
    return [json.loads(line) for line in lines if line.endswith("}")]


class Killer:
    """Kills the executor that holds a place, as soon as it has come there."""

    def __init__(self, folder, session):
        self.held = folder / "held"
        self.session = session
        self.killed = None

    def write(self, frame, place):
        """Writes a frame while the executor is killed."""
        thread = threading.Thread(target=self.kill)
        thread.start()
        frame.write.parquet(place)
        thread.join()
        assert self.killed, "nobody came to the place"
        return self.session.read.parquet(place).collect()

    def kill(self):
        end = time.monotonic() + PATIENCE
        while not self.held.exists() or not self.held.read_text():
            if time.monotonic() > end:
                return
            time.sleep(0.05)
        executor = executor_above(int(self.held.read_text()))
        os.kill(executor, signal.SIGKILL)
        self.killed = executor


def holder(held):
    """A function that waits to be killed; whoever comes later passes. It is pickled whole: executors lack this module."""

    def wait():
        import os
        import time

        try:
            file = os.open(held, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            return
        os.write(file, str(os.getpid()).encode())
        time.sleep(180)

    return wait


def check_log(log, before):
    """An executor was lost, and its tasks were run again."""
    job = events(log)[before:]
    removed = [event for event in job if event["Event"] == "SparkListenerExecutorRemoved"]
    ends = [event for event in job if event["Event"] == "SparkListenerTaskEnd"]
    lost = [event for event in ends if event["Task End Reason"]["Reason"] == "ExecutorLostFailure"]
    assert removed and lost
    done = {
        (event["Stage ID"], event["Task Info"]["Index"])
        for event in ends
        if event["Task End Reason"]["Reason"] == "Success"
    }
    for event in lost:
        assert (event["Stage ID"], event["Task Info"]["Index"]) in done
    return removed


def test_an_executor_killed_among_pages(session, cluster, pages, expected, log):
    killer = Killer(cluster.folder, session)
    wait = holder(str(killer.held))
    before = len(events(log))

    def gate(batches):
        seen = 0
        for batch in batches:
            seen += batch.num_rows
            if seen > 16:  # its partition is half way: rows of it were read and are lost
                wait()
            yield batch

    guarded = pages.repartition(6).mapInArrow(gate, pages.schema)
    frame = spark.extract_pages(guarded, html="html", url="url", fields=FIELDS)
    rows = killer.write(frame, str(cluster.folder / "records"))
    assert sorted(row.id for row in rows) == list(range(PAGES))
    assert {row.id: told(row.record) for row in rows} == expected
    check_log(log, before)


def warc_record(number, html):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + (html or b"")
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{number}>\r\n"
        f"WARC-Target-URI: https://a.example/{number}\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", 1)


def test_an_executor_killed_among_warc_files(session, cluster, story, expected, log):
    files = []
    numbers = [number for number in range(PAGES) if BAD.get(number, b"") is not None]
    for begin in range(6):
        parts = [warc_record(number, html_of(number, story)) for number in numbers[begin::6]]
        if begin == 4:
            parts.insert(5, parts[5][:200] + b"damage" + parts[5][206:])
        files.append(cluster.folder / f"{begin}.warc.gz")
        files[-1].write_bytes(b"".join(parts))
    files.append(cluster.folder / "none.warc.gz")
    killer = Killer(cluster.folder, session)
    killer.held = cluster.folder / "held-warc"
    wait = holder(str(killer.held))
    before = len(events(log))

    def opener(path):
        class Holding:
            def __init__(self):
                self.file = open(path, "rb")
                self.total = 0

            def read(self, size):
                self.total += size
                if path.endswith("2.warc.gz") and self.total > size:
                    wait()
                return self.file.read(size)

            def close(self):
                self.file.close()

        return Holding()

    frame = spark.extract_warcs(session, files, tasks=4, open=opener, fields=FIELDS)
    rows = killer.write(frame, str(cluster.folder / "records-warc"))
    whole = [row for row in rows if row.record_id and row.record.error is None]
    failed = [row for row in rows if row.record.error is not None]
    for row in whole:
        assert (row.status, row.fetched) == (200, "2024-05-01T10:00:00Z")
    assert len({(row.path, row.offset) for row in rows}) == len(rows) == len(numbers) + 2
    good = {number: record for number, record in expected.items() if "error" not in record}
    # "2 hours ago" and the like are counted from the day of the archive, which these pages have none of.
    assert {int(row.url.rsplit("/", 1)[1]): told(row.record) for row in whole} == good and len(whole) == len(good)
    assert sorted(row.record.error.status for row in failed) == ["damaged", "empty", "io", "not-a-page"]
    (damaged,) = [row for row in failed if row.record.error.status == "damaged"]
    assert damaged.path.endswith("4.warc.gz") and damaged.record.error.offset == damaged.offset > 0
    check_log(log, before)


def test_the_example(session, cluster, root, capsys):
    """The last one: the example ends the session."""
    spec = importlib.util.spec_from_file_location("example", root / "examples" / "python" / "spark_records.py")
    example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(example)
    example.FIELDS = ["title", "published", "language"]
    html = [str(path) for path in sorted((root / "examples" / "pages").glob("*.html"))[:3]]
    archive = cluster.folder / "example.warc.gz"
    archive.write_bytes(warc_record(1, b"<title>Of an archive</title><p>Text.") + warc_record(2, b""))
    example.main(str(cluster.folder / "example"), *html, str(archive))
    shown = capsys.readouterr().out
    assert "Of an archive" in shown and "empty" in shown
