#!/usr/bin/env python3
"""tools/count-tests must count what ran, and must not call a failure or an empty log a success."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / 'tools' / 'count-tests'

CMOCKA = """[==========] Running 3 test(s).
[ RUN      ] one
[       OK ] one
[ RUN      ] two
[  ERROR   ] --- 0x1 != 0x2
[   LINE   ] --- a.c:5: error: Failure!
[  FAILED  ] two
[ RUN      ] three
[  SKIPPED ] three
[==========] 3 test(s) run.
[  PASSED  ] 1 test(s).
[  SKIPPED ] 1 test(s), listed below:
[  SKIPPED ] three
[  FAILED  ] 1 test(s), listed below:
[  FAILED  ] two

 1 FAILED TEST(S)
"""


def count(*tests):
    with tempfile.TemporaryDirectory() as folder:
        logs = Path(folder) / 'meson-logs'
        logs.mkdir()
        (logs / 'testlog.json').write_text(''.join(json.dumps(test) + '\n' for test in tests))
        done = subprocess.run([sys.executable, str(TOOL), folder], capture_output=True, text=True)
        return done.stdout.strip(), done.returncode


class Count(unittest.TestCase):
    def test_a_plain_test_is_one(self):
        self.assertEqual(count({'result': 'OK', 'stdout': 'fine\n'}), ('1 passed, 0 failed, 0 skipped', 0))

    def test_cmocka(self):
        self.assertEqual(count({'result': 'FAIL', 'stderr': CMOCKA}), ('1 passed, 1 failed, 1 skipped', 1))

    def test_unittest(self):
        text = 'Ran 9 tests in 0.1s\n\nFAILED (failures=1, errors=2, skipped=3)\n'
        self.assertEqual(count({'result': 'FAIL', 'stderr': text}), ('3 passed, 3 failed, 3 skipped', 1))
        self.assertEqual(count({'result': 'OK', 'stderr': 'Ran 9 tests in 0.1s\n\nOK\n'}), ('9 passed, 0 failed, 0 skipped', 0))

    def test_a_script_that_counts(self):
        self.assertEqual(count({'result': 'OK', 'stdout': 'a: 5 passed, 0 failed\nb: 6 passed, 0 failed, 2 skipped\n'}),
                         ('11 passed, 0 failed, 2 skipped', 0))

    def test_a_crash_counts_even_where_all_that_ran_passed(self):
        self.assertEqual(count({'result': 'FAIL', 'stderr': '[       OK ] one\n'}), ('1 passed, 1 failed, 0 skipped', 1))
        self.assertEqual(count({'result': 'TIMEOUT'}), ('0 passed, 1 failed, 0 skipped', 1))

    def test_skipped(self):
        self.assertEqual(count({'result': 'SKIP'}, {'result': 'OK'}), ('1 passed, 0 failed, 1 skipped', 0))

    def test_no_log_is_no_success(self):
        self.assertEqual(count(), ('0 passed, 1 failed, 0 skipped', 1))


if __name__ == '__main__':
    unittest.main()
