"""A task of a case: setting one, and ending it."""

from django import forms

from accounts.models import User
from cases.typed_dates import not_ahead
from stages.actions import tasks
from stages.forms.step import StepForm, box
from stages.models import Task


class AddTaskForm(StepForm):
    what = forms.CharField(label="What is to be done", max_length=300)
    due_on = forms.DateField(label="By when")
    owner = forms.ModelChoiceField(
        User.objects.none(), label="Who", empty_label="Whoever holds the case", required=False
    )

    def prepare(self):
        self.fields["owner"].queryset = people_for(self.case)

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError("Enter a date that is today or later")
        return due_on

    def take(self, *, by):
        owner = self.cleaned_data["owner"]
        put = tasks.remind_by_task if owner and owner != by else tasks.raise_task
        put(self.case, by=by, **self.cleaned_data)


class EndTaskForm(forms.Form):
    """Done, with what shows it; or no longer needed, with the reason."""

    DONE, DROPPED = "done", "dropped"

    how = forms.ChoiceField(
        label="How it ended",
        choices=[(DONE, "It is done"), (DROPPED, "It is no longer needed")],
        widget=forms.RadioSelect,
        initial=DONE,
    )
    on = forms.DateField(label="On")
    words = box("What was done, or why it is not needed", required=False)

    def __init__(self, *args, task: Task, today, **kwargs):
        self.task, self.today = task, today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)
        if not self.is_bound:
            self.fields["words"].widget.attrs["autofocus"] = True
        if task.needs_evidence:
            self.fields["words"].help_text = "What shows that it was done, and where that is kept"
        if task.evidence_goes_to:
            self.fields["sent_on"] = forms.DateField(
                label=f"Evidence sent to {task.evidence_goes_to} on",
                help_text="It is not done before that",
                required=False,
            )

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self):
        data = super().clean()
        if not data.get("words") and data.get("how") == self.DROPPED:
            self.add_error("words", "Say why it is no longer needed")
        elif not data.get("words") and self.task.needs_evidence:
            self.add_error("words", "Say what shows that it was done")
        if data.get("how") == self.DONE:
            self._refuse_what_was_not_sent(data)
        return data

    def _refuse_what_was_not_sent(self, data):
        if "sent_on" not in self.fields or "sent_on" in self.errors:
            return
        if not data.get("sent_on"):
            to = self.task.evidence_goes_to
            self.add_error("sent_on", f"Enter the date on which the evidence was sent to {to}")
        elif data["sent_on"] > self.today:
            self.add_error("sent_on", "Enter a date that is today or in the past")

    def take(self, *, by):
        data = self.cleaned_data
        if data["how"] == self.DONE:
            tasks.finish_task(
                self.task,
                on=data["on"],
                evidence=data["words"],
                sent_on=data.get("sent_on"),
                by=by,
            )
        else:
            tasks.drop_task(self.task, on=data["on"], why=data["words"], by=by)


def people_for(case):
    """Who can be given something to do on a case: nobody who is complained about in it."""
    about = case.lead.people.filter(role="complained_about").exclude(person__user=None)
    return User.objects.filter(is_active=True).exclude(pk__in=about.values("person__user"))


FORMS = {"add-task": AddTaskForm}
