"""The pages of one letter, of those that wait for a vetter, and of the templates."""

from django.urls import path

from letters.views import chains, keeping, outside, sending, templates, vetting, word, writing

urlpatterns = [
    path("case/<slug:reference>/letters/write/<slug:kind>/", writing.start, name="letter-start"),
    path(
        "case/<slug:reference>/letters/outside/<slug:kind>/", outside.outside, name="letter-outside"
    ),
    path("letters/to-vet/", vetting.to_vet, name="letters-to-vet"),
    path("letters/chains/", chains.chains, name="letter-chains"),
    path("letters/chains/<slug:kind>/", chains.chain, name="letter-chain"),
    path("letters/substitutes/", chains.substitutes, name="letter-substitutes"),
    path("letters/substitutes/<int:pk>/end/", chains.end, name="letter-substitute-end"),
    path("letters/templates/", templates.templates, name="letter-templates"),
    path("letters/templates/<int:pk>/", templates.template, name="letter-template"),
    path("letters/templates/<int:pk>/publish/", templates.publish, name="letter-publish"),
    path("letters/<int:pk>/", writing.letter, name="letter-page"),
    path("letters/<int:pk>/keep/", keeping.keep, name="letter-keep"),
    path("letters/<int:pk>/vet/", vetting.vet, name="letter-vet"),
    path("letters/<int:pk>/vet/edit/", vetting.edit, name="letter-edit"),
    path("letters/<int:pk>/send/", sending.send, name="letter-send"),
    path("letters/<int:pk>/printed/", sending.printed, name="letter-printed"),
    path("letters/<int:pk>/pdf/", sending.pdf, name="letter-pdf"),
    path("letters/<int:pk>/as-sent-in-word/", word.as_sent, name="letter-word"),
    path("letters/<int:pk>/draft-in-word/", word.draft, name="letter-draft-in-word"),
    path("letters/<int:pk>/from-word/", word.back, name="letter-from-word"),
    path("letters/<int:pk>/not-needed/", writing.drop, name="letter-drop"),
    path("letters/<int:pk>/<slug:what>/", writing.change_state, name="letter-change"),
]
