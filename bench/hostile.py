"""Pages that are made to be slow. Each is a function of n, the number of what it piles up; time must grow as n does.

What they aim at stands beside each: the place in the standard's algorithms that is quadratic where it is written down
as it stands, or a search that a parser may start anew at each byte."""


def repeat(unit, before='', after=''):
    """`unit` n times; %d in it is the number of the repetition."""
    def make(n):
        body = ''.join(unit % i for i in range(n)) if '%d' in unit else unit * n
        return (before + body + after).encode()
    return make


def pair(opening, closing, before=''):
    def make(n):
        return (before + opening * n + closing * n).encode()
    return make


def one_tag(unit):
    def make(n):
        return ('<p ' + ''.join(unit % i if '%d' in unit else unit for i in range(n)) + '>x').encode()
    return make


DEEP = 4000

HOSTILE = {
    # the stack of open elements: pushes, scopes, searches by end tags
    'div': repeat('<div>'),
    'div closed': pair('<div>', '</div>'),
    'span': repeat('<span>'),
    'span, unmatched ends': pair('<span>', '</i>'),
    'p in deep spans': repeat('<p>x', before='<span>' * DEEP),
    'p in deep divs': repeat('<p>x', before='<div>' * DEEP),
    '/p': repeat('</p>'),
    '/p in deep spans': repeat('</p>', before='<span>' * DEEP),
    '/p in growing spans': repeat('<span></p>'),
    'li in deep spans': repeat('<li>x', before='<ul>' + '<span>' * DEEP),
    'li': repeat('<li>'),
    'ul li': repeat('<ul><li>'),
    'dd in deep spans': repeat('<dd><dt>', before='<dl>' + '<span>' * DEEP),
    'h1': repeat('<h1>'),
    'button': repeat('<button>'),
    'form': repeat('<form>x</form>', before='<span>' * DEEP),
    'option in deep spans': repeat('<option>x', before='<span>' * DEEP),
    'ruby rt': repeat('<ruby><rt>'),
    'object': repeat('<object>'),
    'template': repeat('<template>'),
    'template closed': pair('<template>', '</template>'),
    'template div': pair('<template><div>', '</div>'),
    # the list of active formatting elements, and the adoption agency
    'b': repeat('<b>'),
    'b p': repeat('<b><p>'),
    'b x /p': repeat('<p><b>x</p>'),
    'font, all different': repeat('<font size=%d>'),
    'font closed': repeat('<font size=%d></font>'),
    'font reconstructed': repeat('<p><font size=%d>x</p>'),
    'font, then /font': pair('<font><i>', '</font>'),
    'a': repeat('<a>'),
    'a, all different': repeat('<a href=%d>x'),
    'a div': repeat('<a><div>'),
    'a in table': repeat('<a>', before='<table>'),
    'nobr': repeat('<nobr>'),
    'b div /b': pair('<b><div>', '</b>'),
    'b divs /b': lambda n: ('<b>' + '<div>' * n + '</b>' * 8).encode(),
    'b div /b each': repeat('<b><div></b>'),
    'b em i /b': pair('<b><em><i>', '</b>'),
    'i p /i': repeat('<i><p></i>'),
    '/b without b': repeat('</b>', before='<font size=1><font size=2><i><u><span>' * 100),
    'object b': repeat('<b><object></b>'),
    # tables
    'table': repeat('<table>'),
    'table tr td': repeat('<table><tr><td>'),
    'tr': repeat('<tr><td>', before='<table>'),
    'td text fostered': repeat('<tr>x', before='<table>'),
    'text fostered': repeat('x<!---->', before='<table>'),
    'b fostered': repeat('<b>x', before='<table>'),
    'div fostered': repeat('<div>x', before='<table>'),
    'div fostered, closed': repeat('<div>x</div>', before='<table>'),
    'table spaces': repeat(' <!---->', before='<table>'),
    'input in table': repeat('<input>', before='<table>'),
    'caption': repeat('<table><caption>'),
    'tables in p': repeat('<p><table></table>', before='<span>' * DEEP),
    # select, frameset, head, body again
    'select': repeat('<select>'),
    'select option': repeat('<option>x', before='<select>'),
    'optgroup': repeat('<optgroup><option>', before='<select>'),
    'frameset': repeat('<frameset>'),
    'body attributes': repeat('<body a%d=1>'),
    'html attributes': repeat('<html a%d=1>'),
    'meta after head': repeat('<meta>', before='<head></head>'),
    'after body': repeat('</body>x'),
    # foreign content
    'svg': repeat('<svg>'),
    'svg g': repeat('<g>', before='<svg>'),
    'svg, unmatched ends': lambda n: ('<svg>' + '<g>' * n + '</x>' * n).encode(),
    'svg foreignObject': repeat('<svg><foreignObject>'),
    'svg p': repeat('<svg><p>'),
    'math mi': repeat('<math><mi>'),
    'svg cdata': repeat('<![CDATA[x]]>', before='<svg>'),
    'svg open cdata': repeat('<![CDATA[', before='<svg>'),
    # names and attributes
    'attributes': one_tag('a%d=x '),
    'attributes, the same': one_tag('a=x '),
    'attributes, known': one_tag('class=x id=y '),
    'attribute names, long': lambda n: ('<p ' + 'a' * n + '=1 ' + 'a' * n + '=2>').encode(),
    'unknown tags': repeat('<x%d>'),
    'unknown tags closed': repeat('<x%d></x%d>'.replace('</x%d>', '</x>')),
    'tag name, long': lambda n: ('<' + 'a' * n + '></' + 'a' * n + '>').encode(),
    'value open': repeat('x', before='<p title="'),
    'tags with open values': repeat('<p a="x\' b=\'y">'),
    # searches that never find
    'comment open': repeat('x', before='<!--'),
    'comment of dashes': repeat('-', before='<!--'),
    'comment of comments': repeat('<!--', before='<!--'),
    'comment of ends': repeat('--!', before='<!--'),
    'bogus comments': repeat('<!x>'),
    'doctype open': repeat(' x', before='<!DOCTYPE html PUBLIC "'),
    'script open': repeat('x', before='<script>'),
    'script of ends': repeat('</scrip', before='<script>'),
    'script of scripts': repeat('<!--<script>', before='<script>'),
    'script in comment': repeat('<script></script>', before='<script><!--'),
    'title open': repeat('</titl &am', before='<title>'),
    'textarea open': repeat('x<', before='<textarea>'),
    'plaintext': repeat('<p>', before='<plaintext>'),
    '<': repeat('<'),
    '</': repeat('</'),
    '<a': repeat('<a '),
    '<!': repeat('<!'),
    '&': repeat('&'),
    '&a': repeat('&a'),
    '&CounterClockwiseContourIntegra': repeat('&CounterClockwiseContourIntegra'),
    '&#': repeat('&#9999999'),
    'NUL': repeat('\0'),
    'NUL in table': repeat('\0', before='<table>'),
    'CR': repeat('\r'),
    # text that is joined
    'text joined': repeat('a</i>'),
    'text, references': repeat('a&amp;'),
    'text joined in body': repeat('a</x>', before='<p>'),
    'text joined, long': lambda n: ('y' * n + ('z' * 10 + '</i>') * (n // 10)).encode(),
}
