"""Each kind of thing that happens has words of its own."""

from complaints_site import timeline


def test_no_two_subjects_tell_of_a_kind_in_different_words():
    told = [kind for subject in timeline.SUBJECTS for kind in subject.TITLES]

    assert sorted(told) == sorted(set(told))
    assert {"decision", "extension", "advocate", "part", "payment", "asked", "restricted"} <= set(
        told
    )
