import assert from 'node:assert/strict';
import { lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '../../src/index.js';

describe('a NUL and an octet that is no UTF-8 in one display name', () => {
  it('are two defects, each at its octet', () => {
    const text =
      'OPTIONS sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP a.example.com;branch=z9hG4bK1abc\r\nMax-Forwards: 70\r\n' +
      'To: <sip:b@example.com>\r\nFrom: "A\x00B \xe9" <sip:a@example.com>;tag=abc123\r\n' +
      'Call-ID: 77@a.example.com\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n';
    const source = SourceText.fromBytes(Buffer.from(text, 'latin1'));
    const { findings } = lintSource(source, 'case.sip', resolveConfig([], rules).forFile('case.sip'));
    assert.deepEqual(
      findings.map(({ ruleId, start, end }) => [ruleId, source.text.slice(start, end)]),
      [
        ['header-value-control-character', '\x00'],
        ['header-value-invalid-utf8', '\xe9'],
      ],
    );
  });
});
