"""Of letters as councils write them, the checks find what is wrong and nothing else.

The twenty of ``tuned/`` are what the checks were mended by. The thirty of ``never_tuned/`` say how
they fare with letters they never saw: that is written down here as it came out, and no check is
changed because of it.
"""

from hashlib import sha256

import pytest

from tests.letters.council_letters import HERE, judged, letters_in, open_lines

TUNED, NEVER_TUNED = letters_in("tuned"), letters_in("never_tuned")
# By letter: faults that were missed; lines that were open for no fault. All others came out right
CAME_OUT = {
    "10": ([], ["procedure"]),  # "investigated at Stage 2", said of what may come
    "15": ([], ["point-1", "point-2", "point-3", "point-4"]),  # headings "1. Short breaks …"
    "17": ([], ["remedy"]),  # a sum that the panel asked for, taken for one that is promised
    "29": (["needs"], []),  # they are those of the representative, to whom it does not go
}
PLANTED = 36
AS_WRITTEN = "dd3b51a8e5ad16ed487916786b94703b1e9f4dd708b44a8dd27a5fcc6281c4f6"


@pytest.mark.parametrize("one", TUNED, ids=str)
def test_every_planted_fault_is_found_and_nothing_else(one, officer):
    lines = open_lines(one, officer)

    assert judged(one, lines) == ([], []), lines


@pytest.mark.parametrize("one", NEVER_TUNED, ids=str)
def test_letters_that_no_check_was_tuned_to_come_out_as_they_did(one, officer):
    lines = open_lines(one, officer)

    assert judged(one, lines) == CAME_OUT.get(one.name, ([], []))


def test_the_sets_are_of_their_size_and_hold_good_letters_too():
    assert (len(TUNED), len(NEVER_TUNED)) == (20, 30)
    assert [sum(not one.planted for one in letters) for letters in (TUNED, NEVER_TUNED)] == [4, 8]
    assert sum(len(one.planted) for one in NEVER_TUNED) == PLANTED


def test_the_letters_that_no_check_was_tuned_to_are_as_they_were_written():
    files = sorted((HERE / "never_tuned").glob("*.toml"))

    assert sha256(b"".join(file.read_bytes() for file in files)).hexdigest() == AS_WRITTEN
