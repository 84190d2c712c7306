"""What is asked of papers and e-mails, and of taking one out of a case."""

from collections.abc import Collection
from datetime import date

from django import forms

from accounts.models import User
from cases.cursor import focus_first
from cases.models import Case, Note
from cases.typed_dates import not_ahead
from documents.kinds_of_file import extension_of
from documents.models import Document, DocumentKind
from documents.receiving import Received

ONE_PERSON = Document._meta.get_field("only_to").choices


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name)


class SeveralFiles(forms.FileField):
    """Any number of files. Which of them can be kept is seen one by one, once they are here."""

    widget = SeveralFilesInput

    def clean(self, data, initial=None):
        sent = [file for file in data or [] if file is not None]
        if not sent and self.required:
            raise forms.ValidationError(self.error_messages["required"])
        return sent


class DescriptionForm(forms.Form):
    """What a paper is, of which day, and whether it may be disclosed."""

    kind = forms.ModelChoiceField(
        DocumentKind.objects.none(), label="Type", empty_label="Choose a type"
    )
    dated_on = forms.DateField(
        label="Date of the document",
        error_messages={"required": "Enter the date of the document"},
    )
    disclosure = forms.ChoiceField(
        label="May it be disclosed?",
        help_text="To whoever asks for the file. It changes nothing in who sees it here",
        choices=Document.Disclosure,
        initial=Document.Disclosure.NOT_DECIDED,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
    )

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        super().__init__(*args, **kwargs)
        kinds = DocumentKind.objects.in_use_on(today)
        if of_now := self.initial.get("kind"):
            kinds = kinds | DocumentKind.objects.filter(pk=getattr(of_now, "pk", of_now))
        self.fields["kind"].queryset = kinds

    def clean_dated_on(self):
        return not_ahead(self.cleaned_data["dated_on"], self.today)


class DescribeForm(DescriptionForm):
    """Of one paper that is there: also to whom alone it may be disclosed."""

    only_to = forms.ChoiceField(
        label="To whom",
        help_text="A letter to anybody else does not enclose it",
        choices=[
            ("", "Whoever is written to"),
            *((value, f"Only the {label.lower()}") for value, label in ONE_PERSON),
        ],
        required=False,
        widget=forms.Select(attrs={"data-only-if": "disclosure=may"}),
    )

    def clean(self):
        data = super().clean()
        if data.get("disclosure") != Document.Disclosure.MAY:
            data["only_to"] = ""
        return data


class UploadForm(DescriptionForm):
    """Files, and what all of them are; of e-mails alone nothing else is asked."""

    files = SeveralFiles(
        label="Files",
        error_messages={"required": "Choose the files to upload"},
        widget=SeveralFilesInput(attrs={"multiple": True}),
    )
    field_order = ("files", "kind", "dated_on", "disclosure")

    def __init__(self, *args, today: date, kept: Collection[Received] = (), **kwargs):
        """``kept`` are files that came with the form before and need not be chosen again."""
        self.kept = kept
        first = {"dated_on": f"{today:%-d %-m %Y}"} | kwargs.pop("initial", {})
        super().__init__(*args, today=today, initial=first, **kwargs)

    @property
    def only_emails(self) -> bool:
        """An e-mail says itself what it is and of which day."""
        files = self.files.getlist(self.add_prefix("files")) if self.files else []
        names = [file.name for file in [*files, *self.kept]]
        return bool(names) and all(extension_of(name) == "eml" for name in names)

    def full_clean(self):
        for name in ("kind", "dated_on", "disclosure"):
            self.fields[name].required = not self.only_emails
        super().full_clean()


class TakeOutForm(forms.Form):
    """Take a note or a paper out of its case; only a manager is asked."""

    WITHDRAW, MOVE = "withdraw", "move"

    what = forms.ChoiceField(
        label="What is wrong with it?",
        choices=[
            (MOVE, "It belongs to another case: move it there"),
            (WITHDRAW, "It should not be here or anywhere: withdraw it"),
        ],
        error_messages={"required": "Say whether to move it or to withdraw it"},
        widget=forms.RadioSelect,
    )
    to = forms.CharField(
        label="Reference of the case where it belongs",
        max_length=40,
        required=False,
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-10", "data-only-if": f"what={MOVE}"}
        ),
    )
    why = forms.CharField(
        label="Why",
        help_text="It stays on this case: leave out the names of the other family",
        max_length=300,
        error_messages={"required": "Enter why it is taken out"},
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, row: Note | Document, user: User, **kwargs):
        self.row, self.user = row, user
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            focus_first(self)

    def clean(self):
        data = super().clean()
        if data.get("what") == self.MOVE:
            data["to"] = self._case(data.get("to") or "")
        else:
            data["to"] = None
        return data

    def _case(self, reference: str) -> Case | None:
        """One that the manager may see: what cannot be seen is not there."""
        if not reference.strip():
            self.add_error("to", "Enter the reference of the case where it belongs")
            return None
        visible = Case.objects.visible_to(self.user)
        case = visible.filter(reference__iexact=reference.strip()).first()
        if case is None:
            self.add_error("to", "No case has that reference. Look it up in the list of cases")
        elif case.pk == self.row.case_id:
            self.add_error("to", "It is filed with that case already. Name another one")
        return case
