#!/bin/sh
# Saves and restores n8n's database. compose.yaml runs it in the service `backup`.
#   backup.sh daily         saves once a day, for as long as it runs
#   backup.sh check         whether there is a backup of the last 25 hours
#   backup.sh restore FILE  puts a backup in the place of the database; stop n8n before
set -eu
umask 077

PGPASSWORD=$(cat "$PASSWORD_FILE")
export PGPASSWORD PGOPTIONS=--client-min-messages=warning

# A file that is not whole has another name, and is gone before the next try.
save() {
	rm -f "$BACKUPS"/*.part
	file="$BACKUPS/$PGDATABASE-$(date -u +%Y%m%dT%H%M%SZ).dump"
	pg_dump --format=custom --file="$file.part" && mv "$file.part" "$file" && echo "Saved $file."
}

daily() {
	while :; do
		if save; then
			find "$BACKUPS" -name '*.dump' -mtime "+$KEEP_DAYS" -delete
			sleep 86400
		else
			echo 'Nothing was saved. The next try is in ten minutes.' >&2
			sleep 600
		fi
	done
}

# The database of today is renamed, not overwritten, and only when the backup is whole in another.
restore() {
	dropdb --if-exists restored
	createdb restored
	pg_restore --dbname=restored --exit-on-error --single-transaction --no-owner "$1"
	before="before_$(date -u +%Y%m%dt%H%M%Sz)"
	psql --dbname=postgres --set=ON_ERROR_STOP=1 --quiet --single-transaction \
		--command="ALTER DATABASE \"$PGDATABASE\" RENAME TO \"$before\"" \
		--command="ALTER DATABASE restored RENAME TO \"$PGDATABASE\""
	echo "Restored $1. The database of before is now $before."
}

case "$1" in
	daily) daily ;;
	check) find "$BACKUPS" -name '*.dump' -mmin -1500 | grep -q . ;;
	restore) restore "$2" ;;
	*) exit 2 ;;
esac
