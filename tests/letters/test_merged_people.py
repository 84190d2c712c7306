"""A letter stays with whom it went to where two records of one person are put together."""

from django.utils.timezone import now

from cases.actions.merging import merge_people, undo_merge
from cases.models import CasePerson, Person


def test_a_letter_to_either_record_goes_to_the_one_that_stays(write, case, manager):
    letter = write()
    gone = letter.addressee.person
    kept = Person.objects.create(name="Marlow Penfold")
    twin = CasePerson.objects.create(case=case, person=kept, role=letter.addressee.role)

    merge = merge_people(kept, gone, chosen={}, now=now(), by=manager)

    letter.refresh_from_db()
    assert letter.addressee == twin
    undo_merge(merge, by=manager)
    letter.refresh_from_db()
    assert letter.addressee.person.name == "Marlow Penfield"
