import assert from 'node:assert/strict';
import { type FileResult, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { judgedMessages } from './manifest.js';

/**
 * What rules say of messages on their own. Between messages of different sources nothing can be judged: examples of one RFC
 * share their Call-IDs and branches, though they belong to different calls.
 */
const RECOMMENDED = resolveConfig(
  [],
  rules.filter(({ meta, create }) => {
    const { transaction, dialog, flow } = create(meta.options?.default);
    return !transaction && !dialog && !flow;
  }),
).forFile('');

const SEPARATORS = {
  nothing: '',
  'blank lines': '\r\n\r\n',
  'a line': '\r\n==========\r\n',
  'a title': '\r\n### next\r\n',
  'a comment': '\r\n# next\r\n',
};

function lint(text: string): FileResult {
  return lintSource(SourceText.fromBytes(Buffer.from(text, 'latin1')), 'stream.sip', RECOMMENDED, { isNamed: true });
}

function describeErrors({ findings, source }: FileResult): string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ start, ruleId, message }) => `${source.lines.positionAt(start).line}: ${ruleId}: ${message}`);
}

for (const folder of ['rfc4475', 'callflows', 'captures']) {
  describe(`valid messages of ${folder} in one file`, () => {
    const valid = judgedMessages(folder)
      .filter(({ isValid, bytes }) => isValid && Buffer.from(bytes).includes('\r\n'))
      .map(({ bytes }) => Buffer.from(bytes).toString('latin1'))
      .filter((text) => describeErrors(lint(text)).length === 0);

    for (const [name, separator] of Object.entries(SEPARATORS)) {
      it(`are as many and as valid with ${name} between them`, () => {
        const result = lint(valid.join(separator));
        assert.equal(result.messages, valid.length);
        assert.deepEqual(describeErrors(result), []);
      });
    }
  });
}

describe('messages printed in RFCs, stored with LF', () => {
  for (const { path, bytes } of judgedMessages('callflows')) {
    it(path, () => {
      const text = Buffer.from(bytes).toString('latin1');
      assert.deepEqual(describeErrors(lint(text.replaceAll('\r\n', '\n'))), describeErrors(lint(text)));
    });
  }
});
