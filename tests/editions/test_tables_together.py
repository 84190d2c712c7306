"""Tables that would vanish are put together in the public form, and proved with the rest."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.models import AdvocacyReferral
from editions.actions.writing import put_together, take_apart
from editions.assembling import Assembling
from editions.models import Edition, TableTogether
from editions.released.public import declared_of, public_form
from editions.released.together import Together

pytestmark = pytest.mark.django_db
TABLE = "stage1_by_part_of_year"
SMALL = ["Family Centre", "Children Looked After (CLA)", "Education Welfare (EWO)"]


@pytest.fixture
def made_of(edition):
    def made():
        assembling = Assembling(Edition.objects.get(pk=edition.pk))
        internal = assembling.document()
        return internal, public_form(assembling, internal)

    return made


def grid_of(document, name):
    return next(grid for grid in document.grids() if grid.name == name)


def test_what_would_vanish_is_offered_by_its_rows(made_of):
    _, public = made_of()

    assert public.offers
    assert all(len(offer.rows) >= 2 or offer.years == 3 for offer in public.offers)
    assert all(" together" in offer.words for offer in public.offers)


def test_what_is_chosen_stands_in_the_public_form_alone_and_is_proved(made_of, edition, author):
    _, public = made_of()
    offer = next(one for one in public.offers if one.rows)
    draft = edition.draft

    told = put_together(edition, table=offer.table, rows=offer.rows, by=author)

    internal, public = made_of()
    whole, shown = grid_of(internal, offer.table), grid_of(public.document, offer.table)
    labels = [*(line.label for line in shown.lines), *shown.columns]
    assert str(told) in labels
    assert not set(offer.rows) & set(labels)
    assert set(offer.rows) <= {*(line.label for line in whole.lines), *whole.columns}
    assert public.unproved == []
    assert "0 can be worked out" in public.proof
    assert edition.draft == draft + 1  # whoever cleared the one before looks again
    shown_now = sum(number.value is not None for line in shown.lines for number in line.numbers)
    assert shown_now > 0


def test_its_numbers_add_up(edition, author, assembling):
    table = assembling.tables["stage1_nature_of_complaint"]
    rows = ["Attitude of staff", "Service delay", "Failure to provide information"]
    told = put_together(edition, table=table.key, rows=rows, by=author)
    one = Together(told, declared_of(table.key, assembling), table, assembling.scope)

    together = one.table.cell(str(told), "Total").value
    assert together == sum(table.cell(row, "Total").value for row in rows) == 7
    for column in ("Children in Need (CIN)", "Fostering & Adoption"):
        assert one.table.cell(str(told), column).value == sum(
            table.cell(row, column).value for row in rows
        )
    assert one.table.cell("Total", "Total").value == 43


def test_the_part_that_another_table_tells_is_hidden_with_it(edition, author, made_of):
    """Of two rows together 10, one of them 9 elsewhere tells that the other is 1: the proof knows
    that the two are one."""
    put_together(
        edition,
        table="stage1_nature_of_complaint",
        rows=["Level & quality of service", "Attitude of staff"],
        by=author,
    )

    _, public = made_of()

    assert public.unproved == []
    variables = [step for step in public.kept["steps"] if step["step"] == "sum"]
    assert any(len(step["parts"]) == 2 for step in variables)


def test_three_years_are_counted_together_and_each_of_them_known_to_the_proof(
    edition, author, made_of
):
    some = AdvocacyReferral.objects.order_by("pk").values_list("pk", flat=True)[:10]
    AdvocacyReferral.objects.filter(pk__in=list(some)).update(referred_on=date(2005, 6, 1))
    put_together(edition, table="advocacy_referrals", years=3, by=author)

    internal, public = made_of()

    now = grid_of(internal, "advocacy_referrals")
    years = grid_of(public.document, "advocacy_referrals")
    assert years.title.endswith(", 1 April 2004 to 31 March 2007")
    totals = [[number.value or 0 for number in grid.lines[-1].numbers] for grid in (now, years)]
    assert [max(one) for one in totals] == [14, 24]
    assert public.unproved == []
    parts = [one["parts"] for one in public.kept["steps"] if one["step"] == "sum"]
    assert {len(one) for one in parts} & {2, 3}


def test_it_is_taken_apart_again_and_a_new_version_begins_with_it(edition, author, client):
    client.force_login(author)
    at = f"/reports/editions/{edition.pk}/public/together/"

    client.post(at, {"table": TABLE, "row": SMALL})
    assert TableTogether.objects.get().rows == SMALL
    told = client.post(at, {"table": TABLE, "row": SMALL[:1]}, follow=True).content.decode()
    assert "Choose two rows at least" in told
    assert client.post(at, {"table": "no-such", "row": SMALL}).status_code == 404

    take_apart(edition, table=TABLE, by=author)
    assert not TableTogether.objects.exists()


def test_the_command_prints_what_the_attack_found(edition):
    said = StringIO()

    call_command("prove_edition", edition.pk, stdout=said)

    assert "0 can be worked out" in said.getvalue()
    with pytest.raises(CommandError, match="There is no edition 0"):
        call_command("prove_edition", 0)
