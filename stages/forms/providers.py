"""Steps about a contracted provider: what it is asked, by when, who chases, and what came."""

from django import forms

from accounts.models import User
from cases.models import Provider
from stages.actions import providers
from stages.calendars import calendar_for
from stages.forms.step import DatedForm, box
from stages.forms.tasks import people_for
from stages.models import ProviderRequest
from stages.working_days import count_back


class PutToProviderForm(DatedForm):
    field_order = ["provider", "asks_for", "on", "due_on", "chaser", "chase_on"]

    provider = forms.ModelChoiceField(Provider.objects.none(), empty_label="Choose a provider")
    asks_for = forms.ChoiceField(
        label="Who replies to the complainant",
        choices=ProviderRequest.Asks,
        widget=forms.RadioSelect,
        initial=ProviderRequest.Asks.DRAFT,
    )
    due_on = forms.DateField(label="Its answer is due", required=False)
    chaser = forms.ModelChoiceField(
        User.objects.none(),
        label="Who chases it",
        empty_label="Whoever holds the case",
        required=False,
    )
    chase_on = forms.DateField(
        label="Remind them on",
        help_text="Leave it empty for the day on which the answer is due",
        required=False,
    )

    def prepare(self):
        self.fields["on"].label = "Asked on"
        self.fields["provider"].queryset = Provider.objects.in_use_on(self.today)
        self.fields["chaser"].queryset = people_for(self.case)
        self.initial["provider"] = self.case.provider_id
        if main := self.situation.main_deadline:
            self.fields["due_on"].help_text = (
                f"Ours is due {main.due_on:%-d %B %Y}. Leave it empty to count back from there, as "
                "the list of providers says"
            )
        else:
            self.fields["due_on"].required = True

    def clean(self):
        data = super().clean()
        asked, provider = data.get("on"), data.get("provider")
        if asked and provider and "due_on" in data:
            data["due_on"] = data["due_on"] or self._counted_back(provider, asked)
            if data["due_on"] < asked:
                self.add_error("due_on", "The answer cannot be due before the provider is asked")
        if asked and data.get("chase_on") and data["chase_on"] < asked:
            self.add_error("chase_on", "The reminder cannot be before the provider is asked")
        return data

    def _counted_back(self, provider: Provider, asked):
        """So many working days before our own deadline; at once where that has passed."""
        ours = self.situation.main_deadline.due_on
        back = count_back(ours, provider.days_before, calendar_for(self.situation.procedure))
        return max(asked, back)

    def take(self, *, by):
        providers.put_to_provider(self.stage, by=by, **self.cleaned_data)


class ProviderAnsweredForm(DatedForm):
    said = box("What came, and where it is kept", required=False)

    def prepare(self):
        self.fields["on"].label = "Answer came on"
        self.asked = ProviderRequest.objects.select_related("provider", "chase").get(
            case=self.case, answered_on=None
        )
        self.fields["on"].help_text = (
            f"{self.asked.provider} was asked on {self.asked.asked_on:%-d %B %Y}, and its answer "
            f"is due {self.asked.due_on:%-d %B %Y}"
        )

    def take(self, *, by):
        providers.record_provider_answer(self.asked, by=by, **self.cleaned_data)


FORMS = {
    "put-to-provider": PutToProviderForm,
    "provider-answered": ProviderAnsweredForm,
}
