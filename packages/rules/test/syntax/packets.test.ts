import { testRule } from '@siplint/core/testing';
import { altered, file, line, options } from '../../src/examples/messages.js';
import leadingBlankLines from '../../src/syntax/leading-blank-lines-before-start-line.js';

const PACKET = { input: { isPacket: true } } as const;
const packet = (before: string, fields = {}) => altered(options(fields), (text) => before + text, PACKET);
const overTls = { Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK1' };

testRule(leadingBlankLines, {
  good: [
    { name: 'a stream', text: packet('\r\n', overTls), ...PACKET },
    { name: 'no Via to tell the transport', text: packet('\r\n', { Via: null }), ...PACKET },
    { name: 'nothing before', text: packet(''), ...PACKET },
    { name: 'a byte order mark', text: packet('\uFEFF'), ...PACKET },
    { name: 'a file', text: file('\r\n\r\n', options(), line('---'), '\r\n', options()) },
  ],
  bad: [
    { name: 'deletes them', text: packet('<|\r\n|>'), ...PACKET, findings: [{ severity: 'hint' }], fixed: packet('') },
    { name: 'in LF', text: packet('<|\n\n\n|>'), ...PACKET, fixed: packet('') },
  ],
});
