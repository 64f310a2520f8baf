# Build: docker build --tag auditor .    Run: docker run --rm --volume "$PWD:/articles" auditor check .
FROM python:3.11-slim

COPY . /source
RUN pip install --no-cache-dir --constraint /source/constraints.txt "/source[html,parquet,excel]" \
    && rm -r /source \
    && useradd --create-home auditor

USER auditor
WORKDIR /articles
ENTRYPOINT ["auditor"]
CMD ["--help"]
