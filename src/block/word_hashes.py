"""Hashes for the scripts that make tables of words: what the C code computes, in one place.

Standard library only. `from word_hashes import …`; scripts in other folders put this one on sys.path first.
"""

WIDE = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FA), (0x30FC, 0x30FF),
        (0x3400, 0x9FFF), (0xF900, 0xFAFF))
JOINERS = {0xAD, 0x640, 0x200C, 0x200D, 0x200E, 0x200F}
START, PRIME = 0x811c9dc5, 0x01000193  # of FNV-1a


def fnv(values):
    """FNV-1a of bytes, or of other small numbers."""
    h = START
    for v in values:
        h = (h ^ v) * PRIME & 0xffffffff
    return h


def mix(h):
    """cl_mix() of words.h."""
    h ^= h >> 16
    h = h * 0x85ebca6b & 0xffffffff
    h ^= h >> 13
    h = h * 0xc2b2ae35 & 0xffffffff
    return h ^ h >> 16


def fold(c):
    """cl_fold() of words.h, of a character."""
    return {'İ': 'i', 'ς': 'σ'}.get(c, c.lower())


def words(text):
    """The hashes that cl_word_next() gives the words of a text of letters, wide characters, and signs between words."""
    out, word = [], []

    def end():
        if word:
            out.append(mix(fnv(word)))
        word.clear()

    for c in text:
        code = ord(c)
        if any(a <= code <= b for a, b in WIDE):
            end()
            out.append(mix(code + 0x10000000))
        elif code in JOINERS:
            continue
        elif c in " '-’":
            end()
        else:
            word.append(ord(fold(c)))
    end()
    return out


def print_bits(name, count, hashes):
    """A C table of `count` bits: those that hashes have as their lowest bits, for saying no without the table of words."""
    bits = {h & count - 1 for h in hashes}
    words_of = [sum(1 << i % 64 for i in bits if i // 64 == w) for w in range(count // 64)]
    print(f'static const uint64_t {name}[{count // 64}] = {{')
    for i in range(0, len(words_of), 5):
        print('    ' + ' '.join(f'0x{w:016x}u,' for w in words_of[i:i + 5]))
    print('};\n')
