// Takes the pictures of the editor in a real VS Code: `npm run generate:editor-pictures`. No two runs give the same bytes.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPackedEditor } from '../packages/vscode-extension/test/packed-editor.mjs';
import { withPalette } from './palette-png.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(repository, 'docs/images/editor');
const walkthrough = join(repository, 'packages/vscode-extension/walkthrough');

const VIEWPORT = { width: 860, height: 500 };
const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.above': false,
  'editor.overviewRulerBorder': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.occurrencesHighlight': 'off',
  'files.eol': '\n',
  'editor.fontSize': 13,
  'editor.lineHeight': 20,
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
};

mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'sl-'));
cpSync(join(repository, 'examples'), folder, { recursive: true });
const editor = await openPackedEditor(folder, 'invite.sip', {
  settings: SETTINGS,
  viewport: VIEWPORT,
  deviceScaleFactor: 1.5,
});
const { page } = editor;
try {
  await editor.untilSquiggle();
  await page.keyboard.press('Control+B');
  await editor.goTo(10, 17);
  await editor.hover('RFC 3261');
  await picture('hover', pictures, walkthrough);
  await page.keyboard.press('Escape');
  await editor.quickFixes('Set Content-Length');
  await picture('quick-fix', pictures, walkthrough);
  await page.keyboard.press('Escape');
  await editor.open('registration.sip');
  await editor.untilSquiggle('warning');
  await editor.problems('Via branch');
  await page.setViewportSize({ ...VIEWPORT, height: 620 });
  await raisePanel(80);
  await picture('problems', pictures);
  await page.setViewportSize(VIEWPORT);
  await page.keyboard.press('Control+J');
  await editor.open('invite.sip');
  await editor.goTo(8, 1);
  await page.keyboard.press('Control+Shift+Enter');
  await page.keyboard.type('Re');
  await editor.suggestions('Require');
  await picture('completion', pictures);
  await page.keyboard.press('Escape');
  for (let times = 0; times < 2; times++) await page.keyboard.press('Control+Z');
  await editor.open('call.sip');
  await page.setViewportSize({ width: 1080, height: 620 });
  await page.getByText('show call flow').first().click();
  await page.waitForSelector('iframe.webview.ready', { state: 'attached' });
  await page.waitForTimeout(2000);
  await picture('call-flow', pictures, walkthrough);
} finally {
  await editor.close();
  rmSync(folder, { recursive: true });
}

/** Draws the panel's upper edge upwards, until all of its list is to be seen. */
async function raisePanel(by) {
  const { x, y, width } = await page.locator('.part.panel').boundingBox();
  const middle = x + width / 2;
  await page.mouse.move(middle, y - 1);
  await page.mouse.down();
  await page.mouse.move(middle, y - by, { steps: 5 });
  await page.mouse.up();
}

async function picture(name, ...targets) {
  await page.mouse.move(5, 5);
  // What moves comes to rest.
  await page.waitForTimeout(500);
  const png = withPalette(await page.screenshot());
  for (const target of targets) writeFileSync(join(target, `${name}.png`), png);
}
