#!/bin/sh
# Builds the style sheets and scripts of the pages into $1/web. Called by Maven.
set -eu
mkdir -p "$1/web"
