"""The network in 8 bits: weights with a scale for each row, activations of 7 bits with a scale for each layer.

What src/label/network.c does, step by step, so that both can be compared; layout in export.py.
"""
import numpy as np

import net

MOST = 45  # of an embedding's numbers: printable characters hold no more (export.py)


def rows8(m, most=127):
    """int8 rows of a matrix [out][in], and the scale of each."""
    scale = np.maximum(np.abs(m).max(1), 1e-8) / most
    return np.clip(np.rint(m / scale[:, None]), -most, most).astype(np.int8), scale.astype(np.float32)


def table(e, clip):
    scale = np.float32(max(float(np.quantile(np.abs(e[np.abs(e).sum(1) > 0]), clip)), 1e-6) / MOST)
    return np.clip(np.rint(e / scale), -MOST, MOST).astype(np.int8), scale


def seen_rows(pages):
    """Which rows of the tables any page has."""
    words, classes = np.zeros(net.WORD_IDS, np.int64), np.zeros(net.CLASS_IDS, np.int64)
    for p in pages:
        words[np.unique(p.words)] += 1
        classes[np.unique(p.classes)] += 1
    return words, classes


def calibrate(w, pages):
    """The largest values (nearly) of the means of embeddings and of what each layer reads."""
    tops = {}

    def watch(layer, u):
        top = np.quantile(np.abs(u[np.abs(u).sum(1) > 0]), 0.9998) if np.any(u) else 0
        tops.setdefault(layer, []).append(top)
        return u

    for k in range(0, len(pages), 8):
        net.forward(w, net.Batch(pages[k:k + 8]), quantise=watch)
    return {k: float(np.mean(v) + np.std(v)) for k, v in tops.items()}


class Quantised:
    def __init__(self, w, pages):
        s = self.shape = w.shape
        self.words, self.word_unit = table(w['Ew'], 0.999)
        self.classes, self.class_unit = table(w['Ec'], 0.999)
        in_words, in_classes = seen_rows(pages)
        self.words[in_words < 1] = 0
        self.classes[in_classes < 1] = 0
        rng = np.random.default_rng(7)
        sample = [pages[k] for k in rng.permutation(len(pages))[:160] if len(pages[k].x) < 2000]
        tops = {k: v for k, v in calibrate(w, sample).items() if k != 'e'}
        ew = np.concatenate([np.abs(net.Batch([p]).words @ w['Ew']).ravel() for p in sample])
        ec = np.concatenate([np.abs(net.Batch([p]).classes @ w['Ec']).ravel() for p in sample])
        unit_w, unit_c = (np.float32(np.quantile(e[e > 0], 0.9998) / 63) for e in (ew, ec))
        self.word_scale, self.class_scale = np.float32(self.word_unit / unit_w), np.float32(self.class_unit / unit_c)
        d, e = s.columns, s.embedding
        m = w['W0'].T.copy()
        m[:, :d] /= 64
        m[:, d:d + e] *= unit_w
        m[:, d + e:] *= unit_c
        self.input = -(-(d + 2 * e) // 32) * 32
        q, self.scale0 = rows8(m)
        self.w0 = np.zeros((s.width, self.input), np.int8)
        self.w0[:, :d + 2 * e] = q
        self.bias0 = (w['b0'] - 64 * q[:, d:].astype(np.float32).sum(1) * self.scale0).astype(np.float32)
        layers = len(s.dilations)
        self.step = np.array([127 / tops[l + 1] for l in range(layers)] + [127 / tops['o']], np.float32)
        self.w, self.scale, self.bias = [], [], []
        for l in range(layers):
            q, c = rows8(w[f'W{l + 1}'].T)
            self.w.append(q)
            self.scale.append((c / self.step[l]).astype(np.float32))
            self.bias.append(w[f'b{l + 1}'])
        self.wg, self.scale_g = rows8(w['Wg'].T)
        self.bias_g = w['bg']
        self.wo, c = rows8(w['Wo'].T)
        self.scale_o, self.bias_o = (c / self.step[layers]).astype(np.float32), w['bo']
        self.wk, self.scale_k = rows8(w['Wk'].T)
        self.bias_k = w['bk']

    @staticmethod
    def bag(table, scale, ids, ptr):
        n = np.diff(ptr)
        sums = np.zeros((len(n), table.shape[1]), np.int32)
        np.add.at(sums, np.repeat(np.arange(len(n)), n), table[ids].astype(np.int32))
        ratio = np.where(n > 0, scale / np.maximum(n, 1).astype(np.float32), 0).astype(np.float32)
        return (np.clip(sums * ratio[:, None], -63, 63) + np.float32(64.5)).astype(np.uint8)

    def forward(self, page):
        """Logits of the roles of a page's blocks, and of its kinds."""
        n, h = len(page.x), self.shape.width
        z = np.zeros((n, self.input), np.uint8)
        d, e = self.shape.columns, self.shape.embedding
        z[:, :d] = page.x
        z[:, d:d + e] = self.bag(self.words, self.word_scale, page.words, page.word_ptr)
        z[:, d + e:d + 2 * e] = self.bag(self.classes, self.class_scale, page.classes, page.class_ptr)
        # products of 7 and 8 bits, some hundred of them: exact in float32
        dot = lambda a, m: a.astype(np.float32) @ m.T.astype(np.float32)
        u = np.maximum(dot(z, self.w0) * self.scale0 + self.bias0, 0)
        read = lambda l: np.minimum(127, (u * self.step[l] + np.float32(0.5)).astype(np.int32))
        for l, dilation in enumerate(self.shape.dilations):
            q, c = read(l), np.zeros((n, 3 * h), np.int32)
            if n > dilation:
                c[dilation:, :h] = q[:-dilation]
                c[:-dilation, 2 * h:] = q[dilation:]
            c[:, h:2 * h] = q
            u = u + np.maximum(dot(c, self.w[l]) * self.scale[l] + self.bias[l], 0)
            if l + 1 == self.shape.mean_after:
                m = u.mean(0, dtype=np.float32)
                u = u + np.maximum(m @ self.wg.T.astype(np.float32) * self.scale_g + self.bias_g, 0)
        m = u.mean(0, dtype=np.float32)
        return dot(read(len(self.w)), self.wo) * self.scale_o + self.bias_o, m @ self.wk.T.astype(np.float32) * self.scale_k + self.bias_k


def agreement(quantised, w, pages):
    """Share of blocks whose likeliest role is the same in both, of pages with the same kind, and the largest difference
    of probabilities at the 99.9th percentile."""
    same = total = kinds = 0
    far = []
    for p in pages:
        b = net.Batch([p])
        z, k, _ = net.forward(w, b)
        qz, qk = quantised.forward(p)
        z = z[b.rows]
        same += int((z.argmax(1) == qz.argmax(1)).sum())
        total += len(z)
        kinds += int(k.argmax() == qk.argmax())
        far.append(np.abs(net.softmax(z) - net.softmax(qz))[:, net.BODY])
    return same / total, kinds / len(pages), float(np.quantile(np.concatenate(far), 0.999))
