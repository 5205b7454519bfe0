"""Files that the tests of the command line read, made anew in a folder."""
import gzip
import os
import struct
from pathlib import Path

PARAGRAPH = (
    'The council of Little Wold voted on Monday evening to keep the old ferry running through the winter, after more '
    'than two hundred people had signed a letter that asked for nothing else. ')


# A story among what pages put around one, for `explain`, --dropped and --with.
HARBOUR = f'''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour open</title></head><body>
<nav class="menu top"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main id="content"><article class="story">
<h1>Harbour open</h1>
<p class="lede">{PARAGRAPH}</p>
<p>“It’s the ferry that\n  holds   us together,” said the warden. {PARAGRAPH}</p>
<p>{PARAGRAPH}Жители довольны.</p>
<figure><img src="h.jpg" alt=""><figcaption>The harbour on Sunday.</figcaption></figure>
</article></main>
<footer class="site-footer"><p>Copyright 2024 Harbour Press. <a href="/terms">Terms</a></p></footer>
</body></html>
'''.encode()

# A page that would like to be active in what is made of it.
HOSTILE = (
    b'<!DOCTYPE html><html lang="en&quot; onload=alert(1) x=&quot;"><head><title>&lt;/title>&lt;script>alert(1)&lt;/script></title></head>'
    b'<body><div id="&quot;>&lt;script>alert(2)&lt;/script>" class="&lt;/bdi>&lt;img/src=x/onerror=alert(3)> a&amp;b \'c\' ">'
    b'<h1>&lt;/title>&lt;script>alert(1)&lt;/script></h1>'
    b'<p>&lt;script>alert(4)&lt;/script> &lt;img src=x onerror="alert(5)"> &amp;lt;b> \xe2\x80\xae"quoted\' \x01\x1b[31m '
    + PARAGRAPH.encode() * 2 + b'</p>'
    b'<p>&lt;/style>&lt;/p>&lt;/li>&lt;!-- --> ' + PARAGRAPH.encode() * 2 + b'</p>'
    b'<table><tr><td>&lt;i>one&lt;/i><td>two<tr><td>three<td>&lt;a href=javascript:alert(6)>four&lt;/a></table>'
    b'<ul><li>&lt;svg onload=alert(7)><li>item</ul></div></body></html>')


def story(title, paragraphs=3):
    body = '\n'.join(f'<p>{n}. {PARAGRAPH}</p>' for n in range(1, paragraphs + 1))
    return (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n'
            f'<body><article><h1>{title}</h1>\n{body}\n</article></body></html>\n').encode()


def zstd(data):
    """A frame (RFC 8878) of raw blocks, its window 128 KiB."""
    blocks = [data[i:i + 65536] for i in range(0, len(data), 65536)] or [b'']
    out = b'\x28\xb5\x2f\xfd\x00\x38'
    for i, block in enumerate(blocks):
        out += struct.pack('<I', len(block) << 3 | (i == len(blocks) - 1))[:3] + block
    return out


def zstd_bomb(blocks):
    """Blocks that repeat one byte 131,072 times: four bytes each."""
    repeated = lambda last: struct.pack('<I', 131072 << 3 | 1 << 1 | last)[:3] + b'a'
    return b'\x28\xb5\x2f\xfd\x00\x38' + repeated(0) * (blocks - 1) + repeated(1)


def brotli(data):
    """A stream (RFC 7932) of one uncompressed meta-block: window bits 0, not last, four nibbles, size, uncompressed."""
    assert 0 < len(data) <= 65536
    return struct.pack('<I', (len(data) - 1) << 4 | 1 << 20)[:3] + data + b'\x03'


def make(folder):
    folder = Path(folder)
    ferry, bakery = story('The ferry stays'), story('The bakery moves')
    files = {
        'ferry.html': ferry,
        'bakery.html': bakery,
        'notes.txt': (PARAGRAPH + '\n\n' + PARAGRAPH + '\n').encode(),
        'ferry.html.gz': gzip.compress(ferry, mtime=0),
        'members.html.gz': gzip.compress(ferry[:200], mtime=0) + gzip.compress(ferry[200:], mtime=0),
        'ferry.html.zst': zstd(ferry[:300]) + zstd(ferry[300:]),
        'ferry.html.br': brotli(ferry),
        'cut.html.gz': gzip.compress(ferry, mtime=0)[:-12],
        'cut.html.zst': zstd(ferry)[:-80],
        'cut.html.br': brotli(ferry)[:-80],
        'flipped.html.gz': gzip.compress(ferry, mtime=0)[:-8] + b'\0\0\0\0' + struct.pack('<I', len(ferry)),
        'tail.html.gz': gzip.compress(ferry, mtime=0) + b'something else',
        'garbage.html.gz': b'\x1f\x8b\x08\0\0\0\0\0\0\xff' + b'\xff' * 40,
        'bomb.html.zst': zstd_bomb(2500),
        'empty.html': b'',
        'empty.html.gz': gzip.compress(b'', mtime=0),
        'report.pdf.html': b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' + bytes(range(256)) * 4,
        'picture.html': b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 4,
        'random.html': bytes((i * 2654435761 >> 13) & 255 for i in range(4096)),
        'nuls.html': ferry.replace(b'ferry running', b'ferry\0 running'),
        'harbour.html': HARBOUR,
        'hostile.html': HOSTILE,
        'snippet.html': b'<p id=a>One<b>two\n',
        'row.html': b'<td>cell',
        'noscript.html': b'<noscript><p>Hi</noscript>',
        'latin.html': 'Caf\u00e9'.encode('windows-1252'),
        'list.txt': b'ferry.html\r\n\nbakery.html\n',
        'list0': b'ferry.html\0bakery.html\0',
        'site/index.html': ferry,
        'site/a/index.html': bakery,
        'site/a/index-2.html': bakery,
        'site/b/deep/index.htm': ferry,
        'site/b/style.css': b'p { color: red }',
        'bare/readme.md': b'# no page',
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    os.symlink('..', folder / 'site/b/up')
