# The portal without its own database: a container's PostgreSQL is another container or a managed server.
#
#   docker build -t sunshine .
#   docker run -p 8080:8080 -v sunshine:/data -v sunshine-key:/key \
#     -e ConnectionStrings__Store='Host=db;Username=portal;Password=…;Database=portal' \
#     -e Sunshine__PublicAddress=https://example.gov.cn sunshine
#
# Any verb takes the place of `serve`: docker run … sunshine check

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Project files first: packages are fetched again only when one of these changes.
COPY global.json *.props .editorconfig BannedSymbols.txt ./
COPY Contracts/*.csproj Contracts/
COPY Publishing/*.csproj Publishing/
COPY Portal/*.csproj Portal/
RUN dotnet restore Portal/Portal.csproj
COPY Contracts Contracts
COPY Publishing Publishing
COPY Portal Portal
RUN dotnet publish Portal/Portal.csproj -c Release --no-restore -p:UseAppHost=false -o /app

# The typesetter by its lock file. No script of a package runs; the compiler comes as a finished binary.
# Not `npm ci`, which refuses a lock file that does not list every platform's binary.
FROM node:22-bookworm-slim AS typesetter
WORKDIR /typesetter
COPY Publishing/Typesetting/package.json Publishing/Typesetting/package-lock.json ./
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# pg_dump and pg_restore for backups: no older than the server that they are used with.
# Notices are set in Noto CJK and in nothing else; other font versions would change the bytes of a PDF.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fonts-noto-cjk libstdc++6 postgresql-client \
 && rm -rf /var/lib/apt/lists/*
# Node alone: npm has done its work in the stage above.
COPY --from=typesetter /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY --from=build /app ./
COPY --from=typesetter /typesetter/node_modules Typesetting/node_modules

# Attachments, keys and the published tree outlive the container. The folder must belong to the user below
# before it becomes a volume, since a new volume takes its owner from here.
# The key of the backups has a volume of its own: it must not lie beside what it opens, nor die with the container.
RUN mkdir /data /key && chown "$APP_UID" /data /key && chmod 700 /key
VOLUME /data /key
# Inside a container 127.0.0.1 reaches nobody; what is exposed is decided by `docker run -p`.
ENV Sunshine__DataFolder=/data \
    Sunshine__SiteFolder=/data/site \
    Sunshine__BackupKeyFile=/key/backup.key \
    ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://0.0.0.0:8080 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID

# Node is here anyway, curl is not.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No connection string here: it is a secret and comes from the environment. Without one the portal looks for
# PostgreSQL's programs, finds none in this image and says so.
ENTRYPOINT ["dotnet", "Transparency.Portal.dll"]
CMD ["serve"]
