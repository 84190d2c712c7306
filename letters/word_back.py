"""A draft that was written on in Word: what of it is the letter, in the notation, and what is not.

Only text is taken: headings, entries of lists, bold, and the fields. What else a Word file holds is
left where it is, and named. Tracked changes are taken as accepted: whoever uploads the file has the
changes before them, and sees all that differs before it becomes the next draft.
"""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from letters.fields import WHEN_SENT

MAIN, STYLES, ABOUT = "word/document.xml", "word/styles.xml", "docProps/core.xml"
LARGEST = 20 * 1024**2  # bytes of a part: a letter has a hundredth of it
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
NO = ("0", "false", "off", "none")
LEFT_OUT = {
    f"{W}drawing": "pictures",
    f"{W}pict": "pictures",
    f"{W}object": "embedded files",
    f"{W}footnoteReference": "footnotes",
    f"{W}endnoteReference": "footnotes",
    f"{W}commentReference": "comments",
}
TRACKED = {f"{W}del", f"{W}moveFrom"}
ADDED = {f"{W}ins", f"{W}moveTo"}
SAID = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
SILENT = {f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", FALLBACK}
HEADINGS = re.compile(r"^(?:heading \d|title|subtitle)$", re.IGNORECASE)
LISTS = re.compile(r"^list", re.IGNORECASE)


class NotALetter(Exception):
    """Why a Word file cannot be read, as a sentence."""


@dataclass
class WrittenInWord:
    """``of`` says of which draft it was taken; ``left_out`` what was not taken over."""

    text: str
    of: str = ""
    left_out: list[str] = field(default_factory=list)
    accepted_changes: bool = False


def read_back(content: bytes) -> WrittenInWord:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            main, styles = _part(parts, MAIN), _part(parts, STYLES)
            about = _part(parts, ABOUT)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError) as error:
        raise NotALetter("It cannot be read: save it again in Word and upload that.") from error
    if main is None or main.find(f"{W}body") is None:
        raise NotALetter("It cannot be read: save it again in Word and upload that.")
    reader = _Reader(_names_of(styles))
    text = reader.text_of(main.find(f"{W}body"))
    if not text:
        raise NotALetter("There is no text in it.")
    of = about.findtext(f".//{IDENTIFIER}", "") if about is not None else ""
    return WrittenInWord(text, of, sorted(reader.left_out), reader.tracked)


def _part(parts: zipfile.ZipFile, name: str):
    if name not in parts.namelist():
        return None
    with parts.open(name) as part:
        content = part.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotALetter("It is far larger than a letter. Paste the text of the letter instead.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _names_of(styles) -> dict[str, str]:
    """The names of the styles by their keys, which another language's Word calls otherwise."""
    if styles is None:
        return {}
    return {
        style.get(f"{W}styleId", ""): style.find(f"{W}name").get(f"{W}val", "")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}name") is not None
    }


class _Reader:
    def __init__(self, names: dict[str, str]):
        self.names, self.left_out, self.tracked = names, set(), False

    def text_of(self, body) -> str:
        """Entries that follow one another are one list."""
        said, was_entry = [], False
        for paragraph in self._paragraphs(body):
            words, is_entry = self._paragraph(paragraph)
            if not words:
                was_entry = False
            elif is_entry and was_entry:
                said[-1] += f"\n{words}"
            else:
                said.append(words)
            was_entry = is_entry and bool(words)
        return "\n\n".join(said)

    def _paragraphs(self, body):
        for paragraph in body.iter(f"{W}p"):
            above = {one.tag for one in paragraph.iterancestors()}
            if f"{W}txbxContent" in above:
                self.left_out.add("text boxes")
                continue
            if above & TRACKED or FALLBACK in above:
                continue
            if f"{W}tbl" in above:
                self.left_out.add("the lines of tables (their words are there)")
            yield paragraph

    def _paragraph(self, paragraph) -> tuple[str, bool]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        key = style.get(f"{W}val", "") if style is not None else ""
        name = self.names.get(key, key)
        is_heading = bool(HEADINGS.match(name))
        is_entry = not is_heading and self._is_entry(paragraph, name)
        words = _joined(self._pieces(paragraph), bold=not is_heading)
        if is_heading and words:
            return f"## {' '.join(words.split())}", False
        if is_entry and words:
            return f"- {' '.join(words.split())}", True
        return words, False

    def _is_entry(self, paragraph, name: str) -> bool:
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return number.get(f"{W}val") != "0"
        return bool(LISTS.match(name))

    def _pieces(self, node, *, bold=False):
        """Words with whether they are bold, in their order."""
        for child in node:
            if isinstance(child.tag, str) and not self._leaves_out(child):
                yield from self._words(child, bold)

    def _leaves_out(self, node) -> bool:
        if node.tag in LEFT_OUT:
            self.left_out.add(LEFT_OUT[node.tag])
        self.tracked |= node.tag in TRACKED or node.tag in ADDED
        return node.tag in LEFT_OUT or node.tag in TRACKED or node.tag in SILENT

    def _words(self, node, bold):
        if node.tag == f"{W}sdt":
            yield from self._control(node, bold)
        elif node.tag == f"{W}r":
            yield from self._run(node)
        elif node.tag == f"{W}t":
            yield node.text or "", bold
        elif node.tag in SAID:
            yield SAID[node.tag], bold
        else:
            yield from self._pieces(node, bold=bold)

    def _run(self, run):
        look = run.find(f"{W}rPr")
        if look is not None and _on(look.find(f"{W}vanish")):
            self.left_out.add("hidden text")
            return
        yield from self._pieces(run, bold=look is not None and _on(look.find(f"{W}b")))

    def _control(self, control, bold):
        tag = control.find(f"{W}sdtPr/{W}tag")
        name = tag.get(f"{W}val", "") if tag is not None else ""
        content = control.find(f"{W}sdtContent")
        if name in WHEN_SENT:  # whatever was typed into it: it is filled as the letter goes
            yield f"{{{name}}}", bold
        elif content is not None:
            yield from self._pieces(content, bold=bold)


def _on(said) -> bool:
    return said is not None and said.get(f"{W}val", "1").lower() not in NO


def _joined(pieces, *, bold: bool) -> str:
    """Neighbours in one hand are one; the stars of bold stand close to their words."""
    runs: list[list] = []
    for words, is_bold in pieces:
        if runs and runs[-1][1] == is_bold:
            runs[-1][0] += words
        else:
            runs.append([words, is_bold])
    return "".join(
        _starred(words) if is_bold and bold else words for words, is_bold in runs
    ).strip()


def _starred(words: str) -> str:
    """
    >>> _starred(" very "), _starred(" ")
    (' **very** ', ' ')
    """
    inner = words.strip()
    if not inner:
        return words
    starred = "\n".join(f"**{line}**" if line.strip() else line for line in inner.split("\n"))
    before, _, after = words.partition(inner)
    return f"{before}{starred}{after}"
