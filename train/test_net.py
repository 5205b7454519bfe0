"""Checks backward() against differences of forward(), and align() on made-up lists."""
import types
import unittest

import numpy as np

import align
import net


def page(rng, n, d):
    wp = np.concatenate([[0], np.cumsum(rng.integers(0, 5, n))])
    cp = np.concatenate([[0], np.cumsum(rng.integers(0, 5, n))])
    return types.SimpleNamespace(x=rng.integers(0, 128, (n, d)).astype(np.uint8), word_ptr=wp, class_ptr=cp,
                                 words=rng.integers(0, net.WORD_IDS, wp[-1]), classes=rng.integers(0, net.CLASS_IDS, cp[-1]))


class Net(unittest.TestCase):
    def test_gradient(self):
        rng = np.random.default_rng(1)
        pages = [page(rng, n, 7) for n in (1, 5, 40)]
        shape = net.Shape(7, width=8, embedding=4)
        start = net.Weights(shape).start(rng).flat.astype(np.float64)
        w, grad = net.Weights(shape, start), net.Weights(shape, np.zeros_like(start))
        batch = net.Batch(pages)
        want = rng.standard_normal((batch.n, len(net.ROLES))).astype(np.float32) * batch.mask
        want_kinds = rng.standard_normal((3, len(net.KINDS))).astype(np.float32)

        def loss():
            a, b, _ = net.forward(w, batch)
            return float((a.astype(np.float64) * want).sum() + (b.astype(np.float64) * want_kinds).sum())

        _, _, keep = net.forward(w, batch)
        net.backward(w, grad, batch, keep, want, want_kinds)
        for name, g in grad.at.items():
            flat, view = g.reshape(-1), w[name].reshape(-1)
            for k in np.argsort(-abs(flat))[:4]:
                old, eps = view[k], 1e-6
                view[k] = old + eps
                up = loss()
                view[k] = old - eps
                down = loss()
                view[k] = old
                self.assertAlmostEqual((up - down) / (2 * eps), float(flat[k]), delta=1e-4 * abs(float(flat[k])) + 1e-4, msg=name)

    def test_pages_do_not_touch(self):
        rng = np.random.default_rng(2)
        a, b = page(rng, 30, 5), page(rng, 9, 5)
        w = net.Weights(net.Shape(5, width=8, embedding=4)).start(rng)
        one = net.Batch([a])
        both = net.Batch([b, a])
        x = net.forward(w, one)[0][one.rows]
        y = net.forward(w, both)[0][both.rows][9:]
        self.assertLess(abs(x - y).max(), 1e-4)


class Align(unittest.TestCase):
    def test_in_order(self):
        a = 'the cat sat on the mat and the dog ran off'.split()
        b = 'menu the mat share the cat sat on the mat and a dog ran off menu'.split()
        to = align.align(a, b)
        self.assertEqual(to, [4, 5, 6, 7, 8, 9, 10, -1, 12, 13, 14])

    def test_rises(self):
        rng = np.random.default_rng(3)
        for _ in range(50):
            a = list(map(str, rng.integers(0, 6, rng.integers(0, 60))))
            b = list(map(str, rng.integers(0, 6, rng.integers(0, 60))))
            to = [j for j in align.align(a, b) if j >= 0]
            self.assertEqual(to, sorted(set(to)))
            self.assertTrue(all(a[i] == b[j] for i, j in enumerate(align.align(a, b)) if j >= 0))


if __name__ == '__main__':
    unittest.main()
