/* Chinese and Japanese have no spaces between words and no capitals: speakers are found by the verbs of saying, the
 * particles and the little words that stand around them. */
#include "block/words.h"
#include "record/quotation_parts.h"

/* Characters before and after a quotation in which its speaker is looked for, and of a mention. */
#define REACH       48u
#define MENTION_MAX 18u
/* Bytes of the text in which a whole name is looked for, and quotations for which it is. */
#define NAMES_READ 16384u
#define NAMES_MAX  256u
/* Characters of a quotation that needs no verb of saying: a sentence, not a term. */
#define SENTENCE_MIN 16u

static const char *const cues[] = {"表示", "指出", "强调", "強調", "认为", "認為", "透露", "坦言", "写道", "寫道",
    "回应", "回應", "补充", "補充", "介绍", "介紹", "告诉", "告訴", "呼吁", "呼籲", "警告", "解释", "解釋", "宣布",
    "称", "稱", "说", "說", "問", "问", "道", "直言", "感叹", "述べ", "語っ", "語る", "話し", "話す", "説明し",
    "強調し", "コメントし", "指摘し", "訴え", "明かし", "答え", "書い", "発言し", "言っ", "しており", "振り返"};
/* Where a subject ends: what follows it in a sentence. */
static const char *const ends[] = {"在", "对", "對", "向", "于", "於", "就", "今", "昨", "当", "當", "接受", "，", ",",
    "（", "(", "还", "還", "也", "则", "則", "并", "並", "进一步", "進一步", "再次", "随后", "隨後", "同时", "同時",
    "周", "日", "星期", "则", "曾", "已", "均", "都", "：", ":", "。", "は", "が", "も", "、", " "};
/* Offices: a name follows in Chinese and stands before in Japanese. */
static const char *const offices[] = {"发言人", "發言人", "部长", "部長", "总统", "總統", "主席", "总理", "總理",
    "局长", "局長", "教授", "记者", "記者", "主任", "经理", "經理", "院长", "院長", "市长", "市長", "首相", "大臣",
    "社長", "会長", "知事", "監督", "選手", "議員", "長官", "秘书长", "秘書長", "书记", "書記", "大使", "专家", "專家",
    "研究员", "研究員", "分析师", "总裁", "總裁", "校长", "校長", "董事长", "董事長", "负责人", "負責人", "先生",
    "女士", "氏", "さん", "容疑者", "被告", "弁護士", "店主", "工程师", "工程師", "居民", "村民"};
static const char *const pronouns[] = {"他", "她", "其", "彼", "彼女", "同氏", "同相"};

static bool is_wide_byte(unsigned char c) {
    return c >= 0xE3 && c <= 0xE9;
}

bool cl_quote_is_wide(const char *text, const cl_quote_span *span) {
    uint32_t wide = 0;
    for (uint32_t i = span->start; i < span->end; i++)
        wide += is_wide_byte((unsigned char)text[i]);
    return 6 * wide > span->end - span->start;
}

static bool begins_with(cl_slice s, const char *word) {
    const size_t n = strlen(word);
    return s.size >= n && memcmp(s.data, word, n) == 0;
}

static cl_slice without(cl_slice s, size_t bytes) {
    return cl_slice_of(s.data + bytes, s.size - bytes);
}

/* The longest word of a list that s begins with; 0 for none. */
static size_t word_at(cl_slice s, const char *const *words, size_t count) {
    size_t best = 0;
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) > best && begins_with(s, words[i]))
            best = strlen(words[i]);
    return best;
}

#define WORD_AT(s, list) word_at((s), (list), sizeof(list) / sizeof *(list))

/* Up to REACH characters before `end`, back to the end of a sentence. */
static cl_slice sentence_before(const char *text, uint32_t from, uint32_t end) {
    uint32_t start = end;
    for (unsigned n = 0; start > from && n < REACH; n++) {
        uint32_t p = start - 1;
        while (p > from && ((unsigned char)text[p] & 0xC0) == 0x80)
            p--;
        const cl_slice at = cl_slice_of(text + p, start - p);
        if (begins_with(at, "。") || begins_with(at, "！") || begins_with(at, "？") || text[p] == '\n')
            break;
        start = p;
    }
    return cl_slice_of(text + start, end - start);
}

static cl_slice sentence_after(const char *text, uint32_t start, uint32_t to) {
    uint32_t end = start;
    for (unsigned n = 0; end < to && n < REACH; n++) {
        const cl_slice at = cl_slice_of(text + end, to - end);
        if (begins_with(at, "。") || begins_with(at, "！") || begins_with(at, "？") || begins_with(at, "“") ||
            begins_with(at, "「"))
            break;
        size_t size;
        cl_code_at(text + end, text + to, &size);
        end += (uint32_t)size;
    }
    return cl_slice_of(text + start, end - start);
}

static size_t step(cl_slice s) {
    size_t size;
    cl_code_at(s.data, s.data + s.size, &size);
    return size < s.size ? size : s.size;
}

/* The subject that a clause begins with: up to what can't be of it. */
static cl_slice subject_of(cl_slice clause) {
    while (clause.size && (begins_with(clause, "，") || begins_with(clause, "、") || begins_with(clause, "　") ||
                              *clause.data == ' ' || *clause.data == ',' || begins_with(clause, "但") ||
                              begins_with(clause, "而") || begins_with(clause, "据") || begins_with(clause, "據")))
        clause = without(clause, step(clause));
    cl_slice rest = clause;
    unsigned n = 0;
    while (rest.size && n <= MENTION_MAX) {
        if (n > 0 && WORD_AT(rest, ends))
            break;
        rest = without(rest, step(rest));
        n++;
    }
    const cl_slice subject = cl_slice_of(clause.data, clause.size - rest.size);
    return n > MENTION_MAX ? CL_SLICE_NONE : subject;
}

/* The last verb of saying in a text; absent for none. */
static cl_slice last_cue(cl_slice s) {
    cl_slice cue = CL_SLICE_NONE;
    while (s.size) {
        const size_t n = WORD_AT(s, cues);
        if (n)
            cue = cl_slice_of(s.data, n);
        s = without(s, n ? n : step(s));
    }
    return cue;
}

static cl_slice first_cue(cl_slice s) {
    for (; s.size; s = without(s, step(s))) {
        const size_t n = WORD_AT(s, cues);
        if (n)
            return cl_slice_of(s.data, n);
    }
    return CL_SLICE_NONE;
}

/* A mention without its office. */
static cl_slice name_of(cl_slice mention) {
    /* 技術者の佐藤花子さん */
    for (cl_slice rest = mention; rest.size; rest = without(rest, step(rest)))
        if (begins_with(rest, "の") && rest.size > 9)
            mention = without(rest, strlen("の"));
    cl_slice rest = mention, name = mention;
    for (; rest.size; rest = without(rest, step(rest))) {
        const size_t n = WORD_AT(rest, offices);
        if (!n)
            continue;
        const cl_slice after = without(rest, n);
        if (after.size >= 6)
            name = after;
        else if (!after.size && name.data == mention.data)
            name = cl_slice_of(mention.data, mention.size - n); /* an office that the name stands before */
    }
    return name.size >= 3 ? name : mention;
}

/* The whole name for a surname that is written with an office: 岸田首相 for 岸田文雄首相 earlier on. */
static cl_slice whole_name(const cl_quote_paragraph *paragraphs, uint32_t last, cl_slice name) {
    if (name.size > 9)
        return name;
    size_t left = NAMES_READ;
    for (uint32_t i = 0; i <= last && left; i++) {
        const cl_slice text = paragraphs[i].text;
        const size_t size = text.size < left ? text.size : left;
        left -= size;
        for (size_t at = 0; at + name.size < size; at++) {
            const char *const p = memchr(text.data + at, name.data[0], size - at - name.size);
            if (!p)
                break;
            at = (size_t)(p - text.data);
            if (memcmp(p, name.data, name.size) != 0)
                continue;
            const cl_slice rest = cl_slice_of(p + name.size, size - at - name.size);
            for (size_t n = 0; n <= 9 && n < rest.size; n += step(without(rest, n)))
                if (n > 0 && WORD_AT(without(rest, n), offices))
                    return cl_slice_of(p, name.size + n);
        }
    }
    return name;
}

static bool ends_with(cl_slice s, const char *end) {
    const size_t n = strlen(end);
    return s.size >= n && memcmp(s.data + s.size - n, end, n) == 0;
}

/* Whether a span stands as words of somebody, and not as a name or a term within the sentence: behind a colon or right
 * behind a verb of saying, or with a comma or the end of a sentence inside. */
static bool is_spoken(cl_slice text, const cl_quote_span *span, cl_slice before, cl_slice cue) {
    static const char *const stops[] = {"，", "。", "！", "？", "…", "；", ",", "!", "?"};
    while (before.size && ends_with(before, " "))
        before.size--;
    if (ends_with(before, "：") || ends_with(before, ":"))
        return true;
    if (ends_with(before, "，"))
        before.size -= strlen("，");
    if (cue.size && cue.data + cue.size == before.data + before.size)
        return true;
    for (cl_slice rest = cl_slice_of(text.data + span->start, span->end - span->start); rest.size;
         rest = without(rest, step(rest)))
        for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
            if (begins_with(rest, stops[i]))
                return true;
    return false;
}

bool cl_quote_judge_wide(const cl_quote_paragraph *paragraphs, const cl_quote_spans *spans, size_t number,
    cl_slice previous, cl_quotation *q) {
    const cl_quote_span *const span = &spans->at[number];
    const cl_slice text = paragraphs[span->paragraph].text;
    const bool first = number == 0 || spans->at[number - 1].paragraph != span->paragraph;
    const bool last = number + 1 == spans->count || spans->at[number + 1].paragraph != span->paragraph;
    const cl_slice before = sentence_before(text.data, first ? 0 : spans->at[number - 1].close, span->open);
    const cl_slice after =
        sentence_after(text.data, span->close, last ? (uint32_t)text.size : spans->at[number + 1].open);
    cl_slice clause = CL_SLICE_NONE;
    /* Japanese: the particle that closes what is said, then the verb. */
    const bool closes = begins_with(after, "と") || begins_with(after, "などと");
    q->cue = closes ? first_cue(after) : last_cue(before);
    if (q->cue.size && closes) {
        const cl_slice behind = without(after, strlen(begins_with(after, "と") ? "と" : "などと"));
        clause = before.size ? before : cl_slice_of(behind.data, (size_t)(q->cue.data - behind.data));
    } else if (q->cue.size) {
        clause = cl_slice_of(before.data, (size_t)(q->cue.data - before.data));
    } else {
        q->cue = first_cue(after);
        if (q->cue.size)
            clause = cl_slice_of(after.data, (size_t)(q->cue.data - after.data));
    }
    const cl_slice subject = subject_of(clause);
    const bool sentence = span->words * 2u >= SENTENCE_MIN || (first && last && before.size == 0 && after.size == 0);
    const bool alone = first && last && before.size == 0 && after.size == 0;
    if ((!q->cue.size && !sentence) || !(closes || alone || is_spoken(text, span, before, q->cue)))
        return false;
    if (!subject.size) {
        q->speaker = previous;
        return true;
    }
    q->mention = subject;
    q->speaker = name_of(subject);
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (cl_slice_equal(subject, cl_slice_z(pronouns[i]))) {
            q->speaker = previous;
            return true;
        }
    if (q->speaker.data == subject.data && q->speaker.size < subject.size && number < NAMES_MAX)
        q->speaker = whole_name(paragraphs, span->paragraph, q->speaker);
    return true;
}
