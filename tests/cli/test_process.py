#!/usr/bin/env python3
"""What a transcript can't show of the program: signals, pipes that close, terminals, many pages.

usage: test_process.py PROGRAM [--sanitized]

--sanitized: the program carries sanitizers, which need memory of their own; peaks are not looked at.
"""
import json
import os
import pty
import re
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import fixtures

PROGRAM = None
SANITIZED = False


def peak_of(arguments, **more):
    """Status and peak memory (bytes) of a run."""
    child = subprocess.Popen([PROGRAM] + arguments, **more)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_maxrss * 1024


class Process(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        fixtures.make(self.folder)

    def start(self, *arguments, **more):
        more = {'stdout': subprocess.PIPE, 'stderr': subprocess.PIPE, 'stdin': subprocess.DEVNULL} | more
        child = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, **more)
        self.addCleanup(self.end, child)
        return child

    @staticmethod
    def end(child):
        if child.poll() is None:
            child.kill()
            child.wait()
        for stream in (child.stdout, child.stderr):
            if stream:
                stream.close()

    def at_fifo(self, *arguments):
        """A run that has read ferry.html and waits for a page in a fifo."""
        os.mkfifo(self.folder / 'fifo.html')
        child = self.start('extract', '-f', 'json', *arguments, 'ferry.html', 'fifo.html', 'bakery.html')
        return child, os.open(self.folder / 'fifo.html', os.O_WRONLY)  # waits until it is opened for reading

    def test_interrupt_finishes_the_page_and_keeps_the_file(self):
        child, fifo = self.at_fifo('-o', 'all.jsonl')
        self.assertEqual(len((self.folder / 'all.jsonl.part').read_text().splitlines()), 1)
        child.send_signal(signal.SIGINT)
        time.sleep(0.1)
        os.write(fifo, fixtures.story('From the fifo'))
        os.close(fifo)
        err = child.communicate(timeout=60)[1].decode()
        self.assertEqual(child.returncode, 130)
        lines = [json.loads(line) for line in (self.folder / 'all.jsonl').read_text().splitlines()]
        self.assertEqual([line['title'] for line in lines], ['The ferry stays', 'From the fifo'])
        self.assertFalse((self.folder / 'all.jsonl.part').exists())
        self.assertIn('stopped after 2 of 3 pages, which are in all.jsonl', err)
        self.assertIn('2 pages, 0 failed', err)

    def test_terminate_is_as_interrupt(self):
        child, fifo = self.at_fifo()
        child.send_signal(signal.SIGTERM)
        os.close(fifo)
        out = child.communicate(timeout=60)[0]
        self.assertEqual(child.returncode, 128 + signal.SIGTERM)
        self.assertEqual(len(out.splitlines()), 2)

    def test_second_interrupt_stops_at_once_and_leaves_the_part(self):
        (self.folder / 'all.jsonl').write_text('old\n')
        child, fifo = self.at_fifo('-o', 'all.jsonl')
        child.send_signal(signal.SIGINT)
        time.sleep(0.1)
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=60)
        os.close(fifo)
        self.assertEqual(child.returncode, -signal.SIGINT)
        self.assertEqual((self.folder / 'all.jsonl').read_text(), 'old\n')
        self.assertEqual(len((self.folder / 'all.jsonl.part').read_text().splitlines()), 1)

    def test_output_that_nobody_reads(self):
        read_end, write_end = os.pipe()
        os.close(read_end)
        for command in (['extract', '-f', 'json'], ['tree']):
            child = self.start(*command, 'ferry.html', 'bakery.html', stdout=write_end)
            err = child.communicate(timeout=60)[1].decode()
            self.assertEqual(child.returncode, 1)
            self.assertIn('cutline: standard output: nobody reads it any more: stopped', err)
        os.close(write_end)

    def test_full_disk_keeps_the_finished_pages(self):
        """A limit on the size of files stands for a full disk."""
        (self.folder / 'big.html').write_bytes(fixtures.story('Much', 3000))
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))
        child = self.start('extract', '-f', 'json', '-o', 'all.jsonl', 'ferry.html', 'big.html', 'bakery.html', preexec_fn=limit)
        err = child.communicate(timeout=60)[1].decode()
        self.assertEqual(child.returncode, 1)
        self.assertIn('all.jsonl: could not be written (File too large)', err)
        self.assertIn('the pages that were finished are in ', err)
        self.assertFalse((self.folder / 'all.jsonl').exists())
        self.assertEqual([json.loads(line)['title'] for line in (self.folder / 'all.jsonl.part').read_text().splitlines()],
                         ['The ferry stays'])
        child = self.start('extract', '-f', 'json', '-o', 'out/', 'ferry.html', 'big.html', 'bakery.html', preexec_fn=limit)
        child.communicate(timeout=60)
        self.assertEqual(child.returncode, 1)
        self.assertEqual(sorted(os.listdir(self.folder / 'out')), ['ferry.json'])

    def terminal_of(self, pages):
        leader, follower = pty.openpty()
        child = self.start('extract', '-f', 'json', *['ferry.html'] * pages, stderr=follower)
        os.close(follower)
        child.stdout.read()
        seen = b''
        while select.select([leader], [], [], 10)[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
        os.close(leader)
        child.wait()
        return seen.decode()

    def test_progress_is_for_terminals_and_many_pages(self):
        self.assertIn('of 9 pages', self.terminal_of(9))
        self.assertNotIn('of 2 pages', self.terminal_of(2))
        child = self.start('extract', '-f', 'json', *['ferry.html'] * 9)
        self.assertNotIn('of 9 pages', child.communicate(timeout=60)[1].decode())

    def test_unreadable_file(self):
        (self.folder / 'ferry.html').chmod(0)
        more = {}
        if os.geteuid() == 0:  # root may read all files: as somebody else, then
            self.folder.chmod(0o755)
            more = {'user': 65534}
        try:
            child = self.start('extract', 'ferry.html', 'bakery.html', **more)
        except PermissionError:
            self.skipTest('the program is out of reach for who is not root')
        out, err = child.communicate(timeout=60)
        self.assertIn('ferry.html: may not be read: its permissions forbid it', err.decode())
        self.assertIn('The bakery moves', out.decode())
        self.assertEqual(child.returncode, 1)

    def test_many_pages_need_no_more_memory_than_one(self):
        names = self.folder / 'names'
        names.write_text('ferry.html\nferry.html.gz\n' * 1000)
        one, few = peak_of(['extract', '-q', '-f', 'json', '-o', os.devnull, 'ferry.html', 'ferry.html.gz'], cwd=self.folder)
        two, many = peak_of(['extract', '-q', '-f', 'json', '-o', os.devnull, '--files-from', 'names'], cwd=self.folder)
        self.assertEqual((one, two), (0, 0))
        if not SANITIZED:
            self.assertLess(many, few + (2 << 20))

    def test_bomb_is_met_in_little_memory(self):
        begun = time.monotonic()
        status, peak = peak_of(['extract', '-q', 'bomb.html.zst'], cwd=self.folder, stderr=subprocess.DEVNULL)
        self.assertEqual(status, 1)
        self.assertLess(time.monotonic() - begun, 10)
        if not SANITIZED:
            self.assertLess(peak, 64 << 20)

    def test_favor_nests_the_texts(self):
        """What is clean is in what is balanced, and that in what is whole; on so many pages they are not all the same."""
        pages = sorted(map(str, (Path(__file__).parents[2] / 'examples/pages').glob('*.html')))
        blocks = {}
        for favor in ('precision', 'balance', 'recall'):
            run = subprocess.run([PROGRAM, 'extract', '-q', '-f', 'json', '--dropped', '--favor', favor, *pages], check=True,
                                 capture_output=True)
            blocks[favor] = {(n, d['offset']) for n, line in enumerate(run.stdout.splitlines()) for d in json.loads(line)['dropped']}
        self.assertLess(blocks['recall'], blocks['balance'])
        self.assertLess(blocks['balance'], blocks['precision'])

    def test_names_that_are_too_long_are_cut(self):
        name = 'x' * 250
        for folder in ('a', 'b'):
            (self.folder / folder).mkdir()
            (self.folder / folder / (name + '.html')).write_bytes(fixtures.story('Long'))
        child = self.start('extract', '-q', '-f', 'json', '-r', '-o', 'out/', 'a', 'b')
        child.communicate(timeout=60)
        self.assertEqual(child.returncode, 0)
        self.assertEqual(sorted(os.listdir(self.folder / 'out')), ['x' * 200 + '-2.json', 'x' * 200 + '.json'])


if __name__ == '__main__':
    PROGRAM = os.path.abspath(sys.argv[1])
    SANITIZED = '--sanitized' in sys.argv[2:]
    unittest.main(argv=sys.argv[:1])
