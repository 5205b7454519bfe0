"""Calls in the shape of other packages', so that cutline can be tried in code that is there by changing one import:

    from cutline.compat.trafilatura import extract, bare_extraction
    from cutline.compat.newspaper import Article
    from cutline.compat.readability import Document

They take the same arguments and give the same kinds of values; what is in these is cutline's. An argument that has no
meaning here is told by a CutlineCompatWarning where it was given.
"""
