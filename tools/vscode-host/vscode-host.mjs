#!/usr/bin/env node
// Stands in for the `code` executable of @vscode/test-electron where no VS Code can be downloaded: takes its flags, runs
// code-server and Chromium, and ends with the exit code of the test run.
import { argv, env, exit } from 'node:process';
import { format } from 'node:util';
import { openWorkbench, remoteUri } from './workbench.mjs';

const { TEST_TIMEOUT_S = '300', SCREENSHOT, VERBOSE } = env;
const flags = {};
const folders = [];
for (const argument of argv.slice(2)) {
  const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name === undefined) folders.push(argument);
  else flags[name] = [...(flags[name] ?? []), value];
}

let code = 70;
const workbench = await openWorkbench({
  userDir: flags['user-data-dir']?.[0],
  extensionsDir: flags['extensions-dir']?.[0],
  isTrusting: flags['disable-workspace-trust'] !== undefined || !flags['enable-workspace-trust'],
});
try {
  const { page, host } = workbench;
  const exited = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  // Mocha's lines arrive as '%c INFO', a colour, then a format string and its values.
  page.on('console', async (message) => {
    const values = await Promise.all(message.args().map((value) => value.jsonValue().catch(() => '')));
    if (/^%c/.test(values[0]) && /%[sd]/.test(values[2])) console.log(format(...values.slice(2)));
    else if (VERBOSE) console.error(message.text());
  });
  const [tests] = flags.extensionTestsPath;
  const developed = flags.extensionDevelopmentPath;
  await workbench.develop({
    extensions: developed.map((folder) => remoteUri(host, folder)),
    extensionTestsPath: remoteUri(host, tests),
  });
  await workbench.open(folders[0]);
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no result within ${TEST_TIMEOUT_S} s`)), TEST_TIMEOUT_S * 1000).unref();
  });
  code = await Promise.race([exited, late]);
} catch (error) {
  console.error(error);
} finally {
  if (code && SCREENSHOT) await workbench.page.screenshot({ path: SCREENSHOT }).catch(() => {});
  await workbench.close();
}
exit(code);
