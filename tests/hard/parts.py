"""Parts of a body: each has its markup, and says what is to become of it.

A part is (markup, {expectation: value}). Expectations:
  text     blocks of `text`, in order
  without  strings that `text` may not have
  notes    body blocks of type `note`, beside `text`
  kept     strings that must be somewhere in the record: in `text`, deck, captions or notes
  related  titles among `related`
"""
from html import escape


def p(text, tag='p'):
    return f'<{tag}>{escape(text, quote=False)}</{tag}>\n', {'text': [text]}


def html(markup, *texts):
    """Markup of its own for the blocks that it says."""
    return markup + '\n', {'text': list(texts)}


def h(text, level=2):
    return f'<h{level}>{escape(text)}</h{level}>\n', {'text': [text]}


def items(texts, tag='ul'):
    inner = ''.join(f'<li>{escape(text)}</li>' for text in texts)
    return f'<{tag}>{inner}</{tag}>\n', {'text': ['\n'.join(texts)]}


def rows(*lines):
    """A table, the first line its head."""
    head, *rest = [line.split('|') for line in lines]
    cells = ''.join('<tr>' + ''.join(f'<td>{escape(cell)}</td>' for cell in line) + '</tr>' for line in rest)
    top = ''.join(f'<th>{escape(cell)}</th>' for cell in head)
    return (f'<table class="results"><thead><tr>{top}</tr></thead><tbody>{cells}</tbody></table>\n',
            {'text': [' '.join(' '.join(line) for line in [head, *rest])]})


def out(markup, *strings):
    """Not of the text: none of the strings may be in it."""
    return markup + '\n', {'without': list(strings)}


def kept(markup, *strings):
    return markup + '\n', {'kept': list(strings)}


def see(markup, title):
    """A way to another story: out of the text, and in `related`."""
    return markup + '\n', {'without': [title], 'related': [title]}


def note(markup, text):
    return markup + '\n', {'notes': [text], 'without': [text]}


def picture(caption, credit=''):
    credits = f' <span class="credit">{credit}</span>' if credit else ''
    return f'<figure><img src="/img/{len(caption)}.jpg" width="1200" height="800" alt=""><figcaption>{caption}{credits}</figcaption></figure>\n', {
        'without': [caption], 'kept': [caption]}


def joined(texts, between='<br><br>\n', around=('', '')):
    """Paragraphs that are no elements of their own."""
    return around[0] + between.join(escape(text, quote=False) for text in texts) + around[1] + '\n', {'text': list(texts)}
