"""Where the files lie: a private folder outside the web's reach, each under its SHA-256.

The same file twice is one file. A name that somebody chose is never a name on the disc.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings

SHA256 = re.compile(r"[0-9a-f]{64}")
# Each gives the SHA-256s that an app refers to: what none of them names is cleared one day
KEEPERS: list[Callable[[], Iterable[str]]] = []


def store(content: bytes) -> str:
    """Keep ``content``, whole or not at all; the SHA-256 by which it is found again."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return sha256


def path_of(sha256: str) -> Path:
    """
    >>> path_of("../../etc/passwd")
    Traceback (most recent call last):
    ValueError: Not a SHA-256.
    """
    if not SHA256.fullmatch(sha256):
        raise ValueError("Not a SHA-256.")
    return Path(settings.DOCUMENTS_ROOT) / sha256[:2] / sha256


def read(sha256: str) -> bytes:
    return path_of(sha256).read_bytes()
