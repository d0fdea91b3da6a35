import assert from 'node:assert/strict';
import { type AnyRule, defineRule, type RuleMeta } from '@siplint/core';
import { checkRule, exactly, type RuleCases, RuleTester, ruleChecks, sip, testRule } from '@siplint/core/testing';

const bad = sip`
  OPTIONS sip:b@example.com SIP/2.0
  Subject: <|foo|>`;
const good = sip`
  OPTIONS sip:b@example.com SIP/2.0
  Subject: bar`;

const row = (text: string) => sip`
  OPTIONS sip:b@example.com SIP/2.0
  ${text}`;

/** A rule that wants no "foo" in a Subject, with parts to break. */
function fooRule(meta: Partial<RuleMeta> = {}, fixText: string | null = 'bar'): AnyRule {
  return defineRule<{ found: 'Found {word}' }>({
    meta: {
      id: 'no-foo',
      category: 'test',
      severity: 'warning',
      title: 'Write no foo',
      docs: { what: 'No foo.', why: 'Foo.', bad: [bad], good: [good] },
      messages: { found: 'Found {word}' },
      fixable: 'safe',
      ...meta,
    } as RuleMeta<{ found: 'Found {word}' }, undefined>,
    create: () => ({
      headers: {
        Subject(field, context) {
          const at = field.rawValue.indexOf('foo');
          if (at < 0) return;
          const range = { start: field.valueStart + at, end: field.valueStart + at + 3 };
          const fix = { title: 'Write bar', edits: [{ ...range, text: fixText ?? '' }] };
          context.report({
            messageId: 'found',
            at: range,
            data: { word: 'foo' },
            ...(fixText !== null && { fix }),
          });
        },
      },
    }),
  });
}

/** Runs cases and gives the message of each that failed, by name. */
function failures(run: (tester: RuleTester) => void): Record<string, string> {
  const failed: Record<string, string> = {};
  const it = (name: string, body: () => void): void => {
    try {
      body();
    } catch (error) {
      failed[name] = String(error);
    }
  };
  run(new RuleTester({ describe: (_name, body) => body(), it }));
  return failed;
}

testRule(fooRule(), {
  good: [good, { name: 'a case with options', text: good, options: {} }],
  bad: [
    bad,
    {
      name: 'with all details',
      text: bad,
      findings: [{ messageId: 'found', message: 'Found foo', data: { word: 'foo' }, severity: 'warning' }],
      fixed: good,
    },
  ],
});

describe('RuleTester', () => {
  const broken: { name: string; cases: RuleCases; says: RegExp }[] = [
    {
      name: 'a good case that is bad',
      cases: { good: [{ text: row('Subject: foo') }] },
      says: /speaks/,
    },
    {
      name: 'a bad case that is good',
      cases: { bad: [row('Subject: <|bar|>')] },
      says: /findings differ/,
    },
    {
      name: 'a bad case at another place',
      cases: { bad: [row('<|Subject|>: foo')] },
      says: /2:10-2:13 "foo"/,
    },
    { name: 'a bad case without marks', cases: { bad: [good] }, says: /marks nothing/ },
    {
      name: 'another message',
      cases: { bad: [{ text: bad, findings: [{ message: 'Found bar' }] }] },
      says: /Found bar/,
    },
    { name: 'other data', cases: { bad: [{ text: bad, findings: [{ data: { word: 'bar' } }] }] }, says: /data\.word/ },
    {
      name: 'another severity',
      cases: { bad: [{ text: bad, findings: [{ severity: 'error' }] }] },
      says: /severity: error/,
    },
    { name: 'another fix', cases: { bad: [{ text: bad, fixed: sip`OPTIONS sip:b@a SIP/2.0` }] }, says: /fix differs/ },
    { name: 'no fix', cases: { bad: [{ text: bad, fixed: null }] }, says: /fix differs/ },
  ];
  for (const { name, cases, says } of broken) {
    it(`fails on ${name}`, () => {
      const failed = Object.values(failures((tester) => tester.run(fooRule(), cases)));
      assert.equal(failed.length, 1);
      assert.match(failed[0] ?? '', says);
    });
  }

  it('tells who forgot the runner', () => {
    const globals = globalThis as { describe?: unknown };
    const { describe: saved } = globals;
    globals.describe = undefined;
    try {
      assert.throws(() => new RuleTester().run(fooRule(), {}), /describe and it/);
    } finally {
      globals.describe = saved;
    }
  });
});

describe('checks of documented examples', () => {
  const docs = fooRule().meta.docs ?? assert.fail();
  const subject = (value: string) => row(`Subject: ${value}`);

  it('pass for a rule that holds what it says', () => checkRule(fooRule()));

  it('have a name each', () => {
    assert.deepEqual(
      ruleChecks(fooRule()).map(({ name }) => name),
      ['bad example 1', 'good example 1', 'every message has an example', 'says whether it fixes'],
    );
  });

  const broken: { name: string; rule: AnyRule; says: RegExp }[] = [
    {
      name: 'a mark elsewhere',
      rule: fooRule({ docs: { ...docs, bad: [subject('f<|oo|>')] } }),
      says: /findings differ/,
    },
    {
      name: 'an example without a mark',
      rule: fooRule({ docs: { ...docs, bad: [subject('foo')] } }),
      says: /marks nothing/,
    },
    {
      name: 'a good example that fires',
      rule: fooRule({ docs: { ...docs, good: [subject('foo')] } }),
      says: /good example 1: .*speaks/s,
    },
    {
      name: 'a message that no example reaches',
      rule: fooRule({ messages: { found: 'x', more: 'y' } }),
      says: /\n +more/,
    },
    {
      name: 'a message without its data',
      rule: fooRule({ messages: { found: 'Found {word} in {where}' } }),
      says: /lacks data.*where/s,
    },
    { name: 'a fix that is not declared', rule: fooRule({ fixable: undefined }), says: /meta\.fixable/ },
    {
      name: 'a declared fix that is missing',
      rule: fooRule({}, null),
      says: /no bad example is fixed/,
    },
    { name: 'a fix that does not repair', rule: fooRule({}, 'foo '), says: /left behind the fix/ },
    { name: 'a fix that writes other line ends', rule: fooRule({}, 'bar\n x'), says: /fix-rolled-back/ },
  ];
  for (const { name, rule, says } of broken) {
    it(`fail on ${name}`, () => assert.throws(() => checkRule(rule), says));
  }

  it('fail on a finding of another rule', () => {
    const other = fooRule({ id: 'no-foo-either' });
    assert.throws(() => checkRule(fooRule(), { among: [fooRule(), other] }), /no-foo-either at 2:10/);
  });

  it('find a rule that depends on line ends or on where the message stands', () => {
    const atOffset = defineRule({
      meta: { ...fooRule().meta, fixable: undefined, messages: { found: 'Found' } } as RuleMeta<
        { found: string },
        undefined
      >,
      create: () => ({
        message(message, context) {
          const at = message.source.text.indexOf('foo');
          if (at === 44) context.report({ messageId: 'found', at: { start: at, end: at + 3 } });
        },
      }),
    });
    assert.throws(() => checkRule(atOffset), /differ with LF/);
  });

  it('take exact text as it is', () => {
    const raw = exactly('OPTIONS sip:b@example.com SIP/2.0\r\nSubject: <|foo|>\n\r\n');
    checkRule(fooRule({ docs: { ...docs, bad: [raw] } }));
  });
});
