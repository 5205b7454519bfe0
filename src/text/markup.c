/* Marks of Markdown and of text browsers: what they say is kept, they themselves are not text. */
#include "text/parts.h"

#define BRACKETS_MAX 16u   /* open at once */
#define ADDRESS_MAX  4096u /* bytes of a link's address */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* "• " and its like, of two or three bytes: the size of it. */
static size_t bullet(cl_slice s) {
    static const char *const bullets[] = {"•", "‣", "◦", "▪", "▫", "■", "□", "●", "○", "◎", "⁃", "∙"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        const size_t n = strlen(bullets[i]);
        if (s.size > n && memcmp(s.data, bullets[i], n) == 0 && cl_is_space(s.data[n]))
            return n;
    }
    return 0;
}

static size_t spaces(cl_slice s, size_t at) {
    while (at < s.size && cl_is_space(s.data[at]))
        at++;
    return at;
}

/* "# " to "###### " */
static size_t heading(cl_slice s, cl_text_paragraph *p) {
    size_t n = 0;
    while (n < s.size && s.data[n] == '#')
        n++;
    if (!n || n > 6 || n + 1 >= s.size || s.data[n] != ' ')
        return 0;
    p->level = (uint8_t)n;
    return spaces(s, n);
}

size_t cl_text_mark(const cl_text *text, const cl_text_line *line, cl_slice s, cl_text_paragraph *p) {
    const bool marked = text->style.markdown || text->style.footnoted;
    size_t n = p->item ? 0 : bullet(s);
    if (n || (s.size > 2 && !p->item && s.data[1] == ' ' &&
                 (s.data[0] == '*' || (marked && line->indent && strchr("-+o@#", s.data[0]))))) {
        p->item = true;
        return spaces(s, n ? n : 1);
    }
    if (text->style.markdown && s.size > 1 && s.data[0] == '>' && s.data[1] == ' ') {
        p->quotation = true;
        return spaces(s, 1);
    }
    if (text->style.markdown && !p->level)
        return heading(s, p);
    return 0;
}

/* Markup being read. */
typedef struct reader {
    cl_text *text;
    const cl_text_paragraph *paragraph;
    const char *at, *end;
    const char *begin;           /* of the part being read */
    uint32_t how;                /* bold and italic */
    uint32_t open[BRACKETS_MAX]; /* parts that are opening brackets of what may be a link */
    uint32_t depth;
    bool in_address;
    size_t budget; /* bytes that may still be looked at for addresses in vain */
} reader;

/* The part ends here; what comes next begins behind `size` bytes, which are no text. */
static bool cut_part(reader *r, size_t size) {
    const bool added = cl_text_add_part(r->text, r->begin, r->at, r->how);
    r->at += size;
    r->begin = r->at;
    return added;
}

/* The end of an address that "](" stands before: behind its ")". NULL where there is none. */
static const char *address_end(reader *r, const char *at) {
    const char *const most = (size_t)(r->end - at) > ADDRESS_MAX ? at + ADDRESS_MAX : r->end;
    uint32_t depth = 1;
    for (const char *p = at; p < most; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '(')
            depth++;
        else if (*p == ')' && !--depth)
            return p + 1;
    }
    r->budget -= (size_t)(most - at) < r->budget ? (size_t)(most - at) : r->budget;
    return NULL;
}

static bool open_bracket(reader *r) {
    const bool picture = r->at > r->begin && r->at[-1] == '!';
    if (r->depth == BRACKETS_MAX || r->text->parts.count > CL_TEXT_PARTS_MAX)
        return r->at++, true;
    r->at -= picture;
    if (!cut_part(r, 0))
        return false;
    r->open[r->depth++] = (uint32_t)r->text->parts.count;
    r->at += 1 + picture;
    return cut_part(r, 0);
}

/* A new unit begins where a picture stood: what comes after it may be its caption. */
static bool begin_behind_picture(reader *r) {
    const cl_text_unit *const unit = &r->text->units.at[r->text->units.count - 1];
    bool any = false;
    for (uint32_t i = unit->first_part; i < unit->end_part && !any; i++)
        any = !(r->text->parts.at[i].how & CL_PART_OUT);
    return !any || r->text->units.count > r->text->lines.count + CL_TEXT_CUTS_MAX ||
           cl_text_begin_unit(r->text, r->paragraph, CL_CUT_SPACE);
}

static bool close_bracket(reader *r) {
    if (!r->depth)
        return r->at++, true;
    const uint32_t opened = r->open[--r->depth];
    const char *const behind = r->end - r->at > 2 && r->at[1] == '(' && r->budget ? address_end(r, r->at + 2) : NULL;
    if (!behind)
        return r->at++, true;
    if (!cut_part(r, (size_t)(behind - r->at)))
        return false;
    cl_text_part *const parts = r->text->parts.at;
    const bool picture = parts[opened].size == 2;
    parts[opened].how = CL_PART_OUT;
    for (size_t i = opened + 1; i < r->text->parts.count; i++)
        parts[i].how |= picture ? CL_PART_OUT : CL_PART_LINK;
    if (!picture && opened + 1 < r->text->parts.count)
        parts[opened + 1].how |= CL_PART_ANCHOR;
    return !picture || begin_behind_picture(r);
}

/* "_" and "**", where they stand at the edge of a word. */
static bool emphasis(reader *r) {
    const bool bold = r->at[0] == '*';
    if (bold && (r->at + 1 == r->end || r->at[1] != '*'))
        return r->at++, true;
    uint32_t size;
    const size_t own = bold ? 2 : 1;
    const uint32_t bit = bold ? CL_PART_BOLD : CL_PART_ITALIC;
    const char *const next = r->at + own;
    const cl_char before = cl_char_before(r->at, r->paragraph->text.data, &size);
    const cl_char after = next < r->end ? cl_char_at(next, r->end, &size) : CL_CHAR_SPACE;
    const bool word_before = before >= CL_CHAR_LOWER && before <= CL_CHAR_DIGIT;
    const bool word_after = after >= CL_CHAR_LOWER && after <= CL_CHAR_DIGIT;
    if (!bold && word_before && word_after)
        return r->at++, true;
    if (!cut_part(r, own))
        return false;
    r->how ^= bit;
    return true;
}

/* "[12]" before a link of lynx: the size of it. */
static size_t footnote(const reader *r) {
    const char *p = r->at + 1;
    while (p < r->end && is_digit(*p) && p - r->at < 7)
        p++;
    return p < r->end && *p == ']' && p - r->at > 1 ? (size_t)(p + 1 - r->at) : 0;
}

static bool is_escape(const reader *r) {
    return r->at + 1 < r->end && r->at[1] && strchr("\\`*_{}[]()#+-.!>~|", r->at[1]) != NULL;
}

/* A line of marks alone, as between the head and the rows of a table, or for a rule. */
static bool is_rule(cl_slice s) {
    for (size_t i = 0; i < s.size; i++)
        if (!s.data[i] || !strchr("-_*=|: ", s.data[i]))
            return false;
    return true;
}

static bool read_footnoted(reader *r) {
    while (r->at < r->end) {
        const size_t size = *r->at == '[' ? footnote(r) : 0;
        if (!size || r->text->parts.count > CL_TEXT_PARTS_MAX) {
            r->at++;
            continue;
        }
        if (!cut_part(r, size))
            return false;
        r->how = CL_PART_ANCHOR;
    }
    return true;
}

/* "<https://…>" */
static bool address_mark(reader *r) {
    const cl_slice rest = cl_slice_of(r->at + 1, (size_t)(r->end - r->at - 1));
    const bool opens = *r->at == '<' && cl_text_begins(rest, CL_SLICE("http"));
    if ((!opens && !r->in_address) || r->text->parts.count > CL_TEXT_PARTS_MAX)
        return r->at++, true;
    if (!cut_part(r, 1))
        return false;
    r->in_address = opens;
    r->how = opens ? r->how | CL_PART_LINK : r->how & ~CL_PART_LINK;
    return true;
}

static bool read_markdown(reader *r) {
    while (r->at < r->end) {
        bool fine = true;
        switch (*r->at) {
        case '[':
            fine = open_bracket(r);
            break;
        case ']':
            fine = close_bracket(r);
            break;
        case '*':
        case '_':
            fine = r->text->parts.count > CL_TEXT_PARTS_MAX ? (r->at++, true) : emphasis(r);
            break;
        case '<':
        case '>':
            fine = address_mark(r);
            break;
        case '\\':
            if (is_escape(r) && r->text->parts.count <= CL_TEXT_PARTS_MAX)
                fine = cut_part(r, 1);
            r->at += r->at < r->end;
            break;
        default:
            r->at++;
            break;
        }
        if (!fine)
            return false;
    }
    return true;
}

bool cl_text_add_marked(cl_text *text, const cl_text_paragraph *p) {
    reader r = {.text = text,
        .paragraph = p,
        .at = p->text.data,
        .end = p->text.data + p->text.size,
        .begin = p->text.data,
        .budget = p->text.size + ADDRESS_MAX};
    if (text->style.markdown && is_rule(p->text))
        return true;
    return cl_text_begin_unit(text, p, CL_CUT_LINE) &&
           (text->style.markdown ? read_markdown(&r) : read_footnoted(&r)) && cut_part(&r, 0);
}
