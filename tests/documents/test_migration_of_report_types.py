"""Copies that were set up before know the report of the investigating officer as what it is."""

from importlib import import_module

import pytest
from django.apps import apps

from documents.models import DocumentKind


@pytest.mark.django_db
def test_the_type_that_every_copy_began_with_is_marked_and_no_other():
    DocumentKind.objects.create(name="Investigation report")
    DocumentKind.objects.create(name="Evidence")

    import_module("documents.migrations.0003_investigation_reports_are_known").mark(apps, None)

    assert list(DocumentKind.objects.values_list("name", "means")) == [
        ("Evidence", ""),
        ("Investigation report", "investigator_report"),
    ]
