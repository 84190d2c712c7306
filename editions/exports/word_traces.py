"""What a Word file tells beside its text: who changed what, comments, where its template lies.

A template brings its own: of a report none of it leaves the house.
"""

from collections.abc import Iterator

from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

OF_A_PART = {
    "attachedTemplate",
    "comments",
    "commentsExtended",
    "commentsExtensible",
    "commentsIds",
    "custom-properties",
    "customXml",
    "people",
    "thumbnail",
    "vbaProject",
}
IN_THE_TEXT = (
    "w:attachedTemplate",
    "w:commentRangeEnd",
    "w:commentRangeStart",
    "w:commentReference",
    "w:dataBinding",
    "w:del",
    "w:docVars",
    "w:moveFrom",
    "w:moveFromRangeEnd",
    "w:moveFromRangeStart",
    "w:moveToRangeEnd",
    "w:moveToRangeStart",
    "w:pPrChange",
    "w:rPrChange",
    "w:rsid",
    "w:rsids",
    "w:sectPrChange",
    "w:tblPrChange",
    "w:tcPrChange",
    "w:trPrChange",
)
ACCEPTED = ("w:ins", "w:moveTo")  # what they hold stands as if it had always stood there
OF_THE_WRITER = ("Company", "Manager", "Template", "TotalTime", "HyperlinkBase")


def without_traces(word) -> None:
    package = word.part.package
    for holder in (package, *package.iter_parts()):
        for key, link in list(holder.rels.items()):
            if link.reltype.rpartition("/")[2] in OF_A_PART:
                del holder.rels[key]
    for part in package.iter_parts():
        if isinstance(part, XmlPart):
            _clean(part.element)
        elif part.content_type.endswith("xml"):
            _clean_as_bytes(part)


def _clean_as_bytes(part: Part) -> None:
    told = parse_xml(part.blob)
    _clean(told)
    part._blob = etree.tostring(told, xml_declaration=True, encoding="UTF-8", standalone=True)


def _clean(element) -> None:
    for each in list(element.iter(*map(qn, IN_THE_TEXT))):
        _take_out(each)
    for each in list(element.iter(*map(qn, ACCEPTED))):
        _put_in_its_place(each)
    for each in _of_the_writer(element):
        _take_out(each)
    for each in element.iter():
        for name in [name for name in each.attrib if name.startswith(qn("w:rsid"))]:
            del each.attrib[name]


def _of_the_writer(element) -> Iterator:
    return iter([each for each in element if etree.QName(each).localname in OF_THE_WRITER])


def _take_out(element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _put_in_its_place(element) -> None:
    """As a mark of a paragraph's end it holds nothing, and goes."""
    for kid in list(element):
        element.addprevious(kid)
    _take_out(element)
