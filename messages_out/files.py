"""Where the files that go with messages are read from: told by the app that keeps them.

``READ`` gives the content of a SHA-256. The vault of papers is above this app, so it puts itself
in here as the programs start (documents/apps.py).
"""

from collections.abc import Callable

READ: list[Callable[[str], bytes]] = []


def read(sha256: str) -> bytes:
    (from_the_vault,) = READ
    return from_the_vault(sha256)
