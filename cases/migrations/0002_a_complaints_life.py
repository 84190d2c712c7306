import uuid

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("cases", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="CloseReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("ran_its_course", "It was answered and ran its course"),
                            ("ended_early", "It ended before an answer"),
                            ("duplicate", "The same complaint stands in another case: not counted"),
                            ("logged_in_error", "It was logged in error: not counted"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="closereason_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="closereason_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_closereasonevent" ("id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."means", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="353587bc8457b12489d61d2b5a7471f15484e854",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9189f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_closereason",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_closereasonevent" ("id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."means", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6e62be38db9881fbd9c332c2dbfbf88a51179423",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2bc75",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_closereason",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_closereasonevent" ("id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."means", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="68b9ba0850f1c554531dc3cb09b4a1ec75e47ea5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8f956",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_closereason",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CloseReasonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("ran_its_course", "It was answered and ran its course"),
                            ("ended_early", "It ended before an answer"),
                            ("duplicate", "The same complaint stands in another case: not counted"),
                            ("logged_in_error", "It was logged in error: not counted"),
                        ],
                        max_length=20,
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
                        to="cases.closereason",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ff6dc5597919c80aa19a07a11d2dfea982ec0a61",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_015c4",
                            table="cases_closereasonevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactRestriction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="what they did")),
                ("terms", models.TextField(help_text="Each on a line")),
                ("decided_on", models.DateField(verbose_name="decided")),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="to be reviewed"),
                ),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="told")),
                (
                    "appeal_by",
                    models.DateField(blank=True, null=True, verbose_name="may appeal until"),
                ),
                ("appealed_on", models.DateField(blank=True, null=True, verbose_name="appealed")),
                (
                    "appeal_decided_on",
                    models.DateField(blank=True, null=True, verbose_name="appeal decided"),
                ),
                (
                    "appeal_outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stands", "The restriction stands"),
                            ("changed", "The terms were changed"),
                            ("lifted", "The restriction was lifted"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "appeal_reason",
                    models.TextField(blank=True, verbose_name="why the appeal was decided so"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                ("ended_because", models.CharField(blank=True, max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restrictions",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restrictions",
                        to="cases.person",
                    ),
                ),
            ],
            options={
                "ordering": ["review_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("person",),
                        name="one_restriction_in_force",
                        violation_error_message="There is a restriction on this person already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_on__isnull", False),
                            ("ended_on__isnull", False),
                            _connector="OR",
                        ),
                        name="restriction_is_reviewed_or_ends",
                        violation_error_message="Enter the day on which it is reviewed: no restriction is for ever.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_on", None),
                            ("review_on__gt", models.F("decided_on")),
                            _connector="OR",
                        ),
                        name="restriction_reviewed_after_decided_on",
                        violation_error_message="The review comes after the decision.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("terms", ""), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                        ),
                        name="restriction_has_terms_and_a_reason",
                        violation_error_message="Enter the terms, and what the person did.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("told_on", None),
                            ("told_on__gte", models.F("decided_on")),
                            _connector="OR",
                        ),
                        name="restriction_told_on_or_after_decided_on",
                        violation_error_message="Nobody is told before it is decided.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("appeal_by", None), ("told_on", None)),
                            models.Q(
                                ("appeal_by__gt", models.F("told_on")),
                                ("appeal_by__isnull", False),
                                ("told_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="restriction_told_with_the_right_to_appeal",
                        violation_error_message="Enter until when they may appeal: a day after the one they are told on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("appeal_decided_on", None), ("appeal_outcome", "")),
                            models.Q(
                                ("appeal_decided_on__gte", models.F("appealed_on")),
                                ("appeal_decided_on__isnull", False),
                                ("appealed_on__isnull", False),
                                models.Q(("appeal_outcome", ""), _negated=True),
                                models.Q(("appeal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="restriction_appeal_decided_after_it_was_made",
                        violation_error_message="An appeal is decided once it was made, with an outcome and the reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            models.Q(
                                ("ended_on__gte", models.F("decided_on")),
                                models.Q(("ended_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="restriction_ended_with_a_reason",
                        violation_error_message="Say why it ends, on a day after it was decided.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactrestrictionevent" ("appeal_by", "appeal_decided_on", "appeal_outcome", "appeal_reason", "appealed_on", "case_id", "decided_by_id", "decided_on", "ended_because", "ended_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "terms", "told_on") SELECT new_values."appeal_by", new_values."appeal_decided_on", new_values."appeal_outcome", new_values."appeal_reason", new_values."appealed_on", new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."ended_because", new_values."ended_on", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."review_on", new_values."terms", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d1c8b5e7024fdc607530d98fb12d33ac3bb816e9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_25dad",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_contactrestriction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactrestrictionevent" ("appeal_by", "appeal_decided_on", "appeal_outcome", "appeal_reason", "appealed_on", "case_id", "decided_by_id", "decided_on", "ended_because", "ended_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "terms", "told_on") SELECT new_values."appeal_by", new_values."appeal_decided_on", new_values."appeal_outcome", new_values."appeal_reason", new_values."appealed_on", new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."ended_because", new_values."ended_on", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."review_on", new_values."terms", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9abc90576d79a9a7b93ce8a30b2a53beced4045e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1a51",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_contactrestriction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactrestrictionevent" ("appeal_by", "appeal_decided_on", "appeal_outcome", "appeal_reason", "appealed_on", "case_id", "decided_by_id", "decided_on", "ended_because", "ended_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "terms", "told_on") SELECT old_values."appeal_by", old_values."appeal_decided_on", old_values."appeal_outcome", old_values."appeal_reason", old_values."appealed_on", old_values."case_id", old_values."decided_by_id", old_values."decided_on", old_values."ended_because", old_values."ended_on", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."review_on", old_values."terms", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dcfc8be0615c1b164b83b0966bf06f9459339c51",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_320b7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_contactrestriction",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactRestrictionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField(verbose_name="what they did")),
                ("terms", models.TextField(help_text="Each on a line")),
                ("decided_on", models.DateField(verbose_name="decided")),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="to be reviewed"),
                ),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="told")),
                (
                    "appeal_by",
                    models.DateField(blank=True, null=True, verbose_name="may appeal until"),
                ),
                ("appealed_on", models.DateField(blank=True, null=True, verbose_name="appealed")),
                (
                    "appeal_decided_on",
                    models.DateField(blank=True, null=True, verbose_name="appeal decided"),
                ),
                (
                    "appeal_outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stands", "The restriction stands"),
                            ("changed", "The terms were changed"),
                            ("lifted", "The restriction was lifted"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "appeal_reason",
                    models.TextField(blank=True, verbose_name="why the appeal was decided so"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                ("ended_because", models.CharField(blank=True, max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.person",
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
                        to="cases.contactrestriction",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="967cf94a879005ca7183b2fde0f372652e80f2df",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13fe9",
                            table="cases_contactrestrictionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactTime",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("members_enquiry", "Members' enquiry"),
                            ("mp_enquiry", "MP enquiry"),
                            ("professional_complaint", "Professional complaint"),
                            ("service_request", "Service request"),
                        ],
                        max_length=30,
                        verbose_name="kind of contact",
                    ),
                ),
                (
                    "working_days",
                    models.PositiveSmallIntegerField(verbose_name="working days to answer"),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="contacttime_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="contacttime_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("working_days__gte", 1)),
                        name="contact_time_is_a_day_or_more",
                        violation_error_message="Enter one working day or more.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contacttimeevent" ("id", "in_use_from", "in_use_until", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "working_days") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."working_days" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d4d6614cc41b0c542a02de0b288263ea959d0aa",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fb298",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_contacttime",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contacttimeevent" ("id", "in_use_from", "in_use_until", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "working_days") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."working_days" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cd6bc1fdb7e096ed8c697246503db76b00c625c4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_085e7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_contacttime",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contacttimeevent" ("id", "in_use_from", "in_use_until", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "working_days") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."working_days" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4bda89ac1a448004a05ed6e11e1c4491d78720a2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_72322",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_contacttime",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactTimeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("members_enquiry", "Members' enquiry"),
                            ("mp_enquiry", "MP enquiry"),
                            ("professional_complaint", "Professional complaint"),
                            ("service_request", "Service request"),
                        ],
                        max_length=30,
                        verbose_name="kind of contact",
                    ),
                ),
                (
                    "working_days",
                    models.PositiveSmallIntegerField(verbose_name="working days to answer"),
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
                        to="cases.contacttime",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="385eb47a8164d8e3aa4f1980149b778d3663d4f5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_efc9a",
                            table="cases_contacttimeevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("refused", "Refused"),
                            ("late_request", "Late request"),
                            ("sufficient_interest", "Sufficient interest"),
                            ("representative", "Representative's suitability"),
                            ("time_limit", "One-year time limit"),
                            ("early_referral", "Early referral to the Ombudsman"),
                            ("procedure", "Procedure"),
                            ("proceedings", "Court or other proceedings"),
                        ],
                        max_length=30,
                        verbose_name="decision",
                    ),
                ),
                ("accepts", models.BooleanField(default=False, verbose_name="means yes")),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "name"), name="decisionreason_name_of_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="decisionreason_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepts", True), ("kind", "refused"), _negated=True),
                        name="decisionreason_a_refusal_never_means_yes",
                        violation_error_message="A reason to refuse never means yes.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionreasonevent" ("accepts", "id", "in_use_from", "in_use_until", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."accepts", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="99924a14b68ec4aa9f928633772dafd65f0652f1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ddce",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_decisionreason",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionreasonevent" ("accepts", "id", "in_use_from", "in_use_until", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."accepts", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a4772f1b94a14ae2eec7fbc281af784deeb05c37",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f3429",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_decisionreason",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionreasonevent" ("accepts", "id", "in_use_from", "in_use_until", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."accepts", old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4f8629c58282c47d4772ffa3a136cea7a80f85b3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d7ee",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_decisionreason",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionReasonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("refused", "Refused"),
                            ("late_request", "Late request"),
                            ("sufficient_interest", "Sufficient interest"),
                            ("representative", "Representative's suitability"),
                            ("time_limit", "One-year time limit"),
                            ("early_referral", "Early referral to the Ombudsman"),
                            ("procedure", "Procedure"),
                            ("proceedings", "Court or other proceedings"),
                        ],
                        max_length=30,
                        verbose_name="decision",
                    ),
                ),
                ("accepts", models.BooleanField(default=False, verbose_name="means yes")),
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
                        to="cases.decisionreason",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2e5530392fcd5bf7a3ca054112ffe2ee7be6fa1f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7c013",
                            table="cases_decisionreasonevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("begun_on", models.DateField()),
                (
                    "saved_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "received_on",
                    models.DateField(
                        help_text="As typed, else the day it was begun",
                        verbose_name="date received",
                    ),
                ),
                ("answers", models.JSONField(help_text="What stands in each box, as it was typed")),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["received_on", "id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_draftevent" ("begun_by_id", "begun_on", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "saved_by_id") SELECT new_values."begun_by_id", new_values."begun_on", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."saved_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="25242019fec7c9203998d5f5ca9f47f5cc9793f5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7287b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_draft",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_draftevent" ("begun_by_id", "begun_on", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "saved_by_id") SELECT new_values."begun_by_id", new_values."begun_on", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."saved_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."begun_by_id" IS DISTINCT FROM (new_values."begun_by_id") OR old_values."begun_on" IS DISTINCT FROM (new_values."begun_on") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."key" IS DISTINCT FROM (new_values."key") OR old_values."received_on" IS DISTINCT FROM (new_values."received_on") OR old_values."saved_by_id" IS DISTINCT FROM (new_values."saved_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bf21d9ce554672507cf35d8514f5ff5c4c6095c5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_68a11",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_draft",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_draftevent" ("begun_by_id", "begun_on", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "saved_by_id") SELECT old_values."begun_by_id", old_values."begun_on", old_values."id", old_values."key", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."saved_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="83e246d8c36e7d239d55a02365c23509bb34fa1b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3e7e6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_draft",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("begun_on", models.DateField()),
                (
                    "received_on",
                    models.DateField(
                        help_text="As typed, else the day it was begun",
                        verbose_name="date received",
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="cases.draft",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d2c909d67e29d454fcf17ceea97d4b5ded5b1c05",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e5d18",
                            table="cases_draftevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RestrictionReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reviewed_on", models.DateField(verbose_name="reviewed")),
                ("reason", models.TextField(verbose_name="what was weighed")),
                (
                    "next_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="goes on until its review on"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="cases.contactrestriction",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["reviewed_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_review_on", None),
                            ("next_review_on__gt", models.F("reviewed_on")),
                            _connector="OR",
                        ),
                        name="restriction_review_before_the_next",
                        violation_error_message="The next review comes after this one.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_restrictionreviewevent" ("case_id", "id", "next_review_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "restriction_id", "reviewed_by_id", "reviewed_on") SELECT new_values."case_id", new_values."id", new_values."next_review_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."restriction_id", new_values."reviewed_by_id", new_values."reviewed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8a7e3625037a0c4fb7b21f71445aae4469315ef9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82f84",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_restrictionreview",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_restrictionreviewevent" ("case_id", "id", "next_review_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "restriction_id", "reviewed_by_id", "reviewed_on") SELECT new_values."case_id", new_values."id", new_values."next_review_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."restriction_id", new_values."reviewed_by_id", new_values."reviewed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4594a1709d55a90870ed92f35b4b7d2fb7a5295a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c65f1",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_restrictionreview",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_restrictionreviewevent" ("case_id", "id", "next_review_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "restriction_id", "reviewed_by_id", "reviewed_on") SELECT old_values."case_id", old_values."id", old_values."next_review_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."restriction_id", old_values."reviewed_by_id", old_values."reviewed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d6207d5b7a2b8bf8fc4e7cfa7ec8da4742c7aa36",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e000f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_restrictionreview",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RestrictionReviewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reviewed_on", models.DateField(verbose_name="reviewed")),
                ("reason", models.TextField(verbose_name="what was weighed")),
                (
                    "next_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="goes on until its review on"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.restrictionreview",
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contactrestriction",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97116f75a708573c7200e645e0c9e3718d12685f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f1c7a",
                            table="cases_restrictionreviewevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RestrictionTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="restrictionterm_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="restrictionterm_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_restrictiontermevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="112f1cdb8d553c2514a785e1a14ac307b7ae0bbf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_13dda",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_restrictionterm",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_restrictiontermevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="36addbd141c281d99a7f62ce05eb64c9af8fb150",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_68dc3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_restrictionterm",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_restrictiontermevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c821683a901ed362635618e13699dcb84c1cab6c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_06ee5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_restrictionterm",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RestrictionTermEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
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
                        to="cases.restrictionterm",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9c27ff06e7bcfc3e3b19cf8ddaf4fe3203d9cff5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4f695",
                            table="cases_restrictiontermevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SafeguardingConcern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("raised_on", models.DateField(verbose_name="raised")),
                ("concern", models.TextField(verbose_name="what was said or seen")),
                ("referred_to", models.CharField(blank=True, max_length=200)),
                ("referred_on", models.DateField(blank=True, null=True, verbose_name="referred")),
                (
                    "referred_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="who made the referral"
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="reference of the referral"
                    ),
                ),
                (
                    "not_needed_on",
                    models.DateField(blank=True, null=True, verbose_name="no referral needed"),
                ),
                ("not_needed_because", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="safeguarding_concerns",
                        to="cases.case",
                    ),
                ),
                (
                    "not_needed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["raised_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("not_needed_on", None), ("referred_on", None)),
                        fields=["case"],
                        name="safeguarding_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("concern", ""), _negated=True),
                        name="safeguarding_says_what",
                        violation_error_message="Say what was said or seen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("referred_on", None), ("not_needed_on", None), _connector="OR"
                        ),
                        name="safeguarding_settled_once",
                        violation_error_message="A concern is referred, or needs no referral: not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("referred_on", None),
                            models.Q(
                                ("referred_to", ""),
                                ("referred_by", ""),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="safeguarding_referred_somewhere_by_somebody",
                        violation_error_message="Say where it was referred, and by whom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("not_needed_on", None),
                            models.Q(
                                models.Q(("not_needed_because", ""), _negated=True),
                                ("not_needed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="safeguarding_no_referral_with_a_reason_and_a_name",
                        violation_error_message="Say why no referral is needed, and who decided it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("referred_on__gte", models.F("raised_on")),
                            ("referred_on", None),
                            _connector="OR",
                        ),
                        name="safeguarding_referred_on_or_after_raised",
                        violation_error_message="A concern cannot be referred before it was raised.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_safeguardingconcernevent" ("case_id", "concern", "id", "not_needed_because", "not_needed_by_id", "not_needed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "reference", "referred_by", "referred_on", "referred_to") SELECT new_values."case_id", new_values."concern", new_values."id", new_values."not_needed_because", new_values."not_needed_by_id", new_values."not_needed_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_by_id", new_values."raised_on", new_values."reference", new_values."referred_by", new_values."referred_on", new_values."referred_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c8b5a94803ec0ce971692486a78235035248d5ca",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f6da8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_safeguardingconcern",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_safeguardingconcernevent" ("case_id", "concern", "id", "not_needed_because", "not_needed_by_id", "not_needed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "reference", "referred_by", "referred_on", "referred_to") SELECT new_values."case_id", new_values."concern", new_values."id", new_values."not_needed_because", new_values."not_needed_by_id", new_values."not_needed_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_by_id", new_values."raised_on", new_values."reference", new_values."referred_by", new_values."referred_on", new_values."referred_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="70428c155c69db8533fd53195f42258c2fe05f39",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c2fcc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_safeguardingconcern",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_safeguardingconcernevent" ("case_id", "concern", "id", "not_needed_because", "not_needed_by_id", "not_needed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "reference", "referred_by", "referred_on", "referred_to") SELECT old_values."case_id", old_values."concern", old_values."id", old_values."not_needed_because", old_values."not_needed_by_id", old_values."not_needed_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_by_id", old_values."raised_on", old_values."reference", old_values."referred_by", old_values."referred_on", old_values."referred_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="12f6fa7eb3dabb0797a5f64333ffcf8a5e878ec1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c2286",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_safeguardingconcern",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafeguardingConcernEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("raised_on", models.DateField(verbose_name="raised")),
                ("concern", models.TextField(verbose_name="what was said or seen")),
                ("referred_to", models.CharField(blank=True, max_length=200)),
                ("referred_on", models.DateField(blank=True, null=True, verbose_name="referred")),
                (
                    "referred_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="who made the referral"
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="reference of the referral"
                    ),
                ),
                (
                    "not_needed_on",
                    models.DateField(blank=True, null=True, verbose_name="no referral needed"),
                ),
                ("not_needed_because", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "not_needed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="cases.safeguardingconcern",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9d99b2f830e11d8da6f2e013ecf24f5cb645979e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1a7b7",
                            table="cases_safeguardingconcernevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldApart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told_apart",
                        to="cases.case",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told_apart_from",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "other"), name="told_apart_once"),
                    models.CheckConstraint(
                        condition=models.Q(("case", models.F("other")), _negated=True),
                        name="not_told_apart_from_itself",
                        violation_error_message="A case cannot be told apart from itself.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_toldapartevent" ("case_id", "id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."case_id", new_values."id", new_values."other_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1b02eef01adc08204e413b3351198b6492597f23",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c5d05",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_toldapart",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_toldapartevent" ("case_id", "id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."case_id", new_values."id", new_values."other_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cfd9dcc6d9f4ae101ad445c6705aebb73f94dd7d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c10cd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_toldapart",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_toldapartevent" ("case_id", "id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."case_id", old_values."id", old_values."other_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d29486d6cab3f4511fed2787479cba83509da40f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b74f3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_toldapart",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldApartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.toldapart",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e0292a0f87db08c6063199ed0626d85aabd51ce7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_db644",
                            table="cases_toldapartevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="assignment",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="assignment",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="assignment",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="case",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="case",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="case",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="caseperson",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="caseperson",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="caseperson",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contact",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contact",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contact",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="decision",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="decision",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="decision",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="note",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="note",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="note",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="person",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="person",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="person",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="point",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="point",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="point",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="provider",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="provider",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="provider",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="assignment",
                    name="told",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="who else was told of it"
                    ),
                ),
                migrations.AddField(
                    model_name="assignmentevent",
                    name="told",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="who else was told of it"
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="anonymous",
                    field=models.BooleanField(
                        default=False, verbose_name="the complainant is anonymous"
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="duplicate_of",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="cases.case",
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="identity_withheld",
                    field=models.BooleanField(
                        default=False, verbose_name="who complains is withheld from the service"
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="joined_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="date joined with its lead again"
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="left_out_as",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("duplicate", "Duplicate of another case"),
                            ("logged_in_error", "Logged in error"),
                        ],
                        max_length=20,
                        verbose_name="left out of the count",
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="part_of",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The lead case, which has the people and receives the one reply",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="cases.case",
                        verbose_name="part of the mixed complaint",
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="anonymous",
                    field=models.BooleanField(
                        default=False, verbose_name="the complainant is anonymous"
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="duplicate_of",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="identity_withheld",
                    field=models.BooleanField(
                        default=False, verbose_name="who complains is withheld from the service"
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="joined_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="date joined with its lead again"
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="left_out_as",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("duplicate", "Duplicate of another case"),
                            ("logged_in_error", "Logged in error"),
                        ],
                        max_length=20,
                        verbose_name="left out of the count",
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="part_of",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The lead case, which has the people and receives the one reply",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                        verbose_name="part of the mixed complaint",
                    ),
                ),
                migrations.AddField(
                    model_name="caseperson",
                    name="authority_dated_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="date of that evidence"
                    ),
                ),
                migrations.AddField(
                    model_name="casepersonevent",
                    name="authority_dated_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="date of that evidence"
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="answer",
                    field=models.TextField(blank=True, verbose_name="what was answered"),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="answered_on",
                    field=models.DateField(blank=True, null=True, verbose_name="answered"),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="asked",
                    field=models.TextField(blank=True, verbose_name="what was asked"),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="case",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="cases.case",
                        verbose_name="complaint that it became",
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="close_reason",
                    field=models.CharField(
                        blank=True, max_length=200, verbose_name="closed because"
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="due_on",
                    field=models.DateField(blank=True, null=True, verbose_name="answer due"),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="from_whom",
                    field=models.CharField(blank=True, max_length=200, verbose_name="from"),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="owner",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="answer",
                    field=models.TextField(blank=True, verbose_name="what was answered"),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="answered_on",
                    field=models.DateField(blank=True, null=True, verbose_name="answered"),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="asked",
                    field=models.TextField(blank=True, verbose_name="what was asked"),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="case",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                        verbose_name="complaint that it became",
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="close_reason",
                    field=models.CharField(
                        blank=True, max_length=200, verbose_name="closed because"
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="due_on",
                    field=models.DateField(blank=True, null=True, verbose_name="answer due"),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="from_whom",
                    field=models.CharField(blank=True, max_length=200, verbose_name="from"),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="owner",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="accepted",
                    field=models.BooleanField(blank=True, null=True, verbose_name="decided yes"),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="answers",
                    field=models.JSONField(
                        blank=True,
                        default=list,
                        help_text="What was asked and answered: pairs, in their order",
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="proposed",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="what the questions proposed"
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="stage_number",
                    field=models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="the stage it is about"
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="told_on",
                    field=models.DateField(blank=True, null=True, verbose_name="person told"),
                ),
                migrations.AddField(
                    model_name="decisionevent",
                    name="accepted",
                    field=models.BooleanField(blank=True, null=True, verbose_name="decided yes"),
                ),
                migrations.AddField(
                    model_name="decisionevent",
                    name="answers",
                    field=models.JSONField(
                        blank=True,
                        default=list,
                        help_text="What was asked and answered: pairs, in their order",
                    ),
                ),
                migrations.AddField(
                    model_name="decisionevent",
                    name="proposed",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="what the questions proposed"
                    ),
                ),
                migrations.AddField(
                    model_name="decisionevent",
                    name="stage_number",
                    field=models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="the stage it is about"
                    ),
                ),
                migrations.AddField(
                    model_name="decisionevent",
                    name="told_on",
                    field=models.DateField(blank=True, null=True, verbose_name="person told"),
                ),
                migrations.AddField(
                    model_name="note",
                    name="said_by",
                    field=models.CharField(
                        blank=True,
                        help_text="Apart from the text: it is withheld where the complainant's identity is",
                        max_length=300,
                        verbose_name="who said it",
                    ),
                ),
                migrations.AddField(
                    model_name="noteevent",
                    name="said_by",
                    field=models.CharField(
                        blank=True,
                        help_text="Apart from the text: it is withheld where the complainant's identity is",
                        max_length=300,
                        verbose_name="who said it",
                    ),
                ),
                migrations.AddField(
                    model_name="person",
                    name="needs_review_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="ask again about their needs on"
                    ),
                ),
                migrations.AddField(
                    model_name="personevent",
                    name="needs_review_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="ask again about their needs on"
                    ),
                ),
                migrations.AddField(
                    model_name="point",
                    name="from_point",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_further",
                        to="cases.point",
                        verbose_name="point of the earlier stage",
                    ),
                ),
                migrations.AddField(
                    model_name="point",
                    name="stage_number",
                    field=models.PositiveSmallIntegerField(default=1, verbose_name="stage"),
                ),
                migrations.AddField(
                    model_name="pointevent",
                    name="from_point",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.point",
                        verbose_name="point of the earlier stage",
                    ),
                ),
                migrations.AddField(
                    model_name="pointevent",
                    name="stage_number",
                    field=models.PositiveSmallIntegerField(default=1, verbose_name="stage"),
                ),
                migrations.AddField(
                    model_name="provider",
                    name="days_before",
                    field=models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Working days before our own deadline by which its answer is due",
                    ),
                ),
                migrations.AddField(
                    model_name="providerevent",
                    name="days_before",
                    field=models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Working days before our own deadline by which its answer is due",
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="closed_because",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="cases.closereason",
                    ),
                ),
                migrations.AddField(
                    model_name="caseevent",
                    name="closed_because",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.closereason",
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="listed_reason",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="cases.decisionreason",
                    ),
                ),
                migrations.AddField(
                    model_name="decisionevent",
                    name="listed_reason",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.decisionreason",
                    ),
                ),
            ],
        ),
        migrations.AlterModelOptions(
            name="point",
            options={"ordering": ["stage_number", "number"]},
        ),
        migrations.RemoveConstraint(
            model_name="point",
            name="point_number_in_case",
        ),
        migrations.RemoveConstraint(
            model_name="point",
            name="one_primary_point",
        ),
        migrations.RemoveField(
            model_name="person",
            name="needs_reviewed_on",
        ),
        migrations.RemoveField(
            model_name="personevent",
            name="needs_reviewed_on",
        ),
        migrations.AlterField(
            model_name="case",
            name="kind",
            field=models.CharField(
                choices=[
                    ("complaint", "Complaint"),
                    ("representation", "Representation"),
                    ("concern", "Concern before stage 1"),
                ],
                default="complaint",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="caseevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("complaint", "Complaint"),
                    ("representation", "Representation"),
                    ("concern", "Concern before stage 1"),
                ],
                default="complaint",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="kind",
            field=models.CharField(
                choices=[
                    ("refused", "Refused"),
                    ("late_request", "Late request"),
                    ("sufficient_interest", "Sufficient interest"),
                    ("representative", "Representative's suitability"),
                    ("time_limit", "One-year time limit"),
                    ("early_referral", "Early referral to the Ombudsman"),
                    ("procedure", "Procedure"),
                    ("proceedings", "Court or other proceedings"),
                ],
                max_length=30,
            ),
        ),
        migrations.AlterField(
            model_name="decisionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("refused", "Refused"),
                    ("late_request", "Late request"),
                    ("sufficient_interest", "Sufficient interest"),
                    ("representative", "Representative's suitability"),
                    ("time_limit", "One-year time limit"),
                    ("early_referral", "Early referral to the Ombudsman"),
                    ("procedure", "Procedure"),
                    ("proceedings", "Court or other proceedings"),
                ],
                max_length=30,
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("closed_on", None)), fields=["due_on"], name="contact_open"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["address"], name="person_address_letters", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="caseperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("authority_dated_on", None),
                    models.Q(("authority_evidence", ""), _negated=True),
                    _connector="OR",
                ),
                name="authority_dated_only_with_evidence",
                violation_error_message="Say what shows their authority, beside its date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__gte", models.F("received_on")), ("due_on", None), _connector="OR"
                ),
                name="contact_due_on_or_after_received_on",
                violation_error_message="An answer cannot be due before the contact was received.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on__gte", models.F("received_on")),
                    ("answered_on", None),
                    _connector="OR",
                ),
                name="contact_answered_on_or_after_received_on",
                violation_error_message="A contact cannot be answered before it was received.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on", None),
                    models.Q(
                        ("closed_on__gte", models.F("answered_on")), ("closed_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="contact_answered_is_closed",
                violation_error_message="What was answered is closed that day or later.",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                fields=("case", "stage_number", "number"), name="point_number_in_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_primary", True)),
                fields=("case", "stage_number"),
                name="one_primary_point",
            ),
        ),
        migrations.AlterConstraint(
            model_name="caseperson",
            name="person_has_a_role_once",
            constraint=models.UniqueConstraint(
                fields=("case", "person", "role"),
                name="person_has_a_role_once",
                violation_error_message="This person has that part in the case already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_out_as", ""), ("closed_on__isnull", False), _connector="OR"
                ),
                name="case_left_out_once_closed",
                violation_error_message="Only a closed case is left out of the count.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("duplicate_of__isnull", False), ("left_out_as", "duplicate")),
                    models.Q(
                        models.Q(("left_out_as", "duplicate"), _negated=True),
                        ("duplicate_of", None),
                    ),
                    _connector="OR",
                ),
                name="case_duplicate_of_a_case",
                violation_error_message="Say which case it is a duplicate of.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("duplicate_of", None),
                    models.Q(("duplicate_of", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="case_no_duplicate_of_itself",
                violation_error_message="A case is not a duplicate of itself: name the other one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of", None),
                    models.Q(("part_of", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="case_not_part_of_itself",
                violation_error_message="A case cannot be a part of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("joined_on", None),
                    models.Q(("closed_on__isnull", False), ("part_of__isnull", False)),
                    _connector="OR",
                ),
                name="case_joined_with_its_lead_and_closed",
                violation_error_message="Only a part is joined with its lead, and it closes by it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("told_on__gte", models.F("decided_on")), ("told_on", None), _connector="OR"
                ),
                name="decision_told_on_or_after_decided_on",
                violation_error_message="Nobody can be told before it was decided.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted", True), ("kind", "refused"), _negated=True),
                name="decision_refusal_is_not_a_yes",
                violation_error_message="A refusal never means yes.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="assignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_assignmentevent" ("capacity", "case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "team", "told", "until", "user_id") SELECT new_values."capacity", new_values."case_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since", new_values."team", new_values."told", new_values."until", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1da0277d853e3458ae32cc9d07d32881684978d9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7bb6a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_assignmentevent" ("capacity", "case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "team", "told", "until", "user_id") SELECT new_values."capacity", new_values."case_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since", new_values."team", new_values."told", new_values."until", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="70714819d755b4fa8937cf8fd3fd57f89ecefe2e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e4d0",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_assignmentevent" ("capacity", "case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "team", "told", "until", "user_id") SELECT old_values."capacity", old_values."case_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since", old_values."team", old_values."told", old_values."until", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b510d7c5c07ffdbe4698e2d95eed700a1c8be0ca",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f7d10",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="part_is_as_its_lead",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.part_of_id IS NOT NULL)",
                            declare="DECLARE lead cases_case%ROWTYPE;",
                            func="\n        SELECT * INTO lead FROM cases_case WHERE id = NEW.part_of_id;\n        IF lead.part_of_id IS NOT NULL THEN\n            RAISE EXCEPTION 'A part cannot have parts of its own.' USING ERRCODE = '23514';\n        END IF;\n        IF EXISTS (SELECT 1 FROM cases_case WHERE part_of_id = NEW.id) THEN\n            RAISE EXCEPTION 'A case that has parts cannot be a part.' USING ERRCODE = '23514';\n        END IF;\n        NEW.restricted = lead.restricted;\n        NEW.safeguarding = lead.safeguarding;\n        RETURN NEW;\n    ",
                            hash="5cd71281f7f97c7fd2fc07b43aac855fbe41d94d",
                            operation='INSERT OR UPDATE OF "part_of_id", "restricted", "safeguarding"',
                            pgid="pgtrigger_part_is_as_its_lead_1bdd4",
                            table="cases_case",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="parts_follow_their_lead",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.part_of_id IS NULL AND (NEW.restricted, NEW.safeguarding) IS DISTINCT FROM (OLD.restricted, OLD.safeguarding))",
                            func="\n        UPDATE cases_case SET restricted = NEW.restricted, safeguarding = NEW.safeguarding\n        WHERE part_of_id = NEW.id;\n        RETURN NULL;\n    ",
                            hash="fcb8e66ea9b8f42a1419d736bb41d4202b0949da",
                            operation='UPDATE OF "restricted", "safeguarding"',
                            pgid="pgtrigger_parts_follow_their_lead_3fe33",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caseevent" ("anonymous", "channel_id", "close_reason", "closed_because_id", "closed_on", "complainant_type_id", "content_hash", "duplicate_of_id", "historical", "id", "identity_withheld", "joined_on", "joint_body", "kind", "left_out_as", "made_on", "nature_id", "part_of_id", "passed_on_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "reference", "restricted", "safeguarding", "service_area_id", "summary", "withdrawn_on") SELECT new_values."anonymous", new_values."channel_id", new_values."close_reason", new_values."closed_because_id", new_values."closed_on", new_values."complainant_type_id", new_values."content_hash", new_values."duplicate_of_id", new_values."historical", new_values."id", new_values."identity_withheld", new_values."joined_on", new_values."joint_body", new_values."kind", new_values."left_out_as", new_values."made_on", new_values."nature_id", new_values."part_of_id", new_values."passed_on_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."received_on", new_values."reference", new_values."restricted", new_values."safeguarding", new_values."service_area_id", new_values."summary", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c325d121db2bc8837f5f66f49b83242bd0bc8370",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b483",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caseevent" ("anonymous", "channel_id", "close_reason", "closed_because_id", "closed_on", "complainant_type_id", "content_hash", "duplicate_of_id", "historical", "id", "identity_withheld", "joined_on", "joint_body", "kind", "left_out_as", "made_on", "nature_id", "part_of_id", "passed_on_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "reference", "restricted", "safeguarding", "service_area_id", "summary", "withdrawn_on") SELECT new_values."anonymous", new_values."channel_id", new_values."close_reason", new_values."closed_because_id", new_values."closed_on", new_values."complainant_type_id", new_values."content_hash", new_values."duplicate_of_id", new_values."historical", new_values."id", new_values."identity_withheld", new_values."joined_on", new_values."joint_body", new_values."kind", new_values."left_out_as", new_values."made_on", new_values."nature_id", new_values."part_of_id", new_values."passed_on_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."received_on", new_values."reference", new_values."restricted", new_values."safeguarding", new_values."service_area_id", new_values."summary", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef62cdab6d114bdb9bc806a9d0b7b999ce1a071a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f5146",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caseevent" ("anonymous", "channel_id", "close_reason", "closed_because_id", "closed_on", "complainant_type_id", "content_hash", "duplicate_of_id", "historical", "id", "identity_withheld", "joined_on", "joint_body", "kind", "left_out_as", "made_on", "nature_id", "part_of_id", "passed_on_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "reference", "restricted", "safeguarding", "service_area_id", "summary", "withdrawn_on") SELECT old_values."anonymous", old_values."channel_id", old_values."close_reason", old_values."closed_because_id", old_values."closed_on", old_values."complainant_type_id", old_values."content_hash", old_values."duplicate_of_id", old_values."historical", old_values."id", old_values."identity_withheld", old_values."joined_on", old_values."joint_body", old_values."kind", old_values."left_out_as", old_values."made_on", old_values."nature_id", old_values."part_of_id", old_values."passed_on_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."received_on", old_values."reference", old_values."restricted", old_values."safeguarding", old_values."service_area_id", old_values."summary", old_values."withdrawn_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="90fe950ab69ae31349d920206b1036213786db83",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8d49e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_casepersonevent" ("authority_dated_on", "authority_evidence", "case_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "relation", "role") SELECT new_values."authority_dated_on", new_values."authority_evidence", new_values."case_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."relation", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="04f33ecf5e15c05dc0b3d21705f8714173e5846c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_69565",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_caseperson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_casepersonevent" ("authority_dated_on", "authority_evidence", "case_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "relation", "role") SELECT new_values."authority_dated_on", new_values."authority_evidence", new_values."case_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."relation", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="81a2b912319eb4678c47a3f302107298bc850e59",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8fac9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_caseperson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_casepersonevent" ("authority_dated_on", "authority_evidence", "case_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "relation", "role") SELECT old_values."authority_dated_on", old_values."authority_evidence", old_values."case_id", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."relation", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="960d03e743ad32ca58e014c94895bc5934e54f58",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_62f18",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_caseperson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactevent" ("answer", "answered_on", "asked", "case_id", "close_reason", "closed_on", "due_on", "from_whom", "id", "kind", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."answer", new_values."answered_on", new_values."asked", new_values."case_id", new_values."close_reason", new_values."closed_on", new_values."due_on", new_values."from_whom", new_values."id", new_values."kind", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="47ece884581b8181d8a093354d28eeaebfb75d84",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_075c0",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactevent" ("answer", "answered_on", "asked", "case_id", "close_reason", "closed_on", "due_on", "from_whom", "id", "kind", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."answer", new_values."answered_on", new_values."asked", new_values."case_id", new_values."close_reason", new_values."closed_on", new_values."due_on", new_values."from_whom", new_values."id", new_values."kind", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9b5baac9ff8612458d0507323a578324425f5427",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4d768",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactevent" ("answer", "answered_on", "asked", "case_id", "close_reason", "closed_on", "due_on", "from_whom", "id", "kind", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT old_values."answer", old_values."answered_on", old_values."asked", old_values."case_id", old_values."close_reason", old_values."closed_on", old_values."due_on", old_values."from_whom", old_values."id", old_values."kind", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="186fefb2490b22640566f2d8910b7c2ecb6179dc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d639",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionevent" ("accepted", "answers", "case_id", "decided_by_id", "decided_on", "decision", "id", "kind", "listed_reason_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "reason", "stage_number", "told_on") SELECT new_values."accepted", new_values."answers", new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."id", new_values."kind", new_values."listed_reason_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed", new_values."reason", new_values."stage_number", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="31d70315c78babab300cd33c9bb6c5bf551abc81",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5e7ef",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionevent" ("accepted", "answers", "case_id", "decided_by_id", "decided_on", "decision", "id", "kind", "listed_reason_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "reason", "stage_number", "told_on") SELECT new_values."accepted", new_values."answers", new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."id", new_values."kind", new_values."listed_reason_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed", new_values."reason", new_values."stage_number", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9ae5790232b040def93b25a22bf5fe6759bbcace",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_19250",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionevent" ("accepted", "answers", "case_id", "decided_by_id", "decided_on", "decision", "id", "kind", "listed_reason_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "reason", "stage_number", "told_on") SELECT old_values."accepted", old_values."answers", old_values."case_id", old_values."decided_by_id", old_values."decided_on", old_values."decision", old_values."id", old_values."kind", old_values."listed_reason_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed", old_values."reason", old_values."stage_number", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="89a7e5efd96f1ccbea957db90e35a1b8b1c99bc8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ae3e6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="note",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_noteevent" ("by_id", "by_name", "case_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by", "text") SELECT new_values."by_id", new_values."by_name", new_values."case_id", new_values."id", new_values."on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."said_by", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d741c5bcd9a937d0175761e92729be3db779476d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_11671",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_note",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="note",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_noteevent" ("by_id", "by_name", "case_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by", "text") SELECT new_values."by_id", new_values."by_name", new_values."case_id", new_values."id", new_values."on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."said_by", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="781766993ea867a7aff5e8870b200250d4691fb1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_98d44",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_note",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="note",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_noteevent" ("by_id", "by_name", "case_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by", "text") SELECT old_values."by_id", old_values."by_name", old_values."case_id", old_values."id", old_values."on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."said_by", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e50a3efbd0b598b45fc50760167a5a76441da0c6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c56dc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_note",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_personevent" ("address", "address_is_safe", "adjustments", "care_system_number", "contact_rule", "email", "format_needed", "id", "language", "must_never_know", "name", "needs_review_on", "no_messages", "no_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone", "telephone_is_safe", "user_id") SELECT new_values."address", new_values."address_is_safe", new_values."adjustments", new_values."care_system_number", new_values."contact_rule", new_values."email", new_values."format_needed", new_values."id", new_values."language", new_values."must_never_know", new_values."name", new_values."needs_review_on", new_values."no_messages", new_values."no_post", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."telephone", new_values."telephone_is_safe", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ead88bff0bc24e16f75ef8650695d308908d5911",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eb0b4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_personevent" ("address", "address_is_safe", "adjustments", "care_system_number", "contact_rule", "email", "format_needed", "id", "language", "must_never_know", "name", "needs_review_on", "no_messages", "no_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone", "telephone_is_safe", "user_id") SELECT new_values."address", new_values."address_is_safe", new_values."adjustments", new_values."care_system_number", new_values."contact_rule", new_values."email", new_values."format_needed", new_values."id", new_values."language", new_values."must_never_know", new_values."name", new_values."needs_review_on", new_values."no_messages", new_values."no_post", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."telephone", new_values."telephone_is_safe", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="967d1146241b6decccece4251adce508d862c9f7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6804f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_personevent" ("address", "address_is_safe", "adjustments", "care_system_number", "contact_rule", "email", "format_needed", "id", "language", "must_never_know", "name", "needs_review_on", "no_messages", "no_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone", "telephone_is_safe", "user_id") SELECT old_values."address", old_values."address_is_safe", old_values."adjustments", old_values."care_system_number", old_values."contact_rule", old_values."email", old_values."format_needed", old_values."id", old_values."language", old_values."must_never_know", old_values."name", old_values."needs_review_on", old_values."no_messages", old_values."no_post", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."telephone", old_values."telephone_is_safe", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ddad137cf644b64a0888ef12dc990d5827f048ed",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_82e57",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="point",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_pointevent" ("case_id", "desired_outcome", "from_point_id", "id", "is_primary", "nature_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_number", "text") SELECT new_values."case_id", new_values."desired_outcome", new_values."from_point_id", new_values."id", new_values."is_primary", new_values."nature_id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."stage_number", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="98b4eaa0f45b3b3a54573438487000a04bf9983e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ddec4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_point",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="point",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_pointevent" ("case_id", "desired_outcome", "from_point_id", "id", "is_primary", "nature_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_number", "text") SELECT new_values."case_id", new_values."desired_outcome", new_values."from_point_id", new_values."id", new_values."is_primary", new_values."nature_id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."stage_number", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="407d443b54d05e740827e170e94dbbbc1ff6d3e6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e962a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_point",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="point",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_pointevent" ("case_id", "desired_outcome", "from_point_id", "id", "is_primary", "nature_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_number", "text") SELECT old_values."case_id", old_values."desired_outcome", old_values."from_point_id", old_values."id", old_values."is_primary", old_values."nature_id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."stage_number", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f695d6f0da5562f3927536f5b232317cfebd8790",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_057a1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_point",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provider",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_providerevent" ("days_before", "id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."days_before", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d0f997ead4ad91efa61c00c20f3cff825b299009",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1f70c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_provider",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provider",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_providerevent" ("days_before", "id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."days_before", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aee068fd1c09de91018715f1c982906cb2640f0b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_16386",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_provider",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provider",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_providerevent" ("days_before", "id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."days_before", old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="555089506a32e48c79d7ea343b21990946ffb45e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3856c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_provider",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
