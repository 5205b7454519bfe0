"""Fits networks and judges them on sites they have not seen.

usage: fit.py CACHE NAME [--folds 0,1,2,3,4 | --all] [--SETTING VALUE ...]

Without --all: for each fold a network fitted on the other folds; its probabilities for the pages of that fold go to
CACHE/oof/NAME.FOLD.npz. With --all: one fitted on everything, to CACHE/NAME.npz. Settings are those of class Settings.
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'  # sums in one order, so that a run can be repeated

import pickle
import sys
import time
from dataclasses import dataclass, fields

import numpy as np

import judge
import net
from net import BODY, KINDS, ROLES


@dataclass
class Settings:
    width: int = 64
    embedding: int = 24
    epochs: int = 20
    first: int = 3          # epochs on body gold alone before those on both
    weak_pages: int = 300   # pages of body gold drawn in each later epoch
    first_pages: int = 500  # and in each of the first
    weak_weight: float = 0.5
    rate: float = 3e-3
    decay: float = 0.02
    batch: int = 1600       # rows
    crop: int = 500         # most blocks of a page in a batch
    drop_words: float = 0.3
    drop_classes: float = 0.3
    drop_columns: float = 0.1
    drop_out: float = 0.15
    smooth: float = 0.05
    kind_weight: float = 0.15
    mean: float = 0.99
    seed: int = 1
    others: float = 1.5     # worth of wcxb's pages that are no articles, by what labels.py gave
    annotated: float = 1.0  # worth of the pages annotated here
    rare: float = 0.0       # exponent by which blocks of rare roles count more
    teacher: str = ''       # names of networks, parted by commas, that tell the roles of pages with body gold alone
    teacher_worth: float = 0.5  # of a block of which only they know
    teacher_share: float = 0.0  # of what they say in the targets of pages whose roles are known
    start: str = ''         # name of a network to begin with


def crop(page, most, rng):
    """A window of a long page, around a block of the body where there is one."""
    n = len(page.x)
    if n <= most:
        return page, slice(0, n)
    body = np.flatnonzero((page.target[:, BODY] == 1) & (page.weight > 0)) if rng.random() < 0.7 else ()
    middle = int(rng.choice(body)) if len(body) else int(rng.integers(n))
    start = int(np.clip(middle - rng.integers(most), 0, n - most))
    return cut(page, slice(start, start + most)), slice(start, start + most)


class cut:
    """A run of a page's blocks, seen as a page."""

    def __init__(self, page, s):
        self.x = page.x[s]
        a, b = page.word_ptr[s.start], page.word_ptr[s.stop]
        self.words, self.word_ptr = page.words[a:b], page.word_ptr[s.start:s.stop + 1] - a
        a, b = page.class_ptr[s.start], page.class_ptr[s.stop]
        self.classes, self.class_ptr = page.classes[a:b], page.class_ptr[s.start:s.stop + 1] - a


def block_weight(page):
    """Long blocks count more, since words are what is judged; each page is worth about the same."""
    w = page.weight * np.clip(np.sqrt(np.exp(page.x[:, 1] / 64 * 3)) / 2.5, 0.6, 2.5)
    return (w * page.worth * min(1.0, (200 / len(page.x)) ** 0.5)).astype(np.float32)


def batches(chosen, settings, rng):
    """Lists of (page, window), each of about settings.batch rows."""
    order = rng.permutation(len(chosen))
    out, rows = [], 0
    for k in order:
        p, s = crop(chosen[k], settings.crop, rng)
        out.append((chosen[k], p, s))
        rows += len(p.x) + net.GAP
        if rows >= settings.batch:
            yield out
            out, rows = [], 0
    if out:
        yield out


def prepare(pages):
    for p in pages:
        p.loss_weight = block_weight(p)


def learn(pages, columns, settings, log=print, start=None):
    """A network fitted on the pages."""
    rng = np.random.default_rng(settings.seed)
    shape = net.Shape(len(columns), settings.width, settings.embedding)
    w, grad = start or net.Weights(shape).start(rng), net.Weights(shape)
    adam = net.Adam(w, settings.decay, settings.mean)
    strong = [p for p in pages if not p.weak and (settings.annotated or p.set != 'annotated')]
    weak = [p for p in pages if p.weak and p.worth > 0 and (settings.teacher or p.weight.any()) and not p.twin]
    other = lambda p: p.set == 'wcxb' and p.type != 'article'
    chance = np.array([{'news': 3.0, 'wcxb': 0.7 * settings.others if other(p) else 1.5, 'daniel': 0.6, 'snippets': 0.7, 'dates': 1.0, 'meta': 1.0}[p.set]
                       for p in weak])
    count = sum(p.target.sum(0) for p in strong)
    rare = np.clip((np.median(count) / np.maximum(count, 1)) ** settings.rare, 0.6, 2.5).astype(np.float32)
    for p in weak:
        p.loss_weight = block_weight(p) * np.float32(settings.others if other(p) else 1)
    for p in strong:
        p.loss_weight = block_weight(p) * rare[p.target.argmax(1)]
        if p.set == 'annotated':
            p.loss_weight *= np.float32(settings.annotated)
    chance /= chance.sum()
    epochs = settings.first + settings.epochs
    step = 0
    for epoch in range(epochs):
        start, total, norm = time.time(), 0.0, 0.0
        early = epoch < settings.first
        count = min(len(weak), settings.first_pages if early else settings.weak_pages)
        drawn = [weak[k] for k in rng.choice(len(weak), count, False, chance)] if count else []
        chosen = drawn if early else strong + drawn
        work = list(batches(chosen, settings, rng))
        for k, b in enumerate(work):
            done = (epoch + k / len(work)) / epochs
            rate = settings.rate * min(1, step / 50) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * done)))
            total += one_step(w, grad, adam, b, settings, rng, rate)
            step += 1
        log(f'epoch {epoch + 1} of {epochs}: loss {total / len(work):.4f}, {len(work)} steps, {time.time() - start:.1f} s')
    w.flat[:] = adam.average
    return w


def one_step(w, grad, adam, b, settings, rng, rate):
    drop = settings.drop_words, settings.drop_classes, settings.drop_columns
    batch = net.Batch([c for _, c, _ in b], rng, drop)
    z, zk, keep = net.forward(w, batch, rng, settings.drop_out)
    p, pk = net.softmax(z), net.softmax(zk)
    q = np.zeros_like(p)
    weight = np.zeros(batch.n, np.float32)
    for (page, _, s), at, c in zip(b, batch.starts, batch.counts):
        t = page.target[s]
        rows = slice(at, at + c)
        if page.weak:
            # the gold says what a block may be; which of that it is, the teacher, or else the network itself
            t = (page.soft[s] if settings.teacher else p[rows]) * t
            t /= np.maximum(t.sum(1, keepdims=True), 1e-9)
            q[rows] = t * (1 - 0.02) + p[rows] * 0.02
            weight[rows] = page.loss_weight[s] * settings.weak_weight
            if settings.teacher:
                alone = np.flatnonzero(page.loss_weight[s] == 0) + at
                q[alone] = page.soft[s][alone - at]
                weight[alone] = settings.teacher_worth * settings.weak_weight * min(1.0, (200 / len(page.x)) ** 0.5)
        else:
            q[rows] = t * (1 - settings.smooth) + settings.smooth / len(ROLES)
            if settings.teacher and settings.teacher_share:
                q[rows] += (page.soft[s] - q[rows]) * np.float32(settings.teacher_share)
            weight[rows] = page.loss_weight[s]
    total = max(float(weight.sum()), 1.0)
    scale = weight[:, None] / total
    d = (p - q) * scale
    loss = float(-(q * np.log(p + 1e-9) * scale).sum())
    # the kind; of a page of which it is not known, the kinds it may be
    qk, wk = np.zeros_like(pk), np.zeros((len(b), 1), np.float32)
    for k, (page, c, s) in enumerate(b):
        if page.kinds.any():
            t = pk[k] * page.kinds
            qk[k] = 0.95 * t / max(float(t.sum()), 1e-9) + 0.05 * pk[k] if page.weak else 0.95 * page.kinds + 0.05 / len(KINDS)
            wk[k] = (1.0 if not page.weak else 0.5)
        if page.weak and settings.teacher:
            qk[k], wk[k] = page.soft_kinds, 0.5
    dk = (pk - qk) * wk * np.float32(settings.kind_weight / len(b))
    net.backward(w, grad, batch, keep, d, dk)
    adam.step(grad, rate)
    return loss


def predict(w, pages, quantise=None):
    """For each page, the probabilities of roles of its blocks, and of its kind."""
    out, k = [], 0
    while k < len(pages):
        rows, e = 0, k
        while e < len(pages) and (e == k or rows + len(pages[e].x) < 4000):
            rows += len(pages[e].x)
            e += 1
        batch = net.Batch(pages[k:e])
        z, zk, _ = net.forward(w, batch, quantise=quantise)
        p, pk = net.softmax(z), net.softmax(zk)
        for j, (s, c) in enumerate(zip(batch.starts, batch.counts)):
            out.append((p[s:s + c], pk[j]))
        k = e
    return out


def arguments(argv, settings, others=()):
    """Settings from a command line, the folds, whether everything is fitted on, and the values of other arguments that
    are known by name."""
    folds, everything, more, k = list(range(5)), False, {}, 0
    kinds = {f.name: type(getattr(settings, f.name)) for f in fields(settings)}
    while k < len(argv):
        name = argv[k].removeprefix('--').replace('-', '_')
        if name == 'all':
            everything, k = True, k + 1
            continue
        if name == 'folds':
            folds = [int(x) for x in argv[k + 1].split(',')]
        elif name in others:
            more[name] = argv[k + 1]
        else:
            setattr(settings, name, kinds[name](argv[k + 1]))
        k += 2
    return settings, folds, everything, more


def load(cache):
    with open(f'{cache}/labels.pkl', 'rb') as f:
        columns, pages = pickle.load(f)
    prepare(pages)
    return columns, pages


def save(path, **arrays):
    np.savez(path + '.tmp.npz', **arrays)
    os.replace(path + '.tmp.npz', path)


def save_predictions(path, pages, found):
    save(path, keys=np.array([f'{p.set}/{p.id}' for p in pages]), counts=np.array([len(p.x) for p in pages]),
         roles=np.concatenate([a for a, _ in found]).astype(np.float16), kinds=np.stack([b for _, b in found]))


def load_predictions(path):
    with np.load(path) as a:
        at = np.concatenate([[0], np.cumsum(a['counts'])])
        roles, kinds = a['roles'].astype(np.float32), a['kinds']
        return {str(k): (roles[at[i]:at[i + 1]], kinds[i]) for i, k in enumerate(a['keys'])}


def read_predictions(cache, names):
    """What networks left out of fold say of each page, the mean where there are several; those of folds that are there."""
    found = {}
    for fold in range(5):
        for name in names:
            path = f'{cache}/oof/{name}.{fold}.npz'
            if os.path.exists(path):
                for key, r in load_predictions(path).items():
                    found.setdefault(key, []).append(r)
    return {key: mean_prediction(rs) for key, rs in found.items()}


def mean_prediction(of):
    """Of several networks on one page: (roles of its blocks, its kind)."""
    return tuple(sum(r[k] for r in of) / len(of) for k in (0, 1))


def main(argv):
    cache, name = argv[:2]
    settings, folds, everything, _ = arguments(argv[2:], Settings())
    columns, pages = load(cache)
    print(settings, flush=True)
    os.makedirs(f'{cache}/oof', exist_ok=True)
    log = lambda s: print(s, flush=True)
    if everything:
        path = lambda n: f'{cache}/{n}'
        teach(pages, settings, path)
        w = learn(pages, columns, settings, log, read_weights(path(settings.start)) if settings.start else None)
        save(f'{cache}/{name}.npz', flat=w.flat, columns=np.array(columns), width=settings.width, embedding=settings.embedding)
        return
    results = {}
    for fold in folds:
        path = lambda n: f'{cache}/oof/{n}.{fold}.weights'
        fitted = [p for p in pages if p.fold != fold]
        teach(fitted, settings, path)
        w = learn(fitted, columns, settings, log, read_weights(path(settings.start)) if settings.start else None)
        held = [p for p in pages if p.fold == fold]
        found = predict(w, held)
        prepare(held)
        save_predictions(f'{cache}/oof/{name}.{fold}.npz', held, found)
        save(f'{cache}/oof/{name}.{fold}.weights.npz', flat=w.flat, columns=np.array(columns), width=settings.width, embedding=settings.embedding)
        results.update({f'{p.set}/{p.id}': f for p, f in zip(held, found)})
        print('fold', fold, judge.line(judge.judge(cache, held, results)), flush=True)
    print('all', judge.line(judge.judge(cache, [p for p in pages if p.fold in folds], results)), flush=True)


def read_weights(path):
    with np.load(path + '.npz') as a:
        return net.Weights(net.Shape(len(a['columns']), int(a['width']), int(a['embedding'])), a['flat'].copy())


def teach(pages, settings, path):
    """Gives pages with body gold alone what the teachers think of them. `path` makes a teacher's path of its name: in
    cross-validation that of the same fold, which has not seen the fold's sites either."""
    if settings.teacher:
        taught = [p for p in pages if p.weak or settings.teacher_share]
        for k, name in enumerate(settings.teacher.split(',')):
            for p, (soft, kinds) in zip(taught, predict(read_weights(path(name)), taught)):
                p.soft = soft if k == 0 else (p.soft * k + soft) / (k + 1)
                p.soft_kinds = kinds if k == 0 else (p.soft_kinds * k + kinds) / (k + 1)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1:])
