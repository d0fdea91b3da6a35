import { testRule } from '@siplint/core/testing';
import { ack, response } from '../../src/examples/messages.js';
import provisional from '../../src/transaction/provisional-response-to-non-invite.js';
import responseToAck from '../../src/transaction/response-to-ack.js';

const to = (code: number, method: string) => response(code, method, { startLine: `SIP/2.0 <|${code}|> Any` });

testRule(responseToAck, {
  good: [
    { name: 'the ACK itself', text: ack() },
    { name: 'a CSeq that did not parse', text: response(200, 'BYE', { CSeq: '1 ACK;x' }) },
  ],
  bad: [
    { name: 'provisional', text: to(100, 'ACK'), findings: [{ data: { code: '100' }, severity: 'error' }] },
    { name: 'a challenge', text: to(407, 'ACK') },
  ],
});

testRule(provisional, {
  good: [
    { name: '100', text: response(100, 'REGISTER') },
    { name: 'INVITE', text: response(199, 'INVITE') },
    { name: 'INVITE in another case', text: response(180, 'INVITE', { CSeq: '1 invite' }) },
    { name: 'response-to-ack', text: response(180, 'ACK') },
    { name: 'a CSeq that did not parse', text: response(180, 'BYE', { CSeq: 'BYE' }) },
    { name: 'final responses', text: response(200, 'BYE') },
  ],
  bad: [
    {
      name: '101',
      text: to(101, 'OPTIONS'),
      findings: [{ data: { code: '101', method: 'OPTIONS' }, severity: 'warning' }],
    },
    { name: '199', text: to(199, 'PRACK') },
    { name: 'an extension method', text: to(183, 'POKE') },
  ],
});
