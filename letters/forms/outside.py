"""A letter that went without this system: it stops the clock, and counts as not vetted."""

from datetime import date

from django import forms

from accounts.models import User
from accounts.trail import one_act
from cases.typed_dates import between
from documents import vault
from documents.actions.filing import file_documents
from documents.models import Document, DocumentKind
from documents.receiving import Refused, receive
from letters.actions.sending import record_sent_outside
from letters.forms.long_text import AT_MOST
from letters.forms.with_step import WithStep
from letters.kinds import Kind
from letters.models import Letter
from letters.ways import WAYS
from letters.written_file import letter_in
from stages.models import Stage
from stages.situation import Situation


class OutsideForm(forms.Form):
    on = forms.DateField(label="Date of the letter")
    how = forms.ChoiceField(
        label="How it was sent",
        choices=[(how.value, how.label) for how in WAYS],
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
        error_messages={"required": "Choose how it was sent"},
    )
    sender = forms.CharField(label="Who sent it", max_length=200)
    file = forms.FileField(
        label="The letter as it went",
        help_text="It is filed with the documents of the case, and read: Word, PDF or text",
        required=False,
        widget=forms.ClearableFileInput(attrs={"class": "govuk-file-upload"}),
    )
    text = forms.CharField(
        label="Its text",
        help_text="Where the file is a scan or there is none: copy it from the letter, and the "
        "program looks for what a letter must hold",
        widget=forms.Textarea(attrs={"rows": 8}),
        validators=[AT_MOST],
        strip=False,
        required=False,
    )

    def __init__(self, *args, letter: Letter, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.today, self.received = letter, today, None

    def clean_on(self):
        first = self.letter.case.received_on
        return between(self.cleaned_data["on"], first, self.today, "The complaint was received")

    def clean_file(self):
        """Checked, and in the vault; the row that names it is made with the letter."""
        uploaded = self.cleaned_data["file"]
        if uploaded:
            try:
                self.received = receive(uploaded.name, uploaded.read())
            except Refused as refused:
                raise forms.ValidationError(str(refused)) from None
        return uploaded

    def clean(self):
        data = super().clean()
        if not (data.get("file") or data.get("text", "").strip() or self.errors):
            self.add_error("file", "Choose the file of the letter, or copy its text below")
        return data


class Outside(WithStep):
    """The letter's own questions and those of its step, findings among them."""

    def __init__(self, situation: Situation, kind: Kind, *, data, files, user: User, today: date):
        stage: Stage = situation.stage
        letter = Letter(case=situation.case, stage=stage, kind=kind, author=user)
        form = OutsideForm(data, files, letter=letter, today=today)
        super().__init__(letter, situation, form, data=data, user=user, today=today)

    def take(self, *, by: User) -> Letter:
        told, case = self.form.cleaned_data, self.case
        text = told["text"].replace("\r\n", "\n").strip()
        with one_act(by=by, **self.names):
            self.take_step(by=by)
            document = self._filed(told["on"], by) if self.form.received else None
            return record_sent_outside(
                case,
                kind=self.letter.kind,
                stage=self.letter.stage,
                on=told["on"],
                how=told["how"],
                sender=told["sender"],
                document=document,
                text=text,
                in_its_file=self._in_its_file() if document else "",
                by=by,
            )

    def _in_its_file(self) -> str:
        received = self.form.received
        return letter_in(received.name, vault.read(received.sha256))

    def _filed(self, on: date, by: User) -> Document:
        kind = DocumentKind.objects.in_use_on(self.form.today).first()
        (document,) = file_documents(self.case, [self.form.received], kind=kind, dated_on=on, by=by)
        return document
