"""The page of the Python package: signatures and what stands beside them, read from its sources."""
import ast
import re

ALIGNED = re.compile(r'(\w[\w-]*) {2,}(\S.*)')


def prose(text):
    """A docstring as Markdown; lines of names with their meanings become a list, code that is set in becomes code."""
    out, code = [], False
    lines = text.split('\n') if text else []
    for i, line in enumerate(lines):
        indented = line.startswith('    ') and (code or not out or not out[-1] or out[-1] == '')
        aligned = ALIGNED.fullmatch(line)
        if aligned:
            out.append(f'- `{aligned[1]}`: {escaped(aligned[2])}')
        elif re.match(r' {6,}\S', line) and out and out[-1].lstrip().startswith(('- ', 'and', '')) and out[-1]:
            out.append('  ' + escaped(line.strip()))
        elif indented and line.strip():
            if not code:
                out.append('```python')
            code = True
            out.append(line[4:])
        else:
            if code:
                out.append('```')
                code = False
            out.append(escaped(line))
    return '\n'.join(out + (['```'] if code else []))


def escaped(text):
    return text.replace('<', '&lt;').replace('*', r'\*').replace('to_...', 'to\\_...')


def signature(node, drop_self):
    arguments = node.args
    if drop_self and (arguments.posonlyargs or arguments.args):
        (arguments.posonlyargs or arguments.args).pop(0)
    returns = f' -> {ast.unparse(node.returns)}' if node.returns else ''
    return f'({ast.unparse(arguments)}){returns}'


def is_public(name):
    return not name.startswith('_')


def is_property(node):
    return any(isinstance(d, ast.Name) and d.id in ('property', 'classmethod', 'staticmethod') for d in node.decorator_list)


def field(node):
    """(name, type, meaning) of an attribute in a class: of a dataclass, or a Field of a record; else None."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and is_public(node.target.id):
        kind = ast.unparse(node.annotation)
        if isinstance(node.value, ast.Call):
            kind = re.sub(r'^Field\[(.*)\]$', r'\1', kind)
            return node.target.id, kind, ast.literal_eval(node.value.args[-1])
        return node.target.id, kind, ''
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.targets[0], ast.Name):
        called, arguments = ast.unparse(node.value.func), node.value.args
        last = arguments[-1] if arguments else None
        if called not in ('_text', '_one', '_many', '_names') or not isinstance(last, ast.Constant):
            return None
        made = ast.unparse(arguments[1])
        kind = {'_text': 'str | None', '_names': 'tuple[str, ...]', '_one': made,
                '_many': f'tuple[{ {"make_block": "Block"}.get(made) or made[6:-1]}, ...]'}[called]
        return node.targets[0].id, kind, last.value
    return None


def of_class(node):
    bases = [ast.unparse(base) for base in node.bases]
    init = next((n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == '__init__' and n.args.kwonlyargs), None)
    out = [f'`````{{py:class}} {node.name}{signature(init, True).replace(" -> None", "") if init else ""}', '']
    if bases and bases[0] not in ('Generic[_T]',):
        out += [f'A `{bases[0]}`.', '']
    out += [prose(ast.get_docstring(node)), '']
    for member in node.body:
        told = field(member)
        if told:
            out += [f'````{{py:attribute}} {told[0]}', f':type: {told[1]}', '', escaped(told[2]), '````', '']
        elif isinstance(member, ast.FunctionDef) and is_public(member.name) and ast.get_docstring(member):
            if any(isinstance(d, ast.Name) and d.id == 'property' for d in member.decorator_list):
                kind = ast.unparse(member.returns) if member.returns else 'object'
                out += [f'````{{py:property}} {member.name}', f':type: {kind}', '']
            else:
                out += [f'````{{py:method}} {member.name}{signature(member, True)}', '']
            out += [prose(ast.get_docstring(member)), '````', '']
    return '\n'.join(out + ['`````', ''])


def of_function(node):
    return f'````{{py:function}} {node.name}{signature(node, False)}\n\n{prose(ast.get_docstring(node))}\n````\n'


def definitions(folder):
    """Public functions and classes of each module: {module: {name: node}}."""
    found = {}
    for path in sorted(folder.rglob('*.py')):
        tree = ast.parse(path.read_text(encoding='utf-8'))
        found[path.relative_to(folder).with_suffix('').as_posix().replace('/', '.')] = tree
    return found


def exported(tree):
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == '__all__':
            return ast.literal_eval(node.value)
    return None


def listed(names, nodes):
    """The entries of names, functions before classes before the rest."""
    out = []
    for kind in (ast.FunctionDef, ast.ClassDef):
        for name in names:
            node = nodes.get(name)
            if isinstance(node, kind):
                out.append(of_function(node) if kind is ast.FunctionDef else of_class(node))
    return out


def page(folder):
    trees = definitions(folder)
    nodes = {}
    for tree in trees.values():
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and is_public(node.name):
                nodes.setdefault(node.name, node)
    names = exported(trees['__init__'])
    first = ['extract', 'extract_batch', 'Extractor', 'Record', 'Batch', 'Page']
    ordered = [n for n in first if n in names] + [n for n in names if n not in first]
    out = ['# Python: the package', '',
           'Everything that `import cutline` gives, made of the docstrings of the package. New here? '
           '[Getting started in Python](start-python.md) is shorter.', '',
           '```{py:module} cutline\n```', '']
    out += listed(ordered, nodes)
    for name, tree in trees.items():  # modules that are asked for by their own name: cutline.compat and others
        if is_public(name.split('.')[-1]) and name != '__init__':
            inside = {n.name: n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef)) and is_public(n.name)}
            chosen = exported(tree) or list(inside)
            shown = listed(chosen, inside)
            if shown:
                out += [f'## cutline.{name}', '', f'```{{py:module}} cutline.{name}\n```', '',
                        prose(ast.get_docstring(tree)), '', *shown]
    return '\n'.join(out)
