"""Many small changes of tables that stand already, made at the price of one."""

from django.db.migrations.operations.base import Operation


class Together(Operation):
    """Adds fields and exchanges triggers of existing tables, drawing the models once.

    After every operation Django builds anew each model that refers to the changed one; with a
    history table beside every table that takes most of a migration's time. Operations that do not
    build on one another need the models before the first and after the last only. Forward only.
    """

    reversible = False

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn again, once, when it is next asked for
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "; ".join(operation.describe() for operation in self.operations)
