"""How fast it is, as ratios taken in one run: ``make bench``.

    python -m bench [dates] [import] [report] [tables] [pages] [logging] [finding] [letters]
                    [memory] [disclosure] [editions] [--keep]

Without a subject, all of them. With ``--keep``, databases that are there are used as they are.
Ends with 1 where a limit is missed.
"""

import argparse
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from bench import (  # noqa: E402
    disclosures,
    due_dates,
    editions,
    finding,
    imports,
    letters,
    logging_a_case,
    memory,
    pages,
    reports,
    tables,
)
from bench.result import Measured, print_table  # noqa: E402


def dates(keep: bool) -> list[Measured]:
    return [
        Measured(
            f"{row.what}, times as fast as numpy",
            None,
            row.ratio,
            row.wanted,
            at_least=True,
            seconds=f"{row.seconds:.2f} s to {row.numpy_seconds:.2f} s",
        )
        for row in due_dates.measure()
    ]


SUBJECTS = {
    "dates": dates,
    "import": imports.measure,
    "report": reports.measure,
    "tables": tables.measure,
    "pages": pages.measure,
    "logging": logging_a_case.measure,
    "finding": finding.measure,
    "letters": letters.measure,
    "memory": memory.measure,
    "disclosure": disclosures.measure,
    "editions": editions.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("subjects", nargs="*", metavar="|".join(SUBJECTS))
    parser.add_argument("--keep", action="store_true", help="use the databases as they are")
    asked = parser.parse_args()
    lines = []
    for subject in asked.subjects or SUBJECTS:
        print(f"Measuring: {subject} …", flush=True)
        lines += SUBJECTS[subject](asked.keep)
    print_table(lines)
    return 0 if all(line.met for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
