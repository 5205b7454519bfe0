// A page in, the tree as html5lib's tests write it out, by parse5. The protocol: README.md.
import { createRequire } from 'node:module';
import { writeSync } from 'node:fs';

const { parse, parseFragment, defaultTreeAdapter: adapter, html } = createRequire(process.argv[2] + '/')('parse5');

const PREFIX = { [html.NS.SVG]: 'svg ', [html.NS.MATHML]: 'math ' };

// "sorted lexicographically by UTF-16 code unit"
const byName = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

function attributes(node, indent, out) {
    const named = node.attrs.map((a) => [(a.prefix ? a.prefix + ' ' : '') + a.name, a.value]);
    if (node.namespaceURI !== html.NS.HTML) {
        node.attrs.forEach((a, i) => {
            if (a.namespace === html.NS.XMLNS && !a.prefix) named[i][0] = 'xmlns ' + a.name;
        });
    }
    for (const [name, value] of named.sort(byName)) out.push(`${indent}  ${name}="${value}"`);
}

function line(node, indent, out) {
    switch (node.nodeName) {
        case '#documentType': {
            const ids = node.publicId || node.systemId ? ` "${node.publicId}" "${node.systemId}"` : '';
            out.push(`${indent}<!DOCTYPE ${node.name}${ids}>`);
            break;
        }
        case '#text':
            out.push(`${indent}"${node.value}"`);
            break;
        case '#comment':
            out.push(`${indent}<!-- ${node.data} -->`);
            break;
        default:
            out.push(`${indent}<${PREFIX[node.namespaceURI] ?? ''}${node.tagName}>`);
            attributes(node, indent, out);
    }
}

function dump(root) {
    const out = [];
    const stack = root.childNodes.map((node) => [node, '| ']).reverse();
    while (stack.length) {
        const [node, indent] = stack.pop();
        if (node === 'content') {
            out.push(indent + 'content');
            continue;
        }
        line(node, indent, out);
        const children = node.childNodes ?? [];
        for (let i = children.length - 1; i >= 0; i--) stack.push([children[i], indent + '  ']);
        if (node.content) {
            for (let i = node.content.childNodes.length - 1; i >= 0; i--)
                stack.push([node.content.childNodes[i], indent + '    ']);
            stack.push(['content', indent + '  ']);
        }
    }
    return out.join('\n');
}

function context(text) {
    const [, ns, name] = /^(?:(svg|math) )?(.*)$/.exec(text);
    const namespace = ns === 'svg' ? html.NS.SVG : ns === 'math' ? html.NS.MATHML : html.NS.HTML;
    return adapter.createElement(name, namespace, []);
}

function answer(fragment, scripting, page) {
    const options = { scriptingEnabled: scripting === '1' };
    const tree = fragment === '-' ? parse(page, options) : parseFragment(context(fragment), page, options);
    return Buffer.from(dump(tree));
}

function write(buffer) {
    for (let at = 0; at < buffer.length; ) {
        try {
            at += writeSync(1, buffer, at);
        } catch (e) {
            if (e.code !== 'EAGAIN') throw e;
        }
    }
}

let pending = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
        const feed = pending.indexOf(10);
        if (feed < 0) return;
        const [fragment, scripting, size] = pending.subarray(0, feed).toString().split('\t');
        if (pending.length < feed + 1 + Number(size)) return;
        const page = pending.subarray(feed + 1, feed + 1 + Number(size)).toString();
        pending = pending.subarray(feed + 1 + Number(size));
        const tree = answer(fragment, scripting, page);
        write(Buffer.concat([Buffer.from(`${tree.length}\n`), tree]));
    }
});
