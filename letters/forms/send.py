"""Sending a letter, with the step that its sending is: one form, one act."""

from datetime import date

from django import forms

from accounts.models import User
from accounts.trail import one_act
from cases.acts import SENT_BY_EMAIL
from cases.typed_dates import between
from letters.actions.sending import send
from letters.forms.panel_answers import answers_in
from letters.forms.with_step import WithStep
from letters.kinds import Kind
from letters.models import Letter, LetterDraft
from letters.moved_dates import refuse_changed, refuse_moved, strange_dates
from letters.ways import WAYS, address_for, seen_as, why_not
from stages.models import How
from stages.situation import Situation


class SendForm(forms.Form):
    mark_optional = False
    on = forms.DateField(label="Sent on", help_text="The date of the letter")
    how = forms.ChoiceField(
        label="How it goes",
        choices=[(how.value, how.label) for how in WAYS],
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
    )
    confirmed = forms.BooleanField(
        label="I have looked at the address: it is theirs, and safe", required=False
    )
    address_seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, letter: Letter, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.today = letter, today
        self.person = letter.addressee.person if letter.addressee else None
        ways = {how: (how.label, why_not(how, self.person)) for how in WAYS}
        self.closed = [f"{label}: {reason}" for label, reason in ways.values() if reason]
        there = [how for how, (_, reason) in ways.items() if not reason]
        # Asked of the widget only: what a closed way is chosen for by hand, is told its reason
        self.fields["how"].widget.choices = [(how.value, how.label) for how in there]
        first = there[0]
        self.initial = {
            "on": f"{today:%-d %-m %Y}",
            "how": first,
            "address_seen": seen_as(self.person),
        }

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """Those that it may go to, with the way."""
        possible = (how for how in (How.LETTER, How.EMAIL) if not why_not(how, self.person))
        return [(how.label, address_for(how, self.person)) for how in possible]

    def clean_on(self):
        first = self.letter.case.received_on
        return between(self.cleaned_data["on"], first, self.today, "The complaint was received")

    def clean_how(self):
        how = self.cleaned_data["how"]
        if reason := why_not(how, self.person):
            raise forms.ValidationError(reason)
        return how

    def clean(self):
        data = super().clean()
        how = data.get("how")
        if how == How.EMAIL and data.get("on") and data["on"] != self.today:
            self.add_error("on", "An e-mail goes now: enter today’s date")
        if how in (How.LETTER, How.EMAIL):
            if data.get("address_seen", "") != seen_as(self.person):
                self.data = self.data.copy()
                self.data["address_seen"] = seen_as(self.person)
                self.data.pop("confirmed", None)
                where = " ".join(address_for(how, self.person).split())
                self.add_error("confirmed", f"Look at the address that is recorded now: {where}")
            elif not data.get("confirmed"):
                self.add_error("confirmed", "Confirm that the address is theirs, and safe")
        return data


class Sending(WithStep):
    """The letter's own questions and those of its step."""

    def __init__(self, letter: Letter, situation: Situation, *, data, user: User, today: date):
        form = SendForm(data, letter=letter, today=today)
        super().__init__(letter, situation, form, data=data, user=user, today=today)

    def known(self) -> dict[str, str]:
        said = super().known()
        for one in self.letter.findings.select_related("point"):
            said[f"point_{one.point.number}"] = one.finding
            said[f"reason_{one.point.number}"] = one.reason
        return said

    def read_in_it(self) -> dict[str, str]:
        is_of_panel = self.letter.kind == Kind.STAGE_3
        return answers_in(self.draft.text) if is_of_panel else {}

    @property
    def draft(self) -> LetterDraft:
        return self.letter.approved_draft or self.letter.drafts.first()

    def take(self, *, by: User):
        """Where a date in it is not that of the record now, or not any more once it has gone,
        :class:`DatesMoved` and nothing is done."""
        told, letter, draft = self.form.cleaned_data, self.letter, self.draft
        names = self.names
        if told["how"] == How.EMAIL:
            names["action"] = SENT_BY_EMAIL
        with one_act(by=by, **names):
            refuse_changed(letter, draft)
            strange = strange_dates(letter, draft.text)
            self.take_step(by=by)
            refuse_moved(letter, draft.text, strange)
            return send(letter, on=told["on"], how=told["how"], by=by)
