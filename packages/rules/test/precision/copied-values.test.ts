import assert from 'node:assert/strict';
import { type Example, exampleText, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { ack, bye, file, invite, ok, response } from '../../src/examples/messages.js';
import { rules } from '../../src/index.js';

const config = resolveConfig([], rules, [], { preset: 'recommended' }).forFile('');

const VIA = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite';
const PROXY_VIA = 'SIP/2.0/UDP p1.example.com;branch=z9hG4bKp1';
const TAG = ';tag=8321234356';

/** A call over two hops in which each message copies a value of the INVITE, as the protocol demands. */
function callWith(name: string, value: string): Example {
  const changes = { [name]: value };
  const forwarded = { ...changes, Via: [PROXY_VIA, name === 'Via' ? value : VIA] };
  const later = name === 'To' ? { To: value + TAG } : name === 'Via' ? {} : changes;
  const within = name === 'Record-Route' ? { Route: value } : later;
  return file(
    invite(changes),
    invite({ ...forwarded, 'Max-Forwards': 69 }),
    response(180, 'INVITE', { ...forwarded, ...later }),
    ok('INVITE', { ...changes, ...later }),
    ack(within),
    bye(within),
    ok('BYE', later),
  );
}

const DEFECTS: readonly (readonly [name: string, value: string, ruleId: string])[] = [
  ['From', '<sip:alice@example.com>', 'from-tag-missing'],
  ['From', '<sip:alice@example.com;tag=9fxced76sl>', 'tag-inside-uri'],
  ['From', '<sip:alice@exa_mple.com>;tag=9fxced76sl', 'sip-uri-host-invalid'],
  ['From', '<sip:al ice@example.com>;tag=9fxced76sl', 'name-addr-malformed'],
  ['From', 'sip:alice@example.com;user=phone;tag=9fxced76sl', 'addr-spec-needs-angle-brackets'],
  ['From', 'Bell, A <sip:alice@example.com>;tag=9fxced76sl', 'display-name-needs-quotes'],
  ['From', '<sip:alice@example.com>;tag="1"', 'tag-value-malformed'],
  ['From', '<sip:alice@example.com>;tag=9fxced76sl;tag=2', 'header-parameter-duplicate'],
  ['From', '<sip:alice@example.com>;tag=9fxced76sl;x=', 'header-parameter-malformed'],
  ['From', '"a\\é" <sip:alice@example.com>;tag=9fxced76sl', 'quoted-pair-invalid'],
  ['From', '"Al <sip:alice@example.com>;tag=9fxced76sl', 'quoted-string-unterminated'],
  ['To', '<bob@example.net>', 'uri-scheme-missing'],
  ['To', '<sip:bob@example.net:>', 'sip-uri-port-invalid'],
  ['To', '<sip:bob@example.net;a=1;a=2>', 'sip-uri-parameter-duplicate'],
  ['To', '<sip:bo%zb@example.net>', 'uri-percent-escape-malformed'],
  ['To', '<sip:b@b@example.net>', 'sip-uri-unescaped-character'],
  ['Call-ID', 'a b@pc33.example.com', 'call-id-malformed'],
  ['Via', 'SIP/2.0/UDP pc_33;branch=z9hG4bK1', 'via-sent-by-invalid'],
  ['Via', 'SIP/2.0/UDP;branch=z9hG4bK1', 'via-malformed'],
  ['Via', 'SIP/2.0/UDP pc33;branch=z9hG4bK1;x=', 'header-parameter-malformed'],
  ['Record-Route', '<sip:p1.example.com;lr;c=AA==>', 'sip-uri-unescaped-character'],
];

describe('a defect of a value that the messages of a call copy', () => {
  for (const [name, value, ruleId] of DEFECTS) {
    it(`${name}: ${value} is reported once`, () => {
      assert.deepEqual(findingsIn(callWith(name, value)), [ruleId]);
    });
  }

  it('counts in a Contact and in the Request-URI that comes of it as one', () => {
    const contact = { Contact: '<sip:bob@client_1.example.net>' };
    const target = (method: string) => ({ startLine: `${method} sip:bob@client_1.example.net SIP/2.0` });
    const call = file(invite(), ok('INVITE', contact), ack(target('ACK')), bye(target('BYE')));
    assert.deepEqual(findingsIn(call), ['sip-uri-host-invalid']);
  });

  it('counts in each call and in each header field of a message', () => {
    const defect = { To: '<sip:bob@example.net:>', From: '<sip:bob@example.net:>;tag=1' };
    const calls = file(invite(defect), invite({ ...defect, 'Call-ID': 'another@pc33.example.com' }));
    assert.deepEqual(
      findingsIn(calls),
      Array.from({ length: 4 }, () => 'sip-uri-port-invalid'),
    );
  });

  it('counts anew where the value differs', () => {
    const call = file(invite({ To: '<sip:bob@example.net:>' }), bye({ To: `<sip:rob@example.net:>${TAG}` }));
    assert.deepEqual(findingsIn(call), ['sip-uri-port-invalid', 'sip-uri-port-invalid']);
  });
});

function findingsIn(example: Example): string[] {
  const { findings } = lintSource(SourceText.fromString(exampleText(example)), 'call.sip', config);
  return findings.map(({ ruleId }) => ruleId);
}
