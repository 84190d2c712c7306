"""Where a step can be taken by a letter, its page leads there first."""

import pytest

from letters.actions.writing import submit
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import at


@pytest.fixture
def page_of(client, officer, case):
    client.force_login(officer)
    return lambda step: words_of(client.get(f"/case/{case.reference}/step/{step}/"))


@pytest.mark.parametrize(
    ("step", "kind", "label"),
    [
        ("acknowledge", "acknowledgement", "Acknowledgement"),
        ("answer", "stage_1", "Stage 1 response"),
        ("record-update", "update", "Update"),
    ],
)
def test_its_page_offers_to_write_it_or_to_record_one_sent_outside(
    page_of, case, step, kind, label
):
    page = page_of(step)

    assert f"Write the letter: {label}" in page
    assert f"/case/{case.reference}/letters/write/{kind}/" in page
    assert f"/case/{case.reference}/letters/outside/{kind}/" in page


def test_one_that_is_under_way_is_gone_on_with(page_of, write, officer):
    letter = write()
    submit(letter, now=at(), by=officer)

    page = page_of("answer")

    assert f"/letters/{letter.pk}/" in page
    assert "Go on with the letter: Stage 1 response" in page
    assert "with the vetter" in page


def test_a_step_that_no_letter_takes_offers_none(page_of):
    assert "Sending it takes this step" not in page_of("hold")


def test_where_who_complains_is_withheld_none_is_offered(page_of, case):
    case.identity_withheld = True
    case.save()

    assert "Sending it takes this step" not in page_of("answer")
