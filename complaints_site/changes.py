"""What was done on all the cases that a reader may see, to be searched by words, person or step."""

from django import forms
from django.db.models import Q, QuerySet

from accounts.models import Event, User
from cases.acts import with_names
from cases.models import Case
from stages.steps import BY_KEY, GROUPS


class ChangesForm(forms.Form):
    mark_optional = False

    q = forms.CharField(label="Words in what was done, or why", max_length=200, required=False)
    case = forms.CharField(label="Case", max_length=40, required=False)
    who = forms.ModelChoiceField(
        User.objects.none(), label="Who", empty_label="Anybody", required=False
    )
    step = forms.ChoiceField(label="Step", required=False)
    after = forms.DateField(label="From", required=False)
    before = forms.DateField(label="To", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = User.objects.all()
        self.fields["step"].choices = [
            ("", "Any"),
            *((group.label, [(step.key, step.label) for step in group.steps]) for group in GROUPS),
        ]

    def clean(self):
        data = super().clean()
        after, before = data.get("after"), data.get("before")
        if after and before and before < after:
            self.add_error("before", "Enter a day on or after the first")
        return data


def changes_seen_by(user: User, asked: dict) -> QuerySet[Event]:
    """The sentences about cases that ``user`` may see and that fit what is asked, latest first."""
    cases = Case.objects.visible_to(user)
    if asked.get("case"):
        cases = cases.filter(reference__iexact=asked["case"].strip())
    model = Case._meta.label_lower
    events = Event.objects.filter(about_model=model, about_id__in=cases.order_by().values("pk"))
    if asked.get("q"):
        words = asked["q"]
        events = events.filter(Q(sentence__icontains=words) | Q(why__icontains=words))
    if asked.get("who"):
        events = events.filter(by=asked["who"])
    if asked.get("after"):
        events = events.filter(at__date__gte=asked["after"])
    if asked.get("before"):
        events = events.filter(at__date__lte=asked["before"])
    events = with_names(events).select_related("by").order_by("-pk")
    return events.filter(names__step=asked["step"]) if asked.get("step") else events


def put_into_words(events: list[Event]) -> None:
    """Each with the reference of its case and the label of its step."""
    keys = {event.about_id for event in events}
    references = dict(Case.objects.filter(pk__in=keys).values_list("pk", "reference"))
    for event in events:
        event.reference = references[event.about_id]
        step = (event.names or {}).get("step")
        event.step = BY_KEY[step].label if step in BY_KEY else ""
