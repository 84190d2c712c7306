"""The Ombudsman's annual letter: pasted or uploaded, and its differences settled."""

from datetime import date

from django import forms

from cases.models import Case
from stages.actions import letters
from stages.forms.step import box
from stages.letter_file import MOST_BYTES, read_letter
from stages.models import AnnualLetter, LetterRow, OmbudsmanEnquiry, Settlement

TOO_LARGE = "The file is larger than 1 MB: choose the sheet of one year"
NOT_TEXT = "The file is not text. Save the sheet as “CSV UTF-8” and choose that file"


class LetterForm(forms.Form):
    """The rows as text. What cannot be read comes back in the box, to be put right there."""

    year = forms.TypedChoiceField(label="Year", coerce=int)
    text = forms.CharField(
        label="Paste the rows, with their headings",
        help_text="Their reference, category or service, received, decided, decision, remedy",
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
        strip=False,
    )
    file = forms.FileField(
        label="Or choose the file", help_text="CSV, at most 1 MB", required=False
    )
    residents = forms.IntegerField(
        label="People who live in the council's area",
        help_text="For complaints upheld in every 100,000 people, as the letter gives them",
        min_value=1,
        max_value=100_000_000,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "numeric"}),
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        last = today.year if today.month >= 4 else today.year - 1
        years = [(year, AnnualLetter(year=year).label) for year in range(last, 2003, -1)]
        self.fields["year"].choices = years
        self.initial.setdefault("year", last - 1)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(NOT_TEXT) from error

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        text = data["file"] or data["text"]
        reading = read_letter(text)
        if reading.faults:
            self._keep(text)
            for fault in reading.faults:
                self.add_error("text", fault)
        data["rows"] = reading.rows
        return data

    def _keep(self, text: str) -> None:
        """Put what the file held into the box: a browser never sends a file back by itself."""
        self.data = self.data.copy()
        self.data["text"] = text.replace("\0", "")

    def take(self, *, by) -> AnnualLetter:
        data = self.cleaned_data
        return letters.load_letter(
            data["year"], data["rows"], residents=data["residents"], on=self.today, by=by
        )


class SettleForm(forms.Form):
    """A row of the letter that differs from ours, or that only the letter has."""

    how = forms.ChoiceField(widget=forms.RadioSelect, label="How it is settled")
    reference = forms.CharField(
        label="Reference of our case",
        help_text="Its enquiry gets what the letter says. Where it is about no case of ours, log "
        "the enquiry with the Ombudsman's reference instead",
        max_length=40,
        required=False,
    )
    reason = box("Why")

    def __init__(self, *args, row: LetterRow, enquiry: OmbudsmanEnquiry | None, user, today):
        self.row, self.enquiry, self.user, self.today = row, enquiry, user, today
        super().__init__(*args)
        corrected = "Ours is corrected: it gets the letter's dates and decision"
        if enquiry:
            del self.fields["reference"]
        else:
            corrected = "Ours is corrected: it is recorded on the case named below"
        self.fields["how"].choices = [
            (Settlement.How.OURS_CORRECTED, corrected),
            (Settlement.How.THEY_ARE_WRONG, "The letter is wrong: ours stays as it is"),
        ]

    def clean(self):
        data = super().clean()
        if self.enquiry or data.get("how") != Settlement.How.OURS_CORRECTED:
            return data
        typed = data.get("reference", "").strip()
        self.case = Case.objects.visible_to(self.user).filter(reference__iexact=typed).first()
        if self.case is None:
            self.add_error("reference", "Enter the reference of a case that you may see")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        told = {"reason": data["reason"], "on": self.today, "by": by}
        if data["how"] == Settlement.How.THEY_ARE_WRONG:
            letters.settle_row(self.row, how=data["how"], **told)
        elif self.enquiry:
            letters.correct_ours(self.row, self.enquiry, **told)
        else:
            letters.take_over_row(self.row, self.case, **told)


class SettleOursForm(forms.Form):
    reason = box("Why ours stays", help_text="What shows that the Ombudsman decided it")

    def __init__(self, *args, letter: AnnualLetter, enquiry: OmbudsmanEnquiry, today: date):
        self.letter, self.enquiry, self.today = letter, enquiry, today
        super().__init__(*args)

    def take(self, *, by):
        reason = self.cleaned_data["reason"]
        letters.settle_ours(self.letter, self.enquiry, reason=reason, on=self.today, by=by)
