#!/usr/bin/env node
// Stands in for the `code` executable of @vscode/test-electron where no VS Code can be downloaded: takes its flags, runs
// code-server and Chromium, and ends with the exit code of the test run.
import { argv, env, exit } from 'node:process';
import { openWorkbench, remoteUri } from './workbench.mjs';

const flags = {};
const folders = [];
for (const argument of argv.slice(2)) {
  const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name === undefined) folders.push(argument);
  else flags[name] = [...(flags[name] ?? []), value];
}

const { SCREENSHOT } = env;
let code = 70;
const workbench = await openWorkbench({
  userDir: flags['user-data-dir']?.[0],
  extensionsDir: flags['extensions-dir']?.[0],
});
try {
  const [tests] = flags.extensionTestsPath;
  code = await workbench.runTests(folders[0], {
    extensions: flags.extensionDevelopmentPath.map((folder) => remoteUri(workbench.host, folder)),
    extensionTestsPath: remoteUri(workbench.host, tests),
  });
} catch (error) {
  console.error(error);
} finally {
  if (code && SCREENSHOT) await workbench.page.screenshot({ path: SCREENSHOT }).catch(() => {});
  await workbench.close();
}
exit(code);
