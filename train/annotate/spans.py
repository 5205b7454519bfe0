"""Roles of a page's blocks kept as spans, [offset, role]: where the role changes, by the source offset of the first block
that has it, so that an annotation holds no text and outlives small changes in how a page is cut into blocks."""
import bisect
import re

# In the order of the guide (README.md).
ROLES = ('headline', 'kicker', 'deck', 'byline', 'date', 'body', 'aside', 'note', 'bio', 'caption', 'credit', 'topic', 'related',
         'promotion', 'comment', 'share', 'navigation', 'consent', 'legal', 'edition', 'other')
KINDS = ('article', 'live-blog', 'gallery', 'video', 'opinion', 'interview', 'listing', 'forum', 'product', 'service',
         'documentation', 'error', 'other')


class FormError(ValueError):
    """A form that does not say one role for every block."""


def one_role(word):
    """The role that a word means: its name, or a beginning that no other role shares."""
    found = [role for role in ROLES if role == word] or [role for role in ROLES if role.startswith(word)]
    if not word or not found:
        raise FormError(f'unknown role "{word}"')
    if len(found) > 1:
        raise FormError(f'"{word}" may mean {" or ".join(found)}')
    return found[0]


def full_role(words):
    """As one_role, of two joined too ("caption+credit")."""
    roles = [one_role(word.strip()) for word in words.strip().split('+')]
    if len(roles) > 2 or len(set(roles)) != len(roles):
        raise FormError(f'"{words.strip()}" is not one role or two')
    return '+'.join(roles)


def numbers(text, count):
    """The block numbers that "0-12,15,20-" means; a range without an end goes to the last block."""
    for part in text.split(','):
        match = re.fullmatch(r'(\d+)(?:(-)(\d*))?', part.strip())
        if not match:
            raise FormError(f'"{part.strip()}" is not a block number or a range')
        first = int(match[1])
        last = first if not match[2] else int(match[3]) if match[3] else count - 1
        if not first <= last < count:
            raise FormError(f'"{part.strip()}" is not within the page\'s blocks, 0-{count - 1}')
        yield from range(first, last + 1)


def read_form(form, count):
    """The role of each of a page's blocks. Entries ("0-12 navigation") are parted by semicolons or line ends."""
    roles = [None] * count
    for entry in re.split(r'[;\n]', form):
        entry = entry.split('#')[0].strip()
        if not entry:
            continue
        match = re.fullmatch(r'([\d\s,-]+?)\s+([a-z].*)', entry)
        if not match:
            raise FormError(f'"{entry}" is not block numbers and a role')
        role = full_role(match[2])
        for number in numbers(match[1], count):
            if roles[number] is not None:
                raise FormError(f'block {number} has two roles, {roles[number]} and {role}')
            roles[number] = role
    gaps = [number for number, role in enumerate(roles) if role is None]
    if gaps:
        raise FormError(f'blocks without a role: {ranges(gaps)}')
    return roles


def ranges(sorted_numbers):
    """[1, 2, 3, 7] as "1-3,7"."""
    runs = []
    for number in sorted_numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ','.join(str(a) if a == b else f'{a}-{b}' for a, b in runs)


def write_form(roles):
    """The form that read_form() reads as these roles."""
    entries, first = [], 0
    for number in range(1, len(roles) + 1):
        if number == len(roles) or roles[number] != roles[first]:
            entries.append(f'{ranges(range(first, number))} {roles[first]}')
            first = number
    return '; '.join(entries)


def roles_of(offsets, spans):
    """The roles of the blocks at these offsets: of the span at a block's own offset where there is one (the next of them where
    several blocks share the offset), of the last span before it otherwise; None before the first."""
    at = {}
    for offset, role in spans:
        at.setdefault(offset, []).append(role)
    starts = sorted(at)
    used, roles = {}, []
    for offset in offsets:
        if offset in at:
            used[offset] = used.get(offset, -1) + 1
            roles.append(at[offset][min(used[offset], len(at[offset]) - 1)])
        else:
            before = bisect.bisect_left(starts, offset)
            roles.append(at[starts[before - 1]][-1] if before else None)
    return roles


def spans_of(offsets, roles):
    """The spans that roles_of() reads as these roles: one where the role changes, and one more for every block that would be
    read wrong by those alone (blocks that do not come in the order of the source, or share an offset)."""
    wanted = {number for number, role in enumerate(roles) if not number or role != roles[number - 1]}
    while True:
        spans = [[offsets[number], roles[number]] for number in sorted(wanted)]
        wrong = {number for number, role in enumerate(roles_of(offsets, spans)) if role != roles[number]}
        if not wrong:
            return spans
        wanted |= wrong | {number for number, offset in enumerate(offsets) if any(offset == offsets[w] for w in wrong)}
