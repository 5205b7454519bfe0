"""Parsed pages, and CSS selectors over them."""

import gc
import threading

import pytest

import cutline

PAGE = """<!doctype html><title>T</title>
<div id=main class="a b"><p class=lede data-x="one two" lang=en-GB>First <b>bold</b> word<!-- no --></p>
<p>Second</p><ul><li>1<li class=x>2<li>3<li class="x y">4<li>5</ul><p></p><span></span><p title='He said "hi"'>Last</p></div>
<div class=c><template><p class=inside>in</template><svg><linearGradient id=g></svg></div>"""


@pytest.fixture(scope="module")
def tree():
    return cutline.parse(PAGE)


def texts(nodes):
    return [node.text() for node in nodes]


def test_walk(tree):
    assert (tree.root.tag, tree.head.tag, tree.body.tag, tree.document.tag) == ("html", "head", "body", "-document")
    assert tree.root.parent == tree.document and tree.document.parent is None
    main = tree.css_first("#main")
    assert main.id == "main" and main.attributes == {"id": "main", "class": "a b"} == main.attrs
    assert main.parent == tree.body and main.prev is None and main.next.is_text_node
    assert [node.tag for node in main.children] == ["p", "p", "ul", "p", "span", "p"]
    lede = main.child
    assert [node.tag for node in lede.iter(include_text=True)] == ["-text", "b", "-text"]
    assert lede.last_child.is_comment_node and lede.last_child.text_content == " no "
    assert lede.first_child.text_content == "First " and lede.text_content is None
    assert [node.tag for node in lede.traverse()] == ["p", "b"]
    assert lede.last_child.next is None and lede.last_child.prev.text() == " word"
    assert PAGE.encode()[slice(*lede.source)].startswith(b"<p class=lede") and repr(lede) == "<Node p>"
    assert lede == tree.css_first(".lede") and hash(lede) == hash(tree.css_first(".lede")) and lede != main
    assert tree.encoding == "utf-8" and not tree.quirks and cutline.parse("<p>").quirks


def test_text_and_html(tree):
    lede = tree.css_first(".lede")
    assert lede.text() == "First bold word" and lede.text(deep=False) == "First  word"
    assert lede.text(separator="|") == "First |bold| word" and lede.text(separator="|", strip=True) == "First|bold|word"
    assert lede.first_child.text() == "First " and tree.css_first("span").text() == ""
    assert lede.inner_html == "First <b>bold</b> word<!-- no -->"
    assert lede.css_first("b").html == "<b>bold</b>" and tree.html.startswith("<!DOCTYPE html><html><head>")
    assert tree.css_first("ul").text(strip=True, separator=",") == "1,2,3,4,5" and "Last" in tree.text()


@pytest.mark.parametrize(
    "query, want",
    [
        ("li", "1 2 3 4 5"),
        ("LI", "1 2 3 4 5"),
        ("*.x", "2 4"),
        (".x.y", "4"),
        ("ul > li.x", "2 4"),
        ("div li", "1 2 3 4 5"),
        ("body > li", ""),
        ("html body div ul > li:first-child", "1"),
        ("li:last-child", "5"),
        ("li:nth-child(2n+1)", "1 3 5"),
        ("li:nth-child(odd)", "1 3 5"),
        ("li:nth-child( even )", "2 4"),
        ("li:nth-child(-n+2)", "1 2"),
        ("li:nth-child(n + 4)", "4 5"),
        ("li:nth-child(3)", "3"),
        ("li:nth-child(-2)", ""),
        ("li:nth-last-child(2)", "4"),
        ("p:nth-of-type(2)", "Second"),
        ("#main > p:nth-last-of-type(-n+1)", "Last"),
        ("#main > p:last-of-type", "Last"),
        ("span:only-of-type + p", "Last"),
        ("li.x + li", "3 5"),
        ("li.x ~ li", "3 4 5"),
        ("li:not(.x)", "1 3 5"),
        ("li:not(.x, :first-child)", "3 5"),
        ("li:not(.x + li)", "1 2 4"),
        ("li:is(.y, :nth-child(3))", "3 4"),
        (":where(ul, ol) > :is(li:last-child)", "5"),
        ("div:not(.a) p, .lede > b", "bold"),
        ("p[title]", "Last"),
        ("""p[title='He said "hi"']""", "Last"),
        (r"""p[title="He said \"hi\""]""", "Last"),
        ("[data-x~=two] b", "bold"),
        ("[data-x ~= 'one two'] b", ""),
        ("[lang|=en] b", "bold"),
        ("[lang|=e] b", ""),
        ("[LANG^=en] b", "bold"),
        ("[lang$=GB] b", "bold"),
        ("[lang$=gb] b", ""),
        ("[lang$=gb i] b", "bold"),
        ("[lang*='-'] b", "bold"),
        ("[lang*=''] b", ""),
        (r"#ma\69n > .lede b", "bold"),
        (r"#\6d ain > .lede b", "bold"),
        (":root > body > .a > p:first-child b", "bold"),
        (" li.y ,li:first-child ", "1 4"),
    ],
)
def test_selectors(tree, query, want):
    assert texts(tree.css(query)) == want.split()


def test_more_selectors(tree):
    assert len(tree.css("p:empty")) == 1 and len(tree.css("*")) == len(list(tree.root.traverse())) - 1
    assert tree.css_first("lineargradient").id == "g" and tree.css_first("linearGradient").tag == "linearGradient"
    assert tree.css(".inside") == []  # of another document
    assert [node.tag for node in tree.css(":root")] == ["html"]
    assert tree.css_first("#MAIN") is None and cutline.parse("<p id=Main>").css_first("#mAIN").tag == "p"


def test_selectors_from_a_node(tree):
    items = tree.css_first("ul")
    assert texts(items.css("li")) == ["1", "2", "3", "4", "5"] and items.css("ul") == []
    assert texts(items.css("#main > ul li.x")) == ["2", "4"]  # what is above counts
    assert texts(items.css("p + ul > li:nth-child(2)")) == ["2"]
    assert items.css_matches("p ~ ul") and items.css_matches("div ul:nth-child(3)") and not items.css_matches("ol")
    assert items.css_first("li").text() == "1" and items.css_first("b") is None and items.css_first("b", "no") == "no"
    assert items.css_first("li.y", strict=True).text() == "4"
    with pytest.raises(ValueError, match="more than one"):
        items.css_first("li", strict=True)
    assert items.child.css_matches("li") and not items.css_first("li").child.css_matches("*")


@pytest.mark.parametrize(
    "query, offset",
    [
        ("", 0),
        ("  ", 2),
        ("a >", 3),
        ("> a", 0),
        ("a,", 2),
        (",a", 0),
        ("a..b", 2),
        ("#", 1),
        ("a[b", 3),
        ("a[b=]", 4),
        ("a[b='c]", 7),
        ("a[b!=c]", 3),
        ("a:hover", 2),
        ("a:nth-child(x)", 12),
        ("a:nth-child(2n+)", 15),
        ("a:not(b", 7),
        ("a:not()", 6),
        ("a)", 1),
        ("a&b", 1),
        ("a\0", 1),
        ("a::before", 2),
        (":not(" * 9 + "a" + ")" * 9, 45),
        ("a" + ".b" * 40, None),
        ("a " * 65, None),
    ],
)
def test_what_is_no_selector(tree, query, offset):
    with pytest.raises(cutline.SelectorError) as raised:
        tree.css(query)
    assert raised.value.code == "selector" and isinstance(raised.value, ValueError)
    if offset is not None:
        assert raised.value.offset == offset, str(raised.value)


def test_wrong_types(tree):
    for query in (None, b"p", 1):
        with pytest.raises(TypeError, match="a selector is str"):
            tree.css(query)
    with pytest.raises(TypeError):
        tree.css_first()
    with pytest.raises(TypeError, match="a page is bytes or str"):
        cutline.parse(None)
    with pytest.raises(AttributeError):
        tree.body.tag = "p"
    for made in (cutline.Tree, cutline.Node):
        with pytest.raises(TypeError):
            made()
    with pytest.raises(cutline.LimitError, match="tree-nodes"):
        cutline.parse(PAGE, limits={"tree-nodes": 10})


def test_fragments_scripting_and_encodings():
    assert cutline.parse("<td>x", fragment="tr").css_first("td").text() == "x"
    page = "<noscript><p>x</noscript>"
    assert cutline.parse(page).css("p") == [] and len(cutline.parse(page, scripting=False).css("p")) == 1
    assert cutline.parse(b"<p>\xe4", encoding="windows-1252").css_first("p").text() == "\xe4"
    assert cutline.parse(b"<p>\xe4", charset="windows-1254").encoding == "windows-1254"
    assert cutline.parse(b"").root.tag == "html" and cutline.parse("").text() == ""


def test_nodes_keep_their_tree():
    node = cutline.parse(PAGE).css_first(".lede")
    for _ in range(50):
        cutline.parse("<p>another page that takes its memory" * 100)
        cutline.extract("<p>and one more of them" * 100)
    gc.collect()
    assert node.text() == "First bold word" and node.parent.id == "main"


def test_deep_and_wide_pages():
    deep = cutline.parse("<div>" * 5000 + "x")
    assert deep.css_first("div " * 60).tag == "div" and len(deep.css("div > div")) > 400
    assert len(list(deep.root.traverse())) > 4000 and deep.html.count("<div>") > 4000
    wide = cutline.parse("".join(f"<x{i}>" + f"</x{i}>" for i in range(20000)))
    assert len(wide.css("body > :only-of-type")) == 20000
    assert len(wide.css("body > :nth-last-child(2n)")) == 10000
    assert len(wide.css("body > * ~ *")) == 19999


def test_trees_are_shared_by_threads(tree):
    wrong = []

    def work():
        for _ in range(200):
            if texts(tree.css("li:not(.x)")) != ["1", "3", "5"] or cutline.parse(PAGE).html != tree.html:
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
