FROM python:3.11-slim

# One arena for all threads keeps memory from being held in pieces.
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MALLOC_ARENA_MAX=2 HOME=/tmp
WORKDIR /app

COPY requirements.txt ./
# Of what `wordcloud` brings along the app draws no plots, and no running app installs anything.
RUN pip install --no-cache-dir --require-hashes -r requirements.txt \
    && find /usr/local/lib/python3.11/site-packages -type d \( -name tests -o -name include \) -prune -exec rm -r {} + \
    && pip uninstall --yes --no-input pydeck pip

# .dockerignore lets in only what the app reads.
COPY . .

# What reads a file is a process of its own, which should not have to compile itself each time.
RUN python -m compileall -q app.py components corpus pages

# The app writes nothing: its files belong to root, and it runs as someone else, by number, so that a cluster can tell.
USER 10001:10001

EXPOSE 8501

# Fails while the collection is refused, else runs the first page; /_stcore/health would answer 200 whatever pages show.
HEALTHCHECK --interval=30s --timeout=20s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/_stcore/script-health-check', timeout=15)"]

CMD ["streamlit", "run", "app.py", "--server.headless", "true", "--server.port", "8501", "--server.address", "0.0.0.0"]
