"""The virus scanner, by its protocol over a real socket (test_real_clamd.py has clamd itself)."""

import socket
import socketserver
import struct
import threading

import pytest

from documents.receiving import Refused, receive
from documents.scanner import ScannerSilent, virus_in
from tests.documents import files

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Scanner(socketserver.StreamRequestHandler):
    """Takes INSTREAM as clamd does: pieces with their length, until one of none."""

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        self.wfile.write(self.server.answer(content))


def answers(content: bytes) -> bytes:
    return b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


@pytest.fixture
def scanner(settings):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Scanner) as server:
        server.daemon_threads = True
        server.answer = answers
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        settings.CLAMD_ADDRESS = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield server
        server.shutdown()
        thread.join()


def test_what_is_clean_is_kept(scanner):
    assert virus_in(files.PDF * 5000) == ""
    assert receive("letter.pdf", files.PDF).name == "letter.pdf"


def test_what_carries_a_virus_is_not_kept(scanner):
    with pytest.raises(Refused, match=r"“note.txt” was not kept: it carries a virus \(Eicar-Sig"):
        receive("note.txt", EICAR)


def test_an_answer_that_is_none_counts_as_none(scanner):
    scanner.answer = lambda content: b"INSTREAM size limit exceeded. ERROR\0"

    with pytest.raises(ScannerSilent):
        virus_in(files.PDF)


def test_where_the_scanner_does_not_answer_nothing_is_kept(settings):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.CLAMD_ADDRESS = f"tcp://127.0.0.1:{unused.getsockname()[1]}"

        with pytest.raises(Refused, match="the virus scanner does not answer"):
            receive("letter.pdf", files.PDF)

    assert not settings.DOCUMENTS_ROOT.exists()


def test_it_may_listen_on_a_unix_socket(settings, tmp_path):
    path = tmp_path / "clamd"
    with socketserver.ThreadingUnixStreamServer(str(path), Scanner) as server:
        server.daemon_threads = True
        server.answer = answers
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        settings.CLAMD_ADDRESS = f"unix://{path}"
        found = virus_in(EICAR)
        server.shutdown()
        thread.join()

    assert found == "Eicar-Signature"


def test_without_a_scanner_set_nothing_is_asked(settings):
    settings.CLAMD_ADDRESS = ""

    assert virus_in(EICAR) == ""
