"""The network over the blocks of a page, forwards and backwards, in numpy.

For each block: the columns, the mean of the embeddings of its words and of the classes around it; a dense layer;
residual dilated convolutions along the page, after one of them the mean of the whole page; a softmax over roles. From
the mean of the last layer, a softmax over the kinds of page. All in float32 on one thread, so that a run can be repeated
bit for bit.

Pages of a batch stand one after the other with GAP rows of zeros between them, which no convolution reaches across.
"""
import numpy as np
import scipy.sparse as sparse

ROLES = ('other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share '
         'navigation consent legal edition').split()  # as enum cl_role of src/label/label.h
KINDS = ('article live-blog gallery video opinion interview listing forum product service documentation error '
         'other').split()
BODY = ROLES.index('body')
WORD_IDS, CLASS_IDS = 1 << 14, 1 << 13
GAP = 16


class Shape:
    """The sizes of a network."""

    def __init__(self, columns, width=64, embedding=24, dilations=(1, 2, 4, 8, 16, 1), mean_after=3):
        self.columns, self.width, self.embedding = columns, width, embedding
        self.dilations, self.mean_after = tuple(dilations), mean_after

    def parameters(self):
        h, e = self.width, self.embedding
        yield 'Ew', (WORD_IDS, e)
        yield 'Ec', (CLASS_IDS, e)
        yield 'W0', (self.columns + 2 * e, h)
        yield 'b0', (h,)
        for l in range(len(self.dilations)):
            yield f'W{l + 1}', (3 * h, h)
            yield f'b{l + 1}', (h,)
        yield 'Wg', (h, h)
        yield 'bg', (h,)
        yield 'Wo', (h, len(ROLES))
        yield 'bo', (len(ROLES),)
        yield 'Wk', (h, len(KINDS))
        yield 'bk', (len(KINDS),)


class Weights:
    """All weights in one flat vector, with a view for each name."""

    def __init__(self, shape, flat=None):
        self.shape = shape
        sizes = [(n, s, int(np.prod(s))) for n, s in shape.parameters()]
        self.flat = np.zeros(sum(z for *_, z in sizes), np.float32) if flat is None else flat
        self.at, k = {}, 0
        for n, s, z in sizes:
            self.at[n] = self.flat[k:k + z].reshape(s)
            k += z

    def __getitem__(self, name):
        return self.at[name]

    def start(self, rng):
        for n, w in self.at.items():
            if n[0] == 'E':
                w[:] = rng.standard_normal(w.shape, np.float32) * 0.3
            elif n[0] == 'W':
                scale = np.sqrt(2 / w.shape[0])
                if n[1:].isdigit() and n != 'W0':
                    scale *= 0.5  # a residual branch begins small
                if n in ('Wo', 'Wk', 'Wg'):
                    scale *= 0.3
                w[:] = rng.standard_normal(w.shape, np.float32) * scale
        return self


class Batch:
    """Pages laid out for the network. `pages` are objects with x, words, word_ptr, classes, class_ptr."""

    def __init__(self, pages, rng=None, drop=(0, 0, 0)):
        counts = [len(p.x) for p in pages]
        starts, n = [], GAP
        for c in counts:
            starts.append(n)
            n += c + GAP
        self.counts, self.starts, self.n = counts, starts, n
        self.rows = np.concatenate([np.arange(s, s + c) for s, c in zip(starts, counts)])
        self.x = np.zeros((n, pages[0].x.shape[1]), np.float32)
        for p, s, c in zip(pages, starts, counts):
            self.x[s:s + c] = p.x
        self.x *= 1 / 64
        self.mask = np.zeros((n, 1), np.float32)
        self.mask[self.rows] = 1
        if rng is not None and drop[2]:
            keep = rng.random(self.x.shape, np.float32) >= drop[2]
            self.x *= keep
        self.words = self._bags([(p.words, p.word_ptr) for p in pages], WORD_IDS, rng, drop[0])
        self.classes = self._bags([(p.classes, p.class_ptr) for p in pages], CLASS_IDS, rng, drop[1])
        self.inverse = 1 / np.maximum(1, np.array(counts, np.float32))[:, None]

    def _bags(self, lists, columns, rng, drop):
        lengths = np.zeros(self.n, np.int64)
        for (_, ptr), s, c in zip(lists, self.starts, self.counts):
            lengths[s:s + c] = np.diff(ptr)
        ptr = np.concatenate([[0], np.cumsum(lengths)])
        ids = np.concatenate([i for i, _ in lists]).astype(np.int32)
        value = np.repeat(1 / np.maximum(1, lengths), lengths).astype(np.float32)
        if rng is not None and drop:
            keep = rng.random(len(ids), np.float32) >= drop
            row = np.repeat(np.arange(self.n), lengths)
            left = np.bincount(row[keep], minlength=self.n)
            value = np.where(keep, 1 / np.maximum(1, left[row]), 0).astype(np.float32)
        return sparse.csr_matrix((value, ids, ptr), shape=(self.n, columns))

    def page_means(self, u):
        sums = np.stack([u[s:s + c].sum(0) for s, c in zip(self.starts, self.counts)])
        return sums * self.inverse

    def spread(self, m, to):
        """Adds row p of m to every row of page p."""
        for k, (s, c) in enumerate(zip(self.starts, self.counts)):
            to[s:s + c] += m[k]


def _columns(u, d):
    """For each row, the row d before it, itself, and the row d after it, side by side."""
    n, h = u.shape
    out = np.zeros((n, 3 * h), u.dtype)
    out[d:, :h] = u[:-d]
    out[:, h:2 * h] = u
    out[:-d, 2 * h:] = u[d:]
    return out


def _columns_back(g, d):
    h = g.shape[1] // 3
    out = g[:, h:2 * h].copy()
    out[:-d] += g[d:, :h]
    out[d:] += g[:-d, 2 * h:]
    return out


def softmax(z):
    z = np.exp(z - z.max(1, keepdims=True))
    return z / z.sum(1, keepdims=True)


def forward(w, batch, rng=None, drop_out=0.0, quantise=None):
    """Logits of roles (of all rows) and of kinds, with what backward() needs. `quantise(layer, u)` rounds what a layer
    reads, where quantised weights are tried."""
    s = w.shape
    q = quantise or (lambda layer, u: u)
    keep = {}
    z = np.concatenate([batch.x, q('e', batch.words @ w['Ew']), q('e', batch.classes @ w['Ec'])], 1)
    u = np.maximum(z @ w['W0'] + w['b0'], 0) * batch.mask
    keep['z'], keep['u0'], keep['a'] = z, u, []
    for l, d in enumerate(s.dilations):
        c = _columns(q(l + 1, u), d)
        a = np.maximum(c @ w[f'W{l + 1}'] + w[f'b{l + 1}'], 0) * batch.mask
        keep['a'].append((c, a))
        u = u + a
        if l + 1 == s.mean_after:
            m = batch.page_means(u)
            g = np.maximum(m @ w['Wg'] + w['bg'], 0)
            keep['g'] = (m, g)
            u = u.copy()
            batch.spread(g, u)
    last = q('o', u)
    if rng is not None and drop_out:
        k = (rng.random(last.shape, np.float32) >= drop_out) * np.float32(1 / (1 - drop_out))
        last = last * k
        keep['drop'] = k
    keep['last'] = last
    mean = batch.page_means(last)
    keep['mean'] = mean
    return last @ w['Wo'] + w['bo'], mean @ w['Wk'] + w['bk'], keep


def backward(w, grad, batch, keep, d_roles, d_kinds):
    """Fills `grad` (Weights) with the gradient, given those of the logits."""
    s = w.shape
    last, mean = keep['last'], keep['mean']
    np.matmul(last.T, d_roles, out=grad['Wo'])
    grad['bo'][:] = d_roles.sum(0)
    np.matmul(mean.T, d_kinds, out=grad['Wk'])
    grad['bk'][:] = d_kinds.sum(0)
    du = d_roles @ w['Wo'].T
    batch.spread((d_kinds @ w['Wk'].T) * batch.inverse, du)
    if 'drop' in keep:
        du *= keep['drop']
    for l in reversed(range(len(s.dilations))):
        if l + 1 == s.mean_after:
            m, g = keep['g']
            dg = np.stack([du[p:p + c].sum(0) for p, c in zip(batch.starts, batch.counts)]) * (g > 0)
            np.matmul(m.T, dg, out=grad['Wg'])
            grad['bg'][:] = dg.sum(0)
            batch.spread((dg @ w['Wg'].T) * batch.inverse, du)
        c, a = keep['a'][l]
        da = du * (a > 0)
        np.matmul(c.T, da, out=grad[f'W{l + 1}'])
        grad[f'b{l + 1}'][:] = da.sum(0)
        du = du + _columns_back(da @ w[f'W{l + 1}'].T, s.dilations[l])
    da = du * (keep['u0'] > 0)
    z, e = keep['z'], s.embedding
    np.matmul(z.T, da, out=grad['W0'])
    grad['b0'][:] = da.sum(0)
    dz = da @ w['W0'][s.columns:].T
    grad['Ew'][:] = batch.words.T @ dz[:, :e]
    grad['Ec'][:] = batch.classes.T @ dz[:, e:]


class Adam:
    """AdamW, with the mean of the weights over the last steps beside them."""

    def __init__(self, w, decay=0.01, mean=0.995):
        self.w, self.decay, self.mean = w, decay, np.float32(mean)
        self.m, self.v = np.zeros_like(w.flat), np.zeros_like(w.flat)
        self.t, self.average = 0, w.flat.copy()

    def step(self, grad, rate, most=1.0):
        g = grad.flat
        norm = float(np.sqrt(np.dot(g, g)))
        if norm > most:
            g *= np.float32(most / norm)
        self.t += 1
        self.m += np.float32(0.1) * (g - self.m)
        self.v += np.float32(0.01) * (g * g - self.v)
        c1, c2 = 1 - 0.9 ** self.t, 1 - 0.99 ** self.t
        step = self.m / (np.sqrt(self.v * np.float32(1 / c2)) + np.float32(1e-8))
        self.w.flat -= np.float32(rate / c1) * step + np.float32(rate * self.decay) * self.w.flat
        k = min(self.mean, np.float32(self.t / (self.t + 10)))
        self.average += (1 - k) * (self.w.flat - self.average)
        return norm
