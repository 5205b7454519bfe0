from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAGES = sorted((ROOT / "examples" / "pages").glob("*.html"))
assert PAGES, "examples/pages is empty"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def pages() -> list[Path]:
    return PAGES


@pytest.fixture(scope="session")
def story() -> bytes:
    """A page with most of what a record has."""
    return (ROOT / "examples" / "pages" / "large-newsroom.html").read_bytes()


def pytest_terminal_summary(terminalreporter, exitstatus):
    """One line that tools/count-tests reads."""

    def count(*outcomes):
        return sum(len(terminalreporter.stats.get(outcome, [])) for outcome in outcomes)

    failed = count("failed", "error") or int(exitstatus != 0)
    terminalreporter.write_line(f"{count('passed')} passed, {failed} failed, {count('skipped')} skipped")
