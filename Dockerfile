# The app in a container, with a PostgreSQL of its own beside it: see compose.yaml.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/bootstrap.mjs build-image

FROM ${NODE_IMAGE}
ENV NODE_ENV=production NODE_OPTIONS=--max-old-space-size=256 HOST=0.0.0.0 PORT=3000 MINICRM_DATA_DIR=/data DATABASE_WAIT=60
WORKDIR /app
COPY --from=build /app/image ./
# the data folder: the key of the sessions, backups, and when the last one was made
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
	CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning"]
CMD ["scripts/serve.ts"]
