"""Types: the package and a user's program are clean, and the stubs of the extension are what it is at run time."""

import importlib.util
import pkgutil
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import cutline

USER = """
    from __future__ import annotations

    import cutline

    def use(html: bytes) -> str:
        record = cutline.extract(html, url="https://a.example", favor="recall", include=["aside"])
        names: list[str] = [author.name for author in record.authors]
        title: str | None = record.title
        spans: list[int] = [span.start for block in record.body for span in block.spans]
        shown: dict[str, str] = dict(record.from_)
        extractor: cutline.Extractor = cutline.Extractor(limits={"page-bytes": 1}, kind="html")
        for row in extractor.extract_batch([html, None, (html, "url"), cutline.Page(html)], threads=2):
            if row.error is not None:
                code: str = row.error.code
                print(code)
        tree = cutline.parse(html)
        node = tree.css_first("p.a")
        other = tree.css_first("p", default=0)
        number: int | cutline.Node = other
        print(title, spans, shown, number, [n.attributes["x"] for n in tree.css("*")])
        return ", ".join(names) + (node.text(strip=True) if node else "") + record.to_markdown(links=False)
"""
WRONG = """
    import cutline

    cutline.extract(1)
    cutline.extract(b"", favor="speed")
    cutline.extract_batch([], colour="red")
    cutline.extract(b"").title.lower()
"""


def run(*command, cwd=None):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)


def needs(name):
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed")


ADAPTERS = ("datasets", "datatrove", "duckdb", "pandas", "polars", "scrapy")
MISSING = [name for name in ADAPTERS if importlib.util.find_spec(name) is None]


def modules():
    """The modules of the package, but for those whose library is not there to be checked against."""
    names = [module.name for module in pkgutil.walk_packages(cutline.__path__, "cutline.")]
    return ["cutline", *(name for name in names if name not in {f"cutline.{missing}" for missing in MISSING})]


def files():
    folder = Path(cutline.__file__).parent
    missing = {folder / f"{name}.py" for name in MISSING}
    return [str(path) for path in [*sorted(folder.rglob("*.py")), folder / "_core.pyi"] if path not in missing]


def test_all_modules_are_checked():
    if MISSING:
        pytest.skip(f"the others are, but {', '.join(MISSING)} are not installed")
    assert {f"cutline.{name}" for name in ADAPTERS} < set(modules())


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("user")
    (folder / "user.py").write_text(textwrap.dedent(USER))
    (folder / "wrong.py").write_text(textwrap.dedent(WRONG))
    return folder


def test_mypy(programs):
    needs("mypy")
    named = [word for name in ["user", *modules()] for word in ("-m", name)]
    done = run(sys.executable, "-m", "mypy", "--strict", *named, cwd=programs)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run(sys.executable, "-m", "mypy", "--strict", "wrong.py", cwd=programs)
    assert "Found 4 errors" in done.stdout, done.stdout + done.stderr


def test_stubs_are_what_is_there(programs):
    needs("mypy")
    allowed = programs / "allowed.txt"
    allowed.write_text(
        Path(__file__).with_name("stubtest_allowed.txt").read_text()
        + "".join(f"cutline\\.{name}\n" for name in MISSING)
    )
    config = programs / "mypy.ini"
    config.write_text("[mypy]\n" + "".join(f"[mypy-cutline.{name}]\nignore_errors = True\n" for name in MISSING))
    command = [sys.executable, "-m", "mypy.stubtest", "cutline", "--ignore-disjoint-bases", "--ignore-unused-allowlist"]
    command += ["--allowlist", str(allowed), "--mypy-config-file", str(config)]
    done = run(*command, cwd=programs)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pyright(programs):
    needs("pyright")
    if not shutil.which("node"):
        pytest.skip("pyright needs node")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    done = run(*command, "user.py", *files(), cwd=programs)
    if "npm" in done.stderr and "0 errors" not in done.stdout:
        pytest.skip("pyright could not be fetched; is there a network?")
    assert done.returncode == 0, done.stdout + done.stderr
    done = run(*command, "wrong.py", cwd=programs)
    assert done.returncode == 1 and "4 errors" in done.stdout, done.stdout
