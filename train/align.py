"""Which word of one text is which word of another, in order: what both labels and scores rest on.

Chains of three words that both texts have a few times are lined up first (the longest chain that runs forward in both);
what lies between two of them is compared word by word where it is short.
"""
import re
from bisect import bisect_left
from collections import defaultdict
from difflib import SequenceMatcher

# A word as ../shared/score.py counts it: a run of letters and digits, or one CJK character.
WORD = re.compile(r'[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+')

MOST_OCCURRENCES = 6  # a chain of three words that is there more often is no anchor
LARGEST_GAP = 40000   # product of the lengths between two anchors, up to which they are compared word by word


# Characters that only say where a word may break.
INVISIBLE = dict.fromkeys(map(ord, '\u00ad\u200b\u200c\u200d\u2060\ufeff'))


def words(text):
    return WORD.findall(text.translate(INVISIBLE).lower())


def _longest_chain(pairs):
    """The longest list of pairs that rises in both; pairs are sorted by (i, -j)."""
    tails, ends, before = [], [], [-1] * len(pairs)
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        if at == len(tails):
            tails.append(j)
            ends.append(k)
        else:
            tails[at] = j
            ends[at] = k
        before[k] = ends[at - 1] if at else -1
    chain, k = [], ends[-1] if ends else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def _fill(a, b, i0, i1, j0, j1, to):
    if i0 >= i1 or j0 >= j1 or (i1 - i0) * (j1 - j0) > LARGEST_GAP:
        return
    for i, j, n in SequenceMatcher(None, a[i0:i1], b[j0:j1], autojunk=False).get_matching_blocks():
        for k in range(n):
            to[i0 + i + k] = j0 + j + k


def align(a, b):
    """For each word of list a, the index of its word in list b, or -1; rising."""
    to = [-1] * len(a)
    places = defaultdict(list)
    for j in range(len(b) - 2):
        places[b[j], b[j + 1], b[j + 2]].append(j)
    pairs = []
    for i in range(len(a) - 2):
        js = places.get((a[i], a[i + 1], a[i + 2]))
        if js and len(js) <= MOST_OCCURRENCES:
            pairs += [(i, j) for j in reversed(js)]
    for i, j in _longest_chain(pairs):
        # a step along a run that the anchor before has begun, or a new run: never behind what is taken
        for k in range(3):
            if to[i + k] < 0:
                to[i + k] = j + k
    last = -1  # overlapping anchors of different runs can cross by two words: the first stays
    for i, j in enumerate(to):
        if j >= 0:
            if j <= last:
                to[i] = -1
            else:
                last = j
    i0 = j0 = 0
    for i in range(len(a)):
        if to[i] >= 0:
            if i > i0:
                _fill(a, b, i0, i, j0, to[i], to)
            i0, j0 = i + 1, to[i] + 1
    _fill(a, b, i0, len(a), j0, len(b), to)
    return to
