import assert from 'node:assert/strict';
import {
  type AnyRule,
  DEFAULT_INPUT_SETTINGS,
  defineRule,
  type LintOptions,
  lintSource,
  type RuleHandlers,
  RuleSet,
  SourceText,
} from '@siplint/core';

const TEXT = [
  'INVITE sip:bob@example.com SIP/2.0',
  'Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1',
  'From: <sip:a@example.com>;tag=1',
  'From: <sip:b@example.com>;tag=2',
  'CSeq: 1 INVITE',
  'X-Own: 1',
  'Content-Length: 0',
  '',
  'SIP/2.0 200 OK',
  'CSeq: 1 INVITE',
  'Content-Length: x',
  '',
  '',
].join('\n');

function rule(id: string, handlers: RuleHandlers, appliesTo: AnyRule['appliesTo'] = {}): AnyRule {
  return defineRule({
    meta: { id, category: 'test', severity: 'warning', title: id, messages: {} },
    appliesTo,
    create: () => handlers,
  });
}

function lint(rules: readonly AnyRule[], options: LintOptions = {}) {
  const active = rules.map((each) => ({
    rule: each,
    id: each.meta.id,
    severity: each.meta.severity,
    options: undefined,
    ignoresCeilings: false,
  }));
  const config = { selection: { forFile: new RuleSet(active) }, input: DEFAULT_INPUT_SETTINGS };
  return lintSource(SourceText.fromString(TEXT), 'a.sip', config, options);
}

describe('a run', () => {
  it('shows each handler what it looks at', () => {
    const seen: string[] = [];
    lint([
      rule('all', {
        requestLine: ({ method }) => seen.push(method.text),
        statusLine: ({ code }) => seen.push(code.text),
        message: ({ index }) => seen.push(`message ${index}`),
        headers: { From: ({ value }) => seen.push(`From ${value?.params[0]?.value}`) },
        otherHeaders: { 'x-own': ({ rawValue }) => seen.push(`X-Own ${rawValue}`) },
        uri: ({ uri }) => seen.push(uri.text),
        syntax: { 'content-length.not-digits': ({ code }) => seen.push(code) },
        file: ({ path }) => seen.push(path),
      }),
    ]);
    assert.deepEqual(seen, [
      ...['INVITE', 'message 0', 'From 1', 'X-Own 1', 'sip:bob@example.com', 'sip:a@example.com'],
      ...['content-length.not-digits', '200', 'message 1', 'a.sip'],
    ]);
  });

  it('shows every row to those that look at any', () => {
    const names: string[] = [];
    lint([rule('rows', { anyHeader: ({ name }) => names.push(name) }, { kinds: ['request'] })]);
    assert.deepEqual(names, ['Via', 'From', 'From', 'CSeq', 'X-Own', 'Content-Length']);
  });

  it('shows a rule the messages that it applies to', () => {
    const seen: string[] = [];
    const note = (id: string): RuleHandlers => ({ message: ({ index }) => seen.push(`${id} ${index}`) });
    lint([
      rule('requests', note('requests'), { kinds: ['request'] }),
      rule('invite', note('invite'), { methods: ['INVITE'] }),
      rule('bye', note('bye'), { methods: ['BYE'] }),
      rule('success', note('success'), { statuses: ['200-299'] }),
      rule('busy', note('busy'), { statuses: [486] }),
    ]);
    assert.deepEqual(seen, ['requests 0', 'invite 0', 'invite 1', 'success 1']);
  });

  it('goes on behind a rule that throws, without that rule', () => {
    const seen: string[] = [];
    const error = new Error('boom');
    const fail = () => {
      seen.push('throws');
      throw error;
    };
    const note = (id: string): RuleHandlers => ({ message: ({ index }) => seen.push(`${id} ${index}`) });
    const result = lint([rule('first', note('first')), rule('bad', { message: fail }), rule('last', note('last'))]);
    assert.deepEqual(seen, ['first 0', 'throws', 'last 0', 'first 1', 'last 1']);
    assert.deepEqual(result.crashes, [{ ruleId: 'bad', error }]);
    assert.deepEqual(
      result.findings.map(({ ruleId, messageIndex, data }) => [ruleId, messageIndex, data]),
      [['internal-rule-crash', 0, { rule: 'bad', error: 'boom' }]],
    );
  });

  it('has a handler of the file fail without a message', () => {
    const result = lint([
      rule('bad', {
        file: () => {
          throw new Error('boom');
        },
      }),
    ]);
    assert.deepEqual(
      result.findings.map(({ ruleId, messageIndex }) => [ruleId, messageIndex]),
      [['internal-rule-crash', undefined]],
    );
  });

  it('times each handler', () => {
    const timed: string[] = [];
    const measure = (ruleId: string, run: () => void) => {
      timed.push(ruleId);
      run();
    };
    let calls = 0;
    const count: RuleHandlers = { message: () => calls++ };
    lint([rule('a', count), rule('b', count)], { profiler: { measure } });
    assert.deepEqual(timed, ['a', 'b', 'a', 'b']);
    assert.equal(calls, 4);
  });
});
