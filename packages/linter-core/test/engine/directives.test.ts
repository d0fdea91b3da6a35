import assert from 'node:assert/strict';
import { type DirectivePolicy, fixSource, lintSource, SourceText } from '@siplint/core';
import { strictConfig } from '@siplint/core/testing';
import { wordRule } from './rules-for-tests.js';

const config = strictConfig([wordRule('a'), wordRule('b'), wordRule('c', undefined, { severity: 'info' })]);
const KNOWN = new Set(['no-a', 'no-b', 'no-c', 'house/no-z']);
const policy: DirectivePolicy = { isKnownRule: (id) => KNOWN.has(id) };

const message = (subject: string, ...rows: string[]): string =>
  ['OPTIONS sip:x@example.com SIP/2.0', `Subject: ${subject}`, ...rows, 'Content-Length: 0', '', ''].join('\r\n');

function lint(text: string, extra: DirectivePolicy = {}) {
  return lintSource(SourceText.fromString(text), 'f.sip', { ...config, ...policy, ...extra }, { isNamed: true });
}

/** `no-a 0`: what is left, by rule and message. */
function left(text: string, extra?: DirectivePolicy): string[] {
  return lint(text, extra).findings.map(({ ruleId, messageIndex }) => `${ruleId} ${messageIndex ?? '-'}`);
}

describe('suppressions', () => {
  const files = [
    {
      name: 'disable-next-message holds for one message',
      text: `# siplint-disable-next-message no-a\r\n${message('a')}${message('a')}`,
      findings: ['no-a 1'],
    },
    {
      name: 'disable-next-message names several rules',
      text: `# siplint-disable-next-message no-a, no-b -- on purpose\r\n${message('a b')}`,
      findings: [],
    },
    {
      name: 'disable holds up to enable',
      text: `${message('a')}# siplint-disable no-a\r\n${message('a b')}${message('a')}# siplint-enable no-a\r\n${message('a')}`,
      findings: ['no-a 0', 'no-b 1', 'no-a 3'],
    },
    {
      name: 'disable without enable holds to the end',
      text: `${message('a')}# siplint-disable no-a\r\n${message('a')}${message('a')}`,
      findings: ['no-a 0'],
    },
    {
      name: 'disable-file holds wherever it stands',
      text: `${message('a')}# siplint-disable-file no-a\r\n${message('a b')}`,
      findings: ['no-b 1'],
    },
  ];
  for (const { name, text, findings } of files) it(name, () => assert.deepEqual(left(text), findings));

  it('keeps what was suppressed, with the reason', () => {
    const { suppressed } = lint(`# siplint-disable-file no-a -- the peer needs it\r\n${message('a')}`);
    assert.deepEqual(
      suppressed.map(({ ruleId, suppression }) => ({ ruleId, ...suppression })),
      [{ ruleId: 'no-a', kind: 'directive', reason: 'the peer needs it' }],
    );
  });

  it('names rules of plugins', () => {
    assert.deepEqual(left(`# siplint-disable-file house/no-z\r\n${message('x')}`), []);
  });

  it('costs no more than its lines', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `# siplint-disable no-a\r\n# siplint-disable-next-message no-x${i}\r\n`,
    );
    const expected = lines.map(() => 'directive-unknown-rule -');
    assert.deepEqual(left(lines.join('') + message('a')), expected);
  });
});

describe('findings about directives', () => {
  it('reports a directive that it cannot read', () => {
    assert.deepEqual(left(`# siplint-disble no-a\r\n${message('x')}`), ['directive-malformed -']);
  });

  it('reports an unknown rule at its name', () => {
    const text = `# siplint-disable-file no-a, no-q\r\n${message('a')}`;
    const [finding] = lint(text).findings;
    assert.equal(finding?.ruleId, 'directive-unknown-rule');
    assert.equal(text.slice(finding.start, finding.end), 'no-q');
  });

  const unused = [
    { directive: '# siplint-disable-next-message no-b', at: 'no-b' },
    { directive: '# siplint-disable no-b', at: 'no-b' },
    { directive: '# siplint-enable no-a', at: 'no-a' },
    { directive: '# siplint-disable-file no-a, no-b', at: 'no-b' },
  ];
  for (const { directive, at } of unused) {
    it(`reports ${directive} without effect only when asked`, () => {
      const text = `${directive}\r\n${message('x a')}`;
      assert.ok(!left(text).some((line) => line.startsWith('suppression')));
      const finding = lint(text, { reportUnusedSuppressions: true }).findings.find(({ ruleId }) =>
        ruleId.startsWith('suppression'),
      );
      assert.equal(finding && text.slice(finding.start, finding.end), at);
    });
  }

  it('reports a second disable of the same rule', () => {
    const text = `# siplint-disable no-a\r\n# siplint-disable no-a\r\n${message('a')}`;
    const [finding] = lint(text, { reportUnusedSuppressions: true }).findings;
    assert.equal(finding?.ruleId, 'suppression-without-effect');
    assert.equal(finding.start, text.lastIndexOf('no-a'));
  });

  it('reports a missing reason only when asked', () => {
    const text = `# siplint-disable-file no-a\r\n# siplint-disable-file no-b -- because\r\n${message('a b')}`;
    assert.deepEqual(left(text), []);
    assert.deepEqual(left(text, { requireSuppressionReasons: true }), ['suppression-without-reason -']);
  });

  const repairs = [
    { before: '# siplint-disable-file no-q, no-a', after: '# siplint-disable-file no-a\r\n' },
    { before: '# siplint-disable-file no-a, no-q', after: '# siplint-disable-file no-a\r\n' },
    { before: '# siplint-disable-file no-q, no-r, no-a -- why', after: '# siplint-disable-file no-a -- why\r\n' },
    { before: '# siplint-disable-file no-q, no-r', after: '' },
    { before: '# siplint-disable-file no-b', after: '' },
  ];
  for (const { before, after } of repairs) {
    it(`repairs ${before}`, () => {
      const source = SourceText.fromString(`${before}\r\n${message('a')}`);
      const reporting = { ...config, ...policy, reportUnusedSuppressions: true };
      const { source: fixed } = fixSource(source, 'f.sip', reporting, { safety: 'safe', isNamed: true });
      assert.equal(fixed.text, after + message('a'));
    });
  }

  const separating = [
    { name: 'stands between texts', text: 'To: <sip:a@b>\r\n# siplint-disable-file no-q\r\nTo: "\r\nCSeq: 1\r\n\r\n' },
    { name: 'has a byte order mark before it', text: `\ufeff# siplint-disable-file no-q\r\n${message('x')}` },
  ];
  for (const { name, text } of separating) {
    it(`keeps a comment in the place of a directive that ${name}`, () => {
      const options = { safety: 'safe', isNamed: true } as const;
      const { source } = fixSource(SourceText.fromString(text), 'f.sip', { ...config, ...policy }, options);
      assert.equal(source.text, text.replace('# siplint-disable-file no-q', '#'));
    });
  }
});

describe('expectations', () => {
  const files = [
    { name: 'are met', expects: ['no-a'], subject: 'a', findings: [] },
    { name: 'are met in any order', expects: ['no-b, no-a'], subject: 'a b', findings: [] },
    { name: 'add up over directives', expects: ['no-b', 'no-a'], subject: 'a b', findings: [] },
    { name: 'count', expects: ['no-a'], subject: 'a a', findings: ['no-a 0'] },
    { name: 'count twice', expects: ['no-a, no-a'], subject: 'a a', findings: [] },
    { name: 'may name a mild finding', expects: ['no-c'], subject: 'c', findings: [] },
    { name: 'are not met', expects: ['no-a, no-b'], subject: 'a', findings: ['expectation-not-met 0'] },
    { name: 'name a header field', expects: ['no-a@Subject'], subject: 'a', findings: [] },
    { name: 'name a header field in its compact form', expects: ['no-a@s'], subject: 'a', findings: [] },
    {
      name: 'name the wrong header field',
      expects: ['no-a@To'],
      subject: 'a',
      findings: ['expectation-not-met 0', 'no-a 0'],
    },
  ];
  for (const { name, expects, subject, findings } of files) {
    it(name, () => {
      const lines = expects.map((rules) => `# siplint-expect ${rules}\r\n`).join('');
      assert.deepEqual(left(lines + message(subject)), findings);
    });
  }

  it('let those that name a header field choose first', () => {
    assert.deepEqual(left(`# siplint-expect no-a, no-a@Subject\r\n${message('a', 'X-Test: a')}`), []);
  });

  it('hold for the next message only', () => {
    assert.deepEqual(left(`# siplint-expect no-a\r\n${message('a')}${message('a')}`), ['no-a 1']);
  });

  it('fail where no message follows', () => {
    assert.deepEqual(left(`${message('x')}# siplint-expect no-a\r\n`), ['expectation-not-met -']);
  });

  it('turn findings into suppressed ones', () => {
    const { suppressed } = lint(`# siplint-expect no-a -- a torture test\r\n${message('a')}`);
    assert.deepEqual(
      suppressed.map(({ suppression }) => suppression),
      [{ kind: 'expectation', reason: 'a torture test' }],
    );
  });

  it('are errors for what they do not name, where they are required', () => {
    const { findings } = lint(`# siplint-expect no-a\r\n${message('a b c')}`, { expectations: 'required' });
    assert.deepEqual(
      findings.map(({ ruleId, severity, data }) => `${ruleId} ${severity} ${data.rule ?? ''}`.trim()),
      ['finding-not-expected error no-b', 'no-c info'],
    );
  });

  it('are errors in a file without directives, where they are required', () => {
    assert.deepEqual(left(message('a'), { expectations: 'required' }), ['finding-not-expected 0']);
  });
});
