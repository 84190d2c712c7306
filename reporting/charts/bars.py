"""Bars from left to right: one for each row, or a few beside one another, or parts of one.

A row's words stand over its bars, so that they may be as long as they are.
"""

from reporting.charts.fills import DARK, FILLS, fill_of
from reporting.charts.grid import Line, Point
from reporting.charts.lettering import width
from reporting.charts.rule import Picture
from reporting.charts.sheet import QUIET, ROOM, SIZE, SMALL, Sheet, percents, printable

ALONE, BESIDE_OTHERS = 24, 18  # how high a bar is
AFTER_A_BAR, AFTER_A_ROW, BESIDE_A_BAR = 4, 16, 8
TRACK = "#f0f3f5"


def draw_bars(sheet: Sheet, picture: Picture, target: float | None = None) -> None:
    room = _room(picture)
    if target is not None:
        _say_target(sheet, target, room)
    began = sheet.y
    high = ALONE if len(picture.labels) == 1 else BESIDE_OTHERS
    for line in picture.lines:
        head(sheet, line)
        top = sheet.y
        for place, point in enumerate(line.points):
            _bar(sheet, picture, line, place, point, high, room)
            sheet.space(high + AFTER_A_BAR)
        sheet.space(-AFTER_A_BAR)
        _nought(sheet, top)
        sheet.space(AFTER_A_ROW)
    sheet.space(-AFTER_A_ROW)
    if target is not None:
        x = percents(target * room / 100)
        looks = {"stroke": "#0b0c0c", "stroke_width": 2, "stroke_dasharray": "5 4"}
        sheet.add("line", class_="target", x1=x, x2=x, y1=began, y2=sheet.y + 4, **looks)


def _room(picture: Picture) -> float:
    """How far the longest bar reaches, in per cent: its number stands beside it."""
    widest = max(width(point.text, SIZE) for line in picture.lines for point in line.points)
    return 100 - 100 * (widest + 2 * BESIDE_A_BAR) / ROOM


def _bar(sheet, picture: Picture, line: Line, place: int, point: Point, high, room) -> None:
    reach = room * point.size / picture.top
    y = sheet.y
    if picture.form == "shares":
        sheet.add("rect", x=0, y=y, width=percents(room), height=high, fill=TRACK)
    if point.is_known:
        bar = marked(sheet, "bar", line, point)
        looks = {"fill": fill_of(sheet, place), "stroke": DARK, "stroke_width": 1}
        sheet.add("rect", bar, x=0, y=y, width=percents(reach), height=high, **looks)
    at = percents(room if picture.form == "shares" else reach)
    weight = {"font_weight": "bold"} if point.is_known else {"fill": QUIET}
    sheet.write(point.text, at, y + high / 2 + SIZE * 0.36, dx=BESIDE_A_BAR, **weight)


def head(sheet: Sheet, line: Line) -> None:
    """The words of a row, over what is drawn of it."""
    sheet.paragraph(_capital(line.label))
    sheet.space(8)


def draw_parts(sheet: Sheet, picture: Picture) -> None:
    whole = not any(point.of_base for line in picture.lines for point in line.points)
    widest = max((width(_sum(line), SIZE) for line in picture.lines), default=0) if whole else 0
    room = 100 - 100 * (widest + 2 * BESIDE_A_BAR) / ROOM if whole else 99.5
    for line in picture.lines:
        head(sheet, line)
        reach = _parts_of(sheet, picture, line, room)
        if whole:
            at = sheet.y + ALONE / 2 + SIZE * 0.36
            sheet.write(_sum(line), percents(reach), at, dx=BESIDE_A_BAR, font_weight="bold")
        elif not reach:
            at = sheet.y + ALONE / 2 + SIZE * 0.36
            sheet.write("n/a", 0, at, dx=BESIDE_A_BAR, fill=QUIET)
        sheet.space(ALONE)
        _nought(sheet, sheet.y - ALONE)
        sheet.space(AFTER_A_ROW)
    sheet.space(-AFTER_A_ROW)


def _parts_of(sheet: Sheet, picture: Picture, line: Line, room: float) -> float:
    """Draws the parts one after another, and returns how far they reach."""
    reach = 0.0
    for place, point in enumerate(line.points):
        share = room * point.size / picture.top
        if share:
            part = marked(sheet, "bar", line, point)
            looks = {"fill": fill_of(sheet, place), "stroke": DARK, "stroke_width": 1}
            box = {"x": percents(reach), "width": percents(share)}
            sheet.add("rect", part, y=sheet.y, height=ALONE, **box, **looks)
            if share * ROOM / 100 > width(point.text, SMALL) + 10:
                _number_within(sheet, part, point, place, reach + share / 2)
        reach += share
    return reach


def _number_within(sheet: Sheet, part, point: Point, place: int, middle: float) -> None:
    """On a ground of marks a number has a rim of paper, or it would not be read."""
    fill = FILLS[place]
    rim = {"stroke": fill.ground, "stroke_width": 5, "paint_order": "stroke"}
    y = sheet.y + ALONE / 2 + SMALL * 0.36
    looks = {"text_anchor": "middle", "font_size": SMALL, "font_weight": "bold"}
    rimmed = rim if fill.marks or fill.dots else {}
    number = sheet.add("text", part, x=percents(middle), y=y, fill=fill.words, **looks, **rimmed)
    number.text = point.text


def _sum(line: Line) -> str:
    numbers = [point.cell.value or 0 for point in line.points]
    if line.points[0].cell.kind == "pounds":
        return f"£{sum(numbers):,.2f}".removesuffix(".00")
    return f"{sum(numbers):,}"


def marked(sheet: Sheet, kind: str, line: Line, point: Point):
    """A group that says which cell it is: to whoever points at it, and to whoever reads it back."""
    group = sheet.add(
        "g",
        class_=kind,
        data_row=point.cell.row,
        data_column=point.cell.column,
        data_value=point.cell.value,
    )
    words = f"{line.label}, {point.label}" if len(line.points) > 1 else line.label
    sheet.add("title", group).text = printable(f"{words}: {point.text}")
    return group


def legend(sheet: Sheet, labels: tuple[str, ...]) -> None:
    """Which paint is which, where there are several."""
    if len(labels) < 2:
        return
    for place, label in enumerate(labels):
        top = sheet.y + 6
        looks = {"fill": fill_of(sheet, place), "stroke": DARK, "stroke_width": 1}
        sheet.add("rect", x="0.5", y=top, width=26, height=14, **looks)
        sheet.write(_capital(label), "34", top + 12, font_size=SMALL + 1)
        sheet.space(22)
    sheet.space(6)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _say_target(sheet: Sheet, target: float, room: float) -> None:
    sheet.space(SMALL + 4)
    anchor = {"text_anchor": "end"} if target > 50 else {}
    words = f"Target {target:g}%"
    sheet.write(words, percents(target * room / 100), font_size=SMALL, **anchor)
    sheet.space(4)


def _nought(sheet: Sheet, top: float) -> None:
    """Where the bars of a row begin: a bar of nought is seen to be one."""
    looks = {"stroke": "#0b0c0c", "stroke_width": 4}
    sheet.add("line", x1=0, x2=0, y1=top - 1, y2=sheet.y + 1, **looks)
