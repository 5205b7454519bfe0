/* cutline.h: read news pages, get the article.
 *
 * This header is the whole public interface, in the order in which you are likely to need it:
 *
 *   1. the simple call    bytes of a page in, a record out
 *   2. the record         what was found, field by field; writing it as JSON, Markdown, text
 *   3. options            what is known of the page beforehand, and limits
 *   4. many pages         a context whose memory is reused from page to page; files and standard input
 *   5. the tree           the parser alone, for those who want only that
 *   6. errors, versions
 *
 * Rules that hold everywhere
 * - A function that can fail returns a cutline_status and gives its result through its last pointer
 *   arguments; on failure the result is NULL (or untouched where said) and, where a cutline_error
 *   pointer was given and is not NULL, it is filled in.
 * - A cutline_string is borrowed: it points into the object it was asked of and lives as long as that.
 *   It is UTF-8, may be empty, is not NUL-terminated and may contain no NUL that is a terminator.
 *   A string that is absent has data == NULL and size == 0; an empty one has data != NULL.
 * - Accessors never fail: an index out of range gives an absent string, 0 or the "none" of an enum.
 *   Passing NULL for an object is allowed and reads as an empty object.
 * - No function prints, aborts, exits, reads the environment or touches global state. Different
 *   contexts may be used by different threads at the same time; one context by one thread at a time.
 *   Records and trees are read-only and may be read by several threads at once.
 * - Sizes and offsets are bytes. Offsets into a page count bytes of its UTF-8 form, which is the page's
 *   own bytes where it was valid UTF-8.
 */
#ifndef CUTLINE_H
#define CUTLINE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(CUTLINE_STATIC) || !defined(__GNUC__)
#define CUTLINE_API
#else
#define CUTLINE_API __attribute__((visibility("default")))
#endif

#define CUTLINE_VERSION_MAJOR 0
#define CUTLINE_VERSION_MINOR 1
#define CUTLINE_VERSION_PATCH 0

/* What a call came to. The values are pinned: they never change and none is reused. */
typedef enum cutline_status {
    CUTLINE_OK = 0,
    CUTLINE_END = 1,           /* nothing more to read: not an error */
    CUTLINE_E_NOMEM = 10,      /* the allocator gave no memory */
    CUTLINE_E_ARGUMENT = 11,   /* a call that can't be: a NULL where none may be, an unknown name */
    CUTLINE_E_LIMIT = 12,      /* a limit of the options was reached; the message names it */
    CUTLINE_E_IO = 20,         /* a file could not be opened or read; system_errno says why */
    CUTLINE_E_DAMAGED = 21,    /* compressed data that are damaged or end too soon */
    CUTLINE_E_NOT_A_PAGE = 22, /* bytes that are no page: PDF, image, archive, other binary data */
    CUTLINE_E_EMPTY = 23,      /* no bytes at all */
    CUTLINE_E_WRITE = 24       /* the write function given by the caller said no */
} cutline_status;

/* Where in the line of stages it happened. Pinned as well. */
typedef enum cutline_stage {
    CUTLINE_STAGE_NONE = 0,
    CUTLINE_STAGE_INPUT = 1,
    CUTLINE_STAGE_ENCODING = 2,
    CUTLINE_STAGE_HTML = 3,
    CUTLINE_STAGE_BLOCK = 4,
    CUTLINE_STAGE_LABEL = 5,
    CUTLINE_STAGE_RECORD = 6,
    CUTLINE_STAGE_OUTPUT = 7
} cutline_stage;

/* The details of a failure. Fill-in by the callee; the caller owns the structure, the messages are
 * constants that live for ever. */
typedef struct cutline_error {
    cutline_status status;
    cutline_stage stage;
    uint64_t offset;     /* byte of the input at which it was noticed; 0 where that means nothing */
    const char *message; /* one line, what is wrong and what to do; never NULL after a failure */
    int system_errno;    /* errno of CUTLINE_E_IO, else 0 */
} cutline_error;

/* Bytes that somebody else owns; see the rules above. */
typedef struct cutline_string {
    const char *data;
    size_t size;
} cutline_string;

/* Takes output as it is made. Return 0 to go on; anything else stops the writer with CUTLINE_E_WRITE. */
typedef int (*cutline_write_fn)(void *user, const char *data, size_t size);

/* ------------------------------------------------------------------------------------------------
 * 1. The simple call
 */

typedef struct cutline_record cutline_record;

/* Reads one page held in memory (HTML, or text that was flattened already; not compressed) and makes its
 * record. `bytes` may be NULL where `size` is 0; they are not needed after the call. On success `*record`
 * is the caller's, to be freed with cutline_record_free(). `error` may be NULL.
 * Fails with CUTLINE_E_NOMEM, _LIMIT, _EMPTY or _NOT_A_PAGE. A page that is merely bad gives its best record. */
CUTLINE_API cutline_status cutline_extract(
    const void *bytes, size_t size, cutline_record **record, cutline_error *error);

/* Frees a record that cutline_extract() gave. NULL is fine. */
CUTLINE_API void cutline_record_free(cutline_record *record);

/* ------------------------------------------------------------------------------------------------
 * 2. The record
 */

typedef enum cutline_format {
    CUTLINE_FORMAT_TEXT = 1,
    CUTLINE_FORMAT_JSON = 2,
    CUTLINE_FORMAT_MARKDOWN = 3,
    CUTLINE_FORMAT_BLOCKS = 4,   /* JSON: every block of the page with its role, those left out of the body too */
    CUTLINE_FORMAT_FEATURES = 5, /* JSON: what the model sees of every block; cutline_options_set_features() */
    CUTLINE_FORMAT_XRAY = 6,   /* HTML: the page's blocks painted by their roles, the article beside them; it tells more
                                * of each where cutline_options_set_features() was on */
    CUTLINE_FORMAT_HTML = 7,   /* the article as elements that say what they are; nothing active is in it */
    CUTLINE_FORMAT_CSV = 8,    /* one row, after a header row, with commas between (RFC 4180). A cell that a spreadsheet
                                * would take for a formula has an apostrophe before it */
    CUTLINE_FORMAT_TSV = 9,    /* the same with tabs */
    CUTLINE_FORMAT_XML = 10,   /* the record, its fields as elements named as in JSON */
    CUTLINE_FORMAT_TEI = 11,   /* TEI P5 */
    CUTLINE_FORMAT_NINJS = 12, /* IPTC's News in JSON 2.1, one object on one line */
    CUTLINE_FORMAT_EPUB = 13   /* EPUB 3.2, a chapter an article: binary. Pictures are linked to */
} cutline_format;

/* The name that the options gave the page. */
CUTLINE_API cutline_string cutline_record_path(const cutline_record *record);
/* The headline as the page shows it, without the site's name. */
CUTLINE_API cutline_string cutline_record_title(const cutline_record *record);
/* The standfirst: what stands between headline and body and sums it up; paragraphs parted by a blank line. */
CUTLINE_API cutline_string cutline_record_deck(const cutline_record *record);
/* The name of the site, as the page gives it. */
CUTLINE_API cutline_string cutline_record_site_name(const cutline_record *record);
/* BCP 47 tag of the page's language, as the page declares it. */
CUTLINE_API cutline_string cutline_record_language(const cutline_record *record);
/* ISO 8601 date, with time and zone where the page has them: 2024-05-01, 2024-05-01T10:00:00+02:00. */
CUTLINE_API cutline_string cutline_record_published(const cutline_record *record);
CUTLINE_API cutline_string cutline_record_modified(const cutline_record *record);
/* The address that the page calls its own. */
CUTLINE_API cutline_string cutline_record_canonical(const cutline_record *record);
/* The address of the same story as an AMP page, where the page names one. */
CUTLINE_API cutline_string cutline_record_amp(const cutline_record *record);

/* The line over the headline: a series, a place, a section. */
CUTLINE_API cutline_string cutline_record_kicker(const cutline_record *record);
/* The place the story is filed from. */
CUTLINE_API cutline_string cutline_record_dateline(const cutline_record *record);
CUTLINE_API cutline_string cutline_record_section(const cutline_record *record);
/* "ltr" or "rtl". */
CUTLINE_API cutline_string cutline_record_direction(const cutline_record *record);
/* "free", "metered" or "paywalled", as the page says. */
CUTLINE_API cutline_string cutline_record_access(const cutline_record *record);
/* Whether the body visibly breaks off before its end: 1 or 0. */
CUTLINE_API int cutline_record_truncated(const cutline_record *record);
/* Why there is no good body: "needs-rendering", "consent-wall", "login", "error-page" or "not-an-article"; absent
 * where all is well. */
CUTLINE_API cutline_string cutline_record_problem(const cutline_record *record);
/* Of a story in parts: the addresses of the part before, of the next one, and of the whole on one page. */
CUTLINE_API cutline_string cutline_record_previous_page(const cutline_record *record);
CUTLINE_API cutline_string cutline_record_next_page(const cutline_record *record);
CUTLINE_API cutline_string cutline_record_single_page(const cutline_record *record);

/* Lists. A structure belongs to the record and lives as long; NULL past the end. Members may be added at the end of
 * these structures: never copy one by its size of today. */

/* Somebody who wrote the story, or helped. */
typedef struct cutline_person {
    cutline_string name;
    cutline_string url; /* of a page about them; absent where not known */
    int organization;   /* 1: an agency, a desk, the site itself */
} cutline_person;
CUTLINE_API size_t cutline_record_author_count(const cutline_record *record);
CUTLINE_API const cutline_person *cutline_record_author(const cutline_record *record, size_t index);
CUTLINE_API cutline_string cutline_record_author_name(const cutline_record *record, size_t index);
/* Those who helped: reporting, editing, photographs. */
CUTLINE_API size_t cutline_record_contributor_count(const cutline_record *record);
CUTLINE_API const cutline_person *cutline_record_contributor(const cutline_record *record, size_t index);

/* Tags of the story as the page shows them; keywords are those that it tells machines alone. */
CUTLINE_API size_t cutline_record_topic_count(const cutline_record *record);
CUTLINE_API cutline_string cutline_record_topic(const cutline_record *record, size_t index);
CUTLINE_API size_t cutline_record_keyword_count(const cutline_record *record);
CUTLINE_API cutline_string cutline_record_keyword(const cutline_record *record, size_t index);

/* The same page in another language. */
typedef struct cutline_edition {
    cutline_string language; /* BCP 47 */
    cutline_string label;    /* as the page shows it; absent where it shows none */
    cutline_string url;      /* absent where not known */
} cutline_edition;
CUTLINE_API size_t cutline_record_edition_count(const cutline_record *record);
CUTLINE_API const cutline_edition *cutline_record_edition(const cutline_record *record, size_t index);

/* Another story that this one sends its readers to. */
typedef struct cutline_related {
    cutline_string label; /* "READ", "See also"; absent where there is none */
    cutline_string title;
    cutline_string url; /* absent where not known */
} cutline_related;
CUTLINE_API size_t cutline_record_related_count(const cutline_record *record);
CUTLINE_API const cutline_related *cutline_record_related(const cutline_record *record, size_t index);

#define CUTLINE_NO_BLOCK SIZE_MAX

typedef struct cutline_image {
    cutline_string url; /* the largest that the page offers; absent in flattened text */
    cutline_string alt;
    cutline_string caption; /* without the credit */
    cutline_string credit;  /* without brackets and "Photo:" */
    uint32_t width;         /* pixels, 0 where not known */
    uint32_t height;
    int lead;     /* 1: the main image of the story */
    size_t block; /* the block of the body that follows it; CUTLINE_NO_BLOCK where none does */
} cutline_image;
CUTLINE_API size_t cutline_record_image_count(const cutline_record *record);
CUTLINE_API const cutline_image *cutline_record_image(const cutline_record *record, size_t index);

/* Videos, sound, embedded posts, maps and documents. */
typedef struct cutline_media {
    cutline_string type; /* "video", "audio", "post", "map", "document" or "embed" */
    cutline_string url;
    cutline_string provider; /* a name: "YouTube"; absent where it is not known */
    cutline_string caption;
    size_t block; /* as in cutline_image */
} cutline_media;
CUTLINE_API size_t cutline_record_media_count(const cutline_record *record);
CUTLINE_API const cutline_media *cutline_record_media(const cutline_record *record, size_t index);

/* A direct quotation. */
typedef struct cutline_quote {
    cutline_string text;    /* without its marks */
    cutline_string mention; /* the speaker as named there: "he", "the minister"; absent where not known */
    cutline_string speaker; /* the full name that the article has for the mention */
    cutline_string cue;     /* "said", "added" */
    cutline_string outlet;  /* the one it was told to */
    size_t block;           /* of the body, in which it stands */
    size_t start;           /* in the record's text, in code points: text[start:end] is the quotation */
    size_t end;
} cutline_quote;
CUTLINE_API size_t cutline_record_quote_count(const cutline_record *record);
CUTLINE_API const cutline_quote *cutline_record_quote(const cutline_record *record, size_t index);

/* The body as plain text: paragraphs parted by a blank line. */
CUTLINE_API cutline_string cutline_record_text(const cutline_record *record);

typedef enum cutline_block_type {
    CUTLINE_BLOCK_NONE = 0,
    CUTLINE_BLOCK_PARAGRAPH = 1,
    CUTLINE_BLOCK_HEADING = 2,
    CUTLINE_BLOCK_LIST = 3, /* its text holds the items, one a line */
    CUTLINE_BLOCK_QUOTATION = 4,
    CUTLINE_BLOCK_PREFORMATTED = 5,
    CUTLINE_BLOCK_TABLE = 6, /* its text holds the rows, one a line, cells parted by tabs; those that another cell
                                spans are empty */
    CUTLINE_BLOCK_NOTE = 7   /* a correction or another note of the editors: of the body, but not of the text */
} cutline_block_type;

/* The body block by block, in page order. */
CUTLINE_API size_t cutline_record_block_count(const cutline_record *record);
CUTLINE_API cutline_block_type cutline_record_block_type(const cutline_record *record, size_t index);
CUTLINE_API cutline_string cutline_record_block_text(const cutline_record *record, size_t index);
/* 1 to 6 for a heading, else 0. */
CUTLINE_API int cutline_record_block_level(const cutline_record *record, size_t index);
/* Of a table: cells of its longest row. All rows have as many, but for tables that are mostly holes. For other blocks 0.
 */
CUTLINE_API size_t cutline_record_block_column_count(const cutline_record *record, size_t index);
/* What a column is called; absent where the table's top rows do not say, empty where they leave it out. */
CUTLINE_API cutline_string cutline_record_block_column(const cutline_record *record, size_t index, size_t column);
/* How many rows on top these are; 0 where they do not say. */
CUTLINE_API size_t cutline_record_block_header_row_count(const cutline_record *record, size_t index);
/* When a post of a live blog was made, as in cutline_record_published(); absent for other blocks. */
CUTLINE_API cutline_string cutline_record_block_time(const cutline_record *record, size_t index);
/* A link or an emphasis within a block's text. */
typedef enum cutline_span_type {
    CUTLINE_SPAN_LINK = 1,
    CUTLINE_SPAN_EMPHASIS = 2,
    CUTLINE_SPAN_STRONG = 3
} cutline_span_type;
typedef struct cutline_span {
    size_t start; /* bytes of the block's text */
    size_t end;
    cutline_string url; /* of a link */
    cutline_span_type type;
    size_t block; /* of a link to a place in the story, as those of footnotes are: the block of the body that is there;
                     else CUTLINE_NO_BLOCK */
    size_t item;  /* where that is a list: its item; else CUTLINE_NO_BLOCK */
} cutline_span;
/* Spans in the order of their starts; those of one type do not overlap. */
CUTLINE_API size_t cutline_record_block_span_count(const cutline_record *record, size_t index);
CUTLINE_API const cutline_span *cutline_record_block_span(const cutline_record *record, size_t index, size_t span);

/* What a block is for on its page. Pinned. */
typedef enum cutline_role {
    CUTLINE_ROLE_OTHER = 0,
    CUTLINE_ROLE_HEADLINE = 1,
    CUTLINE_ROLE_KICKER = 2, /* the line over the headline */
    CUTLINE_ROLE_DECK = 3,   /* standfirst, summary */
    CUTLINE_ROLE_BYLINE = 4,
    CUTLINE_ROLE_DATE = 5,
    CUTLINE_ROLE_BODY = 6,
    CUTLINE_ROLE_ASIDE = 7, /* written for the story, but outside its run */
    CUTLINE_ROLE_NOTE = 8,  /* correction, editor's note */
    CUTLINE_ROLE_BIO = 9,
    CUTLINE_ROLE_CAPTION = 10,
    CUTLINE_ROLE_CREDIT = 11,
    CUTLINE_ROLE_TOPIC = 12,
    CUTLINE_ROLE_RELATED = 13, /* ways to other stories */
    CUTLINE_ROLE_PROMOTION = 14,
    CUTLINE_ROLE_COMMENT = 15,
    CUTLINE_ROLE_SHARE = 16,
    CUTLINE_ROLE_NAVIGATION = 17,
    CUTLINE_ROLE_CONSENT = 18,
    CUTLINE_ROLE_LEGAL = 19,
    CUTLINE_ROLE_EDITION = 20 /* the page in other languages */
} cutline_role;
/* "headline", "kicker" and so on; a constant. */
CUTLINE_API cutline_string cutline_role_name(cutline_role role);

/* All blocks of the page, in its order: the body's, and those that were left out. */
CUTLINE_API size_t cutline_record_page_block_count(const cutline_record *record);
CUTLINE_API cutline_role cutline_record_page_block_role(const cutline_record *record, size_t index);
/* 0 to 1: how sure it is of the role. */
CUTLINE_API double cutline_record_page_block_probability(const cutline_record *record, size_t index);
/* What it is marked up as: "paragraph", "heading", "item", "quotation", "preformatted", "cell", "caption", "control".
 */
CUTLINE_API cutline_string cutline_record_page_block_type(const cutline_record *record, size_t index);
CUTLINE_API cutline_string cutline_record_page_block_text(const cutline_record *record, size_t index);
/* Where its text begins in the page. */
CUTLINE_API uint64_t cutline_record_page_block_offset(const cutline_record *record, size_t index);
/* Something that is so of a block, and how much it speaks for the block's being of the body. */
typedef struct cutline_reason {
    char text[120]; /* English, ended by a NUL: "all of it is links" */
    double weight;  /* over 0: for, below 0: against. How much more often it is so of body blocks than of others, on
                     * pages  that were annotated by reading, in log-odds: 0.7 twice, 2.3 ten times as often */
} cutline_reason;
/* Fills at most `size` reasons, the strongest first, and gives their number. They are of single measures, told for a
 * reader: the model weighs all together. None where the options had no cutline_options_set_features(), and none for a
 * page that was flattened text. */
CUTLINE_API size_t cutline_record_page_block_reasons(
    const cutline_record *record, size_t index, cutline_reason *reasons, size_t size);
/* Writes the elements around a block's text, the outermost first: "html > body > main#top > p.lede". Of deep ones the
 * innermost twelve, of names the first 40 bytes. Nothing where there are no reasons. Fails with CUTLINE_E_WRITE or
 * _ARGUMENT (no write function). */
CUTLINE_API cutline_status cutline_record_page_block_path(
    const cutline_record *record, size_t index, cutline_write_fn write, void *user, cutline_error *error);
/* What kind of page it is: "article", "live-blog", "gallery", "video", "opinion", "interview", "listing", "forum",
 * "product", "service", "documentation", "error", "other". */
CUTLINE_API cutline_string cutline_record_page_kind(const cutline_record *record);

/* The encoding that was used, as the WHATWG Encoding Standard names it in lower case ("utf-8"). */
CUTLINE_API cutline_string cutline_record_encoding(const cutline_record *record);
/* 0 to 1: how sure it is that this is one article and that this is its body. */
CUTLINE_API double cutline_record_confidence(const cutline_record *record);

/* Writes the record in a format, piece by piece, to `write`. JSON is one object on one line, with a line
 * feed after it. Fails with CUTLINE_E_WRITE, _NOMEM or _ARGUMENT. */
CUTLINE_API cutline_status cutline_record_write(
    const cutline_record *record, cutline_format format, cutline_write_fn write, void *user, cutline_error *error);

/* ------------------------------------------------------------------------------------------------
 * 3. Options
 */

typedef struct cutline_options cutline_options;

/* A set of options at their defaults, or NULL where there is no memory. The caller frees it. An options
 * object may be used for any number of pages and by several threads, as long as nobody changes it. Strings
 * given to setters are copied. */
CUTLINE_API cutline_options *cutline_options_new(void);
CUTLINE_API void cutline_options_free(cutline_options *options);
/* A set with the same values, or NULL where there is no memory: for what differs from page to page, beside a set that
 * several threads use. NULL gives a set at its defaults. */
CUTLINE_API cutline_options *cutline_options_copy(const cutline_options *options);

/* The name the page has for the user: a path; goes to source.path. NULL takes it away; so for all below. */
CUTLINE_API cutline_status cutline_options_set_path(cutline_options *options, const char *path);
/* The address the page was fetched from. */
CUTLINE_API cutline_status cutline_options_set_url(cutline_options *options, const char *url);
/* When it was fetched: ISO 8601, "2024-05-01" or "2024-05-01T10:00:00Z". What "2 hours ago" is counted from.
 * CUTLINE_E_ARGUMENT where it is no such time. */
CUTLINE_API cutline_status cutline_options_set_fetched(cutline_options *options, const char *time);
/* The charset of the HTTP Content-Type header, as it stands there. An unknown label counts as none. */
CUTLINE_API cutline_status cutline_options_set_transport_charset(cutline_options *options, const char *label);
/* An encoding that is to be used whatever the page says. CUTLINE_E_ARGUMENT where the label is unknown. */
CUTLINE_API cutline_status cutline_options_set_encoding(cutline_options *options, const char *label);

/* Whether the bytes are HTML or text that was flattened already. Default: told from the bytes. */
typedef enum cutline_kind { CUTLINE_KIND_AUTO = 0, CUTLINE_KIND_HTML = 1, CUTLINE_KIND_TEXT = 2 } cutline_kind;
CUTLINE_API cutline_status cutline_options_set_kind(cutline_options *options, cutline_kind kind);

/* Whether the page is read as a browser with scripts would read it: <noscript> holds text, not elements.
 * Default 0 for records, where the images of <noscript> are wanted; 1 for cutline_parse(). */
CUTLINE_API cutline_status cutline_options_set_scripting(cutline_options *options, int on);

/* Whether a record keeps what the model sees of each block: for CUTLINE_FORMAT_FEATURES and _XRAY, and for
 * cutline_record_page_block_reasons() and _path(). Default 0. */
CUTLINE_API cutline_status cutline_options_set_features(cutline_options *options, int on);

/* Whether JSON has "dropped": every block that is not in the body, with its role, probability and offset. Default 0. */
CUTLINE_API cutline_status cutline_options_set_dropped(cutline_options *options, int on);
/* Whether blocks of a role go into the text and the body. Default 1 for CUTLINE_ROLE_BODY, which can't be taken away
 * (CUTLINE_E_ARGUMENT), else 0. */
CUTLINE_API cutline_status cutline_options_set_role(cutline_options *options, cutline_role role, int on);

/* What the text is to be where it can't be both: whole (some of what is no text comes along), or clean (some of the
 * text is lost). The figures of each are in docs/model-card.md. */
typedef enum cutline_favor {
    CUTLINE_FAVOR_BALANCE = 0,
    CUTLINE_FAVOR_PRECISION = 1,
    CUTLINE_FAVOR_RECALL = 2
} cutline_favor;
/* Default CUTLINE_FAVOR_BALANCE. For pages of HTML. */
CUTLINE_API cutline_status cutline_options_set_favor(cutline_options *options, cutline_favor favor);

/* The fields of a record that JSON and tables hold: their names, as in JSON, with commas between
 * ("title,authors,text"). NULL: all. CUTLINE_E_ARGUMENT for a name that is none. */
CUTLINE_API cutline_status cutline_options_set_fields(cutline_options *options, const char *names);
/* The names there are, in the order of JSON; a constant, absent past the end. */
CUTLINE_API cutline_string cutline_field_name(size_t index);

/* Parts of an article that a format may show or leave out. Pinned. */
typedef enum cutline_part {
    CUTLINE_PART_LINKS = 1,    /* as they stand in the text. Default: everywhere but in CUTLINE_FORMAT_TEXT */
    CUTLINE_PART_TABLES = 2,   /* default: everywhere. Of JSON and XML the rows; its block stays, others count on it */
    CUTLINE_PART_IMAGES = 3,   /* with their captions and credits. Default: everywhere but in CUTLINE_FORMAT_TEXT */
    CUTLINE_PART_MEDIA = 4,    /* videos, sound, posts, as links. Default: everywhere but in CUTLINE_FORMAT_TEXT */
    CUTLINE_PART_COMMENTS = 5, /* what readers wrote, apart from the body. Default: nowhere */
    CUTLINE_PART_FRONT_MATTER = 6 /* of Markdown: what is known of the article as YAML before it, instead of headline
                                   * and standfirst. Default: no */
} cutline_part;
/* Whether a part is shown: 1 or 0; -1: as the format has it. CUTLINE_E_ARGUMENT for a part that is none. */
CUTLINE_API cutline_status cutline_options_set_part(cutline_options *options, cutline_part part, int on);

/* The context element of a fragment, for cutline_parse(): "div", "svg path", "math mi". Default: a document. */
CUTLINE_API cutline_status cutline_options_set_fragment(cutline_options *options, const char *context);

/* Everything that a page can make large has a limit with a name. A value of 0 sets the default. */
typedef enum cutline_limit {
    CUTLINE_LIMIT_PAGE_BYTES = 1,   /* bytes of a page, unpacked. Default 2 GiB, at most 4 GiB - 64 KiB */
    CUTLINE_LIMIT_UNPACK_RATIO = 2, /* bytes unpacked for each packed byte read, past the first 16 MiB. Default 1000 */
    CUTLINE_LIMIT_TREE_DEPTH =
        3,                       /* elements open in one another; deeper ones become siblings, as in browsers. Misnested
                                    formatting tags may add levels to that, at most four times as many. Default 512 */
    CUTLINE_LIMIT_TREE_NODES = 4 /* nodes of a tree, nulls included. Default and maximum 2^31 */
} cutline_limit;
CUTLINE_API cutline_status cutline_options_set_limit(cutline_options *options, cutline_limit limit, uint64_t value);

/* ------------------------------------------------------------------------------------------------
 * 4. Many pages
 */

/* Where memory comes from. `reallocate` is called with old == NULL and old_size == 0 for a new block, and
 * must behave as realloc(); `release` takes what `reallocate` gave. Both are called by the thread that uses
 * the context. Memory must be aligned for any type. */
typedef struct cutline_allocator {
    void *(*reallocate)(void *user, void *old, size_t old_size, size_t new_size);
    void (*release)(void *user, void *block, size_t size);
    void *user;
} cutline_allocator;

typedef struct cutline_context cutline_context;

/* A context: the memory and tables of one thread's work. `allocator` NULL means malloc; it is copied.
 * Fails with CUTLINE_E_NOMEM. */
CUTLINE_API cutline_status cutline_context_new(const cutline_allocator *allocator, cutline_context **context);
CUTLINE_API void cutline_context_free(cutline_context *context);

/* As cutline_extract(), within a context: `*record` belongs to the context and lives until the next
 * cutline_context_extract() or cutline_parse() with it, or its end. Do not free it. `options` may be NULL.
 * The bytes must stay as they are while the record is in use: its strings may point into them. */
CUTLINE_API cutline_status cutline_context_extract(cutline_context *context, const void *bytes, size_t size,
    const cutline_options *options, const cutline_record **record, cutline_error *error);

/* Several records as one file: articles on one HTML page, rows under one header. In formats that have nothing around
 * their records (JSON, text) it is the same as writing one after the other. */
typedef struct cutline_output cutline_output;

/* Begins a file. Memory comes from `context`, which must outlive the output. `options` (may be NULL) tells which fields
 * a table has; what is shown of a record, the options that it was made with do. Fails with CUTLINE_E_NOMEM, _WRITE or
 * _ARGUMENT. */
CUTLINE_API cutline_status cutline_output_open(cutline_context *context, cutline_format format,
    const cutline_options *options, cutline_write_fn write, void *user, cutline_output **output, cutline_error *error);
/* Writes a record, which is not needed after the call. Fails with CUTLINE_E_WRITE, _NOMEM, _LIMIT or _ARGUMENT. */
CUTLINE_API cutline_status cutline_output_add(
    cutline_output *output, const cutline_record *record, cutline_error *error);
/* Writes the end of the file, and frees the output whatever that comes to. NULL is fine. */
CUTLINE_API cutline_status cutline_output_close(cutline_output *output, cutline_error *error);

/* The readers of single fields, for strings that stand alone: what a record would hold of them. */
typedef enum cutline_reading {
    CUTLINE_READ_BYLINE = 1,  /* a JSON array of the names of those who wrote; of no name: [] */
    CUTLINE_READ_DATE = 2,    /* a JSON string, ISO 8601; null where it is no date */
    CUTLINE_READ_CAPTION = 3, /* {"caption":...,"credit":...}, either null where there is none */
    CUTLINE_READ_HEADLINE = 4 /* a JSON string without the site's name; null where nothing is left */
} cutline_reading;

/* What is known of a string beforehand. Absent members are not known: begin with a structure of zeros. */
typedef struct cutline_known {
    cutline_string language;  /* BCP 47: for dates */
    cutline_string reference; /* ISO 8601: the day that "yesterday" is before. Where it is absent, what needs one is no
                               * date */
    cutline_string site;      /* the name that is to go from headlines */
} cutline_known;

/* Reads a string and writes what it holds as one JSON value on one line, with a line feed after it. Bytes that are no
 * UTF-8 count as U+FFFD, HTML character references are undone; of long strings the first 16 KiB are read, and of names
 * and dates less. A date may be one in part ("May 2020", "Thursday"): the day that is meant, as far as it can be.
 * Memory comes from `context`, whose record or tree stays as it is; `known` may be NULL. Fails with CUTLINE_E_WRITE,
 * _NOMEM or _ARGUMENT (no such reading, a reference that is no such time). */
CUTLINE_API cutline_status cutline_read_string(cutline_context *context, cutline_reading reading, cutline_string text,
    const cutline_known *known, cutline_write_fn write, void *user, cutline_error *error);

/* A source of pages: a file, or standard input. Gzip (of one or several members), zstd and brotli are known
 * by their first bytes (brotli, which has none, by the name's ending ".br") and unpacked. */
typedef struct cutline_input cutline_input;

/* One page of an input. All of it belongs to the input, until the next cutline_input_next() or _close(). */
typedef struct cutline_page {
    const void *bytes;
    size_t size;
    cutline_string path;    /* as given to cutline_input_open(); "-" for standard input */
    cutline_string url;     /* absent where not known */
    cutline_string charset; /* of the transport, absent where not known */
} cutline_page;

/* Opens `path`, "-" for standard input. Memory comes from `context`, which must outlive the input.
 * Fails with CUTLINE_E_IO (message and system_errno say why; directories too), _NOMEM. */
CUTLINE_API cutline_status cutline_input_open(cutline_context *context, const char *path,
    const cutline_options *options, cutline_input **input, cutline_error *error);
/* The next page, or CUTLINE_END. Fails with CUTLINE_E_IO, _DAMAGED, _LIMIT, _NOMEM; after a failure
 * the next call goes on with what follows, where anything does. After CUTLINE_E_DAMAGED the page holds what was
 * unpacked before the damage, which may be nothing: worth reading, as long as it is told. */
CUTLINE_API cutline_status cutline_input_next(cutline_input *input, cutline_page *page, cutline_error *error);
CUTLINE_API void cutline_input_close(cutline_input *input);

/* ------------------------------------------------------------------------------------------------
 * 5. The tree
 */

typedef struct cutline_tree cutline_tree;

/* A node of a tree: a number; 0 is none. */
typedef uint32_t cutline_node;

/* Parses a page (WHATWG HTML, "Parsing HTML documents") into a tree, encodings and all. `*tree` belongs to the
 * context, as a record does, and the bytes must stay as they are while it is in use. `options` may be NULL.
 * Every sequence of bytes has a tree; fails with CUTLINE_E_NOMEM, _LIMIT or _ARGUMENT only. */
CUTLINE_API cutline_status cutline_parse(cutline_context *context, const void *bytes, size_t size,
    const cutline_options *options, const cutline_tree **tree, cutline_error *error);

typedef enum cutline_node_type {
    CUTLINE_NODE_NONE = 0,
    CUTLINE_NODE_DOCUMENT = 1,
    CUTLINE_NODE_DOCTYPE = 2,
    CUTLINE_NODE_ELEMENT = 3,
    CUTLINE_NODE_TEXT = 4,
    CUTLINE_NODE_COMMENT = 5,
    CUTLINE_NODE_CONTENT = 6, /* a document fragment: a template's contents, its only child; the root of a fragment */
    CUTLINE_NODE_PI = 7       /* reserved */
} cutline_node_type;

typedef enum cutline_namespace { CUTLINE_NS_HTML = 0, CUTLINE_NS_SVG = 1, CUTLINE_NS_MATHML = 2 } cutline_namespace;

CUTLINE_API cutline_node cutline_tree_root(const cutline_tree *tree); /* the document */
CUTLINE_API size_t cutline_tree_node_count(const cutline_tree *tree);
CUTLINE_API cutline_node_type cutline_node_get_type(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_node cutline_node_parent(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_node cutline_node_first_child(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_node cutline_node_last_child(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_node cutline_node_next(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_node cutline_node_previous(const cutline_tree *tree, cutline_node node);
/* The node after `node` in document order within `root`, or 0: a walk of the whole tree without recursion. */
CUTLINE_API cutline_node cutline_node_following(const cutline_tree *tree, cutline_node root, cutline_node node);
/* Local name of an element, name of a doctype. */
CUTLINE_API cutline_string cutline_node_name(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_namespace cutline_node_namespace(const cutline_tree *tree, cutline_node node);
/* Data of a text or comment. */
CUTLINE_API cutline_string cutline_node_data(const cutline_tree *tree, cutline_node node);
/* Attributes of an element, in the order of the page: a number each, 0 is none. A walk over them costs what they are:
 *     for (cutline_attribute a = cutline_node_first_attribute(tree, n); a; a = cutline_attribute_next(tree, a)) ...
 * The name has its prefix where the parser gives one ("xlink:href"). */
typedef uint32_t cutline_attribute;
CUTLINE_API cutline_attribute cutline_node_first_attribute(const cutline_tree *tree, cutline_node node);
CUTLINE_API cutline_attribute cutline_attribute_next(const cutline_tree *tree, cutline_attribute attribute);
CUTLINE_API cutline_string cutline_attribute_name(const cutline_tree *tree, cutline_attribute attribute);
CUTLINE_API cutline_string cutline_attribute_value(const cutline_tree *tree, cutline_attribute attribute);
/* The value of the attribute of that name (lower case for HTML elements), absent where there is none. */
CUTLINE_API cutline_string cutline_node_attribute(const cutline_tree *tree, cutline_node node, const char *name);
/* Where an element's start tag begins and where its end tag ends (its last byte's offset plus one), in the UTF-8
 * form of the page. An element that the parser made without a tag has begin == end: where it was made. */
CUTLINE_API uint64_t cutline_node_source_begin(const cutline_tree *tree, cutline_node node);
CUTLINE_API uint64_t cutline_node_source_end(const cutline_tree *tree, cutline_node node);
/* 1 where the document is in quirks mode, 2 in limited-quirks mode, 0 otherwise. */
CUTLINE_API int cutline_tree_quirks(const cutline_tree *tree);

/* How a tree is written: as HTML (WHATWG, "Serializing HTML fragments"), or in the format of the
 * tree-construction tests of html5lib, one node a line. */
typedef enum cutline_tree_format { CUTLINE_TREE_HTML = 1, CUTLINE_TREE_TEST = 2 } cutline_tree_format;
CUTLINE_API cutline_status cutline_tree_write(const cutline_tree *tree, cutline_node root, cutline_tree_format format,
    cutline_write_fn write, void *user, cutline_error *error);

/* How the page's encoding was found. */
typedef enum cutline_encoding_source {
    CUTLINE_ENCODING_NONE = 0,
    CUTLINE_ENCODING_BOM = 1,        /* a byte-order mark */
    CUTLINE_ENCODING_FORCED = 2,     /* cutline_options_set_encoding() */
    CUTLINE_ENCODING_TRANSPORT = 3,  /* cutline_options_set_transport_charset() */
    CUTLINE_ENCODING_META = 4,       /* <meta> in the first 1,024 bytes */
    CUTLINE_ENCODING_VALID_UTF8 = 5, /* nothing, or something that can't be true, was declared; the bytes are UTF-8 */
    CUTLINE_ENCODING_DETECTED = 6,   /* guessed from the bytes */
    CUTLINE_ENCODING_DEFAULT = 7     /* nothing was declared, nothing could be guessed: windows-1252 */
} cutline_encoding_source;
CUTLINE_API cutline_string cutline_tree_encoding(const cutline_tree *tree);
CUTLINE_API cutline_encoding_source cutline_tree_encoding_source(const cutline_tree *tree);

/* ------------------------------------------------------------------------------------------------
 * 6. Errors, versions
 */

/* A constant sentence for a status; never NULL. */
CUTLINE_API const char *cutline_status_message(cutline_status status);
/* The word for a stage: "input", "html"; "" for none. */
CUTLINE_API const char *cutline_stage_name(cutline_stage stage);
/* The version of the library at run time, "0.1.0"; the macros above tell the one compiled against. */
CUTLINE_API const char *cutline_version(void);

#ifdef __cplusplus
}
#endif
#endif
