"""Which form asks what a step needs to know, by the step's key."""

from stages.forms import casework, dates, outsiders, timing

FORM_OF = {
    "acknowledge": dates.AcknowledgeForm,
    "begin": dates.BeginForm,
    "agree-statement": dates.AgreeStatementForm,
    "appoint-investigator": outsiders.AppointInvestigatorForm,
    "appoint-independent-person": outsiders.AppointIndependentPersonForm,
    "receive-report": dates.ReceiveReportForm,
    "panel-met": outsiders.PanelMetForm,
    "panel-reported": dates.PanelReportForm,
    "extend": timing.ExtendForm,
    "hold": timing.HoldForm,
    "resume": timing.ResumeForm,
    "answer": dates.AnswerForm,
    "ask-for-next": dates.AskForNextForm,
    "triage": casework.TriageForm,
    "mediate": outsiders.MediateForm,
    "ombudsman-asks": outsiders.OmbudsmanAsksForm,
    "ombudsman-decides": outsiders.OmbudsmanDecidesForm,
    "add-point": casework.AddPointForm,
    "add-person": casework.AddPersonForm,
    "allocate": casework.AllocateForm,
    "note": casework.NoteForm,
    "refuse": casework.RefuseForm,
    "withdraw": casework.WithdrawForm,
    "close": casework.CloseForm,
    "reopen": casework.ReopenForm,
    "restrict": casework.RestrictForm,
}
