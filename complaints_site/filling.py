"""Putting answers into the boxes of a page that is drawn already.

Any form of any page can be filled so, without a word in its view. Only the tags that hold an answer
are written anew; all else stays as it was drawn, letter by letter.
"""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

LEFT_ALONE = {"submit", "button", "reset", "image", "file", "password"}
TICKED = {"checkbox", "radio"}
Answers = list[tuple[str, str]]


def fill(page: str, path: str, typed: Answers, notice: Callable[[Answers], str]) -> str:
    """``page`` with ``typed`` in the boxes of its form that is sent to ``path``.

    ``notice`` makes what stands above the form, from the answers that found no box. A page without
    such a form stays as it is.
    """
    filler = Filler(page, path, typed)
    if filler.form_at is None:
        return page
    return filler.written(notice(filler.left))


class Filler(HTMLParser):
    """Reads a page once and notes what is to be written where."""

    def __init__(self, page: str, path: str, typed: Answers):
        super().__init__(convert_charrefs=True)
        self.page, self.path = page, path
        self.answers: dict[str, list[str]] = {}
        for name, value in typed:
            self.answers.setdefault(name, []).append(value)
        self.used: dict[str, int] = {}
        self.edits: list[tuple[int, int, str]] = []
        self.form_at: int | None = None
        self.inside = False
        self.select = ""
        self.textarea: tuple[int, str] | None = None
        self.lines = [0]
        for line in page.split("\n"):  # as the parser counts them
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.feed(page)
        self.close()

    @property
    def left(self) -> Answers:
        """The answers for which there was no box."""
        return [
            (name, value)
            for name, values in self.answers.items()
            for value in values[self.used.get(name, 0) :]
        ]

    def written(self, notice: str) -> str:
        page = self.page
        for start, end, text in sorted([*self.edits, (self.form_at, self.form_at, notice)])[::-1]:
            page = page[:start] + text + page[end:]
        return page

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "form":
            self._enter(given)
        elif self.inside and tag == "input":
            self._input(attrs, given)
        elif self.inside and tag == "select":
            self.select = given.get("name", "")
            self._use_all(self.select)
        elif self.inside and tag == "option" and self.select in self.answers:
            chosen = given.get("value") in self.answers[self.select]
            self._write(tag, attrs, "selected", None if chosen else False)
        elif self.inside and tag == "textarea" and given.get("name") in self.answers:
            self.textarea = (self._end_of_tag(), self._next(given["name"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea" and self.textarea:
            start, text = self.textarea
            self.edits.append((start, self._here(), "\n" + escape(text, quote=False)))
            self.textarea = None

    def _enter(self, given: dict) -> None:
        own = given.get("action") or self.path
        self.inside = given.get("method", "").lower() == "post" and own == self.path
        if self.inside and self.form_at is None:
            self.form_at = self._here()

    def _input(self, attrs: list, given: dict) -> None:
        name, kind = given.get("name"), given.get("type", "text").lower()
        if not name or name == "csrfmiddlewaretoken" or kind in LEFT_ALONE:
            return
        if kind in TICKED:
            ticked = given.get("value", "on") in self.answers.get(name, [])
            self._use_all(name)
            self._write("input", attrs, "checked", None if ticked else False)
        elif name in self.answers:
            self._write("input", attrs, "value", self._next(name))

    def _next(self, name: str) -> str:
        """The answer for the next box of this name; the last once more, where there are fewer."""
        values, place = self.answers[name], self.used.get(name, 0)
        self.used[name] = place + 1
        return values[min(place, len(values) - 1)]

    def _use_all(self, name: str) -> None:
        self.used[name] = len(self.answers.get(name, []))

    def _write(self, tag: str, attrs: list, name: str, value: str | bool | None) -> None:
        """Set an attribute; None is one without a value, False takes it out."""
        kept = [(key, old) for key, old in attrs if key != name]
        if value is not False:
            kept.append((name, value))
        words = [key if one is None else f'{key}="{escape(one)}"' for key, one in kept]
        self.edits.append((self._here(), self._end_of_tag(), f"<{' '.join([tag, *words])}>"))

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _end_of_tag(self) -> int:
        return self._here() + len(self.get_starttag_text())
