FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1
WORKDIR /app

COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

# .dockerignore lets in only what the app reads.
COPY . .

# What reads a file is a process of its own, which should not have to compile itself each time.
RUN python -m compileall -q corpus

# The app writes nothing: its files belong to root, and it runs as someone else.
RUN useradd --create-home app
USER app

EXPOSE 8501

# Fails while the collection is refused, else runs the first page; /_stcore/health would answer 200 whatever pages show.
HEALTHCHECK --interval=30s --timeout=20s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/_stcore/script-health-check', timeout=15)"]

CMD ["streamlit", "run", "app.py", "--server.port", "8501", "--server.address", "0.0.0.0"]
