import assert from 'node:assert/strict';
import { lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { corpusFiles } from '../../packages/linter-core/test/corpus.js';
import { judgedMessages } from './manifest.js';
import { listUnknownDemands, verdictOn } from './verdict.js';

describe('torture messages of RFC 4475', () => {
  const messages = judgedMessages('rfc4475');

  for (const message of messages) {
    it(message.path, () => {
      assert.deepEqual(verdictOn(message), { missed: [], crashes: [], falseAlarms: [], unexplained: [] });
    });
  }

  listUnknownDemands(messages);

  for (const { path, bytes } of corpusFiles('rfc4475').filter(({ path }) => path.endsWith('/dblreq.sip'))) {
    it(`${path}, where the file is a datagram: octets behind the body are noise`, () => {
      const config = resolveConfig([], rules).forFile(path);
      const asDatagram = { ...config, input: { ...config.input, isPacket: true } };
      const { messages, findings } = lintSource(SourceText.fromBytes(bytes), path, asDatagram);
      assert.equal(messages, 1);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ ruleId }) => ruleId),
        [],
      );
    });
  }
});
