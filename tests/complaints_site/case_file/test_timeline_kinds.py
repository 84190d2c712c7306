"""Each kind of thing that happens has words of its own."""

from complaints_site import timeline, timeline_ombudsman


def test_what_the_ombudsman_does_is_never_told_of_anybody_else():
    assert not timeline.TITLES.keys() & timeline_ombudsman.TITLES.keys()
    assert timeline_ombudsman.TITLES["asked"] == "The Ombudsman asks"
