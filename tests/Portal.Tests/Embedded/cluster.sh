#!/bin/sh
# A PostgreSQL cluster for one run of the tests: `cluster.sh RUN` says the folder of its socket once it answers, and ends
# when nobody holds the lock of RUN/alive any more, however that comes; then cluster and RUN are removed.
# Nothing in it shall outlive the run, so it flushes nothing: what a power cut would lose is lost anyway.
set -eu
run=$1
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5n | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")

# Not below RUN: a socket's address is short, and PostgreSQL's account may be unable to pass there.
home=$(mktemp -d "${TMPDIR:-/tmp}/sunshine-tests-XXXXXX")
trap 'rm -rf "$home" "$run"' EXIT
as=
if [ "$(id -u)" = 0 ]; then
    chown postgres "$home"
    as='setpriv --reuid=postgres --regid=postgres --init-groups'
fi
cd /
$as env -i LC_ALL=C.UTF-8 "$bin/initdb" -D "$home/data" -U portal -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync --no-instructions \
    >"$home/log" 2>&1 || { cat "$home/log" >&2; exit 1; }
$as env -i LC_ALL=C.UTF-8 "$bin/postgres" -D "$home/data" -c listen_addresses= -c port=5432 -c "unix_socket_directories=$home" \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=4GB \
    -c autovacuum=off -c shared_buffers=256MB -c max_connections=200 >"$home/log" 2>&1 &
server=$!
until "$bin/pg_isready" -q -h "$home" -U portal -d postgres; do
    kill -0 "$server" 2>/dev/null || { cat "$home/log" >&2; exit 1; }
    sleep 0.1
done
echo "$home"
exec >/dev/null 2>&1 </dev/null

flock "$run/alive" true
kill -QUIT "$server"
wait "$server" || true
