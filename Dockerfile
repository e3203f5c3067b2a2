# The Telegram bot. Build: docker build -t resolution-bot .   Run: docker run -e BOT_TOKEN=… resolution-bot
FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements.txt .
RUN python -m venv /app && /app/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
# What the project needs is there, by hash; the build back-end is the only thing fetched now.
RUN /app/bin/pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
# The Chinese font of the roll-call board (1.6 MB).
RUN apt-get update && apt-get install -y --no-install-recommends fonts-wqy-microhei fonts-dejavu-core libfribidi0 && rm -rf /var/lib/apt/lists/*
# What it keeps stands in a volume: see deploy/compose.yaml.
RUN useradd --system --create-home --uid 10001 bot && install -d -o bot -g bot /var/lib/resolution-bot
COPY --from=build /app /app
USER bot
WORKDIR /home/bot
ENV PYTHONUNBUFFERED=1 PATH=/app/bin:$PATH
STOPSIGNAL SIGTERM
# No HEALTHCHECK: there is a port to ask at only with BOT_METRICS_PORT, as in deploy/compose.yaml.
ENTRYPOINT ["/app/bin/resolution-bot"]
CMD ["serve"]
