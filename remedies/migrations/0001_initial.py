import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lesson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("raised_on", models.DateField()),
                ("text", models.TextField()),
                (
                    "recurring",
                    models.BooleanField(
                        default=False, verbose_name="an issue in earlier complaints"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lessons",
                        to="cases.case",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lessons",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "ordering": ["raised_on", "id"],
                "indexes": [models.Index(fields=["raised_on"], name="lesson_raised")],
            },
        ),
        migrations.CreateModel(
            name="ActionPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "lead",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="lead (name or post)"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("evidence", models.TextField(blank=True)),
                (
                    "lesson",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_points",
                        to="remedies.lesson",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None),
                            models.Q(("evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="action_point_done_with_evidence",
                        violation_error_message="An action is done when there is evidence of it.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionPointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("text", models.TextField(blank=True)),
                (
                    "lead",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="lead (name or post)"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("evidence", models.TextField(blank=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="remedies.actionpoint",
                    ),
                ),
                (
                    "lesson",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="remedies.lesson",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LessonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("raised_on", models.DateField()),
                ("text", models.TextField()),
                (
                    "recurring",
                    models.BooleanField(
                        default=False, verbose_name="an issue in earlier complaints"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="remedies.lesson",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="stage"),
                ),
                (
                    "stage_requested_only",
                    models.BooleanField(
                        default=False, verbose_name="the stage was asked for and never begun"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("compensation", "Compensation"),
                            ("distress", "Compensation for distress"),
                            ("time_and_trouble", "Compensation for time and trouble"),
                            ("reimbursement", "Reimbursement"),
                            ("backdated_allowance", "Backdated allowance"),
                            ("loss_of_service", "Loss of service"),
                            ("other_benefit", "Other benefit"),
                            ("ex_gratia", "Ex gratia payment"),
                        ],
                        max_length=30,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=9)),
                ("offered_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("paid_on", models.DateField(blank=True, null=True)),
                (
                    "counted_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            "paid_on", "offered_on"
                        ),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="cases.case",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "ordering": ["paid_on", "id"],
                "indexes": [models.Index(fields=["counted_on"], name="payment_counted")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="payment_more_than_nothing",
                        violation_error_message="A payment is more than nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("offered_on__isnull", False),
                            ("paid_on__isnull", False),
                            _connector="OR",
                        ),
                        name="payment_offered_or_paid",
                        violation_error_message="Say when the payment was offered or paid.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_on__gte", models.F("offered_on")),
                            ("accepted_on", None),
                            ("offered_on", None),
                            _connector="OR",
                        ),
                        name="payment_accepted_on_or_after_offered_on",
                        violation_error_message="An offer cannot be accepted before it was made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("paid_on__gte", models.F("offered_on")),
                            ("paid_on", None),
                            ("offered_on", None),
                            _connector="OR",
                        ),
                        name="payment_paid_on_or_after_offered_on",
                        violation_error_message="A payment cannot be paid before it was offered.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "stage_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="stage"),
                ),
                (
                    "stage_requested_only",
                    models.BooleanField(
                        default=False, verbose_name="the stage was asked for and never begun"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("compensation", "Compensation"),
                            ("distress", "Compensation for distress"),
                            ("time_and_trouble", "Compensation for time and trouble"),
                            ("reimbursement", "Reimbursement"),
                            ("backdated_allowance", "Backdated allowance"),
                            ("loss_of_service", "Loss of service"),
                            ("other_benefit", "Other benefit"),
                            ("ex_gratia", "Ex gratia payment"),
                        ],
                        max_length=30,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=9)),
                ("offered_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("paid_on", models.DateField(blank=True, null=True)),
                (
                    "counted_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            "paid_on", "offered_on"
                        ),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="remedies.payment",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lesson",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "recurring", "service_area_id", "text") SELECT new_values."case_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_on", new_values."recurring", new_values."service_area_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c088ee4962f62b6096563a8268983befa272d2e3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bc85f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="remedies_lesson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lesson",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "recurring", "service_area_id", "text") SELECT new_values."case_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_on", new_values."recurring", new_values."service_area_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d86ab29e799c96ebe1b94dd4e3db55b9b8adb07c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_65e17",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="remedies_lesson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lesson",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "recurring", "service_area_id", "text") SELECT old_values."case_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_on", old_values."recurring", old_values."service_area_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="83d8b2060b482f46895f91bf2579de6305dafb3e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c452",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="remedies_lesson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionpointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8ca2f12fee08fa887835e30db7b4f23d1f84cf25",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d4315",
                    table="remedies_actionpointevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_actionpointevent" ("done_on", "due_on", "evidence", "id", "lead", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."lead", new_values."lesson_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="008014f61f76836f6a32366d420474b940f5557f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ced52",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="remedies_actionpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_actionpointevent" ("done_on", "due_on", "evidence", "id", "lead", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."lead", new_values."lesson_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6b167c40b8f361395377703ff3b3d551dad0ca87",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aeaca",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="remedies_actionpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_actionpointevent" ("done_on", "due_on", "evidence", "id", "lead", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."done_on", old_values."due_on", old_values."evidence", old_values."id", old_values."lead", old_values."lesson_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4df9b68d071c61a5587b4e2ea2ed414b814b9bd7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_01bbf",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="remedies_actionpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lessonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b6ac761a89d7cb51b788b118e7db17a5ef99912f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ecb86",
                    table="remedies_lessonevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "case_id", "id", "kind", "offered_on", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_area_id", "stage_number", "stage_requested_only") SELECT new_values."accepted_on", new_values."amount", new_values."case_id", new_values."id", new_values."kind", new_values."offered_on", new_values."paid_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."service_area_id", new_values."stage_number", new_values."stage_requested_only" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0dcd59426b9ad4f09fc065e7b76ff80663d066bf",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_617e1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="remedies_payment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "case_id", "id", "kind", "offered_on", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_area_id", "stage_number", "stage_requested_only") SELECT new_values."accepted_on", new_values."amount", new_values."case_id", new_values."id", new_values."kind", new_values."offered_on", new_values."paid_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."service_area_id", new_values."stage_number", new_values."stage_requested_only" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0e9061486e02d146b1c6a09f67f84190f65d5f40",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8bd77",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="remedies_payment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "case_id", "id", "kind", "offered_on", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_area_id", "stage_number", "stage_requested_only") SELECT old_values."accepted_on", old_values."amount", old_values."case_id", old_values."id", old_values."kind", old_values."offered_on", old_values."paid_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."service_area_id", old_values."stage_number", old_values."stage_requested_only" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1375bb23e010e499474a0eea28074156530ac900",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_13de6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="remedies_payment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paymentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="49192d0180c215668c61706ce238287efc06f79d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3945e",
                    table="remedies_paymentevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
