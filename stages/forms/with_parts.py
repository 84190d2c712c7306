"""Steps of the lead of a mixed complaint that may be taken on its parts in one go.

One person withdraws all of it, and one court hears all of it; but each part may also go on alone,
so what stands chosen at first can be taken out.
"""

from cases.models import Case
from stages.actions import endings, proceedings
from stages.forms.casework import WithdrawForm
from stages.forms.one_of import some_of
from stages.forms.parts import parts_of
from stages.forms.proceedings import DeclineForm, EndForm, ReviewForm, SuspendForm
from stages.forms.step import StepForm
from stages.points_to_answer import points_to_answer
from stages.situation import Situation
from stages.steps import BY_KEY


class WithPartsForm(StepForm):
    """Subclasses stand before the step's own form and say which parts it may concern."""

    with_parts: str

    def prepare(self):
        super().prepare()
        self.parts = {part.case.pk: part for part in parts_of(self) if self.may_concern(part)}
        if self.parts:
            self.fields["parts"] = some_of(
                Case.objects.filter(pk__in=self.parts),
                self.with_parts,
                required=False,
                initial=list(self.parts),
            )

    def take(self, *, by):
        chosen = self.cleaned_data.pop("parts", [])
        super().take(by=by)
        for part in chosen:
            self.take_on(self.parts[part.pk], by=by)

    def may_concern(self, part: Situation) -> bool:
        raise NotImplementedError

    def take_on(self, part: Situation, *, by) -> None:
        raise NotImplementedError


class WithdrawWithPartsForm(WithPartsForm, WithdrawForm):
    with_parts = "Parts that are withdrawn with it"

    def may_concern(self, part):
        return part.case.is_open

    def take_on(self, part, *, by):
        endings.withdraw(part.case, by=by, **self.cleaned_data)


class SuspendWithPartsForm(WithPartsForm, SuspendForm):
    with_parts = "Parts that are suspended with it, wholly"

    def may_concern(self, part):
        return not BY_KEY["suspend"].objection(part)

    def take_on(self, part, *, by):
        facts = self.decided() | {"points": points_to_answer(part.stage)}
        proceedings.suspend(part.stage, by=by, **facts)


class DeclineWithPartsForm(WithPartsForm, DeclineForm):
    with_parts = "Parts that are declined with it, wholly"

    def may_concern(self, part):
        return not BY_KEY["decline"].objection(part)

    def take_on(self, part, *, by):
        facts = self.decided() | {"points": points_to_answer(part.stage)}
        proceedings.decline(part.stage, by=by, **facts)


class OfTheSameProceedings(WithPartsForm):
    """Parts that were put off for proceedings of the kind that this is about."""

    def may_concern(self, part):
        return part.stage.awaits_proceedings

    def of_part(self, part: Situation):
        kind = self.cleaned_data["proceedings"].kind
        return part.case.proceedings.running().filter(kind=kind)


class ReviewWithPartsForm(OfTheSameProceedings, ReviewForm):
    with_parts = "Parts for which they go on too"

    def take_on(self, part, *, by):
        data = self.cleaned_data
        for one in self.of_part(part):
            proceedings.review(
                one, on=data["on"], found=data["found"], next_on=data["next_on"], by=by
            )


class EndWithPartsForm(OfTheSameProceedings, EndForm):
    with_parts = "Parts for which they ended too"

    def take_on(self, part, *, by):
        for one in self.of_part(part):
            proceedings.end(one, on=self.cleaned_data["on"], by=by)


FORMS = {
    "withdraw": WithdrawWithPartsForm,
    "suspend": SuspendWithPartsForm,
    "decline": DeclineWithPartsForm,
    "review-proceedings": ReviewWithPartsForm,
    "end-proceedings": EndWithPartsForm,
}
