from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "letters"

    def ready(self):
        from documents import vault
        from letters.models import SentCopy

        kept = SentCopy.objects
        vault.KEEPERS.append(
            lambda: kept.exclude(pdf_sha256="").values_list("pdf_sha256", flat=True)
        )
        vault.KEEPERS.append(
            lambda: kept.exclude(word_sha256="").values_list("word_sha256", flat=True)
        )
