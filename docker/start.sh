#!/bin/sh
# Starts the portal in its container. Each file /run/secrets/redress.* is one key of docs/configuration.md; its value
# reaches the server through a file that only its owner may read, because a command line can be read by everybody.
set -eu
umask 077
properties=/run/redress/portal.properties
: >"$properties"
for file in /run/secrets/redress.*; do
    [ -f "$file" ] || continue
    printf '%s=%s\n' "$(basename "$file")" "$(cat "$file")" >>"$properties"
done

root=/opt/redress/payara
# shellcheck disable=SC2086 # options are separated by spaces
exec java ${REDRESS_JAVA_OPTIONS:--Xmx512m} -Duser.timezone=UTC -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
    -jar "$root/launch-micro.jar" --noHazelcast --disablePhoneHome --port 8080 \
    --systemProperties "$properties" \
    --preBootCommandFile "$root/config/pre-boot.txt" \
    --logProperties "$root/config/logging.properties" \
    --contextRoot / --deploy /opt/redress/redress.war
