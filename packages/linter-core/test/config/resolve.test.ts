import assert from 'node:assert/strict';
import {
  type ConfigLayer,
  lintSource,
  type ResolvedConfig,
  resolveConfig,
  type SiplintConfig,
  SourceText,
} from '@siplint/core';
import { housePlugin, loudRule, rules } from './rules-for-tests.js';

const layer = (config: SiplintConfig, name = 'config'): ConfigLayer => ({ name, config });

function resolve(...configs: SiplintConfig[]): ResolvedConfig {
  return resolveConfig(
    configs.map((config, index) => layer(config, `layer ${index}`)),
    rules,
    [housePlugin],
  );
}

/** The rules that are on, with their severities. */
function active(config: ResolvedConfig, path = 'a.sip'): Record<string, string> {
  const { selection } = config.forFile(path);
  return Object.fromEntries(selection.forFile.active.map(({ id, severity }) => [id, severity]));
}

function optionsOf(config: ResolvedConfig, id: string, path = 'a.sip'): unknown {
  return config.forFile(path).selection.forFile.active.find((rule) => rule.id === id)?.options;
}

const RECOMMENDED = {
  'via-branch': 'error',
  'via-grammar': 'error',
  'rack-grammar': 'error',
  'rseq-order': 'warning',
  limit: 'info',
};

describe('layers', () => {
  const cases: { name: string; configs: SiplintConfig[]; expected: Record<string, string> }[] = [
    { name: 'nothing is the recommended preset', configs: [], expected: RECOMMENDED },
    { name: 'rules alone lie over it', configs: [{ rules: { limit: 'off' } }], expected: omit(RECOMMENDED, 'limit') },
    { name: 'an empty extends is no preset', configs: [{ extends: [] }], expected: {} },
    {
      name: 'a preset that is named is the only one',
      configs: [{ extends: 'syntax' }],
      expected: { 'via-grammar': 'error', 'rack-grammar': 'error' },
    },
    {
      name: 'later presets win',
      configs: [{ extends: ['syntax', 'house/soft'] }],
      expected: { 'via-grammar': 'error', 'rack-grammar': 'error', 'house/no-fun': 'hint', 'house/limit': 'info' },
    },
    {
      name: 'later layers win',
      configs: [{ extends: [], rules: { limit: 'error', 'via-branch': 'hint' } }, { rules: { limit: 'warning' } }],
      expected: { 'via-branch': 'hint', limit: 'warning' },
    },
    {
      name: 'a preset of a later layer wins over rules of an earlier one',
      configs: [{ extends: [], rules: { 'via-grammar': 'hint' } }, { extends: 'syntax' }],
      expected: { 'via-grammar': 'error', 'rack-grammar': 'error' },
    },
    {
      name: 'a category selects its rules, those of plugins too',
      configs: [{ extends: [], rules: { 'category:style': 'hint' } }],
      expected: { limit: 'hint', 'house/no-fun': 'hint', 'house/limit': 'hint' },
    },
    {
      name: 'an RFC selects the rules that refer to it',
      configs: [{ extends: [], rules: { 'rfc:3262': 'info' } }],
      expected: { 'rack-grammar': 'info', 'rseq-order': 'info', 'house/no-fun': 'info' },
    },
    {
      name: 'an id wins over a selector, whatever stands first',
      configs: [{ extends: [], rules: { 'rseq-order': 'error', 'rfc:3262': 'off', 'rack-grammar': ['hint'] } }],
      expected: { 'rack-grammar': 'hint', 'rseq-order': 'error' },
    },
    {
      name: 'names that exist nowhere are passed over',
      configs: [
        {
          extends: ['nowhere'],
          rules: Object.fromEntries([
            ['constructor', 'error'],
            ['nothing', 'off'],
          ]),
        },
      ],
      expected: {},
    },
  ];
  for (const { name, configs, expected } of cases) {
    it(name, () => assert.deepEqual(active(resolve(...configs)), expected));
  }

  it('the preset of the command line holds instead of built-in ones, not instead of rules', () => {
    const layers = [layer({ extends: ['recommended', 'house/soft'], rules: { 'via-grammar': 'hint' } })];
    const config = resolveConfig(layers, rules, [housePlugin], { preset: 'syntax' });
    assert.deepEqual(active(config), {
      'via-grammar': 'hint',
      'rack-grammar': 'error',
      'house/no-fun': 'hint',
      'house/limit': 'info',
    });
  });
});

describe('options', () => {
  it('come from the rule, and from what a layer says of them', () => {
    assert.deepEqual(optionsOf(resolve(), 'limit'), { most: 70, tolerated: ['x'] });
    const config = resolve({ rules: { limit: ['error', { most: 5 }] } });
    assert.deepEqual(optionsOf(config, 'limit'), { most: 5, tolerated: ['x'] });
  });

  it('stay when a later layer gives a severity alone, and are replaced as a whole by others', () => {
    const first = { rules: { limit: ['error', { most: 5, tolerated: [] }] } } satisfies SiplintConfig;
    assert.deepEqual(optionsOf(resolve(first, { rules: { limit: 'hint' } }), 'limit'), { most: 5, tolerated: [] });
    const other = resolve(first, { rules: { limit: ['hint', { most: 6 }] } });
    assert.deepEqual(optionsOf(other, 'limit'), { most: 6, tolerated: ['x'] });
  });

  it('take keys of prototypes as plain keys', () => {
    const options: unknown = JSON.parse('{"__proto__": {"most": 1}, "constructor": 2}');
    const config = resolve({ rules: { limit: ['error', options] } });
    const { selection } = config.forFile('a.sip');
    const found = selection.forFile.active.find(({ id }) => id === 'limit')?.options;
    assert.equal(Object.getPrototypeOf(found), Object.prototype);
    assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'most'), undefined);
  });

  it('strict ignores ceilings, also where a later layer sets the severity', () => {
    const { selection } = resolve({ extends: 'strict', rules: { limit: 'error' } }).forFile('a.sip');
    assert.equal(selection.forFile.active.find(({ id }) => id === 'limit')?.ignoresCeilings, true);
  });
});

describe('overrides by file', () => {
  const config = resolve(
    {
      rules: { limit: 'warning' },
      overrides: [
        {
          files: 'torture/**',
          rules: { limit: 'off' },
          expectations: 'required',
          settings: { wire: { eol: 'as-is' } },
        },
        { files: ['*.txt', '*.log'], settings: { placeholders: [], limits: { messages: 7 } } },
      ],
    },
    { rules: { 'via-branch': 'hint' }, settings: { limits: { messages: 9 }, wire: { eol: 'crlf' } } },
  );

  it('hold for their files', () => {
    assert.equal(active(config).limit, 'warning');
    assert.equal(active(config, 'torture/a.sip').limit, undefined);
    assert.equal(config.forFile('torture/a.sip').expectations, 'required');
    assert.equal(config.forFile('a.sip').expectations, 'optional');
    assert.deepEqual(config.forFile('x/a.txt').input.placeholders, []);
  });

  it('lose to a later layer', () => {
    assert.equal(config.forFile('torture/a.sip').input.wire.eol, 'crlf');
    assert.equal(config.forFile('a.txt').limits.messages, 9);
    assert.equal(config.forFile('a.txt').limits.findingsPerRule, 10_000);
  });

  it('share one configuration, and one set of rules, between equal files', () => {
    assert.equal(config.forFile('a.sip'), config.forFile('b/c.sip'));
    assert.equal(config.forFile('torture/a.sip'), config.forFile('torture/b.sip'));
    assert.notEqual(config.forFile('a.sip'), config.forFile('torture/a.sip'));
  });

  it('take paths below the base as relative to it', () => {
    const based = resolveConfig([layer({ overrides: [{ files: 'torture/*', rules: { limit: 'off' } }] })], rules, [], {
      base: '/home/project',
    });
    assert.equal(active(based, '/home/project/torture/a.sip').limit, undefined);
    assert.equal(active(based, '/home/other/torture/a.sip').limit, 'info');
  });
});

describe('overrides by message', () => {
  const file = [
    ['### first call', 'INVITE sip:b@example.com SIP/2.0', 'CSeq: 1 INVITE'],
    ['### ringing', 'SIP/2.0 180 Ringing', 'CSeq: 1 INVITE'],
    ['### busy', 'SIP/2.0 486 Busy Here', 'CSeq: 1 INVITE'],
    ['### Second/Call', 'BYE sip:b@example.com SIP/2.0', 'CSeq: 2 BYE'],
    ['### done', 'SIP/2.0 200 OK', 'CSeq: 2 BYE'],
  ];
  const text = file.map(([title, ...lines]) => `${title}\n${lines.join('\n')}\nContent-Length: 0\n\n`).join('');

  /** The severity of each message's finding, `-` where there is none. */
  function judge(messages: NonNullable<SiplintConfig['overrides']>[number]['messages'] & object): string {
    const overrides = [{ files: '*.sip', messages, rules: { loud: 'error' } }] satisfies SiplintConfig['overrides'];
    const config = resolveConfig([layer({ overrides })], [loudRule('loud')]).forFile('a.sip');
    const { findings } = lintSource(SourceText.fromString(text), 'a.sip', config, { isNamed: true });
    assert.equal(findings.length, file.length);
    return findings.map(({ severity }) => (severity === 'error' ? 'E' : '-')).join('');
  }

  const cases: [messages: Parameters<typeof judge>[0], expected: string][] = [
    [{ method: 'INVITE' }, 'EEE--'],
    [{ method: ['BYE', 'ACK'] }, '---EE'],
    [{ method: '*' }, 'EEEEE'],
    [{ method: 'invite' }, '-----'],
    [{ status: 486 }, '--E--'],
    [{ status: '1xx' }, '-E---'],
    [{ status: '180-299' }, '-E--E'],
    [{ status: ['4xx', 200] }, '--E-E'],
    [{ status: '486' }, '--E--'],
    [{ index: 0 }, 'E----'],
    [{ index: '1-3' }, '-EEE-'],
    [{ index: [0, '3-9'] }, 'E--EE'],
    [{ title: '*call' }, 'E--E-'],
    [{ title: 'second*' }, '---E-'],
    [{ title: 'call' }, '-----'],
    [{ method: 'INVITE', status: '4xx' }, '--E--'],
    [{ method: 'INVITE', index: 0, title: '*call' }, 'E----'],
  ];
  for (const [messages, expected] of cases) {
    it(`${JSON.stringify(messages)} selects ${expected}`, () => assert.equal(judge(messages), expected));
  }

  it('are looked at only where there are any', () => {
    const overrides = [
      { files: 'a.sip', messages: { index: 0 }, rules: { loud: 'off' } },
    ] satisfies SiplintConfig['overrides'];
    const config = resolveConfig([layer({ overrides })], [loudRule('loud')]);
    assert.equal(typeof config.forFile('a.sip').selection.forMessage, 'function');
    assert.equal(config.forFile('b.sip').selection.forMessage, undefined);
  });
});

describe('files and ignores', () => {
  const config = resolve({ files: ['*.txt'], ignores: ['old/'] }, { ignores: ['!old/keep.sip', 'tmp'] });
  const cases: [path: string, isIncluded: boolean, isIgnored: boolean][] = [
    ['a.txt', true, false],
    ['a.sip', false, false],
    ['old/a.txt', true, true],
    ['old/keep.sip', false, false],
    ['x/tmp/y/a.sip', false, true],
  ];
  for (const [path, isIncluded, isIgnored] of cases) {
    it(path, () => {
      assert.equal(config.isIncluded(path), isIncluded);
      assert.equal(config.isIgnored(path), isIgnored);
    });
  }
});

describe('settings of directives', () => {
  it('reach the linter, with the rules that exist', () => {
    const config = resolve({ settings: { suppressions: { reportUnused: true } } }).forFile('a.sip');
    assert.equal(config.reportUnusedSuppressions, true);
    assert.equal(config.requireSuppressionReasons, false);
    assert.equal(config.isKnownRule?.('blank-lines'), true);
    assert.equal(config.isKnownRule?.('house/limit'), true);
    assert.equal(config.isKnownRule?.('constructor'), false);
  });
});

describe('explain', () => {
  const config = resolve(
    { rules: { 'category:rack': 'hint', 'rseq-order': 'info' } },
    {
      rules: { 'rfc:3262': 'warning' },
      overrides: [
        { files: 'x.sip', rules: { 'rseq-order': 'off' } },
        { files: '*.sip', messages: { status: '4xx' }, rules: { limit: 'off' } },
        { files: 'y.sip', messages: { status: '4xx' }, rules: { limit: 'error' } },
      ],
    },
  );

  it('tells who set a rule, the last one last', () => {
    const rule = config.explain('x.sip').rules.find(({ id }) => id === 'rseq-order');
    assert.equal(rule?.severity, 'off');
    assert.deepEqual(rule?.origins, [
      { layer: 'default', key: 'recommended', severity: 'warning' },
      { layer: 'layer 0', key: 'category:rack', severity: 'hint' },
      { layer: 'layer 0', key: 'rseq-order', severity: 'info' },
      { layer: 'layer 1', key: 'rfc:3262', severity: 'warning' },
      { layer: 'layer 1 overrides[0]', key: 'rseq-order', severity: 'off' },
    ]);
  });

  it('names settings as a configuration does', () => {
    const explained = resolve({ settings: { wire: { eol: 'crlf' }, suppressions: { reportUnused: true } } }).explain(
      'x.sip',
    );
    assert.deepEqual(explained.settings.wire, { eol: 'crlf' });
    assert.deepEqual(explained.settings.suppressions, { reportUnused: true, requireReasons: false });
    assert.equal(explained.settings.placeholders, 'auto');
    assert.equal(explained.expectations, 'optional');
  });

  it('lists every rule, and what holds for some messages', () => {
    const explanation = config.explain('z.sip');
    assert.equal(explanation.rules.length, rules.length + 2);
    assert.deepEqual(explanation.rules.find(({ id }) => id === 'blank-lines')?.origins, []);
    assert.deepEqual(explanation.forMessages, [
      { layer: 'layer 1 overrides[1]', messages: { status: '4xx' }, rules: { limit: 'off' } },
    ]);
    assert.deepEqual(explanation.layers, ['default', 'layer 0', 'layer 1', 'layer 1 overrides[1]']);
  });
});

function omit(record: Record<string, string>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
