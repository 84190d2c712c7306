"""An upload of 200 MB: a clear sentence, nothing kept, and no more memory than for a small one."""

import tracemalloc

import pytest

from tests.complaints_site.case_file.makers import words_of

pytestmark = pytest.mark.django_db
EDGE = "an-edge"
HEAD = f'--{EDGE}\r\nContent-Disposition: form-data; name="{{name}}"{{more}}\r\n\r\n'
MEGABYTES = 200
MOST_MEMORY = 20 * 1024**2


class Sent:
    """The body of a request, made while it is read: nobody holds all of it."""

    def __init__(self, *parts: bytes, large: int):
        before, after = parts
        self.pieces = self._made(before, after, large)
        self.length = len(before) + large + len(after)
        self.left = b""
        self.read_so_far = 0

    def _made(self, before, after, large):
        yield before
        piece = b"%PDF-" + b"x" * (64 * 1024 - 5)
        for _ in range(large // len(piece)):
            yield piece
        yield after

    def readline(self, size=-1):
        raise NotImplementedError  # a form of several parts is never read by lines

    def read(self, size=-1):
        while len(self.left) < size and (piece := next(self.pieces, b"")):
            self.left += piece
        given, self.left = self.left[:size], self.left[size:]
        self.read_so_far += len(given)
        return given


def part(name: str, more: str = "") -> str:
    return HEAD.format(name=name, more=more)


@pytest.fixture
def body(report):
    answers = {"kind": report.pk, "dated_on": "20 11 2026", "disclosure": "may"}
    said = "".join(f"{part(name)}{value}\r\n" for name, value in answers.items())
    file = part("files", '; filename="film.pdf"\r\nContent-Type: application/pdf')
    end = f"\r\n--{EDGE}--\r\n"
    return Sent((said + file).encode(), end.encode(), large=MEGABYTES * 1024**2)


def test_200_megabytes_are_refused_in_bounded_memory(
    client, case, officer, body, kept_apart, settings
):
    client.force_login(officer)
    tracemalloc.start()
    answer = client.request(
        **{
            "REQUEST_METHOD": "POST",
            "PATH_INFO": f"/case/{case.reference}/documents/",
            "CONTENT_TYPE": f"multipart/form-data; boundary={EDGE}",
            "CONTENT_LENGTH": str(body.length),
            "wsgi.input": body,
        }
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    said = "“film.pdf” was not kept: it is larger than 25 MB, the most that one file may have."
    assert said in words_of(answer)
    assert 'value="20 11 2026"' in words_of(answer)  # what was typed stays
    assert body.read_so_far == body.length
    assert not settings.DOCUMENTS_ROOT.exists()
    assert peak < MOST_MEMORY
