"""Asking clamd whether a file carries a virus: its INSTREAM command, in the few lines it takes.

Where a scanner is set and does not answer, nothing is kept: it fails closed.
"""

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings

SECONDS = 30
PIECE = 64 * 1024


class ScannerSilent(Exception):
    """The scanner that was set did not answer, or not in its own words."""


def virus_in(content: bytes) -> str:
    """The name of the virus that the scanner finds; "" where it finds none, or none is set."""
    if not settings.CLAMD_ADDRESS:
        return ""
    try:
        answer = _ask(content)
    except OSError as error:
        raise ScannerSilent from error
    said = answer.rstrip("\0\n").removeprefix("stream: ")
    if said == "OK":
        return ""
    if not said.endswith(" FOUND"):
        raise ScannerSilent(said)
    return said.removesuffix(" FOUND")


def _ask(content: bytes) -> str:
    with _connected() as link:
        link.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            link.sendall(struct.pack("!L", len(piece)) + piece)
        link.sendall(struct.pack("!L", 0))
        with link.makefile("rb") as answer:
            return answer.read(4096).decode(errors="replace")


def _connected() -> socket.socket:
    """``tcp://scanner:3310`` or ``unix:///run/clamav/clamd.ctl``."""
    address = urlsplit(settings.CLAMD_ADDRESS)
    if address.scheme == "unix":
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(SECONDS)
        link.connect(address.path)
        return link
    return socket.create_connection((address.hostname, address.port or 3310), timeout=SECONDS)
