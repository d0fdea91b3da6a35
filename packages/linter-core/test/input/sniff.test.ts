import assert from 'node:assert/strict';
import { looksLikeSip } from '../../src/input/sniff.js';

describe('telling SIP from other text', () => {
  const table: readonly [name: string, text: string, isSip: boolean][] = [
    ['a request', 'INVITE sip:bob@example.com SIP/2.0\r\n', true],
    ['a response', 'SIP/2.0 200 OK\n', true],
    ['lower case', 'invite sip:bob@example.com sip/2.0', true],
    ['behind a byte order mark', '\ufeffBYE sip:a SIP/2.0\n', true],
    ['a start line further down', 'A call:\n\n\nBYE sip:a SIP/2.0\n', true],
    ['two header fields', 'INVITE sip:bob@example.com\nVia: x\nTo: y\n', true],
    ['two compact ones', 'v: x\nf: y\n', true],
    ['CR alone', 'To: x\rFrom: y\r', true],
    ['one header field', 'To: you\nThis is a letter.\n', false],
    ['other single letters', 'a: 1\nb: 2\nx: 3\n', false],
    [
      'Python bindings',
      '%Module(name=QtCore)\nclass QObject\n{\npublic:\n    QObject(QObject *parent /TransferThis/ = 0);\n};\n',
      false,
    ],
    ['another protocol', 'GET / HTTP/1.1\r\nHost: x\r\n', false],
    ['a sentence about SIP', 'This is about SIP/2.0 and its lines.\n', false],
    ['nothing', '', false],
    ['prototype keys', 'constructor: x\n__proto__: y\ntoString: z\n', false],
  ];
  for (const [name, text, isSip] of table) it(name, () => assert.equal(looksLikeSip(text), isSip));
});
