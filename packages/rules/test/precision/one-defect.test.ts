import assert from 'node:assert/strict';
import { type Example, exampleText, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { challenge } from '../../src/examples/digest.js';
import { ack, altered, cancel, file, invite, ok, options, register, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import { rules } from '../../src/index.js';

const config = resolveConfig([], rules, [], { preset: 'recommended' }).forFile('');
const strict = resolveConfig([], rules, [], { preset: 'strict' }).forFile('');

const TO = '<sip:bob@example.net>';
const AGAIN = { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2', CSeq: '314160 INVITE' };

/** Defects that more than one rule might take for its own, with the rule whose it is. */
const DEFECTS: readonly (readonly [name: string, example: Example, ruleId: string])[] = [
  [
    'two challenges without a comma',
    response(401, 'REGISTER', { 'WWW-Authenticate': `${challenge()} ${challenge()}` }),
    'auth-header-malformed',
  ],
  ['an empty Require in a CANCEL', cancel({ Require: '' }), 'require-in-cancel'],
  ['a coding in a CANCEL', cancel({ 'Content-Encoding': 'gzip' }), 'cancel-with-body'],
  [
    'octets behind a CANCEL of length 0',
    cancel({ 'Content-Type': null, 'Content-Length': '0', body: 'abc' }),
    'content-length-mismatch',
  ],
  [
    'an unknown option that no response requires',
    ok('INVITE', { 'Proxy-Require': 'foo' }),
    'request-header-in-response',
  ],
  [
    'a refused method that is listed twice',
    response(405, 'MESSAGE', { Allow: ['INVITE, MESSAGE', 'MESSAGE'] }),
    'allow-in-405-lists-rejected-method',
  ],
  ['"*" beside another Contact of an INVITE', invite({ Contact: '*, <sip:a@192.0.2.1>' }), 'contact-star-syntax'],
  ['a redirection of an ACK', response(302, 'ACK', { Contact: null }), 'response-to-ack'],
  ['a challenge to an ACK', response(401, 'ACK', { 'WWW-Authenticate': null }), 'response-to-ack'],
  ['an empty Unsupported', response(420, 'INVITE', { Unsupported: '' }), 'header-empty-value'],
  [
    'a Contact without a colon',
    invite({ Contact: null, rows: ['Contact <sip:a@192.0.2.1>'] }),
    'header-name-not-token',
  ],
  ['a compact one', invite({ Contact: null, rows: ['m <sip:a@192.0.2.1>'] }), 'header-name-not-token'],
  ['a Contact without a host', invite({ Contact: '<sip:alice@>' }), 'sip-uri-host-missing'],
  [
    'no boundary in a body without delimiters',
    invite({ 'Content-Type': 'multipart/mixed', body: 'hi\n' }),
    'multipart-boundary-missing',
  ],
  [
    'an empty line behind the start line',
    altered(invite(), (text) => text.replace('\r\n', '\r\n\r\n')),
    'missing-content-type',
  ],
  [
    'an empty line between header fields, some of them folded',
    altered(invite(), (text) => text.replace('\r\nFrom: ', '\r\n\r\nFrom:\r\n ')),
    'missing-content-type',
  ],
  ['a wrapped Via', options({ Via: 'SIP/2.0/UDP pc33.example.com\r\n;branch=z9hG4bK1' }), 'header-line-malformed'],
  ['a wrapped list', invite({ Allow: 'INVITE, ACK,\r\nCANCEL, BYE, OPTIONS' }), 'header-line-malformed'],
  ['a wrapped URI', invite({ Contact: '<sip:alice\r\nA@192.0.2.1>' }), 'header-line-malformed'],
  ['a wrapped name', invite({ Contact: '"Alice\r\nA. A." <sip:alice@192.0.2.1>' }), 'header-name-not-token'],
  ['a value below its name', invite({ Contact: '\r\n<sip:alice@192.0.2.1>' }), 'header-name-not-token'],
  [
    'wrapped credentials',
    register({ Authorization: 'Digest username="alice",\r\nrealm="example.com", uri="sip:example.com"' }),
    'header-name-not-token',
  ],
  [
    'an empty From that the response copies',
    file(invite({ From: '' }), response(486, 'INVITE', { From: '' })),
    'header-empty-value',
  ],
  [
    'a method in CSeq that the response copies',
    file(
      invite({ CSeq: '314159 OPTIONS' }),
      response(180, 'INVITE', { CSeq: '314159 OPTIONS', Contact: '<sip:bob@client.example.net>' }),
    ),
    'cseq-method-mismatch',
  ],
  [
    'a second To that the response copies',
    file(invite({ To: [TO, TO] }), response(100, 'INVITE', { To: [TO, TO] })),
    'header-field-repeated',
  ],
  [
    'what the Route of the caller has from Record-Route',
    file(
      invite({ 'Record-Route': '<sip:p1.example.com;lr;method=INVITE>' }),
      ok('INVITE', { 'Record-Route': '<sip:p1.example.com;lr;method=INVITE>' }),
      ack({ Route: '<sip:p1.example.com;lr;method=INVITE>' }),
    ),
    'contact-route-uri-disallowed-component',
  ],
  [
    'an unknown option that was refused and is demanded again',
    file(
      invite({ Require: 'foo' }),
      response(420, 'INVITE', { Unsupported: 'foo' }),
      failureAck(),
      invite({ ...AGAIN, Require: 'foo' }),
    ),
    'retry-repeats-unsupported-extension',
  ],
  [
    'an unknown option that only the ACK demands',
    file(invite(), ok('INVITE'), ack({ Require: 'foo' })),
    'ack-2xx-requires-new-extension',
  ],
];

/** The same for rules that only the strict preset runs: the rule that speaks, and the one that does not. */
const STRICT_DEFECTS: readonly (readonly [name: string, example: Example, ruleId: string, loser: string])[] = [
  [
    'a 6xx that is about INVITE, to a REGISTER',
    response(606, 'REGISTER'),
    'register-6xx-response',
    'invite-only-status-on-other-method',
  ],
  [
    'a Content-Type without a body in a CANCEL',
    cancel({ 'Content-Type': 'application/sdp' }),
    'cancel-with-body',
    'content-type-without-body',
  ],
  [
    'a number in the Request-URI of a REGISTER',
    register({ startLine: 'REGISTER sip:+12015550123@example.com SIP/2.0' }),
    'register-request-uri-has-userinfo',
    'sip-uri-user-phone-missing',
  ],
  [
    'a response to an ACK',
    file(invite(), ok('INVITE'), ack(), response(481, 'ACK')),
    'response-to-ack',
    'response-without-request',
  ],
  [
    'a port of From that does not exist',
    invite({ From: '<sip:alice@example.com:70000>;tag=9fxced76sl' }),
    'from-to-uri-disallowed-component',
    'sip-uri-port-invalid',
  ],
];

const WITHOUT_CONTACT = invite({ Contact: null });
const FORWARDED = invite({
  Contact: null,
  'Max-Forwards': 69,
  Via: ['SIP/2.0/UDP p1.example.com;branch=z9hG4bKp1', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite'],
});

/** Files in which one defect shows more than once, with the number of findings. */
const COPIES: readonly (readonly [name: string, example: Example, count: number])[] = [
  ['a retransmission', file(WITHOUT_CONTACT, WITHOUT_CONTACT), 1],
  ['another hop', file(WITHOUT_CONTACT, FORWARDED), 1],
  ['another hop first', file(FORWARDED, WITHOUT_CONTACT), 1],
  [
    'a variant of the request',
    file(
      WITHOUT_CONTACT,
      invite({ Contact: null, Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2', Subject: 'lunch' }),
    ),
    2,
  ],
  [
    'another request of the call',
    file(
      WITHOUT_CONTACT,
      invite({ Contact: null, CSeq: '314160 INVITE', Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2' }),
    ),
    2,
  ],
];

describe('one defect, one finding', () => {
  for (const [name, example, ruleId] of DEFECTS) {
    it(name, () => {
      const source = SourceText.fromString(exampleText(example));
      assert.deepEqual(
        lintSource(source, 'broken.sip', config).findings.map((finding) => finding.ruleId),
        [ruleId],
      );
    });
  }

  for (const [name, example, ruleId, loser] of STRICT_DEFECTS) {
    it(name, () => {
      const source = SourceText.fromString(exampleText(example));
      const found = lintSource(source, 'broken.sip', strict).findings.map((finding) => finding.ruleId);
      assert.ok(found.includes(ruleId));
      assert.ok(!found.includes(loser));
    });
  }

  for (const [name, example, count] of COPIES) {
    it(name, () => {
      const source = SourceText.fromString(exampleText(example));
      assert.deepEqual(
        lintSource(source, 'broken.sip', config).findings.map((finding) => finding.ruleId),
        Array.from({ length: count }, () => 'missing-contact-in-invite'),
      );
    });
  }
});
