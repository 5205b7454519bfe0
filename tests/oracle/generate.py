"""Made-up markup for the comparison with other parsers: what trips parsers, in random order."""

FORMATTING = 'a b big code em font i nobr s small strike strong tt u'.split()
BLOCKS = ('address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header '
          'hgroup main menu nav ol p search section summary ul pre listing h1 h2 h6 li dd dt form').split()
TABLE = 'table tbody thead tfoot tr td th caption colgroup col'.split()
VOID = 'area base br embed hr img image input link meta param source track wbr keygen basefont bgsound frame'.split()
RAW = 'script style title textarea xmp iframe noembed noframes noscript plaintext'.split()
SELECT = 'select option optgroup selectedcontent hr input button datalist'.split()
RUBY = 'ruby rb rt rtc rp'.split()
SCOPES = 'applet marquee object template button'.split()
FOREIGN = ('svg math foreignObject desc title mi mo mn ms mtext annotation-xml mglyph malignmark g path clippath '
           'lineargradient altglyph feblend textpath semantics font script style').split()
FRAME = 'html head body frameset frame noframes'.split()
OTHER = 'span x-y foo rtc menuitem isindex command marquee blink sarcasm selectedcontent'.split()
GROUPS = [FORMATTING, FORMATTING, FORMATTING, BLOCKS, BLOCKS, TABLE, TABLE, TABLE, VOID, RAW, SELECT, SELECT, RUBY,
          SCOPES, FOREIGN, FOREIGN, FRAME, OTHER]

ATTRIBUTES = ['', '', '', '', ' id=1', ' id=2', ' class="a b"', " title='x'", ' a', ' A=1 a=2', ' href="&amp;&notit;"',
              ' type=hidden', ' type=HiDdEn', ' encoding=text/html', ' encoding="application/xhtml+xml"',
              ' xlink:href=x', ' xml:lang=en', ' xmlns=http://www.w3.org/2000/svg', ' definitionurl=x', ' viewbox=0',
              ' color=red', ' face', ' size=1', ' selected', ' multiple', ' disabled', ' =x', ' "', ' a=b/', " '", ' /',
              '\n\tx\r=\f1', ' a\0b=c\0d', ' shadowrootmode=open', ' ÀÉ=Ü', ' a=1 b=2', ' b=2 a=1', ' http-equiv=x']
TEXTS = ['x', 'text', ' ', '\n', '\r', '\r\n', '\t ', '\f', '&amp;', '&lt', '&notin;', '&notit;', '&#x41;', '&#0;',
         '&#128;', '&#xD800;', '&#x110000;', '&', '&;', '&#', '&#x', '&bogus;', '\0', 'é', '\U0001F600', '<', '<<',
         '</', '</ x>', '<>', '< a>', '<3', 'a\0b', ' x ', '\ufffd', '\ufeff', '&nGt;', '&ampx', '&copy', '&#13;', '&Tab;']
MARKUP = ['<!-- c -->', '<!-->', '<!--->', '<!---->', '<!--x--!>', '<!-- <!-- -->', '<!-', '<!x>', '<?pi?>', '<?',
          '<![CDATA[x]]>', '<![CDATA[ ]] > ]]]>', '<![CDATA[\0]]>', '<!DOCTYPE html>', '<!doctype>', '<!DOCTYPE html SYSTEM "x">',
          '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://x">', '</>', '</p>', '</br>', '</sarcasm>',
          '</html>', '</body>', '</head>', '</frameset>', '<!--', '<script><!--<script></script>--></script>',
          '<textarea>\n', '<pre>\n', '<pre>\r\n', '<table> x <td>', '</table', '<svg><foreignObject>', '<math><mi>', '<svg/>', '<p/>',
          '<svg><desc>', '<math><annotation-xml encoding=text/html>', '</svg>', '</math>', '<template><tr>', '</template>',
          '<svg></p>', '<svg></br>', '<svg><font size=1>', '<svg><font x>']
CONTEXTS = ('div p span body html head title textarea script style noscript plaintext table tbody thead tfoot tr td th '
            'caption colgroup select option optgroup template form frameset button a iframe xmp ruby pre li').split() + [
            'svg svg', 'svg foreignObject', 'svg desc', 'svg title', 'svg path', 'svg script', 'math math', 'math mi',
            'math annotation-xml', 'math ms', 'svg td', 'math select', 'svg template', 'svg html']


def tag(random):
    name = random.choice(random.choice(GROUPS))
    if random.random() < 0.1:
        name = name.upper()
    if random.random() < 0.42:
        return f'</{name}{random.choice(ATTRIBUTES) if random.random() < 0.1 else ""}>'
    slash = '/' if random.random() < 0.07 else ''
    return f'<{name}{random.choice(ATTRIBUTES)}{random.choice(ATTRIBUTES) if random.random() < 0.2 else ""}{slash}>'


def piece(random):
    kind = random.random()
    if kind < 0.66:
        return tag(random)
    return random.choice(TEXTS if kind < 0.88 else MARKUP)


def page(random, samples):
    """Pieces, or two samples cut and put together with pieces in between."""
    pieces = ''.join(piece(random) for _ in range(random.randint(1, 30)))
    if samples and random.random() < 0.4:
        first, second = random.choice(samples), random.choice(samples)
        cut = random.randrange(len(first) + 1)
        return first[:cut] + pieces[:random.randint(0, 60)] + second[random.randrange(len(second) + 1):]
    if random.random() < 0.05:
        return pieces[:random.randrange(len(pieces) + 1)]
    return pieces


def context(random):
    return random.choice(CONTEXTS) if random.random() < 0.3 else '-'


def pairs(names):
    """Every start and end tag within and after every other, in the places where tags mean something else."""
    for outer in names:
        for inner in names:
            yield f'<{outer}><{inner}>a</{outer}>b'
            yield f'<{outer} type=hidden></{inner}>a<p>b<{inner}>'
        for before, after in (('<table>', ''), ('<table><tr><td>', '</table>x'), ('<table><caption>', 'x'), ('<select>', 'x'),
                              ('<template>', 'x'), ('<frameset>', 'x'), ('<head>', 'x'), ('<body></body>', 'x'), ('<svg>', 'x'),
                              ('<svg><desc>', 'x'), ('<math>', 'x'), ('<math><mi>', 'x'), ('<math><annotation-xml>', 'x'),
                              ('<table><colgroup>', 'x'), ('<b><p>', '</b>x'), ('<ruby><rt>', 'x'), ('<p><button>', '</p>x'),
                              ('<!doctype html>', 'x'), ('<frameset></frameset>', 'x'), ('</html>', 'x'), ('<ul><li><div>', '<li>'),
                              ('<table><tbody>', 'x'), ('<table><tr>', 'x'), ('<table><td><table><tr>', 'x'), ('<b><table>', '</b>x'),
                              ('<select><option>', 'x'), ('<head><noscript>', 'x'), ('<dl><dt>', '<dd>'), ('<form><p>', '</form>x'),
                              ('<template><tr>', 'x'), ('<template><col>', 'x'), ('<h1>', '</h2>x'), ('<object>', '</object>x')):
            yield f'{before}<{outer}>{after}'
            yield f'{before}</{outer}>{after}'
            yield f'{before}<{outer}/>{after}</{outer}>y'
