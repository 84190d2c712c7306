"""A report of a few lines, with a table that fills pages and one that is wide, and a chart."""

from editions.document import (
    INTERNAL,
    Chart,
    CoverLine,
    Document,
    Grid,
    Line,
    Number,
    Part,
    Piece,
    Words,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="640" height="60" '
    'aria-labelledby="t" aria-describedby="d"><title id="t">Answers</title><desc id="d">Bars. In '
    'time: 7. Late: 5.</desc><rect width="200" height="20" /></svg>'
)


def little_document(rows: int = 200) -> Document:
    long = [Line(f"Team {place}", [Number(str(place), value=place)]) for place in range(rows)]
    areas = [f"Disability and learning {place}" for place in range(9)]
    wide = [Line("Upheld", [Number("1", "50%", value=1, percent=50) for _ in areas])]
    holds = [
        Words("heading", [[Piece("By team")]]),
        Words("paragraph", [[Piece("There were "), Piece("12", bold=True), Piece(" answers.")]]),
        Words("entries", [[Piece("One & all")], [Piece("Two")]]),
        Chart("answers", SVG, "Bars. In time: 7. Late: 5."),
        Grid("answers", "Answers", ["Total"], long, ["Base: 12 answers."]),
        Grid("outcomes", "Outcomes", areas, wide),
    ]
    parts = [Part(1, "Answers", holds), Part(2, "What is next", [])]
    cover = [CoverLine("Committee", "Scrutiny", "Ann Author, 1 June 2007")]
    return Document("Annual report", "A Council", "2006/07", INTERNAL, cover, parts)
