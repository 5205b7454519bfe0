"""The pages of the record's fields: what each means (docs/record.schema.json), and an example that is run as the page
is made."""
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

NEWSROOM = 'examples/pages/large-newsroom.html'
OURS = 'docs/site/pages/first-of-two.html'
TEXT_SHOWN = 160  # characters of a string
ENTRIES_SHOWN = 3  # of a list
LINE_SHOWN = 200  # characters of a line of a page
EXCERPT_LINES = 8


@dataclass
class Example:
    """The page that shows a field, the lines of it that matter (a pattern), and what C programs call."""
    page: str
    lines: str
    calls: tuple = ()
    options: tuple = ()  # of `cutline extract`, to have the field
    python: str = ''  # the attribute, where it is not the field's name


EXAMPLES = {
    'source': Example(NEWSROOM, r'charset|canonical', ('cutline_record_path', 'cutline_record_canonical', 'cutline_record_encoding')),
    'title': Example(NEWSROOM, r'<title>|<h1', ('cutline_record_title',)),
    'kicker': Example(NEWSROOM, r'class="[^"]*kicker', ('cutline_record_kicker',)),
    'deck': Example(NEWSROOM, r'standfirst|deck|"description"', ('cutline_record_deck',)),
    'site': Example(NEWSROOM, r'og:site_name|<title>', ('cutline_record_site_name',)),
    'language': Example('examples/pages/drupal.html', r'<html', ('cutline_record_language',)),
    'direction': Example('examples/pages/arabic.html', r'<html|<h1', ('cutline_record_direction',)),
    'authors': Example(NEWSROOM, r'byline|"author"|Callum', ('cutline_record_author_count', 'cutline_record_author')),
    'contributors': Example('examples/pages/portal-gbk.html', r'编辑', ('cutline_record_contributor_count', 'cutline_record_contributor')),
    'published': Example(NEWSROOM, r'datePublished|published_time', ('cutline_record_published',)),
    'modified': Example(NEWSROOM, r'dateModified|modified_time', ('cutline_record_modified',)),
    'dateline': Example(OURS, r'OSLO', ('cutline_record_dateline',)),
    'section': Example(NEWSROOM, r'article:section|articleSection', ('cutline_record_section',)),
    'topics': Example(OURS, r'rel="tag"|keywords', ('cutline_record_topic_count', 'cutline_record_topic')),
    'keywords': Example(OURS, r'rel="tag"|keywords', ('cutline_record_keyword_count', 'cutline_record_keyword')),
    'editions': Example(OURS, r'hreflang', ('cutline_record_edition_count', 'cutline_record_edition')),
    'access': Example(OURS, r'isAccessibleForFree|paywall', ('cutline_record_access',)),
    'truncated': Example(OURS, r'will …|paywall', ('cutline_record_truncated',)),
    'problem': Example('docs/site/pages/needs-scripts.html', r'script|root', ('cutline_record_problem',)),
    'pages': Example(OURS, r'rel="(next|prev)"', ('cutline_record_previous_page', 'cutline_record_next_page', 'cutline_record_single_page')),
    'images': Example(NEWSROOM, r'og:image"|<img[^>]*corrie-hill|repainted', ('cutline_record_image_count', 'cutline_record_image')),
    'body': Example('examples/pages/wordpress-blocks.html', r'<p>The ferry between|<em>Marigold|on-the-shop-counter|<blockquote',
                    ('cutline_record_block_count', 'cutline_record_block_type', 'cutline_record_block_text', 'cutline_record_block_column')),
    'text': Example('examples/pages/wordpress-blocks.html', r'<p>The ferry between|<p>Until now', ('cutline_record_text',)),
    'media': Example(OURS, r'iframe|figcaption', ('cutline_record_media_count', 'cutline_record_media')),
    'quotes': Example(NEWSROOM, r'People think|We can see', ('cutline_record_quote_count', 'cutline_record_quote')),
    'related': Example(NEWSROOM, r'related-box', ('cutline_record_related_count', 'cutline_record_related')),
    'comments': Example('examples/pages/wordpress-blocks.html', r'Harriet|About time', options=('--include-comments',)),
    'confidence': Example(NEWSROOM, r'<h1', ('cutline_record_confidence',)),
    'from': Example(NEWSROOM, r'<h1|"@type"', python='from_'),
    'dropped': Example(NEWSROOM, r'<nav|<footer', ('cutline_record_page_block_count', 'cutline_record_page_block_role',
                                                  'cutline_record_page_block_text'), ('--dropped',)),
    'error': Example('docs/site/pages/report.pdf', r'PDF'),
}


def refer(node, schema):
    """A part of the schema with what it refers to, its own words first."""
    if '$ref' in node:
        return {**schema['$defs'][node['$ref'].rpartition('/')[2]], **{k: v for k, v in node.items() if k != '$ref'}}
    return node


def kind_of(node, schema):
    node = refer(node, schema)
    if 'enum' in node:
        return ' or '.join(f'`{json.dumps(v)}`' for v in node['enum'])
    if 'const' in node:
        return f'`{json.dumps(node["const"])}`'
    if node['type'] == 'array':
        inner = refer(node['items'], schema)
        if 'properties' in inner:
            return 'list of objects'
        return 'list of lists of strings' if inner.get('type') == 'array' else f'list of {inner["type"]}s'
    if node['type'] in ('number', 'integer') and 'maximum' in node:
        return f'{node["type"]}, {node["minimum"]} to {node["maximum"]}'
    return node['type']


def members(node, schema):
    node = refer(node, schema)
    if node.get('type') == 'array':
        node = refer(node['items'], schema)
    return node.get('properties', {}), node.get('required', [])


def table(node, schema, head=''):
    """The members of a field as rows; of lists within them as well."""
    properties, required = members(node, schema)
    rows = []
    for name, member in properties.items():
        told = refer(member, schema).get('description', '')
        if not told:
            raise SystemExit(f'docs/record.schema.json does not say what {head}{name} is')
        always = ', always there' if name in required else ''
        rows.append(f'| `{head}{name}` | {kind_of(member, schema)}{always} | {told} |')
        if refer(member, schema).get('type') == 'array':
            rows += table(member, schema, f'{head}{name}[].')
    return rows


def shortened(value):
    """A value of which long strings and long lists are cut, with … in their place."""
    if isinstance(value, str):
        return value if len(value) <= TEXT_SHOWN else value[:TEXT_SHOWN].rsplit(' ', 1)[0] + ' …'
    if isinstance(value, list):
        return [shortened(v) for v in value[:ENTRIES_SHOWN]] + (['…'] if len(value) > ENTRIES_SHOWN else [])
    if isinstance(value, dict):
        return {k: shortened(v) for k, v in value.items()}
    return value


def excerpt(path, pattern):
    """The lines of a page that match, with … for what is between them."""
    head = path.read_bytes()[:2048]
    label = re.search(rb'charset=["\']?([\w-]+)', head)
    encoding = {'gb2312': 'gbk', 'iso-8859-1': 'windows-1252'}.get(label[1].decode().lower(), label[1].decode()) if label else 'utf-8'
    out, last = [], -1
    for number, line in enumerate(path.read_text(encoding=encoding, errors='replace').splitlines()):
        shown = windows(line.strip(), pattern)
        if shown and len(out) < EXCERPT_LINES:
            out += (['…'] if last >= 0 and number > last + 1 else []) + shown
            last = number
    if not out:
        raise SystemExit(f'docs/site/fields.py: no line of {path} matches {pattern!r}')
    return '\n'.join(out)


def windows(line, pattern):
    """The line where it matches; of a long one what stands around each match."""
    if len(line) <= LINE_SHOWN:
        return [line] if re.search(pattern, line) else []
    out, end = [], 0
    for found in re.finditer(pattern, line):
        if found.start() < end or len(out) == 3:
            continue
        begin = line.rfind('<', max(0, found.start() - LINE_SHOWN // 3), found.end())
        if begin < 0:  # within a script
            begin = max(found.start() - 1, 0)
        end = begin + LINE_SHOWN
        out.append(('… ' if begin else '') + line[begin:end] + (' …' if end < len(line) else ''))
    return out


def record_of(program, root, field, example):
    command = ['cutline', 'extract', '-f', 'json', *example.options,
               *([] if field in ('from', 'error') else ['--fields', field]), example.page]
    done = subprocess.run([program, *command[1:]], cwd=root, capture_output=True, encoding='utf-8')
    record = json.loads(done.stdout)
    if field not in record:
        raise SystemExit(f'docs/site/fields.py: {example.page} has no {field}, which it is to show')
    return ' '.join(command), record[field]


def origins(record_md):
    """Which part of docs/record.md tells of a field: {field: anchor}."""
    found = {}
    for heading in re.findall(r'^## (.*)$', record_md, re.M):
        anchor = re.sub(r'[^\w -]', '', heading.lower()).replace(' ', '-')
        for name in heading.split(', '):
            found[name] = anchor
    return found


def field_page(program, root, field, schema, functions, anchors):
    node = schema['properties'][field]
    example = EXAMPLES[field]
    unknown = set(example.calls) - functions
    if unknown:
        raise SystemExit(f'docs/site/fields.py: {unknown} not in cutline.h')
    command, value = record_of(program, root, field, example)
    rows = table(node, schema)
    attribute = example.python or field
    calls = ', '.join(f'{{c:func}}`{name}`' for name in example.calls) or 'in JSON ({c:func}`cutline_record_write`)'
    out = [f'# {field}', '', refer(node, schema)['description'], '']
    if rows:
        out += ['| member | kind | what |', '| --- | --- | --- |', *rows, '', 'A member that is not known is absent.', '']
    else:
        out += [f'In JSON it is: {kind_of(node, schema)}.', '']
    page = root / example.page
    out += ['## Example', '', f'In [{page.name}](../{site_path(example.page)}), the lines that matter here:', '',
            '```html' if page.suffix == '.html' else '```text', excerpt(page, example.lines), '```', '',
            '```console', f'$ {command}', '```', '', 'prints (long texts and lists are cut here, at `…`)', '', '```json',
            json.dumps({field: shortened(value)}, ensure_ascii=False, indent=2), '```', '',
            f'In Python it is `record.{attribute}`; in C {calls}.', '']
    if field in anchors:
        out += [f'Where it comes from when a page says several things, and how often that was right: '
                f'[the record\'s sources](../record.md#{anchors[field]}).', '']
    return '\n'.join(out)


def site_path(path):
    """Where a file of the repository stands in the site's sources."""
    return path[len('docs/'):] if path.startswith('docs/') else path


def index_page(schema):
    out = ['# The record, field by field', '',
           'One page, one record. A field that is not known is **absent**: nothing is invented. `-f json` prints a record as one line; in '
           'Python fields are attributes, and one that is not known is `None`, or `()` for a list. The names are the same everywhere.', '',
           'The [JSON Schema](../record.schema.json) is what these pages are made of. Within its version fields may be added, none '
           'taken away or given another meaning.', '', '| field | what |', '| --- | --- |']
    for name, node in schema['properties'].items():
        out.append(f'| [{name}]({name}.md) | {refer(node, schema)["description"]} |')
    out += ['', '```{toctree}', ':hidden:', '', *schema['properties'], '```', '']
    return '\n'.join(out)


def pages(program, root, functions):
    """{name: text} of all pages."""
    schema = json.loads((root / 'docs/record.schema.json').read_text(encoding='utf-8'))
    without = set(schema['properties']) ^ set(EXAMPLES)
    if without:
        raise SystemExit(f'docs/site/fields.py and docs/record.schema.json differ in {", ".join(sorted(without))}')
    anchors = origins((root / 'docs/record.md').read_text(encoding='utf-8'))
    made = {f'fields/{name}.md': field_page(program, root, name, schema, functions, anchors) for name in schema['properties']}
    made['fields/index.md'] = index_page(schema)
    return made
