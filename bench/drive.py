"""The same as `drive serve` (see drive.c) for the peers that are Python packages: the same commands, the same clock. And:

batch PEER SET THREADS REPEATS   all of SET as one batch, REPEATS times over, by the clock on the wall:   ok SECONDS FAILED"""
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def turbohtml_parse():
    import turbohtml
    return turbohtml.parse, turbohtml_count, turbohtml.__version__


def turbohtml_plain():
    """Without the line and column of each element, which its documentation offers where speed matters more."""
    import turbohtml
    return (lambda page: turbohtml.parse(page, positions=False)), turbohtml_count, turbohtml.__version__


def turbohtml_article():
    import turbohtml
    return (lambda page: turbohtml.parse(page).article().text), None, turbohtml.__version__


def resiliparse_parse():
    from importlib.metadata import version
    from resiliparse.parse.html import HTMLTree
    return HTMLTree.parse_from_bytes, None, version('resiliparse')


def resiliparse_extract():
    from importlib.metadata import version
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def extract(page):
        text = bytes_to_str(page, detect_encoding(page, html5_compatible=True) or 'utf-8')
        return extract_plain_text(text, main_content=True, preserve_formatting=True, alt_texts=False)
    return extract, None, version('resiliparse')


def cutline_extract():
    import cutline
    return cutline.extract, None, cutline.__version__


def trafilatura_extract():
    """With what makes its record, and as its users call it: from bytes."""
    import trafilatura
    return (lambda page: trafilatura.bare_extraction(page, with_metadata=True)), None, trafilatura.__version__


def newspaper_extract():
    import newspaper

    def extract(page):
        return newspaper.Article('', fetch_images=False).download(input_html=page).parse()
    return extract, None, newspaper.__version__


PEERS = {'cutline': cutline_extract, 'trafilatura': trafilatura_extract, 'newspaper4k': newspaper_extract,
         'turbohtml': turbohtml_parse, 'turbohtml-plain': turbohtml_plain, 'turbohtml-article': turbohtml_article,
         'resiliparse': resiliparse_parse, 'resiliparse-extract': resiliparse_extract}


def turbohtml_count(document, counts):
    import turbohtml
    for node in document.descendants:
        if isinstance(node, turbohtml.Element):
            counts[0] += 1
            for value in node.attrs.values():
                counts[1] += 1
                counts[2] += len((value if isinstance(value, str) else ' '.join(value or ())).encode('utf-8', 'replace'))
        elif isinstance(node, turbohtml.Comment):
            counts[5] += len(node.data.encode('utf-8', 'replace'))
        elif isinstance(node, turbohtml.Text):
            script = isinstance(node.parent, turbohtml.Element) and node.parent.tag == 'script'
            counts[4 if script else 3] += len(node.data.encode('utf-8', 'replace'))


def timed(parse, pages, repeats):
    failed = 0
    begin = time.process_time()
    for _ in range(repeats):
        for page in pages:
            try:
                parse(page)
            except Exception:
                failed += 1
    return time.process_time() - begin, failed


def tried(parse, page):
    try:
        parse(page)
        return 0
    except Exception:
        return 1


def batch(peer, parse, pages, threads, repeats):
    """(seconds by the clock, pages that failed) of a batch: by what the package has for it, or else by a pool of threads."""
    many = pages * repeats
    begin = time.perf_counter()
    if peer == 'cutline':
        import cutline
        failed = sum(record.error is not None for record in cutline.extract_batch(many, threads=threads))
    else:
        with ThreadPoolExecutor(threads) as pool:
            failed = sum(pool.map(lambda page: tried(parse, page), many))
    return time.perf_counter() - begin, failed


def answer(words, sets, made):
    if words[0] == 'load':
        with open(words[2], encoding='utf-8') as paths:
            sets[words[1]] = [open(p.rstrip('\n'), 'rb').read() for p in paths]
        return f'{len(sets[words[1]])} {sum(map(len, sets[words[1]]))}'
    if words[0] == 'drop':
        del sets[words[1]]
        return ''
    if words[1] not in made:
        made[words[1]] = PEERS[words[1]]()
    parse, count, version = made[words[1]]
    if words[0] == 'version':
        return version
    if words[0] == 'time':
        seconds, failed = timed(parse, sets[words[2]], int(words[3]))
        return f'{seconds:.9f} {failed}'
    if words[0] == 'batch':
        seconds, failed = batch(words[1], parse, sets[words[2]], int(words[3]), int(words[4]))
        return f'{seconds:.9f} {failed}'
    if words[0] == 'count' and count:
        counts = [0] * 6
        for page in sets[words[2]]:
            count(parse(page), counts)
        return ' '.join(map(str, counts))
    raise ValueError('unknown command')


def main():
    sets, made = {}, {}
    for line in sys.stdin:
        try:
            print('ok', answer(line.split(), sets, made), flush=True)
        except Exception as error:
            print('error', type(error).__name__, error, flush=True)


if __name__ == '__main__':
    main()
