"""Reading: a path, a page or a stream to articles, with an issue for what can not be read.

``read`` is the one way in. It streams: an article is handed on before the next is read, and memory stays
flat however long the input is. Nothing an input holds raises; it comes out as an ``Issue`` with a stable
code, and the good articles around it still arrive.
"""

from liqaa.ingest.reading.reader import read

__all__ = ["read"]
