"""What an administrator is asked about denominators; the actions save it."""

from django import forms

from reporting.models import Denominator

A_DAY = "as day, month and year, for example 1 4 2026"


class DenominatorForm(forms.ModelForm):
    class Meta:
        model = Denominator
        fields = ["many", "per"]
        labels = {"many": "What is counted", "per": "Rates are taken per"}
        help_texts = {"many": "In the plural, for example children in the area"}
        error_messages = {
            "many": {"required": "Enter what is counted"},
            "per": {"required": "Choose how many rates are taken per"},
        }

    def clean_many(self):
        many = " ".join(self.cleaned_data["many"].split())
        if Denominator.objects.filter(many__iexact=many).exists():
            raise forms.ValidationError(f"“{many}” is kept already: add a number to it")
        return many


class WholeNumber(forms.IntegerField):
    """A number as people write it: 52,300 or 52 300."""

    def to_python(self, value):
        return super().to_python(str(value or "").replace(",", "").replace(" ", ""))


class NumberForm(forms.Form):
    number = WholeNumber(
        label="How many",
        min_value=1,
        max_value=2_000_000_000,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "numeric"}),
        error_messages={
            "required": "Enter how many there are",
            "invalid": "Enter a whole number, for example 52300",
            "min_value": "Enter a number above zero: nothing is divided by zero",
            "max_value": "Enter a number below two thousand million",
        },
    )
    valid_from = forms.DateField(
        label="From which day",
        help_text="Rates of a period take the number in force on its last day",
        error_messages={
            "required": f"Enter the first day {A_DAY}",
            "invalid": f"Enter the first day {A_DAY}",
        },
    )
    source = forms.CharField(
        label="Where the number comes from",
        help_text="For example, mid-year estimates of the Office for National Statistics, 2025",
        max_length=200,
        error_messages={"required": "Enter where the number comes from"},
    )

    def __init__(self, *args, denominator: Denominator, **kwargs):
        self.denominator = denominator
        super().__init__(*args, **kwargs)

    def clean_valid_from(self):
        day = self.cleaned_data["valid_from"]
        known = self.denominator.numbers.in_force().filter(valid_from=day).first()
        if known:
            raise forms.ValidationError(
                f"From that day there is a number already, {known.number:,}: take it back first"
            )
        return day


class TakeBackForm(forms.Form):
    because = forms.CharField(
        label="Why it is taken back",
        help_text="The history shows the number with this reason",
        max_length=200,
        error_messages={"required": "Say why the number is taken back"},
    )
