#!/usr/bin/env bash
# Publishes a file over HTTP: examples/publish.sh help/gifts 3 gifts.md
# The same external id again replaces the document, unless the version is older than what is there.
# FRONTDESK_URL and FRONTDESK_API_KEY say where, and for whom.
set -euo pipefail
external_id=$1 version=$2 file=$3

curl --fail-with-body --silent --show-error "$FRONTDESK_URL/v1/documents" \
  -H "Authorization: Bearer $FRONTDESK_API_KEY" \
  -F "file=@$file" \
  -F "external_id=$external_id" \
  -F "version=$version"
echo
