// A page in, the tree as html5lib's tests write it out, by html5ever. The protocol: ../README.md.
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{local_name, ns, parse_document, parse_fragment, LocalName, ParseOpts, QualName};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::io::{self, BufRead, Read, Write};

fn namespace_word(name: &QualName) -> &'static str {
    match name.ns {
        ns!(svg) => "svg ",
        ns!(mathml) => "math ",
        _ => "",
    }
}

fn attribute_name(name: &QualName) -> String {
    let word = match name.ns {
        ns!(xlink) => "xlink ",
        ns!(xml) => "xml ",
        ns!(xmlns) => "xmlns ",
        _ => "",
    };
    format!("{}{}", word, name.local)
}

fn print_line(node: &Handle, indent: &str, out: &mut String) {
    match node.data {
        NodeData::Doctype { ref name, ref public_id, ref system_id } => {
            out.push_str(&format!("{indent}<!DOCTYPE {name}"));
            if !public_id.is_empty() || !system_id.is_empty() {
                out.push_str(&format!(" \"{public_id}\" \"{system_id}\""));
            }
            out.push_str(">\n");
        }
        NodeData::Text { ref contents } => out.push_str(&format!("{indent}\"{}\"\n", contents.borrow())),
        NodeData::Comment { ref contents } => out.push_str(&format!("{indent}<!-- {contents} -->\n")),
        NodeData::Element { ref name, ref attrs, .. } => {
            out.push_str(&format!("{indent}<{}{}>\n", namespace_word(name), name.local));
            let mut named: Vec<(String, StrTendril)> =
                attrs.borrow().iter().map(|a| (attribute_name(&a.name), a.value.clone())).collect();
            // "sorted lexicographically by UTF-16 code unit"
            named.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
            for (name, value) in named {
                out.push_str(&format!("{indent}  {name}=\"{value}\"\n"));
            }
        }
        _ => (),
    }
}

enum Task {
    Node(Handle, usize),
    Content(usize),
}

fn push_children(stack: &mut Vec<Task>, node: &Handle, depth: usize) {
    for child in node.children.borrow().iter().rev() {
        stack.push(Task::Node(child.clone(), depth));
    }
}

fn print_tree(root: &Handle) -> String {
    let mut out = String::new();
    let mut stack = Vec::new();
    let indent = |depth: usize| format!("| {}", "  ".repeat(depth));
    push_children(&mut stack, root, 0);
    while let Some(task) = stack.pop() {
        match task {
            Task::Content(depth) => out.push_str(&format!("{}content\n", indent(depth))),
            Task::Node(node, depth) => {
                print_line(&node, &indent(depth), &mut out);
                push_children(&mut stack, &node, depth + 1);
                if let NodeData::Element { ref template_contents, .. } = node.data {
                    if let Some(ref contents) = *template_contents.borrow() {
                        push_children(&mut stack, contents, depth + 2);
                        stack.push(Task::Content(depth + 1));
                    }
                }
            }
        }
    }
    if out.ends_with('\n') {
        out.pop();
    }
    out
}

fn context(text: &str) -> QualName {
    let (namespace, name) = match text.split_once(' ') {
        Some(("svg", name)) => (ns!(svg), name),
        Some(("math", name)) => (ns!(mathml), name),
        _ => (ns!(html), text),
    };
    QualName::new(None, namespace, LocalName::from(name))
}

fn answer(fragment: &str, scripting: bool, page: &str) -> String {
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: scripting, ..Default::default() },
        tokenizer: TokenizerOpts { discard_bom: false, ..Default::default() },
    };
    if fragment == "-" {
        let dom = parse_document(RcDom::default(), opts).one(page);
        return print_tree(&dom.document);
    }
    let dom = parse_fragment(RcDom::default(), opts, context(fragment), vec![], scripting).one(page);
    let root = dom.document.children.borrow()[0].clone();
    debug_assert!(matches!(root.data, NodeData::Element { ref name, .. } if name.local == local_name!("html")));
    print_tree(&root)
}

fn main() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let words: Vec<&str> = line.trim_end_matches('\n').split('\t').collect();
        let mut page = vec![0; words[2].parse().expect("a size")];
        input.read_exact(&mut page)?;
        let tree = answer(words[0], words[1] == "1", std::str::from_utf8(&page).expect("UTF-8"));
        write!(output, "{}\n{}", tree.len(), tree)?;
        output.flush()?;
        line.clear();
    }
    Ok(())
}
