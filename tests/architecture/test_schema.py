"""The migrated database has what the models say: our ``migrate`` draws less than Django's own."""

import pytest
from django.apps import apps
from django.db import connection

OURS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model._meta.managed and not model._meta.proxy
]


@pytest.mark.django_db
@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_table_has_the_columns_constraints_and_indexes_of_its_model(model):
    table = model._meta.db_table
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, table)
        named = connection.introspection.get_constraints(cursor, table)

    fields = {field.column: field for field in model._meta.local_concrete_fields}
    assert {column.name for column in columns} == fields.keys()
    empty = {column.name for column in columns if column.null_ok}
    worked_out = {name for name, field in fields.items() if field.generated}
    assert empty - worked_out == {name for name in fields.keys() - worked_out if fields[name].null}
    wanted = {each.name for each in [*model._meta.constraints, *model._meta.indexes]}
    assert wanted <= named.keys()
    leading = {name for name, field in fields.items() if field.remote_field and field.db_constraint}
    assert leading == {each["columns"][0] for each in named.values() if each["foreign_key"]}
