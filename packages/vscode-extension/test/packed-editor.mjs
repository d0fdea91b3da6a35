// The packed extension, installed in a workbench, and what a user does there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtension, openWorkbench } from '../../../tools/vscode-host/workbench.mjs';
import { EXTENSION } from './suite-workspace.mjs';

export const VSIX = join(EXTENSION, 'siplint.vsix');

/** Opens a folder with a file of it in the editor. */
export async function openPackedEditor(folder, file, options = {}) {
  const home = mkdtempSync(join(tmpdir(), 'sl-'));
  const folders = { userDir: join(home, 'user'), extensionsDir: join(home, 'ext') };
  await installExtension(VSIX, folders);
  const workbench = await openWorkbench({ ...options, ...folders });
  const { page, host } = workbench;
  try {
    await workbench.open(folder, [['openFile', `vscode-remote://${host}${join(folder, file)}`]]);
    await page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 });
  } catch (error) {
    await close();
    throw error;
  }
  return { ...actionsOf(page), page, close };

  async function close() {
    await workbench.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function actionsOf(page) {
  const { keyboard } = page;
  /** The texts of a list as soon as one of them holds `text`. */
  const rowsOf = async (list, text) => {
    const rows = page.locator(`${list} .monaco-list-row`);
    await rows.filter({ hasText: text }).first().waitFor();
    return rows.allInnerTexts();
  };
  return {
    async open(name) {
      await keyboard.press('Control+P');
      await page.waitForSelector('.quick-input-widget input');
      await keyboard.type(name);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
      await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
    },
    /** Puts the cursor at a place, both numbers 1-based. */
    async goTo(line, column) {
      await keyboard.press('Control+1');
      await keyboard.press('Control+G');
      await page.waitForSelector('.quick-input-widget input');
      await keyboard.type(`${line}:${column}`);
      await keyboard.press('Enter');
      await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    },
    untilSquiggle: (severity = 'error') => page.waitForSelector(`.squiggly-${severity}`, { timeout: 60_000 }),
    untilClean: () => page.waitForSelector('.squiggly-error', { state: 'detached' }),
    /** The texts of what is said about the place of the cursor, as soon as one of them holds `text`. */
    async hover(text) {
      await keyboard.press('Control+K');
      await keyboard.press('Control+I');
      const contents = page.locator('.monaco-hover:not(.hidden) .hover-contents');
      await contents.filter({ hasText: text }).first().waitFor();
      return contents.allInnerTexts();
    },
    async problems(text) {
      await keyboard.press('Control+Shift+M');
      return rowsOf('.markers-panel', text);
    },
    async quickFixes(text) {
      await keyboard.press('Control+.');
      return rowsOf('.action-widget', text);
    },
    async suggestions(text) {
      await keyboard.press('Control+Space');
      return rowsOf('.suggest-widget', text);
    },
  };
}
