#!/bin/sh
# Makes the secrets of compose.yaml, each once: what is there already stays as it is.
set -eu
cd "$(dirname "$0")"

# Each container reads them as another user, so the folder is closed instead of the files.
mkdir -p secrets
chmod 700 secrets

for name in postgres_password redis_password encryption_key; do
	file="secrets/$name"
	if [ -s "$file" ]; then
		echo "$file is there already."
		continue
	fi
	secret=$(openssl rand -hex 32)
	printf '%s' "$secret" > "$file"
	chmod 444 "$file"
	echo "Made $file."
done
