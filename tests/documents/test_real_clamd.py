"""clamd itself, where it is installed, with one signature of our own: no download is needed."""

import shutil
import subprocess
import time

import pytest

from documents.receiving import Refused, receive
from documents.scanner import ScannerSilent, virus_in
from tests.documents import files
from tests.documents.test_scanner import EICAR

CLAMD = shutil.which("clamd")
pytestmark = pytest.mark.skipif(CLAMD is None, reason="clamd is not installed (clamav-daemon)")
MOST = 2 * 1024**2
CONF = f"""\
DatabaseDirectory {{folder}}
LocalSocket {{folder}}/socket
Foreground yes
StreamMaxLength {MOST}
"""
SECONDS = 30


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A running clamd: its socket is in the folder."""
    folder = tmp_path_factory.mktemp("clamd")
    mark = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE".hex()
    (folder / "own.ndb").write_text(f"Own-Eicar:0:*:{mark}\n")
    (folder / "clamd.conf").write_text(CONF.format(folder=folder))
    command = [CLAMD, f"--config-file={folder}/clamd.conf"]
    daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    until = time.monotonic() + SECONDS
    while not (folder / "socket").exists():
        assert daemon.poll() is None, "clamd ended before it listened."
        assert time.monotonic() < until, "clamd does not listen."
        time.sleep(0.05)
    yield folder
    daemon.terminate()
    daemon.wait()


@pytest.fixture(autouse=True)
def asked(folder, settings):
    settings.CLAMD_ADDRESS = f"unix://{folder}/socket"


def test_what_is_clean_is_kept():
    assert virus_in(files.PDF * 5000) == ""
    assert receive("letter.pdf", files.PDF).name == "letter.pdf"


def test_a_virus_is_named_and_nothing_is_kept(settings):
    with pytest.raises(Refused, match=r"“note.txt” was not kept: it carries a virus \(Own-Eicar"):
        receive("note.txt", EICAR)

    assert not settings.DOCUMENTS_ROOT.exists()


def test_a_virus_inside_an_office_file_is_found_too():
    with pytest.raises(Refused, match="carries a virus"):
        receive("letter.docx", files.docx({"word/media/note.txt": EICAR}))


def test_what_is_longer_than_clamd_takes_is_not_called_clean():
    with pytest.raises(ScannerSilent):
        virus_in(b"x" * (MOST + 1))
