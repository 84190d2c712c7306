# The production image: gunicorn, as an ordinary user, with settings from the environment only.
# README.md, "In production", says what to set. Nothing secret is in it.
FROM python:3.11-slim AS dependencies
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.11-slim
# Sets the files of cases as pages (docs/dependencies.md)
RUN apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
    libharfbuzz-subset0 fonts-dejavu-core fonts-liberation && rm -rf /var/lib/apt/lists/*
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home complaints
WORKDIR /app
COPY --from=dependencies /venv /venv
COPY . .
# What this one line is told is in no layer and in no environment of the image
RUN SECRET_KEY=unused DATABASE_URL=postgres://unused@unused/unused NOT_FOR_REAL_DATA=1 \
    DOCUMENTS_ROOT=/tmp \
    python manage.py collectstatic --no-input
USER complaints
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["python", "-c", \
    "import urllib.request as u; u.urlopen('http://localhost:8000/healthz', timeout=8)"]
# No log of addresses: a search for a name would stand in it
CMD ["gunicorn", "complaints_site.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", \
    "--worker-tmp-dir=/dev/shm", "--no-control-socket"]
