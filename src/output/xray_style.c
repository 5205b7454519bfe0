/* The X-ray: its style. Each role has a hue; how light its colour is depends on light and dark, so that text on it has
 * a contrast of 4.5 to 1 at least (tests/cli/test_xray.py computes it). */
#include "output/xray.h"

/* clang-format off */
static const char *const style[] = {
    ":root{color-scheme:light dark;--paper:#fff;--page:#f4f4f2;--ink:#1b1b1b;--dim:#54545a;--line:#cfcfcb;--focus:#0b57d0;",
    "--light:28%;--tint-in:26%;--tint-out:15%;--on-chip:#fff}",
    "@media (prefers-color-scheme:dark){:root{--paper:#1c1e22;--page:#131417;--ink:#ececec;--dim:#adadb3;--line:#43454b;",
    "--focus:#9cc2ff;--light:74%;--tint-in:24%;--tint-out:15%;--on-chip:#131417}}",
    "*{box-sizing:border-box}",
    "html{scroll-padding:1rem 0 13rem}",
    "body{margin:0 auto;max-width:110rem;padding:0 1rem 13rem;background:var(--page);color:var(--ink);",
    "font:1rem/1.5 system-ui,sans-serif}",
    "h1{font-size:1.4rem;line-height:1.25;margin:1rem 0 .3rem}h2{font-size:1.15rem;margin:0 0 .5rem}",
    "p,ul,ol,dl,h3,h4,h5,h6,fieldset,blockquote,pre{margin:0}",
    "header p,.how{color:var(--dim);font-size:.92rem;overflow-wrap:anywhere}",
    ".path{font-family:ui-monospace,monospace;font-size:.85em}",
    ".skip{position:absolute;inset-inline-start:-200vw;background:var(--paper);color:var(--ink);padding:.5rem 1rem;z-index:9}",
    ".skip:focus{inset-inline-start:1rem;top:.5rem}",
    ":focus-visible{outline:3px solid var(--focus);outline-offset:2px}",

    "#roles{margin:1rem 0}.how{max-width:60rem}",
    "fieldset{border:1px solid var(--line);border-radius:.4rem;padding:.3rem .8rem .6rem;margin-top:.6rem;",
    "background:var(--paper)}legend{font-size:.85rem;color:var(--dim);padding:0 .3rem}",
    ".which{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem}",
    ".legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.25rem 1rem}",
    ".legend small{color:var(--dim);font-size:.85rem}",
    "input{accent-color:var(--focus);width:1rem;height:1rem;vertical-align:-.1rem}",
    ".chip{display:inline-block;background:hsl(var(--h) var(--s) var(--light));color:var(--on-chip);border-radius:.25rem;",
    "padding:0 .4rem;font-size:.8rem;line-height:1.35rem;font-weight:600}",

    "main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem;align-items:start}",
    ".blocks{list-style:none;padding:0;display:grid;gap:.3rem}",
    ".block{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.2rem .8rem;padding:.3rem .6rem;",
    "border-inline-start:.45rem solid transparent;border-radius:.2rem;position:relative;",
    "background:color-mix(in srgb,hsl(var(--h) var(--s) var(--light)) calc(var(--p)*var(--tint)),var(--paper))}",
    ".in{--tint:var(--tint-in)}.out{--tint:var(--tint-out)}",
    /* The edge is drawn: a dashed border of a short block looks like a whole one. */
    ".edge,.block::before{--on:100%;--off:100%;width:.45rem;background:repeating-linear-gradient(var(--edge) 0 var(--on),",
    "transparent var(--on) var(--off))}",
    ".edge{--edge:var(--dim);height:1.5rem;display:inline-block;vertical-align:middle;margin-inline-end:.5rem}",
    ".block::before{--edge:hsl(var(--h) var(--s) var(--light));content:\"\";position:absolute;inset-block:0;",
    "inset-inline-start:-.45rem}",
    ".edge.fair,.fair>.block::before{--on:.5rem;--off:.75rem}.edge.doubt,.doubt>.block::before{--on:.2rem;--off:.6rem}",
    ".label{font-size:.8rem;line-height:1.5rem;white-space:nowrap;font-variant-numeric:tabular-nums}",
    ".text{white-space:pre-wrap;overflow-wrap:anywhere;text-align:start}.out .text{font-size:.9rem}",
    ".heading{font-weight:700}.preformatted{font-family:ui-monospace,monospace;font-size:.9em}.quotation{font-style:italic}",
    ".item::before{content:\"\\2022\\a0\"}",
    "li:target>.block{outline:3px solid var(--focus);outline-offset:1px}",

    "article{background:var(--paper);border:1px solid var(--line);border-radius:.4rem;padding:1rem 1.2rem;position:sticky;",
    "top:1rem;max-height:calc(100vh - 13.5rem);overflow:auto;overflow-wrap:anywhere}",
    "h3{font-size:1.3rem;line-height:1.3;margin-bottom:.5rem}",
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .8rem;font-size:.9rem;margin-bottom:1rem}",
    "dt{color:var(--dim)}dd{margin:0}",
    ".story h4,.story h5,.story h6{font-size:1.05rem}.story p,.story blockquote,.story li{white-space:pre-line}",
    ".story blockquote{border-inline-start:.2rem solid var(--line);padding-inline-start:.8rem}",
    ".story pre{white-space:pre-wrap}.story ul,.story ol{padding-inline-start:1.4rem}",
    ".story table{display:block;overflow-x:auto;border-collapse:collapse;font-size:.9rem}",
    ".story :is(td,th){border:1px solid var(--line);padding:.1rem .4rem;overflow-wrap:normal}",
    ".row{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.8rem;margin-bottom:.9rem;align-items:start}",
    ".row>:first-child{overflow-x:auto}.none{color:var(--dim)}",
    ".jump{color:var(--dim);font-size:.8rem;min-width:1.5rem;line-height:1.5rem;text-align:end;",
    "font-variant-numeric:tabular-nums}",

    ".why,.panel{position:fixed;inset:auto 0 0;min-height:11.5rem;max-height:60vh;overflow:auto;padding:.6rem 1rem;background:var(--paper);",
    "border-top:2px solid var(--ink);font-size:.9rem;text-align:start}",
    ".panel{color:var(--dim);z-index:1;display:flex;flex-wrap:wrap;align-content:flex-start;gap:.5rem 2rem}",
    ".panel p{flex-basis:100%}.why{display:none;z-index:2}",
    ".block:focus+.why,.why:focus-within{display:block;z-index:3}",
    ".blocks>li:hover>.why{display:block;z-index:4}.blocks>li:hover>.block{outline:2px solid var(--ink)}",
    ".why .path{color:var(--dim);overflow-wrap:anywhere}",
    ".reasons{display:flex;flex-wrap:wrap;gap:.2rem 3rem;margin-top:.2rem}.reasons p{font-weight:600}",
    ".reasons ul{list-style:none;padding:0}.reasons li{display:grid;grid-template-columns:5rem auto;gap:.6rem;",
    "align-items:center;line-height:1.3rem}",
    ".reasons li::before{content:\"\";height:.6rem;justify-self:end;border:1px solid var(--ink);",
    "width:calc(var(--w)*100%)}.for li::before{background:var(--ink)}",
    "@media (max-width:60rem){main{grid-template-columns:minmax(0,1fr)}article{position:static;max-height:none}}",
    "@media (max-width:34rem){.block{grid-template-columns:minmax(0,1fr)}}",
    "@media print{.why,.panel,.skip,.jump{display:none!important}body{padding:0}article{position:static;max-height:none}}",
    "body:has(#show-in:checked) .blocks>.out,body:has(#show-out:checked) .blocks>.in{display:none}",

    ".headline{--h:265;--s:60%}.kicker{--h:285;--s:55%}.deck{--h:305;--s:55%}.byline{--h:325;--s:60%}.date{--h:342;--s:60%}",
    ".body{--h:145;--s:70%}.aside{--h:172;--s:70%}.note{--h:188;--s:70%}.bio{--h:200;--s:60%}.caption{--h:213;--s:65%}",
    ".credit{--h:228;--s:50%}.topic{--h:48;--s:80%}.edition{--h:75;--s:60%}.related{--h:32;--s:80%}",
    ".promotion{--h:18;--s:75%}.comment{--h:95;--s:45%}.share{--h:0;--s:45%}.navigation{--h:220;--s:8%}",
    ".consent{--h:0;--s:75%}.legal{--h:40;--s:12%}.other{--h:220;--s:0%}"};
/* clang-format on */

void cl_put_xray_style(cl_writer *w) {
    for (size_t i = 0; i < sizeof style / sizeof *style; i++) {
        cl_put_slice(w, cl_slice_z(style[i]));
        cl_put_text(w, "\n");
    }
}
