# The app in a container: no state, no secrets, not as root. How to run it: docs/exporting.md.
FROM python:3.11-slim
WORKDIR /app

COPY requirements.txt ./
RUN python -m pip install --no-cache-dir --disable-pip-version-check -r requirements.txt

COPY .streamlit/config.toml .streamlit/
COPY app.py ./
COPY server.py ./
COPY data data
COPY statement_map statement_map
RUN python -m compileall -q statement_map && useradd --system --no-create-home reader
USER reader

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", \
    "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["python", "-m", "streamlit", "run", "server.py", "--server.headless=true", \
    "--server.address=0.0.0.0", "--server.port=8501", "--server.fileWatcherType=none"]
