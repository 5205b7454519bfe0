"""Writes the tables of the network for flattened text.

usage: flat_export.py CACHE NAME WAY[,WAY...] OUT.inc VECTORS.inc

CACHE/NAME.npz is what `flat_fit.py --all` left; OUT.inc is src/label/lines_network_data.inc. Laid out as by export.py.
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'

import sys

import numpy as np

import export
import flat_fit
import net


def main(cache, name, ways, out, out_vectors):
    columns, pages = flat_fit.load(cache, ways.split(','))
    with np.load(f'{cache}/{name}.npz') as a:
        assert list(a['columns']) == columns
        w = net.Weights(flat_fit.Shape(len(columns), int(a['width']), int(a['embedding'])), a['flat'])
    export.write_tables(w, pages, [p for p in pages if p.set == 'roles'][::7], columns, out, out_vectors)


if __name__ == '__main__':
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
