"""The page of the C API: what include/cutline.h says, declaration by declaration."""
import re

COMMENT = re.compile(r'/\*.*?\*/', re.S)
SECTION = re.compile(r'/\* -{20,}\n \* \d+\. (.*?)\n \*/')


def prose(comment):
    """A comment as Markdown: paragraphs, lists, code that is set in by four spaces."""
    lines, code = [], False
    for line in comment[2:-2].split('\n'):
        line = re.sub(r'^ ?\*? ?', '', line.rstrip()) if lines or line.startswith(' *') else line.strip()
        indented = line.startswith('    ')
        if indented != code:
            lines.append('```' if code else '```c')
            code = indented
        lines.append(line[4:] if code else marked(line))
    return '\n'.join(lines + (['```'] if code else [])).strip()


def marked(line):
    """A line with what has a meaning in Markdown taken care of, and functions linked."""
    parts = re.split(r'(`[^`]*`)', line)
    for i in range(0, len(parts), 2):
        parts[i] = parts[i].replace('<', '&lt;').replace('*', r'\*')
        parts[i] = re.sub(r'\b(cutline_\w+)\(\)', r'{c:func}`\1`', parts[i])
    return ''.join(parts)


def items(text):
    """(comment, declaration) in order; a declaration that follows another without a comment has an empty one."""
    place, comment = 0, ''
    while place < len(text):
        rest = text[place:]
        if rest[0].isspace():
            place += 1
        elif rest.startswith('/*'):
            found = COMMENT.match(rest)[0]
            line_end = text.rfind('\n', 0, place) + 1
            if comment:
                yield comment, ''
            comment = found if not text[line_end:place].strip() else ''
            place += len(found)
        elif rest.startswith('#'):
            line = re.match(r'(?:.*\\\n)*.*', rest)[0]
            yield comment, line
            place, comment = place + len(line), ''
        else:
            end = declaration_end(rest)
            behind = re.match(r';[ \t]*(/\*.*?\*/)', rest[end - 1:])
            yield (behind[1] if behind and not comment else comment), rest[:end]
            place, comment = place + end + (behind.end() - 1 if behind else 0), ''


def declaration_end(text):
    depth = place = 0
    while place < len(text):
        if text.startswith('/*', place):
            place = text.index('*/', place) + 1
        elif text[place] == '{':
            depth += 1
        elif text[place] == '}':
            depth -= 1
        elif text[place] == ';' and depth == 0:
            return place + 1
        place += 1
    raise ValueError(f'a declaration without an end: {text[:60]!r}')


def directive(name, argument, content):
    return f'````{{{name}}} {argument}\n\n{content}\n````\n'


def described(comment, declarations):
    """The entries of declarations that share a comment."""
    text = prose(comment) if comment else ''
    first = declarations[0]
    if first.startswith('#define'):
        return directive('c:macro', first.split()[1], text)
    if first.startswith('typedef'):
        name = re.search(r'\(\*(\w+)\)|(\w+);$', first)
        shown = f'```c\n{first}\n```\n' if '{' in first or name[1] else ''
        return directive('c:type', name[1] or name[2], f'{text}\n\n{shown}')
    plain = [re.sub(r'\s+', ' ', line.replace('CUTLINE_API ', '').rstrip(';')).replace('( ', '(') for line in declarations]
    like = f'As {{c:func}}`{re.search(r"(cutline_[a-z_]+)[(]", first)[1]}`.' if text else ''
    return '\n'.join(directive('c:function', line, like if i else text) for i, line in enumerate(plain))


def groups(section):
    """Declarations of one kind under the comment before them."""
    current = None
    for comment, declaration in items(section):
        if re.match(r'#(if|endif|else|ifdef|ifndef|include)|extern "C"|}', declaration or ''):
            continue
        kind = re.match(r'#define|typedef|', declaration)[0]
        if declaration and not comment and current and current[1] and kind == '' == current[2]:
            current[1].append(declaration)
            continue
        if current:
            yield current
        current = (comment, [declaration] if declaration else [], kind)
    if current:
        yield current


def page(text):
    """The whole page, of the text of the header."""
    opening = COMMENT.match(text)[0]
    rules = opening[opening.index(' * Rules that hold everywhere'):]
    rest = text[text.index('#define CUTLINE_VERSION_MAJOR'):text.rindex('#ifdef __cplusplus')]
    parts = SECTION.split(rest)
    out = ['# C: the header', '',
           'Everything that a C program can call, in the order in which you are likely to need it: this page is made of the '
           'comments of [cutline.h](../include/cutline.h). New here? [Getting started in C](start-c.md) is shorter.', '',
           prose('/*' + rules).replace('Rules that hold everywhere', '## Rules that hold everywhere\n', 1), '']
    for title, section in zip(['Versions, status, errors and strings'] + parts[1::2], parts[0::2]):
        out += [f'## {title[0].upper()}{title[1:]}', '']
        for comment, declarations, _ in groups(section):
            out.append(described(comment, declarations) if declarations else prose(comment) + '\n')
    return '\n'.join(out)


def functions(text):
    """The names of all functions that the header declares."""
    return set(re.findall(r'\b(cutline_\w+)\(', COMMENT.sub('', text)))
