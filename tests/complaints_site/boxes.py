"""What stands in the boxes of a page's forms, as a browser would send it."""

from html.parser import HTMLParser


def boxes_of(page: str) -> dict[str, list[str]]:
    """The answers of a page by the name of their box, in their order."""
    return Boxes(page).answers


class Boxes(HTMLParser):
    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.answers: dict[str, list[str]] = {}
        self.select = self.textarea = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        of = dict(attrs)
        name, value = of.get("name", ""), of.get("value") or ""
        ticks = of.get("type") in ("checkbox", "radio")
        if tag == "input" and (not ticks or "checked" in of):
            self.answers.setdefault(name, []).append(value or ("on" if ticks else ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in of:
            self.answers.setdefault(self.select, []).append(value)
        elif tag == "textarea":
            self.textarea = name
            self.answers.setdefault(name, []).append("")

    def handle_data(self, data):
        if self.textarea:
            self.answers[self.textarea][-1] += data

    def handle_endtag(self, tag):
        if tag == "textarea":  # the line that opens one is not part of it
            typed = self.answers[self.textarea]
            typed[-1] = typed[-1].removeprefix("\n")
            self.textarea = ""
