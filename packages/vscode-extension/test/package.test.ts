import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { packExtension, VSIX } from './packing.js';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { commands, configuration, menus, walkthroughs } = manifest.contributes;
const ids: readonly string[] = commands.map(({ command }: { command: string }) => command);

/** What the packed extension may hold at its top. */
const CONTENT = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...['LICENSE.txt', 'changelog.md', 'dist', 'language-configuration.json', 'media', 'package.json', 'readme.md'].map(
    (name) => `extension/${name}`,
  ),
  ...['rules-docs', 'schema', 'snippets', 'syntaxes', 'walkthrough'].map((name) => `extension/${name}`),
];
const BUNDLES = [
  'THIRD-PARTY-LICENSES.txt',
  'call-flow.css',
  'call-flow.js',
  'extension-web.js',
  'extension.cjs',
  'node_modules',
  'server-web.js',
  'server.cjs',
];

describe('the packed extension', function () {
  this.timeout(120_000);
  let said: string;
  before(async () => {
    said = await packExtension();
  });

  it('is packed without a warning', () => assert.doesNotMatch(said, /warn|error/i));

  it('holds what it needs and nothing else', () => {
    const names = namesIn(readFileSync(VSIX));
    const top = new Set(names.map((name) => /^(?:extension\/)?[^/]+/.exec(name)?.[0] ?? ''));
    assert.deepEqual([...top].sort(), [...CONTENT].sort());
    const bundles = new Set(names.flatMap((name) => /^extension\/dist\/([^/]+)/.exec(name)?.[1] ?? []));
    assert.deepEqual([...bundles].sort(), BUNDLES);
    assert.deepEqual(
      names.filter((name) => /\.(?:ts|mts|map|sip)$/.test(name) && !/\.d\.\w?ts$/.test(name)),
      [],
    );
  });

  it('stays under 3 MB', () => assert.ok(statSync(VSIX).size < 3_000_000, String(statSync(VSIX).size)));
});

/** The names in the central directory of a ZIP file. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names: string[] = [];
  for (let at = zip.readUInt32LE(end + 16); zip.toString('latin1', at, at + 4) === 'PK\x01\x02'; ) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

describe('the manifest of the extension', () => {
  it('has menus of commands that it contributes', () => {
    const named = Object.values<{ command: string }[]>(menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      named.filter((command) => !ids.includes(command)),
      [],
    );
  });

  for (const { title, steps } of walkthroughs) {
    it(`the walkthrough "${title}" shows what is there`, () => {
      for (const { description, media } of steps) {
        for (const [, command] of description.matchAll(/\(command:([\w.]+)\)/g))
          assert.ok(ids.includes(command), command);
        const text = read(media.markdown);
        for (const [, picture] of text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
          assert.ok(existsSync(new URL(`../walkthrough/${picture}`, import.meta.url)), picture);
        }
      }
    });
  }

  it('has its settings in the README', () => {
    const rows = Object.entries<Setting>(configuration.properties).map(([name, setting]) => {
      const values = setting.enum ? `: ${setting.enum.map((value) => code(value)).join(', ')}.` : '.';
      const text = (setting.markdownDescription ?? setting.description ?? '').replace(/\.$/, '');
      return `| \`${name}\` | ${code(setting.default)} | ${text}${values} |`;
    });
    const table = /\| setting [\s\S]*?\n\n/.exec(read('README.md'))?.[0] ?? '';
    assert.deepEqual(table.trim().split('\n').slice(2), rows);
  });
});

interface Setting {
  readonly default: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}
