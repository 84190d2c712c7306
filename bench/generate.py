"""Make a case log of any size: invented complaints of ten years, with a year's natural shape.

    python -m bench.generate 20000 FOLDER

The same number and seed give the same bytes, on any machine.
"""

import argparse
from datetime import date
from pathlib import Path

from complaints_site.invented.log import SEED, InventedLog, Span
from complaints_site.invented.office import Office

TEN_YEARS = Span(date(2016, 4, 1), date(2026, 3, 31))
CASES_OF_AN_OFFICER = 2_500  # in ten years


def made_log(how_many: int, seed: int = SEED) -> InventedLog:
    owners = [email_of(number) for number in range(1, officers(how_many) + 1)]
    return InventedLog(how_many, TEN_YEARS, Office(owners), seed)


def officers(how_many: int) -> int:
    """How many people hold the cases: the more complaints, the more of them."""
    return max(8, how_many // CASES_OF_AN_OFFICER)


def email_of(officer: int) -> str:
    return f"complaints-{officer}@bench.example"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("how_many", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    told = parser.parse_args()
    made_log(told.how_many, told.seed).write(told.folder)


if __name__ == "__main__":
    main()
