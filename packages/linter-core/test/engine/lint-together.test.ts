import assert from 'node:assert/strict';
import {
  type AnyRule,
  defineRule,
  type FileConfig,
  JoinedText,
  lintSource,
  lintTogether,
  placedTogether,
  SourceText,
} from '@siplint/core';
import { strictConfig } from '@siplint/core/testing';
import { sip } from '../flow/sip-for-tests.js';

/** Reports each From at its value. */
const everyFrom = defineRule({
  meta: { id: 'every-from', category: 'test', severity: 'error', title: 'Test', messages: { found: 'From' } },
  create: () => ({
    headers: { From: (field, context) => context.report({ messageId: 'found', at: field.valueRange }) },
  }),
});

/** Reports each final response, points at its request, and would edit both. */
const answers = defineRule({
  meta: {
    id: 'answers',
    category: 'test',
    severity: 'error',
    title: 'Test',
    messages: { found: 'Answer' },
    fixable: 'unsafe',
  },
  create: () => ({
    transaction({ request, final }, context) {
      if (!request || !final) return;
      const edit = { start: 0, end: 0, text: '' };
      context.report({
        messageId: 'found',
        in: final,
        related: [{ message: 'The request', of: request }],
        fix: { title: 'Both', edits: [{ ...edit, in: request }, edit] },
      });
    },
  }),
});

const REQUEST = sip({});
const OK = sip({ status: 200, to: 'B' });

function together(files: Readonly<Record<string, string | Uint8Array>>, rules: readonly AnyRule[], configs = {}) {
  const config: FileConfig = strictConfig(rules);
  return lintTogether(
    Object.entries(files).map(([path, text]) => ({
      path,
      source: typeof text === 'string' ? SourceText.fromString(text) : SourceText.fromBytes(text),
      config: { ...config, ...(configs as Record<string, Partial<FileConfig>>)[path] },
    })),
  );
}

describe('files that are linted together', () => {
  it('make one flow: a finding stands in its file and points into the other', () => {
    const [request, ok] = together({ '1.sip': `# first\r\n${REQUEST}`, '2.sip': OK }, [answers]);
    assert.deepEqual(request?.findings, []);
    const [finding] = ok?.findings ?? [];
    assert.deepEqual([finding?.start, finding?.end, finding?.messageIndex], [8, 11, 0]);
    assert.deepEqual(finding?.related, [{ message: 'The request', start: 9, end: 15, path: '1.sip' }]);
    assert.equal(ok?.relatedSources?.get('1.sip')?.slice(9, 15), 'INVITE');
    assert.equal(finding?.fix, undefined, 'it would have to edit two files');
  });

  it('keep a fix that stays in one file', () => {
    const [both] = together({ '1.sip': `${REQUEST}\r\n${OK}`, '2.sip': sip({ callId: 'x', via: '9' }) }, [answers]);
    assert.equal(both?.findings[0]?.fix?.edits.length, 2);
    assert.equal(both?.findings[0]?.related[0]?.path, undefined);
  });

  it('are read as each of them is', () => {
    const files = {
      'lf.sip': REQUEST.replaceAll('\r\n', '\n'),
      'no-end.sip': `${sip({ callId: 'c2', body: 'v=0\r\n' }).replace(/Content-Length: .*\r\n/, '')}s=-`,
      'utf-8.sip': `# ü 🙂\r\n${sip({ callId: 'c3', from: 'ü' })}`,
      'octets.sip': Buffer.from(sip({ callId: 'c4', from: '\xff' }), 'latin1'),
      'two.sip': `prose here\n${REQUEST}\r\n---\r\n${OK}`,
    };
    for (const result of together(files, [everyFrom])) {
      const config = strictConfig([everyFrom]);
      const alone = lintSource(result.source, result.path, config);
      assert.deepEqual({ ...result, relatedSources: undefined }, { ...alone, relatedSources: undefined });
    }
  });

  it('have the rules and directives of each', () => {
    const off = { selection: strictConfig([]).selection };
    const quiet = `# siplint-disable-file every-from -- a test\r\n${sip({ callId: 'c2' })}`;
    const [first, second, third] = together(
      { '1.sip': REQUEST, '2.sip': quiet, '3.sip': sip({ callId: 'c3' }) },
      [everyFrom],
      { '3.sip': off },
    );
    assert.equal(first?.findings.length, 1);
    assert.deepEqual([second?.findings.length, second?.suppressed.length], [0, 1]);
    assert.equal(third?.findings.length, 0);
  });

  it('are skipped where nothing in them looks like SIP', () => {
    const [first, second] = together({ 'README.sip': 'no message', '2.sip': OK }, [everyFrom]);
    assert.deepEqual([first?.skipped, first?.messages], [true, 0]);
    assert.deepEqual([second?.skipped, second?.messages, second?.findings.length], [false, 1, 1]);
    assert.deepEqual(together({}, [everyFrom]), []);
  });

  it('have places in the joined text, too', () => {
    const results = together({ '1.sip': `${REQUEST}\r\n${OK}`, '2.sip': OK.replace('200', '180') }, [everyFrom]);
    const text = new JoinedText(results);
    const placed = placedTogether(results, text);
    assert.deepEqual(
      placed.map(({ messageIndex, start, end }) => [messageIndex, text.slice(start, end)]),
      [0, 1, 2].map((index) => [index, '<sip:a@example.com>;tag=A']),
    );
  });
});
