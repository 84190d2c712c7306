"""The tags of a PDF as PDF/UA wants them, where the typesetter leaves them short.

Each head of a table says whether it is of a column or of a row. A table that runs over pages is one
table: its head, drawn again on each page, is read once. Nothing is nested in its like.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

NESTED = ("Table", "Link")  # of which the typesetter puts one in another
SAYS_NOTHING = ("Div", "Sect")  # and is cut where a page ends
TO_POINTS = 0.75  # CSS counts 96 dots to the inch
BEGINS = (Operator("BDC"), Operator("BMC"))


def put_right(content: bytes, pictures: Iterable[str]) -> bytes:
    """``pictures`` are what each says that it holds, in their order."""
    with pikepdf.open(BytesIO(content)) as pdf:
        Tags(pdf).put_right(pictures)
        kept = BytesIO()
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


class Tags:
    """The structure tree of one file. ``now`` says which element took another's place."""

    def __init__(self, pdf: pikepdf.Pdf):
        self.pdf = pdf
        self.top = pdf.Root.StructTreeRoot.K[0]
        self.now: dict[tuple[int, int], Dictionary] = {}

    def put_right(self, pictures: Iterable[str]) -> None:
        self._unwrap(self.top)
        self._join_tables()
        says = iter(pictures)
        for element in elements_under(self.top):
            if kind(element) == "Table":
                _scope(element)
            elif kind(element) == "Figure":
                element.Alt = String(f"{element.Alt}. {next(says)}")
                _place(element)
        read = self._marks_that_are_read()
        self._set_apart_what_is_not(read)
        self._follow_in_the_parent_tree(read)

    def _unwrap(self, element: Dictionary) -> None:
        """What stands in its like stands in its place."""
        kids = []
        for kid in kids_of(element):
            if not is_element(kid):
                kids.append(kid)
                continue
            self._unwrap(kid)
            if kind(kid) in SAYS_NOTHING or (kind(kid) in NESTED and kid.S == element.S):
                kids += self._taken_up(kid, element)
            else:
                kids.append(kid)
        element.K = Array(kids)

    def _taken_up(self, inner: Dictionary, outer: Dictionary) -> list:
        self.now[inner.objgen] = outer
        found = kids_of(inner)
        for kid in found:
            if is_element(kid):
                kid.P = outer
        return found

    def _join_tables(self) -> None:
        """A table on two pages is one; its head is drawn again, and read once."""
        kids: list = []
        for kid in kids_of(self.top):
            if kids and _goes_on(kids[-1], kid):
                for part in kids_of(kid):
                    if kind(part) != "THead":
                        part.P = kids[-1]
                        kids[-1].K.append(part)
            else:
                kids.append(kid)
        self.top.K = Array(kids)

    def _marks_that_are_read(self) -> dict[tuple[int, int], set[int]]:
        """By page."""
        found = defaultdict(set)
        for element in elements_under(self.top):
            for kid in kids_of(element):
                if isinstance(kid, int):
                    found[element.Pg.objgen].add(kid)
        return found

    def _set_apart_what_is_not(self, read: dict[tuple[int, int], set[int]]) -> None:
        """Heads and feet of pages, and heads of tables that are drawn again."""
        for page in self.pdf.pages:
            told = []
            for operands, operator in pikepdf.parse_content_stream(page):
                mark = _mark_of(operands) if operator in BEGINS else None
                if mark is None or mark in read[page.obj.objgen]:
                    told.append((operands, operator))
                else:
                    told.append(([Name.Artifact], Operator("BMC")))
            page.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(told))

    def _follow_in_the_parent_tree(self, read: dict[tuple[int, int], set[int]]) -> None:
        pages = {page.obj.get("/StructParents"): page.obj.objgen for page in self.pdf.pages}
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        for place in range(0, len(numbers), 2):
            held = numbers[place + 1]
            if not isinstance(held, Array):
                numbers[place + 1] = self._instead(held)
                continue
            marks = read[pages[numbers[place]]]
            for mark, element in enumerate(held):
                held[mark] = self._instead(element) if mark in marks else None

    def _instead(self, element):
        while is_element(element) and element.objgen in self.now:
            element = self.now[element.objgen]
        return element


def kids_of(element: Dictionary) -> list:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def is_element(kid) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def kind(element: Dictionary) -> str:
    return str(element.S).removeprefix("/")


def elements_under(element: Dictionary) -> Iterator[Dictionary]:
    """In the order in which they are read."""
    for kid in kids_of(element):
        if is_element(kid):
            yield kid
            yield from elements_under(kid)


def _goes_on(table: Dictionary, kid: Dictionary) -> bool:
    """Whether it is the same table on the next page: each begins with its caption."""
    if kind(table) != "Table" or kind(kid) != "Table":
        return False
    return kind(kids_of(kid)[0]) != "Caption"


def _scope(table: Dictionary) -> None:
    """Names of heads, of which a cell on the next page knows nothing, go: scopes say as much."""
    for part in kids_of(table):
        for element in elements_under(part) if is_element(part) else ():
            if kind(element) == "TH":
                of = Name.Column if kind(part) == "THead" else Name.Row
                element.A = Dictionary(O=Name.Table, Scope=of)
                del element["/ID"]
            elif kind(element) == "TD" and "/A" in element and "/Headers" in element.A:
                del element.A["/Headers"]


def _place(figure: Dictionary) -> None:
    """Where it stands, in points from the foot of the page."""
    left, top, right, bottom = (float(each) * TO_POINTS for each in figure.A.BBox)
    height = float(figure.Pg.MediaBox[3])
    figure.A.BBox = Array([left, height - bottom, right, height - top])


def _mark_of(operands: Iterable) -> int | None:
    told = list(operands)[-1]
    return int(told.MCID) if isinstance(told, Dictionary) and "/MCID" in told else None
