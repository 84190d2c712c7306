"""Lines over the parts of a period: up to three on one panel, more in strips of their own.

All are on one scale from nought, so that a steep line is a steep change.
"""

from datetime import date

from reporting.charts.bars import head, marked
from reporting.charts.fills import DARK
from reporting.charts.grid import Line, Point
from reporting.charts.lettering import width
from reporting.charts.rule import Picture
from reporting.charts.scale import steps_to
from reporting.charts.sheet import GRID, QUIET, ROOM, SMALL, Sheet, percents
from reporting.period import financial_year_of

HIGH, STRIP, AFTER_A_STRIP = 200, 60, 18
LEFT, RIGHT = 11.0, 95.0  # where the first and the last part stand, in per cent
DASHES = ("", "7 5", "2 4")
GROUNDS = (DARK, "#fff", "#9cbfd0")  # of the dots
MOST_DOTS = 31
OVER, UNDER = -11, 20  # where a number stands, from its dot
OVER_ROOM, UNDER_ROOM = 34, 24  # what it needs to the next line, and to the foot


def draw_line(sheet: Sheet, picture: Picture) -> None:
    if len(picture.lines) > 1:
        _legend(sheet, picture.lines)
    sheet.space(22)
    steps = steps_to(picture.top, whole=picture.kind == "count")
    _grid(sheet, steps, picture)
    told = _told_apart(picture, steps[-1])
    for place, line in reversed(list(enumerate(picture.lines))):
        _one(sheet, line, place, HIGH, steps[-1], told[place])
    sheet.space(HIGH)
    _parts(sheet, picture)


def draw_strips(sheet: Sheet, picture: Picture) -> None:
    top = picture.top or 1
    for line in picture.lines:
        head(sheet, line)
        sheet.space(18)
        base = sheet.y + STRIP
        sheet.add("line", x1=0, x2="100%", y1=base, y2=base, stroke=GRID)
        told = _told(line.points, all_fit=_all_fit(picture))
        _one(sheet, line, 0, STRIP, top, dict.fromkeys(told, OVER))
        sheet.space(STRIP + AFTER_A_STRIP)
    sheet.space(-AFTER_A_STRIP)
    _parts(sheet, picture)


def _grid(sheet: Sheet, steps: list[float], picture: Picture) -> None:
    for step in steps:
        y = sheet.y + HIGH * (1 - step / steps[-1])
        looks = {"stroke": "#0b0c0c" if step == 0 else GRID, "stroke_width": 1}
        sheet.add("line", x1=0, x2="100%", y1=y, y2=y, **looks)
        sheet.write(_step(step, picture.kind), 0, y - 4, font_size=SMALL, fill=QUIET)


def _step(step: float, kind: str) -> str:
    number = f"{step:,.0f}" if step == int(step) else f"{step:,.1f}"
    return {"pounds": f"£{number}", "percent": f"{number}%"}.get(kind, number)


def _one(sheet: Sheet, line: Line, place: int, high: float, top: float, told: dict) -> None:
    """A line with its dots. ``told`` says how far over or under its dot a number stands.

    What is not known breaks the line.
    """
    places = [_x(n, len(line.points)) for n in range(len(line.points))]
    heights = [sheet.y + high * (1 - point.size / top) for point in line.points]
    for n in range(1, len(places)):
        if line.points[n - 1].is_known and line.points[n].is_known:
            ends = {"x1": percents(places[n - 1]), "x2": percents(places[n])}
            dashes = {"stroke_dasharray": DASHES[place]} if DASHES[place] else {}
            looks = {"stroke": DARK, "stroke_width": 2.5, **dashes}
            sheet.add("line", y1=heights[n - 1], y2=heights[n], **ends, **looks)
    for n, point in enumerate(line.points):
        if point.is_known:
            dot = marked(sheet, "dot", line, point)
            shown = 4.5 if len(places) <= MOST_DOTS else 2
            looks = {"r": shown, "fill": GROUNDS[place], "stroke": DARK, "stroke_width": 2}
            sheet.add("circle", dot, cx=percents(places[n]), cy=heights[n], **looks)
            if n in told:
                _say(sheet, dot, point, places[n], heights[n] + told[n])


def _say(sheet: Sheet, dot, point: Point, x: float, y: float) -> None:
    rim = {"stroke": "#fff", "stroke_width": 4, "paint_order": "stroke"}
    looks = {"text_anchor": "middle", "font_size": SMALL, "font_weight": "bold", **rim}
    sheet.add("text", dot, x=percents(x), y=y, **looks).text = point.text


def _all_fit(picture: Picture) -> bool:
    """Whether all numbers of a line have room beside one another."""
    points = [point for line in picture.lines for point in line.points]
    widest = max(width(point.text, SMALL) for point in points) + 6
    room = ROOM * (RIGHT - LEFT) / 100
    return widest * (len(picture.keys) - 1) <= room


def _told(points: tuple[Point, ...], *, all_fit: bool) -> set[int]:
    """Where a line says its number: everywhere, or at its ends and its highest."""
    known = [n for n, point in enumerate(points) if point.is_known]
    if all_fit or not known:
        return set(known)
    highest = max(known, key=lambda n: points[n].size)
    apart = len(points) / 6  # nearer than this, two numbers would touch
    ends = {n for n in (known[0], known[-1]) if abs(n - highest) >= apart}
    return ends | {highest}


def _told_apart(picture: Picture, top: float) -> list[dict[int, float]]:
    """The same for lines on one panel: the highest says its number over its dot, the lowest under
    it; one that would lie on another line is left out."""
    all_fit = _all_fit(picture)
    wanted = [_told(line.points, all_fit=all_fit) for line in picture.lines]
    found: list[dict[int, float]] = [{} for _ in picture.lines]
    for n in range(len(picture.keys)):
        known = [
            (HIGH * line.points[n].size / top, -place)
            for place, line in enumerate(picture.lines)
            if line.points[n].is_known
        ]
        for height, place in known:
            below = _side(height, place, known)
            if below is not None and n in wanted[-place]:
                found[-place][n] = UNDER if below else OVER
    return found


def _side(height: float, place: int, known: list[tuple[float, int]]) -> bool | None:
    """Whether a number stands under its dot; None where it has no room."""
    if (height, place) == max(known):
        return False
    others = [other for other, its_place in known if its_place != place]
    if min(others) - height >= OVER_ROOM:
        return False
    return True if height < min(others) and height >= UNDER_ROOM else None


def _x(n: int, number: int) -> float:
    return LEFT + (RIGHT - LEFT) * n / (number - 1)


def _parts(sheet: Sheet, picture: Picture) -> None:
    """The parts under the line, as many as have room, with the year where it begins."""
    names = short_names(picture.keys)
    widest = max(width(name, SMALL) for name, _ in names) + 10
    room = ROOM * (RIGHT - LEFT) / 100
    every = max(1, -(-int(widest * (len(names) - 1)) // int(room)))
    drawn = None
    for n in range(0, len(names), every):
        name, year = names[n]
        x, looks = percents(_x(n, len(names))), {"text_anchor": "middle", "font_size": SMALL}
        sheet.write(name, x, sheet.y + 20, **looks)
        if year != drawn and year and picture.says_year:
            sheet.write(year, x, sheet.y + 37, fill=QUIET, **looks)
            drawn = year
    sheet.space(44 if drawn else 26)


def short_names(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each part in short, and its financial year, by the days on which they begin.

    >>> short_names(("2026-04-01", "2026-07-01")), short_names(("2025-04-01", "2026-04-01"))
    ([('Q1', '2026/27'), ('Q2', '2026/27')], [('2025/26', ''), ('2026/27', '')])
    """
    days = [date.fromisoformat(key) for key in keys]
    months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month
    return [_short(day, months) for day in days]


def _short(day: date, months: int) -> tuple[str, str]:
    year, since_april = financial_year_of(day).label, (day.month - 4) % 12
    if months == 12:
        return year, ""
    if months == 1:
        return f"{day:%b}", year
    return (f"H{since_april // 6 + 1}" if months == 6 else f"Q{since_april // 3 + 1}"), year


def _legend(sheet: Sheet, lines: tuple[Line, ...]) -> None:
    for place, line in enumerate(lines):
        y = sheet.y + 13
        dashes = {"stroke_dasharray": DASHES[place]} if DASHES[place] else {}
        sheet.add("line", x1=0, x2=34, y1=y, y2=y, stroke=DARK, stroke_width=2.5, **dashes)
        looks = {"fill": GROUNDS[place], "stroke": DARK, "stroke_width": 2}
        sheet.add("circle", cx=17, cy=y, r=4.5, **looks)
        sheet.write(line.label, 44, y + 5, font_size=SMALL + 1)
        sheet.space(22)
    sheet.space(4)
