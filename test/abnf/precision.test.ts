import assert from 'node:assert/strict';
import { isAtLeast, lintSource, resolveConfig } from '@siplint/core';
import { rules } from '@siplint/rules';
import { FIELDS, type TestedField } from './fields.js';
import { Generator } from './generator.js';
import { SIP } from './grammars.js';
import { messageWith, messageWithStartLine, randomMessage, sourceOf } from './message.js';
import { Random, seedOf } from './random.js';
import { runs, SEED, shown } from './runs.js';

const RECOMMENDED = resolveConfig([], rules).forFile('');
const LONG_TEST = 600_000;

/**
 * What may be found all the same, by rule, and by message where the rule has others about grammar: random texts are grammatical,
 * but what they say does not fit together.
 */
const ADMITTED: ReadonlySet<string> = new Set([
  // Numbers and dates that the grammar admits and nobody can use
  ...['cseq-number-out-of-range', 'date-not-a-calendar-date', 'delta-seconds-invalid/tooLarge'],
  ...['max-forwards-invalid/outOfRange', 'mime-version-invalid', 'sip-uri-port-invalid/outOfRange'],
  ...['via-sent-by-invalid/portOutOfRange'],
  // A host with a port is a URI of an unknown scheme too: a warning.
  ...['uri-scheme-missing/missing warning', 'request-uri-malformed/noScheme warning', 'info-uri-header-malformed/noUri'],
  // The same name twice
  ...['header-parameter-duplicate', 'sip-uri-parameter-duplicate'],
  // The value does not fit the rest of the message
  ...['content-length-exceeds-body', 'cseq-method-mismatch', 'multipart-boundary-missing'],
  ...['register-star-without-expires-zero', 'contact-star-syntax', 'method-wrong-case', 'to-tag-missing-in-response'],
  // Something is missing that is optional by grammar
  ...['digest-challenge-parameter-missing', 'digest-credentials-parameter-missing', 'from-tag-missing'],
  ...['record-route-missing-lr', 'register-2xx-contact-without-expires', 'via-branch-missing'],
  // Values of which the prose admits some only
  ...['allow-incomplete-for-invite', 'digest-cnonce-without-qop', 'digest-md5-sess-without-qop'],
  ...['digest-qop-value-unknown', 'digest-qop-without-cnonce-or-nc', 'digest-uri-not-absolute'],
  ...['sip-version-unsupported', 'sip-version-not-uppercase', 'via-branch-magic-cookie', 'via-protocol-not-sip-2-0'],
  // URIs of which the prose admits some only, or which nobody should write
  ...['addr-spec-needs-angle-brackets', 'contact-route-uri-disallowed-component', 'record-route-not-sip-uri'],
  ...['request-uri-headers-component', 'request-uri-method-param', 'sip-uri-password-present'],
  ...['sip-uri-ttl-without-multicast-maddr', 'sips-uri-unreliable-transport', 'uri-escaped-null'],
  ...['via-sent-by-broadcast-address'],
]);

describe('every text of the grammar', () => {
  for (const field of FIELDS) {
    it(`as ${field.name}`, () => findsNothing(field.rule, (row) => messageWith(field, row), 300)).timeout(LONG_TEST);
  }
  it('as Request-Line', () => findsNothing('Request-Line', inStartLine, 1000)).timeout(LONG_TEST);
  it('as Status-Line', () => findsNothing('Status-Line', inStartLine, 1000)).timeout(LONG_TEST);
  for (const rule of ['SIP-URI', 'SIPS-URI', 'absoluteURI']) {
    it(`as ${rule}`, () => findsNothing(rule, inContact, 1000)).timeout(LONG_TEST);
  }

  it('in messages of nothing else', () => {
    const random = new Random(seedOf('messages', SEED));
    const generator = new Generator(SIP, random);
    for (let run = runs(500); run > 0; run--) assertClean(randomMessage(generator, random));
  }).timeout(LONG_TEST);
});

function findsNothing(rule: string, place: (text: string) => string, count: number): void {
  const generator = new Generator(SIP, new Random(seedOf(rule, SEED)));
  for (let run = runs(count); run > 0; run--) assertClean(place(generator.derive(rule)));
}

function inStartLine(line: string): string {
  return messageWithStartLine(line.slice(0, -2));
}

function inContact(uri: string): string {
  const register: TestedField = { name: 'Contact', rule: 'Contact', method: 'REGISTER' };
  return messageWith(register, `Contact: <${uri}>`);
}

function assertClean(message: string): void {
  const { findings, messages } = lintSource(sourceOf(message), 'abnf.sip', RECOMMENDED, { isNamed: true });
  assert.equal(messages, 1, shown(message));
  for (const { ruleId, messageId, severity, message: text } of findings) {
    const names = [ruleId, `${ruleId}/${messageId}`, `${ruleId}/${messageId} ${severity}`];
    const isFine = !isAtLeast(severity, 'warning') || names.some((name) => ADMITTED.has(name));
    assert.ok(isFine, `${names[2]}: ${text}\n${shown(message)}`);
  }
}
