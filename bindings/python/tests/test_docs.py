"""Every example in Python in the documentation is run, and prints what is shown (tests/docs/blocks.py says how)."""

import contextlib
import importlib.util
import io
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
_spec = importlib.util.spec_from_file_location("blocks", ROOT / "tests/docs/blocks.py")
blocks = importlib.util.module_from_spec(_spec)
sys.modules["blocks"] = blocks
_spec.loader.exec_module(blocks)


def examples(path):
    return [block for block in blocks.blocks_of(path, ROOT)[0] if block.language == "python"]


def is_there(name):
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


WITH_PYTHON = [path for path in blocks.documents(ROOT) if examples(path)]


def test_there_are_examples():
    assert {"README.md", "start-python.md"} <= {path.name for path in WITH_PYTHON}


@pytest.mark.parametrize("path", WITH_PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples(path, tmp_path, monkeypatch):
    blocks.make_folder(ROOT, tmp_path, None)
    monkeypatch.chdir(tmp_path)
    html = (tmp_path / "story.html").read_bytes()  # examples may begin with a page at hand
    names = {"__name__": "example", "html": html}
    left_out = []
    for block in examples(path):
        if "not run" in block.notes:
            assert block.notes["not run"], f"{block}: say why it is not run"
            continue
        missing = [name for name in block.notes.get("needs", "").split(", ") if name and not is_there(name)]
        if missing:
            left_out.append(f"{block} needs {', '.join(missing)}")
            continue
        if "file" in block.notes:  # for a command: tests/docs/test_docs.py runs it
            continue
        printed = io.StringIO()
        code = compile("\n" * block.line + block.text, str(path), "exec")
        with contextlib.redirect_stdout(printed):
            exec(code, names)
        if block.output:
            got = printed.getvalue()
            assert blocks.is_output(block.output.text, got, block.output.language), f"{block} printed:\n{got}"
    if left_out:
        pytest.skip("the others ran, but " + "; ".join(left_out))
