"""What is seldom so in a page that was read with care: warnings, not errors."""
import re

FAR = 12  # Blocks between two parts of one headline: more, and the second is likely a copy or another story's.
NEAR = 6000  # Bytes of source before or after a caption in which its picture is looked for.
PICTURE = re.compile(rb'<(?:img|picture|video|audio|iframe|embed|object|svg|canvas|figure)\b|background-image', re.I)


def having(roles, role):
    return [number for number, of in enumerate(roles) if role in of.split('+')]


def headlines(roles, kind):
    found = having(roles, 'headline')
    if not found and kind in ('article', 'opinion', 'interview', 'live-blog', 'gallery', 'video'):
        yield f'no headline on a page of kind {kind}'
    for one, next_one in zip(found, found[1:]):
        if next_one - one > FAR:
            yield f'headlines far apart: blocks {one} and {next_one}'


def order(roles, kind):
    headline, body = having(roles, 'headline'), having(roles, 'body')
    if not body and kind != 'error':
        yield 'no body'
    if headline and body and body[0] < headline[0]:
        yield f'body (block {body[0]}) before the headline (block {headline[0]})'
    for deck in having(roles, 'deck'):
        if body and deck > body[0] and not any(body[0] < number < deck for number in headline):
            yield f'deck (block {deck}) after the body began (block {body[0]})'
    for bio in having(roles, 'bio'):
        if body and len(body) > 3 and body[0] < bio < body[-1] and bio - body[0] < 2:
            yield f'bio (block {bio}) at the beginning of the body'


def captions(roles, blocks, source):
    for number in having(roles, 'caption'):
        offset = blocks[number]['offset']
        if not PICTURE.search(source, max(0, offset - NEAR), offset + NEAR):
            yield f'caption (block {number}) without a picture near it'


def lengths(roles, blocks):
    for role, most in (('byline', 300), ('date', 160), ('kicker', 160), ('headline', 400), ('credit', 300), ('share', 400)):
        for number in having(roles, role):
            if len(blocks[number]['text']) > most:
                yield f'{role} (block {number}) of {len(blocks[number]["text"])} characters'


def doubles(roles, blocks):
    """The same long text once as body and once as another thing of the story: right on some pages, a slip on more."""
    seen = {}
    for number in having(roles, 'body'):
        text = blocks[number]['text']
        if len(text) > 120 and text in seen:
            yield f'body twice: blocks {seen[text]} and {number}'
        seen.setdefault(text, number)


def warnings(roles, kind, blocks, source):
    yield from headlines(roles, kind)
    yield from order(roles, kind)
    yield from captions(roles, blocks, source)
    yield from lengths(roles, blocks)
    yield from doubles(roles, blocks)
