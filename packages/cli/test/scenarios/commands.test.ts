import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { rules } from '@siplint/rules';
import { ruleText } from '../../src/report/rule-text.js';
import { createColors } from '../../src/terminal/colors.js';
import { printable } from '../../src/terminal/printable.js';
import { EXAMPLES, Folder, siplint } from './cli.js';
import { CLEAN, TOO_LONG, WARNED, WARNED_RULE } from './messages.js';

describe('explain', () => {
  const { stdout } = siplint(['explain', WARNED_RULE]);
  it('tells what, why, where it is written, and shows the range in an example', () => {
    assert.match(stdout, /^via-branch-magic-cookie: Start every Via branch with z9hG4bK\n/);
    for (const heading of [
      'What',
      'Why',
      'References',
      'Wrong',
      'Right',
      'Fix (unsafe)',
      'When a finding may be wrong',
    ]) {
      assert.ok(stdout.includes(`\n${heading}\n`), heading);
    }
    assert.match(stdout, /RFC 3261 §8\.1\.1\.7 {2}https:\/\/www\.rfc-editor\.org\/rfc\/rfc3261#section-8\.1\.1\.7/);
    const lines = stdout.split('\n');
    const mark = lines.findIndex((line) => line.includes('^'));
    const [start, end] = [lines[mark]?.indexOf('^') ?? 0, lines[mark]?.length];
    assert.equal(lines[mark - 1]?.slice(start, end), '74bf9a1');
  });
  it('has a page for every rule', () => {
    for (const rule of rules) {
      const page = ruleText(rule.meta.id, rule, createColors(false), 100);
      for (const heading of ['What', 'Why', 'References', 'Wrong', 'Right']) {
        assert.ok(page.includes(`\n${heading}\n`), `${rule.meta.id}: ${heading}`);
      }
      assert.ok(page.includes('^'), rule.meta.id);
      assert.equal(
        page.split('\n').find((line) => printable(line) !== line),
        undefined,
        rule.meta.id,
      );
    }
  });
  it('gives all facts as JSON', () => {
    const facts = JSON.parse(siplint(['explain', '--json', WARNED_RULE]).stdout);
    assert.equal(facts.id, WARNED_RULE);
    assert.equal(facts.references[0].text, 'RFC 3261 §8.1.1.7');
    assert.ok(facts.docs.bad.some((example: string) => example.includes('<|')));
  });
  it('knows what the engine itself reports', () => {
    assert.match(siplint(['explain', 'internal-rule-crash']).stdout, /A rule threw\./);
  });
});

describe('rules', () => {
  const ids = (...args: readonly string[]): string[] => {
    const { stdout, stderr } = siplint(['rules', '--json', ...args]);
    assert.equal(stderr, '');
    return JSON.parse(stdout).map(({ id }: { id: string }) => id);
  };
  const idsWhere = (isMeant: (meta: (typeof rules)[number]['meta']) => boolean) =>
    rules.filter(({ meta }) => isMeant(meta)).map(({ meta }) => meta.id);

  it('lists all, with all facts', () =>
    assert.deepEqual(
      ids(),
      idsWhere(() => true),
    ));
  it('by category', () =>
    assert.deepEqual(
      ids('--category', 'via'),
      idsWhere(({ category }) => category === 'via'),
    ));
  it('by RFC', () => {
    const expected = idsWhere(({ references = [] }) => references.some(({ rfc }) => rfc === 3261));
    assert.deepEqual(ids('--rfc', '3261'), expected);
    assert.deepEqual(ids('--rfc', 'RFC 3261'), expected);
  });
  it('by what can be fixed', () =>
    assert.deepEqual(
      ids('--fixable'),
      idsWhere(({ fixable }) => fixable !== undefined),
    ));
  it('by words', () => assert.ok(ids('magic', 'COOKIE').includes(WARNED_RULE)));
  it('for people, one a line', () => {
    const { stdout } = siplint(['rules', '--category', 'via']);
    assert.match(stdout, /^via-branch-magic-cookie +warning +● fix +Start every Via branch with z9hG4bK$/m);
    assert.match(stdout, /\n\d+ rules?\. /);
  });
});

describe('print-config', () => {
  const folder = new Folder({
    'siplint.config.yaml': `rules:\n  category:via: hint\noverrides:\n  - files: "lab/**"\n    rules: { ${WARNED_RULE}: off }\n`,
  });
  after(() => folder.remove());
  it('tells what set what', () => {
    const { stdout, status } = folder.siplint(['print-config', 'a.sip']);
    assert.equal(status, 0);
    assert.match(stdout, /^ {2}via-branch-magic-cookie: hint # siplint\.config\.yaml: category:via$/m);
    assert.match(stdout, /^ {2}wire\.eol: "auto"$/m);
  });
  it('tells of overrides', () => {
    const { stdout } = folder.siplint(['print-config', 'lab/a.sip']);
    assert.match(stdout, /^ {2}via-branch-magic-cookie: off # siplint\.config\.yaml overrides\[0\]$/m);
  });
  it('as JSON, with every origin', () => {
    const { rules: all } = JSON.parse(folder.siplint(['print-config', '--json', 'lab/a.sip']).stdout);
    const { severity, origins } = all.find(({ id }: { id: string }) => id === WARNED_RULE);
    assert.equal(severity, 'off');
    assert.deepEqual(
      origins.map((origin: { severity: string }) => origin.severity),
      ['warning', 'hint', 'off'],
    );
  });
});

describe('init', () => {
  let folder: Folder;
  afterEach(() => folder.remove());
  it('writes YAML that lint takes, with the suffixes under which SIP was found', () => {
    folder = new Folder({ 'a.sip': CLEAN, 'traces/b.txt': WARNED, 'traces/readme.txt': 'no SIP\n' });
    const { stdout, status } = folder.siplint(['init']);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^Found 1 \.sip file \(line ends: 1 with CRLF\); SIP also in \.txt\nWrote siplint\.config\.yaml\n/,
    );
    assert.match(readFileSync(folder.file('siplint.config.yaml'), 'utf8'), /^ {2}- "\*\*\/\*\.txt"$/m);
    const { files } = JSON.parse(folder.siplint(['--format', 'json', '.']).stdout);
    assert.deepEqual(
      files.map(({ path }: { path: string }) => path),
      ['a.sip', 'traces/b.txt'],
    );
  });
  it('writes JSON into a Node project, or where asked', () => {
    folder = new Folder({ 'package.json': '{}', 'a.sip': CLEAN });
    assert.equal(folder.siplint(['init']).status, 0);
    assert.equal(JSON.parse(readFileSync(folder.file('siplint.config.json'), 'utf8')).extends, 'recommended');
    assert.equal(folder.siplint(['a.sip']).status, 0);
  });
  for (const [name, content] of [
    ['siplint.config.ts', 'export default {}'],
    ['siplint.config.yml', ''],
    ['package.json', '{"siplint": {}}'],
  ] as const) {
    it(`writes nothing beside a configuration in ${name}`, () => {
      folder = new Folder({ [name]: content });
      const { status, stderr } = folder.siplint(['init', '--type', 'json']);
      assert.equal(status, 2);
      assert.match(stderr, /^siplint: there is a configuration already: /);
      assert.ok(!existsSync(folder.file('siplint.config.json')));
    });
  }
});

describe('verify', () => {
  const folder = new Folder({
    'good.sip': `# siplint-expect ${WARNED_RULE}@Via\r\n${WARNED}`,
    'clean.sip': CLEAN,
    'missing/a.sip': `# siplint-expect ${WARNED_RULE}\r\n${CLEAN}`,
    'extra/a.sip': WARNED,
    'both/a.sip': `# siplint-expect ${WARNED_RULE}\r\n${TOO_LONG}`,
  });
  after(() => folder.remove());
  it('passes what holds just what it says', () => {
    const { stdout, status } = folder.siplint(['verify', 'good.sip', 'clean.sip']);
    assert.equal(status, 0);
    assert.match(stdout, /^✔ good\.sip: 1 finding as expected$/m);
    assert.match(stdout, /^✔ 2 files as expected$/m);
  });
  for (const [name, pattern, count] of [
    ['missing', /^ {4}1:18 {2}.*via-branch-magic-cookie/m, 1],
    ['extra', /^ {4}2:\d+ {2}Not expected: .*\(via-branch-magic-cookie\)$/m, 1],
    ['both', /^ {4}\d+:\d+ {2}/m, 2],
  ] as const) {
    it(`fails ${name}`, () => {
      const { stdout, status } = folder.siplint(['verify', name]);
      assert.equal(status, 1);
      assert.match(stdout, pattern);
      assert.equal(stdout.match(/^ {4}\d+:\d+/gm)?.length, count);
      assert.match(stdout, /^✖ 1 of 1 file not as expected$/m);
    });
  }
  it('passes the fixture of the examples', () => {
    assert.equal(siplint(['verify', `${EXAMPLES}/broken-on-purpose.sip`]).status, 0);
  });
});
