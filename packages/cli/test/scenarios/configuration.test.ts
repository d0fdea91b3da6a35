import assert from 'node:assert/strict';
import { Folder } from './cli.js';
import { CLEAN, WARNED, WARNED_RULE } from './messages.js';

/** A plugin with rules that behave badly, or well. */
const PLUGIN = `
const rule = (id, create) => ({
  meta: { id, category: 'house', severity: 'warning', title: 'A rule', messages: { found: 'Found it' } },
  create,
});
export default {
  meta: { name: 'house', version: '1.0.0', apiVersion: 1 },
  rules: {
    throws: rule('throws', () => ({ message() { throw new Error('no luck today'); } })),
    finds: rule('finds', () => ({ message(message, context) { context.report({ messageId: 'found', at: message.anchor }); } })),
  },
};
`;

describe('configurations that cannot be used', () => {
  interface Case {
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    readonly stderr: RegExp;
  }
  const cases: readonly Case[] = [
    {
      name: 'broken YAML',
      files: { 'siplint.config.yaml': 'rules: {\n  a: [\n' },
      stderr: /siplint\.config\.yaml:\d+:\d+: /,
    },
    { name: 'broken JSON', files: { 'siplint.config.json': '{"rules": {' }, stderr: /siplint\.config\.json:\d+:\d+: / },
    {
      name: 'broken JSONC',
      files: { 'siplint.config.jsonc': '// c\n{"rules" 1}' },
      stderr: /siplint\.config\.jsonc:2:\d+: /,
    },
    { name: 'broken JavaScript', files: { 'siplint.config.mjs': 'export default {' }, stderr: /siplint\.config\.mjs/ },
    { name: 'broken CommonJS', files: { 'siplint.config.cjs': 'module.exports = {' }, stderr: /siplint\.config\.cjs/ },
    { name: 'broken TypeScript', files: { 'siplint.config.ts': 'export default {' }, stderr: /siplint\.config\.ts/ },
    {
      name: 'JavaScript that throws',
      files: { 'siplint.config.mjs': 'throw new Error("no luck")' },
      stderr: /no luck/,
    },
    {
      name: 'a broken member of package.json',
      files: { 'package.json': '{"siplint": {"rules": 1}}' },
      stderr: /package\.json:1:\d+: /,
    },
    {
      name: 'two configurations in one folder',
      files: { 'siplint.config.json': '{}', 'siplint.config.yaml': '' },
      stderr: /siplint\.config\.json.*siplint\.config\.yaml/,
    },
    {
      name: 'an unknown rule',
      files: { 'siplint.config.yaml': 'rules:\n  via-branch-magic-cooky: off\n' },
      stderr: /siplint\.config\.yaml:2:3: .*\n?.*via-branch-magic-cookie/,
    },
    {
      name: 'an unknown key',
      files: { 'siplint.config.yaml': 'rulez: {}\n' },
      stderr: /siplint\.config\.yaml:1:1: .*\n?.*rules/,
    },
    {
      name: 'an unknown severity',
      files: { 'siplint.config.json': `{"rules": {"${WARNED_RULE}": "warn"}}` },
      stderr: /:1:\d+: .*warning/s,
    },
    {
      name: 'an unknown preset',
      files: { 'siplint.config.json': '{"extends": "strikt"}' },
      stderr: /:1:13: .*strict/s,
    },
    {
      name: 'a plugin that is not there',
      files: { 'siplint.config.json': '{"plugins": ["./no.mjs"]}' },
      stderr: /:1:\d+: .*no\.mjs/,
    },
    {
      name: 'a plugin that throws while it loads',
      files: { 'siplint.config.json': '{"plugins": ["./bad.mjs"]}', 'bad.mjs': 'throw new Error("no luck")' },
      stderr: /bad\.mjs.*no luck/s,
    },
    {
      name: 'a plugin of a newer interface',
      files: {
        'siplint.config.json': '{"plugins": ["./new.mjs"]}',
        'new.mjs': 'export default { meta: { name: "n", version: "1.0.0", apiVersion: 99 }, rules: {} }',
      },
      stderr: /apiVersion|99/,
    },
    { name: 'a file of --config that is not there', files: {}, args: ['--config', 'no.yaml'], stderr: /no\.yaml/ },
  ];
  for (const { name, files, args = [], stderr } of cases) {
    it(name, () => {
      const folder = new Folder({ 'a.sip': CLEAN, ...files });
      try {
        const result = folder.siplint([...args, 'a.sip']);
        assert.match(result.stderr, stderr);
        assert.match(result.stderr, /^siplint: /);
        assert.doesNotMatch(result.stderr, /^\s+at .*[/\\:]/m, 'no stack trace');
        assert.ok(!result.stderr.includes(folder.path), 'no absolute path');
        assert.equal(result.stdout, '');
        assert.equal(result.status, 2);
      } finally {
        folder.remove();
      }
    });
  }

  it('come with a stack trace under --debug', () => {
    const folder = new Folder({ 'a.sip': CLEAN, 'siplint.config.json': '{' });
    try {
      assert.match(folder.siplint(['--debug', 'a.sip']).stderr, /^\s+at /m);
    } finally {
      folder.remove();
    }
  });
});

describe('configurations', () => {
  const folder = new Folder({
    'siplint.config.yaml': `rules:\n  ${WARNED_RULE}: error\nplugins: [./house.mjs]\n`,
    'house.mjs': PLUGIN,
    'a.sip': WARNED,
    'deep/siplint.config.json': `{"rules": {"${WARNED_RULE}": "info"}}`,
    'deep/b.sip': WARNED,
    'off.json': `{"rules": {"${WARNED_RULE}": "off"}}`,
  });
  after(() => folder.remove());
  const severities = (...args: readonly string[]): string[] => {
    const { stdout } = folder.siplint(['--format', 'json', ...args]);
    type File = { findings: { severity: string }[] };
    return JSON.parse(stdout).files.flatMap(({ findings }: File) => findings.map(({ severity }) => severity));
  };

  it('hold for the files below them, the nearest one wins', () => assert.deepEqual(severities('.'), ['error', 'info']));
  it('do not hold under --no-config', () => assert.deepEqual(severities('--no-config', '.'), ['warning', 'warning']));
  it('give way to that of --config', () => assert.deepEqual(severities('--config', 'off.json', '.'), []));
  it('give way to --rule', () => assert.deepEqual(severities('--rule', `${WARNED_RULE}: hint`, 'a.sip'), ['hint']));
  it('give way to --preset', () =>
    assert.ok(severities('--no-config', '--preset', 'strict', 'a.sip').includes('error')));

  it('bring the rules of plugins', () => {
    const { stdout, status } = folder.siplint(['--format', 'unix', '--rule', 'house/finds: error', 'a.sip']);
    assert.match(stdout, /Found it \[error\/house\/finds\]/);
    assert.equal(status, 1);
  });
  it('survive a rule that throws: it is named, the others go on, exit code 2', () => {
    const { stdout, stderr, status } = folder.siplint([
      '--format',
      'json',
      '--rule',
      'house/throws: error',
      '--rule',
      'house/finds: error',
      'a.sip',
    ]);
    const ids = JSON.parse(stdout).files[0].findings.map(({ ruleId }: { ruleId: string }) => ruleId);
    assert.ok(ids.includes('internal-rule-crash') && ids.includes('house/finds'), ids.join());
    assert.match(stderr, /^siplint: a\.sip: rule "house\/throws" crashed and was skipped there: no luck today\n$/);
    assert.equal(status, 2);
  });
  it('tell plugin rules to explain and rules', () => {
    assert.match(folder.siplint(['explain', 'house/finds']).stdout, /^house\/finds: A rule\n/);
    assert.match(folder.siplint(['rules', 'house']).stdout, /^house\/throws /m);
  });
});
