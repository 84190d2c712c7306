import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import accounts.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_who_is_to_be_asked_again"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdvocacyOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("told_on", models.DateField(verbose_name="told of advocacy")),
                (
                    "offered_on",
                    models.DateField(blank=True, null=True, verbose_name="offered advocacy"),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked what they want"),
                ),
                (
                    "wants",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wanted", "They want an advocate"),
                            ("declined", "They do not want one"),
                            ("has_one", "They have an advocate already"),
                            ("undecided", "They have not decided yet"),
                        ],
                        max_length=10,
                        verbose_name="what they want",
                    ),
                ),
                ("said", models.TextField(blank=True, verbose_name="what they said")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advocacy_offer",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "offer of advocacy",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("offered_on", None),
                            ("offered_on__gte", models.F("told_on")),
                            _connector="OR",
                        ),
                        name="advocacy_offered_once_told",
                        violation_error_message="Advocacy cannot be offered before they were told of it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asked_on", None),
                            models.Q(
                                ("asked_on__gte", models.F("offered_on")),
                                ("offered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="advocacy_asked_once_offered",
                        violation_error_message="They are asked what they want once advocacy was offered to them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked_on", None), ("wants", "")),
                            models.Q(
                                ("asked_on__isnull", False), models.Q(("wants", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="advocacy_asked_with_an_answer",
                        violation_error_message="Say what they want, and when they were asked.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyofferevent" ("asked_on", "case_id", "id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "told_on", "wants") SELECT new_values."asked_on", new_values."case_id", new_values."id", new_values."offered_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."said", new_values."told_on", new_values."wants" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="65b46e7c3d4bc68857c07f3b1be4aea2f116264f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ae03e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_advocacyoffer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyofferevent" ("asked_on", "case_id", "id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "told_on", "wants") SELECT new_values."asked_on", new_values."case_id", new_values."id", new_values."offered_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."said", new_values."told_on", new_values."wants" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d64b4dfb2fd3b931b8e9f2c9451ed5ea6655cc63",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b6e0a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_advocacyoffer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyofferevent" ("asked_on", "case_id", "id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "told_on", "wants") SELECT old_values."asked_on", old_values."case_id", old_values."id", old_values."offered_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."said", old_values."told_on", old_values."wants" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="db5c8e168d874fbec5243f25d36ce38632a14636",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6cba3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_advocacyoffer",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdvocacyOfferEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("told_on", models.DateField(verbose_name="told of advocacy")),
                (
                    "offered_on",
                    models.DateField(blank=True, null=True, verbose_name="offered advocacy"),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked what they want"),
                ),
                (
                    "wants",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wanted", "They want an advocate"),
                            ("declined", "They do not want one"),
                            ("has_one", "They have an advocate already"),
                            ("undecided", "They have not decided yet"),
                        ],
                        max_length=10,
                        verbose_name="what they want",
                    ),
                ),
                ("said", models.TextField(blank=True, verbose_name="what they said")),
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
                        to="cases.advocacyoffer",
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
                            hash="f37de6b388b88110129ae70da6cc9f4ac2c93bc3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e1e5f",
                            table="cases_advocacyofferevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="advocacyreferral",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="advocacyreferral",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="advocacyreferral",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="about",
                    field=models.TextField(blank=True, verbose_name="what it is about"),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="about_whom",
                    field=models.CharField(blank=True, max_length=200, verbose_name="young person"),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="advocate",
                    field=models.CharField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="advocate_contact",
                    field=models.CharField(
                        blank=True, max_length=200, verbose_name="how to reach the advocate"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="appointed_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="advocate appointed"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True, verbose_name="advocacy ended"),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="feedback",
                    field=models.TextField(blank=True, verbose_name="what they said of it"),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="feedback_agreed_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="agreed that it is kept for the report"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="independent",
                    field=models.BooleanField(
                        default=False,
                        verbose_name="neither is, nor manages, the person or service complained about",
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferral",
                    name="referred_by",
                    field=models.CharField(
                        blank=True, max_length=200, verbose_name="who referred them"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="about",
                    field=models.TextField(blank=True, verbose_name="what it is about"),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="about_whom",
                    field=models.CharField(blank=True, max_length=200, verbose_name="young person"),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="advocate",
                    field=models.CharField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="advocate_contact",
                    field=models.CharField(
                        blank=True, max_length=200, verbose_name="how to reach the advocate"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="appointed_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="advocate appointed"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True, verbose_name="advocacy ended"),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="feedback",
                    field=models.TextField(blank=True, verbose_name="what they said of it"),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="feedback_agreed_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="agreed that it is kept for the report"
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="independent",
                    field=models.BooleanField(
                        default=False,
                        verbose_name="neither is, nor manages, the person or service complained about",
                    ),
                ),
                migrations.AddField(
                    model_name="advocacyreferralevent",
                    name="referred_by",
                    field=models.CharField(
                        blank=True, max_length=200, verbose_name="who referred them"
                    ),
                ),
                migrations.AlterField(
                    model_name="advocacyreferral",
                    name="outcome",
                    field=models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("resolved", "Resolved without complaint"),
                            ("complaint", "Became a complaint"),
                            ("supported", "Supported in the complaint"),
                            ("declined", "Declined"),
                            ("not_provided", "The provider could not help"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                migrations.AlterField(
                    model_name="advocacyreferral",
                    name="referred_on",
                    field=models.DateField(verbose_name="referred"),
                ),
                migrations.AlterField(
                    model_name="advocacyreferralevent",
                    name="outcome",
                    field=models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("resolved", "Resolved without complaint"),
                            ("complaint", "Became a complaint"),
                            ("supported", "Supported in the complaint"),
                            ("declined", "Declined"),
                            ("not_provided", "The provider could not help"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                migrations.AlterField(
                    model_name="advocacyreferralevent",
                    name="referred_on",
                    field=models.DateField(verbose_name="referred"),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="advocacyreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("appointed_on", None),
                    ("appointed_on__gte", models.F("referred_on")),
                    _connector="OR",
                ),
                name="advocate_appointed_after_the_referral",
                violation_error_message="An advocate is appointed on or after the referral.",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocacyreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("appointed_on", None),
                    models.Q(("advocate", ""), _negated=True),
                    _connector="OR",
                ),
                name="advocate_appointed_by_name",
                violation_error_message="Enter the advocate’s name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocacyreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(("appointed_on", None), ("independent", True), _connector="OR"),
                name="advocate_is_independent",
                violation_error_message="An advocate neither is, nor manages, the person or service complained about.",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocacyreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("referred_on")), _connector="OR"
                ),
                name="advocacy_ended_after_the_referral",
                violation_error_message="Advocacy cannot end before the referral.",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocacyreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None),
                    models.Q(("outcome", "open"), _negated=True),
                    _connector="OR",
                ),
                name="advocacy_ended_with_an_outcome",
                violation_error_message="Say how the advocacy ended.",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocacyreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("feedback", ""), ("feedback_agreed_on", None)),
                    models.Q(
                        models.Q(("feedback", ""), _negated=True),
                        ("feedback_agreed_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="advocacy_feedback_is_kept_with_consent",
                violation_error_message="What they said is kept only once they agreed: enter the day they did.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="advocacyreferral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyreferralevent" ("about", "about_whom", "advocate", "advocate_contact", "appointed_on", "case_id", "ended_on", "feedback", "feedback_agreed_on", "id", "independent", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "referred_by", "referred_on", "service_area_id") SELECT new_values."about", new_values."about_whom", new_values."advocate", new_values."advocate_contact", new_values."appointed_on", new_values."case_id", new_values."ended_on", new_values."feedback", new_values."feedback_agreed_on", new_values."id", new_values."independent", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider", new_values."referred_by", new_values."referred_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fb20c6f68e696b8d51d2826766903042eb5a40be",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d59ba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="cases_advocacyreferral",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="advocacyreferral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyreferralevent" ("about", "about_whom", "advocate", "advocate_contact", "appointed_on", "case_id", "ended_on", "feedback", "feedback_agreed_on", "id", "independent", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "referred_by", "referred_on", "service_area_id") SELECT new_values."about", new_values."about_whom", new_values."advocate", new_values."advocate_contact", new_values."appointed_on", new_values."case_id", new_values."ended_on", new_values."feedback", new_values."feedback_agreed_on", new_values."id", new_values."independent", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider", new_values."referred_by", new_values."referred_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce5068323bee76eb1bcfeffd75eb1c62f8c39f2a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6b773",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="cases_advocacyreferral",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="advocacyreferral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyreferralevent" ("about", "about_whom", "advocate", "advocate_contact", "appointed_on", "case_id", "ended_on", "feedback", "feedback_agreed_on", "id", "independent", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "referred_by", "referred_on", "service_area_id") SELECT old_values."about", old_values."about_whom", old_values."advocate", old_values."advocate_contact", old_values."appointed_on", old_values."case_id", old_values."ended_on", old_values."feedback", old_values."feedback_agreed_on", old_values."id", old_values."independent", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider", old_values."referred_by", old_values."referred_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="35951091074aa3d5e429e11c93682e7f9bb91890",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cda5b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="cases_advocacyreferral",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
