#!/bin/sh
# Builds the style sheets and scripts of the pages into $1/web. Called by Maven; quick when nothing has changed.
# Written: assets/<name>.<hash>.<ext>, the same compressed (.gz), and assets.properties (name = hashed name).
set -eu
mkdir -p "$1/web"
out=$(cd "$1/web" && pwd)
cd "$(dirname "$0")"

# The copy of the lock is written last, so that a broken install is done again.
if ! cmp -s package-lock.json node_modules/.lock-installed; then
  command -v npm >/dev/null 2>&1 || { echo "The style sheets need npm (Node 20 or newer): install Node.js." >&2; exit 1; }
  rm -rf node_modules
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.lock-installed
fi

if [ -f "$out/assets.properties" ] \
  && [ -z "$(find build.sh package-lock.json styles scripts icons -newer "$out/assets.properties" -print)" ]; then
  exit 0
fi

work="$out/.work"
rm -rf "$work" "$out/assets" "$out/assets.properties"
mkdir -p "$work" "$out/assets"
./node_modules/.bin/sass --no-source-map --style=compressed --quiet-deps --load-path=styles \
  styles/public.scss:"$work/public.css" styles/desk.scss:"$work/desk.css" styles/lite.scss:"$work/lite.css"
./node_modules/.bin/esbuild scripts/public.mjs --bundle --minify --format=esm --target=es2019 --log-level=warning \
  --outfile="$work/public.js"

cp icons/*.svg "$work/"

: >"$work/assets.properties"
for file in "$work"/*.css "$work"/*.js "$work"/*.svg; do
  name=$(basename "$file")
  hash=$(sha256sum "$file" 2>/dev/null | cut -c1-12 || true)
  [ -n "$hash" ] || hash=$(shasum -a 256 "$file" | cut -c1-12)
  hashed="${name%.*}.$hash.${name##*.}"
  cp "$file" "$out/assets/$hashed"
  gzip -9 -n -c "$file" >"$out/assets/$hashed.gz"
  echo "$name=$hashed" >>"$work/assets.properties"
done
mv "$work/assets.properties" "$out/assets.properties"
rm -rf "$work"
