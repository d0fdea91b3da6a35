import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPackedEditor, type PackedEditor } from './packed-editor.mjs';
import { packExtension } from './packing.js';
import { needsWorkbench } from './run-script.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const CALL = readFileSync(join(EXAMPLES, 'call.sip'), 'utf8');

describe('the packed extension, as a user sees it', () => {
  let folder: string;
  let editor: PackedEditor | undefined;

  before(async function () {
    needsWorkbench(this);
    await packExtension();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sl-'));
  });
  afterEach(async () => {
    await editor?.close();
    editor = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  it('squiggles, lists, explains, mends and completes', async function () {
    this.timeout(120_000);
    cpSync(EXAMPLES, folder, { recursive: true });
    editor = await openPackedEditor(folder, 'invite.sip');
    await editor.untilSquiggle();
    const listed = await editor.problems('Content-Length is 142');
    assert.match(
      listed.join('\n'),
      /Content-Length is 142[\s\S]*siplint[\s\S]*content-length-exceeds-body[\s\S]*Ln 10, Col 17/,
    );

    await editor.goTo(10, 17);
    const said = (await editor.hover('RFC 3261')).join('\n');
    assert.match(said, /Content-Length is 142, but 114 octets follow/);
    assert.match(said, /RFC 3261 §20\.14/);

    await editor.goTo(10, 17);
    assert.match((await editor.quickFixes('Set Content-Length')).join('\n'), /^Quick Fix\nSet Content-Length to 114\n/);
    await editor.page.keyboard.press('Enter');
    await editor.untilClean();
    await editor.page.keyboard.press('Control+S');
    const file = join(folder, 'invite.sip');
    await until(() => /^Content-Length: 114$/m.test(readFileSync(file, 'utf8')));

    await editor.goTo(8, 1);
    await editor.page.keyboard.press('Control+Shift+Enter');
    await editor.page.keyboard.type('Reco');
    assert.ok((await editor.suggestions('Record-Route')).length > 0);
  });

  it('runs no configuration that is code before the folder is trusted', async function () {
    this.timeout(120_000);
    for (const name of ['code', 'data']) {
      mkdirSync(join(folder, name));
      // Two defects: one that a configuration turns off, and one that shows that the file was linted.
      const wrong = CALL.replace('Max-Forwards: 70', 'Max-Forwards: 700').replace('Length: 114', 'Length: 142');
      writeFileSync(join(folder, name, `${name}.sip`), wrong);
    }
    const ran = join(folder, 'ran');
    const off = { root: true, rules: { 'max-forwards-invalid': 'off' } };
    writeFileSync(join(folder, 'data/siplint.config.json'), JSON.stringify(off));
    writeFileSync(
      join(folder, 'code/siplint.config.mjs'),
      `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(ran)}, '');
export default ${JSON.stringify(off)};\n`,
    );
    editor = await openPackedEditor(folder, 'code/code.sip', {
      isTrusting: false,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    await editor.untilSquiggle();
    await editor.open('data.sip');
    await editor.untilSquiggle();
    const problems = (await editor.problems('data.sip')).join('\n');
    const [, ofCode = '', ofData = ''] = /code\.sip([\s\S]*)data\.sip([\s\S]*)/.exec(problems) ?? [];
    assert.match(ofCode, /max-forwards-invalid/);
    assert.match(ofData, /content-length-exceeds-body/);
    assert.doesNotMatch(ofData, /max-forwards-invalid/);
    assert.ok(!existsSync(ran), 'it ran');

    const { page } = editor;
    await page
      .getByRole('button', { name: /Restricted Mode/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await until(() => existsSync(ran));
    await page.getByText('max-forwards-invalid').first().waitFor({ state: 'detached' });
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
