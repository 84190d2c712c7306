"""The pages of one letter, of those that wait for a vetter, and of the templates."""

from django.urls import path

from letters.views import sending, templates, vetting, word, writing

urlpatterns = [
    path("case/<slug:reference>/letters/write/<slug:kind>/", writing.start, name="letter-start"),
    path("letters/to-vet/", vetting.to_vet, name="letters-to-vet"),
    path("letters/templates/", templates.templates, name="letter-templates"),
    path("letters/templates/<int:pk>/", templates.template, name="letter-template"),
    path("letters/templates/<int:pk>/publish/", templates.publish, name="letter-publish"),
    path("letters/<int:pk>/", writing.letter, name="letter-page"),
    path("letters/<int:pk>/vet/", vetting.vet, name="letter-vet"),
    path("letters/<int:pk>/send/", sending.send, name="letter-send"),
    path("letters/<int:pk>/printed/", sending.printed, name="letter-printed"),
    path("letters/<int:pk>/pdf/", sending.pdf, name="letter-pdf"),
    path("letters/<int:pk>/as-sent-in-word/", word.as_sent, name="letter-word"),
    path("letters/<int:pk>/draft-in-word/", word.draft, name="letter-draft-in-word"),
    path("letters/<int:pk>/from-word/", word.back, name="letter-from-word"),
    path("letters/<int:pk>/not-needed/", writing.drop, name="letter-drop"),
    path("letters/<int:pk>/<slug:what>/", writing.change_state, name="letter-change"),
]
