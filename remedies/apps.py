from django.apps import AppConfig


class RemediesConfig(AppConfig):
    name = "remedies"
    verbose_name = "Remedies: what is put right"

    def ready(self):
        from letters.promises import PROMISED
        from remedies.promised import promised

        PROMISED.append(promised)
