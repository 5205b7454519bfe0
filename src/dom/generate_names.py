#!/usr/bin/env python3
"""Writes names.h (the identifiers) and names_data.inc (the tables) of this folder.

usage: generate_names.py

Tags: every element of HTML, obsolete ones too, and of SVG and MathML where the HTML standard or later stages name
them. Attributes: the global ones, those of SVG and MathML that the standard adjusts, and those that later stages ask
for. A name that is not here is interned at run time, so a missing one costs time and nothing else.
"""
import random
from pathlib import Path

M64 = (1 << 64) - 1

HTML = '''a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt em
embed fencedframe fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter
multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
progress q rb rbc rp rt rtc ruby s samp script search section select selectedcontent shadow slot small source spacer span strike
strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
xmp'''.split()
MATHML = 'annotation annotation-xml malignmark mglyph mi mn mo ms mtext mfrac mrow msqrt msub msup mstyle semantics'.split()
SVG = '''altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient textPath'''.split()
SVG_PLAIN = 'circle defs desc ellipse g line mask path pattern polygon polyline rect stop symbol text tspan use view'.split()
AMP = 'amp-img amp-video amp-iframe amp-carousel amp-ad amp-embed amp-youtube amp-twitter amp-instagram'.split()

ATTRIBUTES = '''id class style href src srcset data-src data-srcset data-original data-lazy data-lazy-src data-lazy-srcset alt
title name content property itemprop itemscope itemtype itemid itemref itemprop rel rev type lang dir role hidden datetime pubdate
charset http-equiv value width height sizes media action method target for data-id data-url data-href data-type data-testid
aria-label aria-hidden aria-labelledby aria-describedby aria-expanded aria-controls aria-live tabindex onclick loading decoding
srcdoc color face size align valign bgcolor border cellpadding cellspacing colspan rowspan selected checked disabled multiple
placeholder autocomplete crossorigin integrity async defer nonce vocab typeof resource about prefix fetchpriority
data-component data-module data-nosnippet cite start reversed download encoding summary abbr scope usemap ismap poster controls
autoplay loop muted preload allowfullscreen frameborder scrolling sandbox allow referrerpolicy hreflang shape coords
xmlns d fill stroke viewBox version x y points transform'''.split()
# attribute names that the standard adjusts, section 13.2.6.1: as the page writes them -> as they become
SVG_ATTRIBUTES = '''attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits
glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust
limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY
repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset
stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget
xChannelSelector yChannelSelector zoomAndPan'''.split()
MATHML_ATTRIBUTES = ['definitionURL']
FOREIGN_ATTRIBUTES = '''xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:lang xml:space
xmlns:xlink'''.split()


def ident(prefix, name, taken):
    s = prefix + ''.join(c if c.isalnum() else '_' for c in name).upper()
    assert s not in taken, s
    taken.add(s)
    return s


def fnv(name):
    """The hash of names.c: FNV-1a over the bytes."""
    h = 2166136261
    for c in name.encode():
        h = ((h ^ c) * 16777619) & 0xffffffff
    return h ^ h >> 15


def table(names, first):
    """Open addressing, at most a third full: id of each slot, 0 where none."""
    size = 1
    while size < 3 * len(names):
        size *= 2
    slots = [0] * size
    for i, n in enumerate(names):
        h = fnv(n) & (size - 1)
        while slots[h]:
            h = (h + 1) & (size - 1)
        slots[h] = first + i
    return slots


def key16(name):
    """A name of at most 16 bytes as two little-endian words, zeros behind."""
    b = name.encode().ljust(16, b'\0')
    return int.from_bytes(b[:8], 'little'), int.from_bytes(b[8:], 'little')


def perfect(names, first, bits=12):
    """Multipliers with which every name of at most 16 bytes has a slot of its own (names.c: slot16), and the slots."""
    rng = random.Random(20261125)
    short = [(first + i, *key16(n)) for i, n in enumerate(names) if len(n) <= 16]
    while True:
        k1, k2 = rng.getrandbits(64) | 1, rng.getrandbits(64) | 1
        seen = {}
        for i, lo, hi in short:
            h = ((lo * k1 & M64) ^ (hi * k2 & M64)) * 0x9E3779B97F4A7C15 >> (64 - bits) & ((1 << bits) - 1)
            if h in seen:
                break
            seen[h] = i
        else:
            return k1, k2, [seen.get(h, 0) for h in range(1 << bits)]


def rows(values, per=16):
    return '\n'.join('    ' + ', '.join(str(v) for v in values[i:i + per]) + ',' for i in range(0, len(values), per))


def main():
    here = Path(__file__).parent
    note = '/* Generated by generate_names.py. Do not edit. */\n'
    taken = set()
    lower = list(dict.fromkeys(HTML + MATHML + SVG_PLAIN + AMP + [s.lower() for s in SVG]))
    lower = sorted(lower)
    tags = lower + [s for s in SVG]  # the adjusted names come after: only the tree builder makes them
    attrs = sorted(set(a.lower() for a in ATTRIBUTES + SVG_ATTRIBUTES + MATHML_ATTRIBUTES + FOREIGN_ATTRIBUTES))
    adjusted = sorted(set(SVG_ATTRIBUTES + MATHML_ATTRIBUTES))
    out = [note, '#ifndef CL_DOM_NAMES_H\n#define CL_DOM_NAMES_H\n',
           '/* Tag names; 0 is none. Names that are not here get the numbers from CL_TAG_KNOWN on, tree by tree. */', 'enum cl_tag {', '    CL_TAG_NONE = 0,']
    for n in lower:
        out.append(f'    {ident("CL_TAG_", n, taken)},')
    out.append('    /* names of SVG in the spelling the tree has */')
    for n in SVG:
        out.append(f'    {ident("CL_TAG_SVG_", n, taken)},')
    out += ['    CL_TAG_KNOWN', '};\n', '/* Attribute names; 0 is one that is not here. */', 'enum cl_attr_name {', '    CL_ATTR_OTHER = 0,']
    for n in attrs:
        out.append(f'    {ident("CL_ATTR_", n, taken)},')
    out.append('    /* in the spelling of SVG and MathML */')
    for n in adjusted:
        out.append(f'    {ident("CL_ATTR_ADJUSTED_", n, taken)},')
    out += ['    CL_ATTR_KNOWN', '};\n', '#endif\n']
    k1, k2, tag_slots = perfect(lower, 1)
    a1, a2, attr_slots = perfect(attrs, 1)
    end = out.pop()
    out += [f'/* Multipliers of the perfect hash over the names of at most 16 bytes (name_lookup.h). */',
            f'#define CL_TAG_HASH_1 UINT64_C({k1:#x})', f'#define CL_TAG_HASH_2 UINT64_C({k2:#x})',
            f'#define CL_ATTR_HASH_1 UINT64_C({a1:#x})', f'#define CL_ATTR_HASH_2 UINT64_C({a2:#x})', '#define CL_NAME_HASH_BITS 12', end]
    (here / 'names.h').write_text('\n'.join(out))
    data = [note]
    data += ['static const cl_slice tag_names[CL_TAG_KNOWN] = {', '    {"", 0},'] + [f'    {{"{n}", {len(n)}}},' for n in tags] + ['};\n']
    slots = table(lower, 1)
    data += [f'#define TAG_SLOTS {len(slots)}u', 'static const uint16_t tag_slots[TAG_SLOTS] = {', rows(slots), '};\n']
    data += ['static const cl_slice attr_names[CL_ATTR_KNOWN] = {', '    {"", 0},'] + [f'    {{"{n}", {len(n)}}},' for n in attrs + adjusted] + ['};\n']
    for kind, names, slots16 in (('tag', lower, tag_slots), ('attr', attrs, attr_slots)):
        data += [f'const uint16_t cl_{kind}_slots16[1 << CL_NAME_HASH_BITS] = {{', rows(slots16), '};',
                 f'const uint64_t cl_{kind}_keys16[{len(names) + 1}][2] = {{', '    {0, 0},']
        data += [f'    {{UINT64_C({key16(n)[0]:#x}), UINT64_C({key16(n)[1]:#x})}}, /* {n} */' if len(n) <= 16 else f'    {{0, 0}}, /* {n}: too long */' for n in names]
        data += ['};\n']
    slots = table(attrs, 1)
    data += [f'#define ATTR_SLOTS {len(slots)}u', 'static const uint16_t attr_slots[ATTR_SLOTS] = {', rows(slots), '};\n']
    ids = {n: i + 1 for i, n in enumerate(lower)}
    svg_first = len(lower) + 1
    data += ['/* By tag: its number in the spelling that SVG has in the tree (section 13.2.6.5); 0: the same. */',
             f'static const uint16_t svg_tags[{len(lower) + 1}] = {{']
    data += [f'    [{ids[s.lower()]}] = {svg_first + i}, /* {s} */' for i, s in enumerate(SVG)] + ['};\n']
    aid = {n: i + 1 for i, n in enumerate(attrs)}
    adj = {n: len(attrs) + 1 + i for i, n in enumerate(adjusted)}
    for kind, some in (('svg', SVG_ATTRIBUTES), ('mathml', MATHML_ATTRIBUTES)):
        data += [f'/* By attribute: its number in the spelling of {kind} (section 13.2.6.1); 0: the same. */',
                 f'static const uint16_t {kind}_attrs[{len(attrs) + 1}] = {{']
        data += [f'    [{aid[s.lower()]}] = {adj[s]}, /* {s} */' for s in some] + ['};\n']
    data += ['/* Attributes that get a namespace in foreign content. */', f'static const bool foreign_attrs[{len(attrs) + 1}] = {{']
    data += [f'    [{aid[s]}] = true, /* {s} */' for s in FOREIGN_ATTRIBUTES + ['xmlns']] + ['};']
    (here / 'names_data.inc').write_text('\n'.join(data) + '\n')


main()
