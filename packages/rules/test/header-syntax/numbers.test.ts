import { testRule } from '@siplint/core/testing';
import { invite, ok, options, register, response } from '../../src/examples/messages.js';
import deltaSeconds from '../../src/header-syntax/delta-seconds-invalid.js';
import maxForwards from '../../src/header-syntax/max-forwards-invalid.js';
import retryAfter from '../../src/header-syntax/retry-after-malformed.js';
import timestamp from '../../src/header-syntax/timestamp-malformed.js';

const contact = (expires: string) => register({ Contact: `<sip:alice@pc33.example.com>;${expires}` });
const unavailable = (value: string) => response(503, 'INVITE', { 'Retry-After': value });

testRule(maxForwards, {
  good: [
    ...['0', '255', '0000255', '70'].map((value) => invite({ 'Max-Forwards': value })),
    { name: 'a response', text: ok('OPTIONS', { 'Max-Forwards': '300' }) },
    { name: 'a placeholder', text: invite({ 'Max-Forwards': '{{hops}}' }) },
  ],
  bad: [
    ...['256', '1000000000000000000000', '00256'].map((value) => ({
      name: value,
      text: invite({ 'Max-Forwards': `<|${value}|>` }),
      findings: [{ severity: 'error' as const, messageId: 'tooLarge', data: { value } }],
      fixed: invite({ 'Max-Forwards': '70' }),
    })),
    ...['-1', '70 hops', '7.0', '0x46', '"70"', '70;x'].map((value) => ({
      name: value,
      text: invite({ 'Max-Forwards': `<|${value}|>` }),
      findings: [{ severity: 'error' as const, messageId: 'notDigits', data: { found: value } }],
      fixed: invite({ 'Max-Forwards': '70' }),
    })),
  ],
});

testRule(deltaSeconds, {
  good: [
    ...['0', '4294967295', '0004294967295'].map((value) => register({ Expires: value })),
    contact('expires=4294967295'),
    { name: 'expires of another header field', text: invite({ To: '<sip:bob@example.net>;expires=x' }) },
    { name: 'a placeholder', text: register({ Expires: '{{seconds}}9999999999' }) },
    { name: 'a placeholder in Contact', text: contact('expires={{seconds}}') },
  ],
  bad: [
    {
      name: 'too large',
      text: register({ Expires: '<|4294967296|>' }),
      findings: [{ severity: 'error', messageId: 'tooLarge', data: { header: 'Expires' } }],
      fixed: register({ Expires: '4294967295' }),
    },
    ...['-1', '1h', '3600 s', '3600, 60', '3600;x', 'Thu, 01 Dec 1994 16:00:00 GMT'].map((value) => ({
      name: value,
      text: register({ Expires: `<|${value}|>` }),
      findings: [{ severity: 'error' as const, messageId: 'notDigits' }],
      fixed: null,
    })),
    { name: 'Min-Expires', text: response(423, 'REGISTER', { 'Min-Expires': '<|an hour|>' }) },
    {
      name: 'Contact, too large',
      text: contact('expires=<|99999999999|>'),
      findings: [{ severity: 'warning', messageId: 'contactTooLarge' }],
      fixed: contact('expires=4294967295'),
    },
    ...['"Thu, 01 Dec 1994 16:00:00 GMT"', '-1', 'a/b'].map((value) => ({
      name: `Contact ${value}`,
      text: contact(`expires=<|${value}|>`),
      findings: [{ severity: 'warning' as const, messageId: 'contactNotDigits' }],
      fixed: null,
    })),
    { name: 'Contact, empty', text: contact('<|expires=|>') },
  ],
});

testRule(timestamp, {
  good: [
    ...['54', '54.', '54.21', '54 0.3', '54.21 .3', '54\r\n 1', '54 .'].map((value) => options({ Timestamp: value })),
    { name: 'a placeholder', text: options({ Timestamp: '{{time}} x{{y}}' }) },
  ],
  bad: ['.5', '-1', '1.2.3', '1 2 3', '1,5', 'now', '54;x'].map((value) => ({
    name: value,
    text: options({ Timestamp: `<|${value}|>` }),
    findings: [{ severity: 'error' as const }],
  })),
});

testRule(retryAfter, {
  good: [
    ...['0', '120', '120 (I am in a meeting)', '120(x);duration=0', '120;x;y="z"'].map(unavailable),
    { name: 'a request', text: invite({ 'Retry-After': 'later' }) },
    { name: 'the comment is the defect', text: unavailable('120 (x') },
    { name: 'a placeholder', text: unavailable('{{seconds}};duration={{seconds}}') },
  ],
  bad: [
    ...['Fri, 01 Jan 2010 16:00:00 GMT', '-1', '(x) 120', ';duration=1'].map((value) => ({
      name: value,
      text: unavailable(`<|${value}|>`),
      findings: [{ severity: 'error' as const, messageId: 'notDigits' }],
    })),
    ...['120 <|s|>', '120<|.5|>', '120 (x) <|(y)|>', '120<|, 130|>'].map((value) => ({
      name: value,
      text: unavailable(value),
      findings: [{ messageId: 'trailing' }],
    })),
    ...['120;duration=<|-1|>', '120;<|duration=|>', '120;<|duration|>', '120;duration=<|"5"|>'].map((value) => ({
      name: value,
      text: unavailable(value),
      findings: [{ messageId: 'duration' }],
    })),
  ],
});
