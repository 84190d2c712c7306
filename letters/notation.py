"""The plain notation in which letters are written, and what is made of it.

A blank line ends a paragraph; a line that begins "## " is a heading, one that begins "- " an entry
of a list; **bold** is bold. Nothing else survives: what is typed is text, and what is made of it
goes through nh3 besides.
"""

import re
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe

TAGS = {"h2", "p", "ul", "li", "strong", "br"}
BOLD = re.compile(r"\*\*(.+?)\*\*")


def paragraphs_of(text: str) -> list[str]:
    """Its paragraphs, headings and lists, each as it was typed."""
    found = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [one.strip("\n") for one in found if one.strip()]


def as_html(paragraph: str) -> SafeString:
    """
    >>> as_html("We are **sorry**, <script>")
    '<p>We are <strong>sorry</strong>, &lt;script&gt;</p>'
    >>> as_html("- one" + chr(10) + "- two")
    '<ul><li>one</li><li>two</li></ul>'
    """
    lines = paragraph.split("\n")
    if paragraph.startswith("## "):
        made = f"<h2>{_words(paragraph[3:])}</h2>"
    elif all(line.startswith("- ") for line in lines):
        made = "<ul>" + "".join(f"<li>{_words(line[2:])}</li>" for line in lines) + "</ul>"
    else:
        made = "<p>" + "<br>".join(_words(line) for line in lines) + "</p>"
    return mark_safe(nh3.clean(made, tags=TAGS, attributes={}))  # noqa: S308 - cleaned here


def letter_as_html(text: str) -> SafeString:
    return mark_safe("\n".join(as_html(one) for one in paragraphs_of(text)))  # noqa: S308


def _words(text: str) -> str:
    return BOLD.sub(r"<strong>\1</strong>", escape(text))
