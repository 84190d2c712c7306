"""The text of a letter that went as a file, in the paragraphs that the checks read.

A Word file has its own. Of a PDF only the lines are known: a paragraph ends with a line that is
well shorter than the page is wide. A scan has no text, and nothing is looked for in it.
"""

from documents.kinds_of_file import extension_of
from documents.reading_text import written_in
from letters.word_back import NotALetter, read_back

SHORT = 0.8  # of the longest line: a line that stops there stops its paragraph


def letter_in(name: str, content: bytes) -> str:
    if extension_of(name) == "docx":
        try:
            return read_back(content).text
        except NotALetter:
            return ""
    return in_paragraphs(written_in(name, content))


def in_paragraphs(text: str) -> str:
    """
    >>> in_paragraphs("Dear Ash\\nWe looked at each of the calls,\\nand one was late.")
    'Dear Ash\\n\\nWe looked at each of the calls, and one was late.'
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    width = max(map(len, lines), default=0) * SHORT
    said, goes_on = [], False
    for line in lines:
        if goes_on and line:
            said[-1] += f" {line}"
        elif line:
            said.append(line)
        goes_on = len(line) >= width
    return "\n\n".join(said)
