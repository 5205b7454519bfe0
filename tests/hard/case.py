"""What a case is: a story in a frame, and what is expected of it."""

NAMES = {'en': 'Maud Ferris', 'de': 'Jonas Hallbach', 'fr': 'Élodie Marchais', 'es': 'Inés Robledal', 'pt': 'Tiago Varejão',
         'pl': 'Hanna Wilczur', 'ru': 'Вера Лужина', 'el': 'Νίκη Βαλσάμη', 'tr': 'Defne Karaçay', 'ar': 'سلمى الحداد',
         'fa': 'نرگس پارسایی', 'he': 'תמר אלמוג', 'hi': 'मीरा सोलंकी', 'zh': '林若溪', 'ja': '桐谷美緒', 'ko': '한서윤',
         'th': 'อรทัย บุญมา', 'vi': 'Lê Thu Hà'}
LISTS = ('text', 'without', 'notes', 'kept', 'related')


def case(name, language, frame, title, body, *, deck='', before='', after=(), comments=None, image=None, topics=(),
         data=None, said=None, **more):
    """A case. `data` goes on with the structured data; `said` replaces expectations, `more` adds such of single fields."""
    parts = [*([image] if image else []), *body, *after, *([comments] if comments else [])]
    want = {key: [value for _, told in parts for value in told.get(key, ())] for key in LISTS}
    want = {key: value for key, value in want.items() if value or key == 'text'}
    want.update(said or {}, **more)
    return {'id': name, 'language': language, 'frame': frame, 'title': title, 'deck': deck, 'author': NAMES[language],
            'date': '2024-05-14T08:30:00+02:00', 'before': before, 'topics': list(topics), 'said': data or {},
            'image': image[0] if image else '', 'body': ''.join(markup for markup, _ in body),
            'after': ''.join(markup for markup, _ in after), 'comments': comments[0] if comments else '', 'want': want}
