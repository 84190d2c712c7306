"""PDFium does one thing at a time in a process: everything that calls it holds this lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2

ONE_AT_A_TIME = RLock()


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()
