"""Where a letter goes: an address that is safe, confirmed as it is sent."""

from django import forms

from cases.models import Person
from letters.models import Letter
from stages.models import How

CONFIRM = "Confirm the address that it goes to"


def ask_address(form: forms.Form, letter: Letter) -> None:
    """Where one is known, and letters may go there, whoever sends it looks at it."""
    person = letter.addressee.person if letter.addressee else None
    if person and person.address and why_not_by_post(person) == "":
        lines = ", ".join(line.strip() for line in person.address.splitlines() if line.strip())
        form.fields["address_right"] = forms.BooleanField(
            label=f"The address is right: {person}, {lines}",
            help_text="If it goes by post",
            required=False,
        )


def refuse_address(form: forms.Form, letter: Letter) -> None:
    """What the way that was chosen comes up against, beside its field."""
    person = letter.addressee.person if letter.addressee else None
    how = form.cleaned_data.get("how")
    confirmed = form.cleaned_data.pop("address_right", None)
    if person is None:
        return
    if how == How.LETTER and (why_not := why_not_by_post(person)):
        form.add_error("how", why_not)
    elif how == How.EMAIL and person.no_messages:
        form.add_error("how", f"{person} wants no messages. Choose another way.")
    elif how == How.LETTER and confirmed is False:
        form.add_error("address_right", CONFIRM)


def why_not_by_post(person: Person) -> str:
    if person.no_post:
        return f"{person} wants no post. Choose another way."
    if person.address and not person.address_is_safe:
        return f"The address of {person} is not safe to write to. Choose another way."
    return ""
