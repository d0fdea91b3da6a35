import { testRule } from '@siplint/core/testing';
import { ack, bye, file, invite, ok, options, response } from '../../src/examples/messages.js';
import fromTagMissing from '../../src/from-to/from-tag-missing.js';
import identical from '../../src/from-to/from-to-tags-identical.js';
import insideUri from '../../src/from-to/tag-inside-uri.js';
import malformed from '../../src/from-to/tag-value-malformed.js';
import toTagMissing from '../../src/from-to/to-tag-missing-in-response.js';

const ALICE = '<sip:alice@example.com>';
const BOB = '<sip:bob@example.net>';
const OLD_VIA = { Via: 'SIP/2.0/UDP pc33.example.com;branch=1' };

testRule(fromTagMissing, {
  good: [
    { name: 'in any case', text: invite({ From: `${ALICE};Tag=1` }) },
    { name: 'a malformed tag', text: invite({ From: `${ALICE};tag=` }) },
    { name: 'tag-inside-uri', text: invite({ From: '<sip:alice@example.com;tag=1>' }) },
    { name: 'a From that did not parse', text: invite({ From: '<sip:alice' }) },
    { name: 'a placeholder', text: invite({ From: `${ALICE}{{tag}}` }) },
    { name: 'a placeholder as a parameter', text: invite({ From: `${ALICE};{{tag}}` }) },
  ],
  bad: [
    {
      name: 'a request',
      text: invite({ From: `"A" ${ALICE};x=1`.replace('"A"', '<|"A"').concat('|>') }),
      findings: [{ severity: 'error' }],
    },
    {
      name: 'without magic cookie',
      text: invite({ From: `<|${ALICE}|>`, ...OLD_VIA }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'without branch',
      text: invite({ From: `<|${ALICE}|>`, Via: 'SIP/2.0/UDP a' }),
      findings: [{ severity: 'warning' }],
    },
    { name: 'without Via', text: invite({ From: `<|${ALICE}|>`, Via: null }), findings: [{ severity: 'warning' }] },
    { name: 'a response alone', text: ok('OPTIONS', { From: `<|${ALICE}|>` }), findings: [{ severity: 'warning' }] },
    { name: 'a response to a request with a tag', text: file(options(), ok('OPTIONS', { From: `<|${ALICE}|>` })) },
    {
      name: 'once a call',
      text: file(
        invite({ From: `<|${ALICE}|>` }),
        ok('INVITE', { From: ALICE }),
        ack({ From: ALICE }),
        options({ From: `<|${ALICE}|>` }),
      ),
    },
  ],
});

testRule(malformed, {
  good: [
    { name: 'every token character', text: invite({ From: `${ALICE};tag=-.!%*_+\`'~aZ9` }) },
    { name: 'Contact', text: invite({ Contact: '<sip:a@b>;tag="x"' }) },
    { name: 'a placeholder', text: invite({ From: `${ALICE};tag={{tag}}@` }) },
  ],
  bad: [
    ...['"x"', '""', 'a@b', '[::1]', 'a b', 'a/b', 'é'].map((tag) => ({
      name: tag,
      text: ok('OPTIONS', { To: `${BOB};x=1;tag=<|${tag}|>` }),
      findings: [{ severity: 'error' as const, messageId: 'malformed', data: { value: tag, header: 'To' } }],
    })),
    { name: 'a flag', text: invite({ From: `${ALICE};<|tag|>` }), findings: [{ messageId: 'missing' }] },
    { name: 'empty', text: invite({ From: `${ALICE};<|tag =|> ;x` }), findings: [{ messageId: 'missing' }] },
    {
      name: 'what a response only repeats',
      text: file(invite({ From: `${ALICE};tag=<|a@b|>` }), response(180, 'INVITE', { From: `${ALICE};tag=a@b` })),
    },
  ],
});

testRule(insideUri, {
  good: [
    { name: 'both', text: invite({ From: '<sip:a@b;tag=1>;tag=2' }) },
    { name: 'without brackets', text: invite({ From: 'sip:a@b;tag=1' }) },
    { name: 'other header fields', text: invite({ Contact: '<sip:a@b;tag=1>', Route: '<sip:p;lr;tag=1>' }) },
    {
      name: 'what a response only repeats, behind its request',
      text: file(invite({ To: `${BOB};tag=1` }), response(180, 'INVITE')),
    },
  ],
  bad: [
    {
      name: 'From',
      text: invite({ From: '<sip:a@b;x;<|tag=1|>;y?h=1>;z' }),
      findings: [{ severity: 'warning', data: { tag: '1', header: 'From' } }],
      fixed: invite({ From: '<sip:a@b;x;y?h=1>;tag=1;z' }),
    },
    { name: 'tel', text: invite({ From: '<tel:+1;<|TAG=1|>>' }), fixed: invite({ From: '<tel:+1>;TAG=1' }) },
    { name: 'a value that is no token', text: invite({ From: '<sip:a@b;<|tag=a:b|>>' }), fixed: null },
    { name: 'a flag', text: invite({ From: '<sip:a@b;<|tag|>>' }), fixed: null },
    {
      name: 'what a response only repeats',
      text: file(invite({ From: '<sip:a@b;<|tag=1|>>' }), response(180, 'INVITE', { From: '<sip:a@b;tag=1>' })),
    },
    {
      name: 'what a response adds',
      text: file(invite(), response(180, 'INVITE', { To: '<sip:bob@example.net;<|tag=1|>>' })),
    },
  ],
});

testRule(identical, {
  good: [
    { name: 'no To tag', text: invite() },
    { name: 'two placeholders', text: bye({ From: `${ALICE};tag={{a}}`, To: `${BOB};tag={{b}}` }) },
    { name: 'a malformed tag', text: bye({ From: `${ALICE};tag="1"`, To: `${BOB};tag="1"` }) },
  ],
  bad: [
    {
      name: 'in another case',
      text: bye({ From: `${ALICE};tag=abc`, To: `${BOB};tag=<|ABC|>` }),
      findings: [{ severity: 'warning', data: { tag: 'ABC' } }],
    },
    {
      name: 'once a dialog',
      text: file(
        ok('INVITE', { To: `${BOB};tag=<|9fxced76sl|>` }),
        ack({ To: `${BOB};tag=9fxced76sl` }),
        ok('INVITE', { To: `${BOB};tag=<|9fxced76sl|>`, 'Call-ID': 'other@example.com' }),
      ),
    },
  ],
});

testRule(toTagMissing, {
  good: [
    { name: '100', text: response(100, 'INVITE', { To: BOB }) },
    { name: 'a request', text: invite({ To: BOB }) },
    { name: 'a malformed tag', text: ok('INVITE', { To: `${BOB};tag=` }) },
    { name: 'tag-inside-uri', text: ok('INVITE', { To: '<sip:bob@example.net;tag=1>' }) },
    { name: 'a request without To', text: file(options({ To: null }), ok('OPTIONS', { To: BOB })) },
    { name: 'a placeholder', text: ok('INVITE', { To: `${BOB};{{tag}}` }) },
  ],
  bad: [
    ...[180, 200, 302, 401, 503, 603].map((status) => ({
      name: String(status),
      text: response(status, 'INVITE', { To: `<|${BOB}|>` }),
      findings: [{ severity: 'error' as const, data: { status } }],
    })),
    { name: 'a 200 to CANCEL', text: ok('CANCEL', { To: `<|${BOB};x|>` }) },
    {
      name: 'an old request',
      text: file(options(OLD_VIA), ok('OPTIONS', { ...OLD_VIA, To: `<|${BOB}|>` })),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'a new request',
      text: file(options(), ok('OPTIONS', { To: `<|${BOB}|>` })),
      findings: [{ severity: 'error' }],
    },
    {
      name: 'once, not again in a retransmission',
      text: file(
        response(180, 'INVITE', { To: `<|${BOB}|>` }),
        response(180, 'INVITE', { To: BOB }),
        ok('INVITE', { To: `<|${BOB}|>` }),
      ),
    },
  ],
});
