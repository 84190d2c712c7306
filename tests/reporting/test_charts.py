"""Pictures of tables, read back: each is the table's numbers, in proportion, and says them."""

from decimal import Decimal
from math import isclose
from xml.etree import ElementTree as Xml

import pytest
from django.core.management import call_command

from accounts.models import User
from accounts.permissions import Role
from reporting.any_table.asked import read
from reporting.any_table.page import counted_standard_tables
from reporting.charts.chart import as_svg, chart_of
from reporting.charts.rule import BELOW, CASES, NOTHING, SEVERAL, NoPicture, picture_of
from reporting.results import Cell, Column, Row, Table
from tests.factories import directorate
from tests.reporting import little_year

SVG = "{http://www.w3.org/2000/svg}"


def table(columns, rows, *, kind="count", bases=None, key="drawn"):
    """``columns`` by key and label; ``rows`` by label, each with its values."""

    def cell(row, column, value):
        base = bases.get(row) if bases else None
        share = Decimal(100) * value / base if base and kind == "count" else None
        part = value * base // 100 if kind == "percent" and value is not None else None
        return Cell(key, row, column, value, share, base, kind, part)

    return Table(
        key=key,
        title="Complaints, by service area",
        section="",
        base="",
        definition="",
        kind=kind,
        columns=[Column(*each) for each in columns],
        rows=[
            Row(
                _key(label),
                label,
                [
                    cell(_key(label), column, value)
                    for (column, _), value in zip(columns, values, strict=True)
                ],
            )
            for label, values in rows.items()
        ],
    )


def _key(label):
    return label.lower().replace(" ", "-")


ALL = [("all", "All")]
QUARTERS = [
    ("2006-04-01", "Quarter 1 of 2006/07"),
    ("2006-07-01", "Quarter 2 of 2006/07"),
    ("2006-10-01", "Quarter 3 of 2006/07"),
    ("total", "Total"),
]
OUTCOMES = [("upheld", "Upheld"), ("not", "Not upheld"), ("total", "Total")]
BY_AREA = table(ALL, {"Fostering": [4], "Leaving Care": [3], "Family Centre": [0], "Total": [7]})
BY_OUTCOME = table(
    OUTCOMES, {"Fostering": [1, 3, 4], "Leaving Care": [2, 0, 2], "Total": [3, 3, 6]}
)
OF_EACH = table(
    OUTCOMES,
    {"Fostering": [1, 3, 4], "Leaving Care": [2, 0, 2], "Total": [3, 3, 6]},
    bases={"fostering": 4, "leaving-care": 2, "total": 6},
)
BY_QUARTER = table(QUARTERS, {"Fostering": [1, 2, 4, 7], "Total": [1, 2, 4, 7]})
SHARES = table(
    ALL,
    {"Fostering": [Decimal(75)], "Leaving Care": [Decimal(0)], "Family Centre": [None]},
    kind="percent",
    bases={"fostering": 4, "leaving-care": 3, "family-centre": 0},
)

POUNDS = table(ALL, {"Paid": [Decimal("20.50")]}, kind="pounds")
SEVERAL_THINGS = Table(**{**vars(BY_AREA), "rows": [*BY_AREA.rows, *POUNDS.rows]})


def read_back(svg):
    return Xml.fromstring(svg)  # noqa: S314 - drawn here


def drawn(of, **more):
    return read_back(chart_of(of, **more).svg)


def marks(svg, kind="bar"):
    """Each bar or dot: the cell that it says it is, and what is drawn."""
    return [
        (
            (group.get("data-row"), group.get("data-column")),
            group.get("data-value"),
            group.find(f"{SVG}rect" if kind == "bar" else f"{SVG}circle"),
        )
        for group in svg.iter(f"{SVG}g")
        if group.get("class") == kind
    ]


def long(bar):
    return float(bar.get("width").removesuffix("%"))


@pytest.mark.parametrize(
    ("of", "form"),
    [
        (BY_AREA, "bars"),
        (BY_OUTCOME, "parts"),
        (OF_EACH, "parts"),
        (BY_QUARTER, "line"),
        (SHARES, "shares"),
        (table(ALL, {"Fostering": [Decimal("1.25")]}, kind="rate"), "bars"),
    ],
)
def test_what_a_table_holds_decides_its_picture(of, form):
    assert picture_of(of).form == form


def test_rows_that_are_parts_of_a_period_make_a_line_too():
    of = table(ALL, {"April": [1], "May": [2]})
    days = {"april": "2006-04-01", "may": "2006-05-01"}
    rows = [Row(days[row.key], row.label, row.cells) for row in of.rows]

    picture = picture_of(Table(**{**vars(of), "rows": rows}))

    assert picture.form == "line"
    assert [point.cell.value for point in picture.lines[0].points] == [1, 2]


def test_bars_are_the_numbers_and_as_long_in_proportion():
    bars = {cell: (value, long(rect)) for cell, value, rect in marks(drawn(BY_AREA))}

    assert {cell: value for cell, (value, _) in bars.items()} == {
        ("fostering", "all"): "4",
        ("leaving-care", "all"): "3",
        ("family-centre", "all"): "0",
    }
    fostering, leaving_care = bars["fostering", "all"][1], bars["leaving-care", "all"][1]
    assert isclose(leaving_care / fostering, 3 / 4, abs_tol=0.001)
    assert bars["family-centre", "all"][1] == 0


def test_parts_of_one_bar_stand_one_after_another_in_proportion():
    parts = {cell: rect for cell, _, rect in marks(drawn(BY_OUTCOME))}

    upheld, not_upheld = parts["fostering", "upheld"], parts["fostering", "not"]
    assert isclose(long(not_upheld) / long(upheld), 3, abs_tol=0.01)
    assert not_upheld.get("x") == upheld.get("width")
    assert isclose(long(parts["leaving-care", "upheld"]) / long(upheld), 2, abs_tol=0.01)


def test_parts_that_are_shares_of_their_row_fill_a_bar_each():
    parts = {cell: rect for cell, _, rect in marks(drawn(OF_EACH))}

    fostering = long(parts["fostering", "upheld"]) + long(parts["fostering", "not"])
    assert isclose(fostering, long(parts["leaving-care", "upheld"]), abs_tol=0.02)
    assert isclose(long(parts["fostering", "upheld"]) / fostering, 1 / 4, abs_tol=0.001)


def test_parts_differ_by_more_than_colour():
    svg = drawn(BY_OUTCOME)

    paints = {rect.get("fill") for _, _, rect in marks(svg)}
    assert paints == {"#1b4965", "url(#chart-drawn-fill-1)"}
    assert svg.find(f".//{SVG}pattern[@id='chart-drawn-fill-1']/{SVG}path") is not None


def test_a_line_is_as_high_as_its_numbers():
    """Nought is the line at the foot: 4 stands four times as far over it as 1."""
    svg = drawn(BY_QUARTER)
    foot = max(float(line.get("y1")) for line in svg.findall(f"{SVG}line"))

    heights = {value: foot - float(dot.get("cy")) for _, value, dot in marks(svg, "dot")}

    assert sorted(heights) == ["1", "2", "4"]
    assert isclose(heights["4"] / heights["1"], 4, abs_tol=0.001)
    assert isclose(heights["2"] / heights["1"], 2, abs_tol=0.001)


def test_a_share_of_nought_is_a_bar_and_what_is_not_known_is_none():
    svg = drawn(SHARES, target=90)
    bars = {cell: rect for cell, _, rect in marks(svg)}
    (target,) = [line for line in svg.findall(f"{SVG}line") if line.get("class") == "target"]

    assert set(bars) == {("fostering", "all"), ("leaving-care", "all")}
    assert "n/a" in [text.text for text in svg.iter(f"{SVG}text")]
    at = float(target.get("x1").removesuffix("%"))
    assert isclose(long(bars["fostering", "all"]) / at, 75 / 90, abs_tol=0.001)


def test_a_picture_says_the_same_in_words():
    svg = drawn(BY_AREA, about="Children's Services, 1 April 2006 to 31 March 2007")

    assert svg.get("role") == "img"
    title, words = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == words.get("id")
    assert title.text == (
        "Complaints, by service area. Children's Services, 1 April 2006 to 31 March 2007"
    )
    assert words.text == "Bars. Fostering: 4. Leaving Care: 3. Family Centre: 0."


def test_a_picture_is_plain_and_the_same_each_time():
    """No style, script or colour of a page is needed: it is the same in a file and on paper."""
    svg = chart_of(OF_EACH).svg

    assert svg == chart_of(OF_EACH).svg
    assert not any(word in svg for word in ("style", "<script", "currentColor", "var("))


def test_long_words_are_broken_over_lines():
    label = "A person to whom arrangements for adoption services extend, or who looks after them"

    svg = drawn(table(ALL, {label: [2], "Other": [1]}))

    written = [text.text for text in svg.iter(f"{SVG}text")]
    assert label not in written
    assert " ".join(written[1:3]) == label


def test_words_that_an_xml_file_may_not_hold_are_left_out():
    svg = drawn(table(ALL, {"Fost\x01ering <i>": [2], "Other": [1]}))

    assert "Fostering <i>" in [text.text for text in svg.iter(f"{SVG}text")]


def test_more_lines_than_can_be_read_give_way_to_the_total():
    rows = {f"Area {n}": [n, 1, 1, n + 2] for n in range(1, 10)}
    of = table(QUARTERS, rows | {"Total": [45, 9, 9, 63]})

    picture = picture_of(of)

    assert [point.cell.value for point in picture.lines[0].points] == [45, 9, 9]
    assert picture.note == "The line is the total: its 9 rows are in the table."


def test_rows_with_nothing_are_left_out_where_there_are_many():
    rows = {f"Area {n}": [n % 2] for n in range(20)}

    picture = picture_of(table(ALL, rows))

    assert len(picture.lines) == 10
    assert picture.note == "10 rows that have nothing are in the table only."


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (table(ALL, {}), NOTHING),
        (table(ALL, {"Fostering": [0], "Total": [0]}), NOTHING),
        (table(ALL, {"Fostering": [None]}, kind="measured"), NOTHING),
        (table(ALL, {"CH-1": ["Not upheld"]}, kind="text"), CASES),
        (table(ALL, {"Change": [-3], "Other": [2]}), BELOW),
        (SEVERAL_THINGS, SEVERAL),
        (
            table(ALL, {f"Area {n}": [1] for n in range(2000)}),
            "2000 numbers are too many for a picture: the table has them.",
        ),
    ],
    ids=["no rows", "noughts", "n/a", "cases", "below", "several", "too many"],
)
def test_a_table_that_cannot_be_drawn_says_why(of, sentence):
    assert picture_of(of) == NoPicture(sentence)
    assert chart_of(of).svg == ""
    assert chart_of(of).sentence == sentence


@pytest.fixture
def officer(client):
    officer = User.objects.create_user("anna@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(officer)
    return officer


@pytest.mark.usefixtures("little_year")
@pytest.mark.django_db
class TestOfTheLittleYear:
    ADDRESS = "/reports/table/{}?count=complaints&rows=service-area&start=2006-04-01&end=2007-03-31"

    @pytest.mark.parametrize("scope", little_year.SCOPES, ids=lambda scope: scope.__name__)
    def test_every_mark_of_every_standard_table_is_its_cell(self, scope):
        for of, its_scope in counted_standard_tables(scope()):
            cells = {(cell.row, cell.column): cell for row in of.rows for cell in row.cells}
            svg = read_back(as_svg(of, its_scope))
            for kind in ("bar", "dot"):
                for cell, value, _ in marks(svg, kind):
                    assert value == str(cells[cell].value), (of.title, cell)

    def test_the_page_shows_the_picture_over_its_table(self, client, officer):
        address = self.ADDRESS.format("")

        without, with_chart = client.get(address), client.get(f"{address}&chart=on")

        assert "<svg" not in without.content.decode()
        page = with_chart.content.decode()
        assert page.index("<svg") < page.index('<table class="govuk-table app-table"')
        assert 'data-value="4"' in page

    def test_the_file_and_the_command_have_the_picture_of_the_page(self, client, officer, capsys):
        directorate_key = directorate().pk
        address = self.ADDRESS.format("file/svg/") + f"&directorate={directorate_key}"
        page = self.ADDRESS.format("") + f"&directorate={directorate_key}&chart=on"

        file = client.get(address)
        call_command(
            "table",
            "--count=complaints",
            "--rows=service-area",
            "--from=2006-04-01",
            "--to=2007-03-31",
            "--directorate=Children's Services",
            "--format=svg",
        )

        assert file["Content-Type"] == "image/svg+xml"
        svg = file.content.decode()
        assert svg in client.get(page).content.decode()
        assert capsys.readouterr().out.strip() == svg

    def test_the_standard_tables_have_charts_over_time_or_all_of_them(self, client, officer):
        address = "/reports/2006-04-01/2007-03-31/tables/"

        some, every = client.get(address), client.get(f"{address}?charts=all")

        over_time = some.content.decode().count("<svg")
        assert 3 < over_time < every.content.decode().count("<svg")
        assert "No chart: " not in some.content.decode()
        assert NOTHING in every.content.decode()

    def test_a_target_is_drawn_of_shares_and_said_to_be_wrong_beside_its_box(self, client, officer):
        address = self.ADDRESS.format("").replace("complaints", "stages-begun")
        address += "&measure=share-over&chart=on"

        drawn = client.get(f"{address}&target=90").content.decode()
        wrong = client.get(f"{address}&target=often")

        assert "Target 90%" in drawn
        assert wrong.context["form"].errors["target"] == [
            "Enter the target as a number, such as 90"
        ]

    def test_a_file_of_what_cannot_be_drawn_says_so(self):
        scope = little_year.nothing_at_all()
        asked = read({"count": ["complaints"], "rows": ["service-area"]}, scope).table()
        of = asked.table(scope, {asked.key: asked.counts(scope)})

        assert NOTHING in as_svg(of, scope)
