"""What was built: that it serves the CPythons it is named for, and keeps what is in it to itself."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from cutline import _core

FREE_THREADED = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
EXTENSION = Path(_core.__file__)


def test_tags():
    wheel = importlib.metadata.distribution("cutline").read_text("WHEEL")
    _, abi, platform = next(line for line in wheel.splitlines() if line.startswith("Tag: ")).split("-", 2)
    assert platform.endswith(sysconfig.get_platform().rpartition("-")[2])
    if FREE_THREADED:
        assert abi == f"cp{sys.version_info[0]}{sys.version_info[1]}t"
    else:
        assert abi == "abi3"
        assert EXTENSION.name == "_core.abi3.so"


@pytest.mark.skipif(not FREE_THREADED, reason="this CPython has its lock")
def test_free_threading_needs_no_lock():
    code = "import cutline, sys; print(sys._is_gil_enabled())"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_GIL"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, env=environment
    )
    assert done.stdout == "False\n", done.stderr


@pytest.mark.skipif(shutil.which("nm") is None, reason="no nm (Debian: binutils)")
def test_one_symbol_is_exported():
    done = subprocess.run(["nm", "-D", "--defined-only", EXTENSION], capture_output=True, text=True, check=True)
    assert [line.split()[-1] for line in done.stdout.splitlines()] == ["PyInit__core"]


@pytest.mark.skipif(FREE_THREADED, reason="it has no stable ABI")
def test_nothing_newer_than_the_stable_abi_of_the_oldest():
    audit = shutil.which("abi3audit", path=Path(sys.executable).parent)
    if audit is None:
        pytest.skip("abi3audit is not installed")
    done = subprocess.run(
        [audit, "--strict", "--assume-minimum-abi3", "3.9", EXTENSION], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
