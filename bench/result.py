"""One line of what was measured, and the table of them."""

from dataclasses import dataclass

SIZES = 20_000, 200_000


@dataclass(frozen=True)
class Measured:
    """``small`` and ``large`` are the figures at 20,000 and 200,000 complaints; a figure that has
    no size stands in ``large``. ``at_least`` where more is better. ``met`` overrides the limit
    where it has two parts.
    """

    what: str
    small: float | None
    large: float | None
    limit: float
    unit: str = "×"
    at_least: bool = False
    small_met: bool | None = None
    seconds: str = ""

    @property
    def met(self) -> bool:
        small = self._within(self.small) if self.small_met is None else self.small_met
        return small and self._within(self.large)

    def _within(self, figure: float | None) -> bool:
        if figure is None:
            return True
        return figure >= self.limit if self.at_least else figure <= self.limit

    def shown(self, figure: float | None) -> str:
        if figure is None:
            return "–"
        return f"{figure:,.0f}{self.unit}" if self.unit != "×" else f"{figure:,.1f} ×"


def print_table(lines: list[Measured]) -> None:
    width = max(len(line.what) for line in lines)
    print(f"\n{'what':<{width}}  {'20,000':>10}  {'200,000':>10}  {'limit':>14}")
    for line in lines:
        limit = f"{'at least' if line.at_least else 'at most'} {line.limit:g}{line.unit.strip()}"
        said = "met" if line.met else "MISSED"
        print(
            f"{line.what:<{width}}  {line.shown(line.small):>10}  {line.shown(line.large):>10}"
            f"  {limit:>14}  {said:<6}  {line.seconds}"
        )
