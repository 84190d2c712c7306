"""An edition of the annual report made whole: as a page, a file, and fit to publish."""

import json
import os
import subprocess
import sys

from bench import databases
from bench.result import SIZES, Measured

LIMITS = {"html": 2.0, "docx": 6.0, "pdf": 6.0, "public": 60.0}  # seconds; 2,000 cases a year
TIMES_FOR_TEN_TIMES = {"html": 3, "docx": 3, "pdf": 3, "public": 1}
MEGABYTES = 400
WHAT = {
    "html": "the edition as a page",
    "docx": "the edition in Word",
    "pdf": "the edition as PDF",
    "public": "its public form: hiding and proof",
}


def measure(keep: bool) -> list[Measured]:
    """At ten times the cases, what is allowed is told as the share of it that was taken."""
    small, large = (made_in(databases.complaints(size, keep=keep)) for size in SIZES)
    lines = [
        Measured(
            f"{words}, of the time allowed",
            small[kind] / LIMITS[kind],
            large[kind] / LIMITS[kind] / TIMES_FOR_TEN_TIMES[kind],
            1.0,
            seconds=f"{small[kind]:.1f} s, {large[kind]:.1f} s",
        )
        for kind, words in WHAT.items()
    ]
    told = f"published in {small['publish']:.1f} s, {large['publish']:.1f} s"
    memory = (small["memory"], large["memory"])
    return [*lines, Measured("memory of what makes it", *memory, MEGABYTES, " MB", seconds=told)]


def made_in(database: str) -> dict[str, float]:
    answer = subprocess.run(
        [sys.executable, "-m", "bench.an_edition"],
        env=os.environ | {"BENCH_DATABASE": database},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(answer.stdout)
