import { lookupStatusCode } from '@siplint/core';
import type { DefaultMessage } from './messages.js';
import { ALICE, ALICE_CONTACT, ANSWER, addressee, BOB_CONTACT, identityOf } from './requests.js';

type Fields = readonly (readonly [name: string, value: string])[];

const NONCE = 'f84f1cec41e6cbe5aea9c8e88d359';
const CHALLENGE = `Digest realm="example.com", qop="auth", nonce="${NONCE}", opaque="", stale=FALSE, algorithm=MD5`;
const ALLOW: Fields[number] = ['Allow', 'INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, UPDATE, PRACK, INFO'];
const SUPPORTED: Fields[number] = ['Supported', 'replaces'];
const ACCEPT: Fields[number] = ['Accept', 'application/sdp'];

/** What a status code asks for in a response to any method (RFC 3261 §21). */
const FIELDS_BY_STATUS: ReadonlyMap<number, Fields> = new Map<number, Fields>([
  [300, [['Contact', '<sip:bob@desk.example.net>']]],
  [301, [['Contact', '<sip:bob@desk.example.net>']]],
  [302, [['Contact', '<sip:bob@desk.example.net>']]],
  [305, [['Contact', '<sip:proxy.example.net>']]],
  [401, [['WWW-Authenticate', CHALLENGE]]],
  [405, [ALLOW]],
  [407, [['Proxy-Authenticate', CHALLENGE]]],
  [413, [['Retry-After', '3600']]],
  [415, [ACCEPT]],
  [420, [['Unsupported', '100rel']]],
  [421, [['Require', '100rel']]],
  [422, [['Min-SE', '120']]],
  [423, [['Min-Expires', '3600']]],
  [488, [['Warning', '305 client.example.net "Incompatible media format"']]],
  [489, [['Allow-Events', 'presence']]],
  [
    493,
    [
      ['Content-Type', 'application/pkcs7-mime; smime-type=certs-only; name=smime.p7c'],
      ['Content-Disposition', 'attachment; filename=smime.p7c; handling=required'],
    ],
  ],
  [503, [['Retry-After', '3600']]],
  [606, [['Warning', '305 client.example.net "Incompatible media format"']]],
]);

/** What a success says, by method. */
const FIELDS_OF_SUCCESS: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  ['INVITE', [['Contact', BOB_CONTACT], ALLOW, SUPPORTED]],
  ['UPDATE', [['Contact', BOB_CONTACT]]],
  ['REFER', [['Contact', BOB_CONTACT]]],
  [
    'SUBSCRIBE',
    [
      ['Contact', BOB_CONTACT],
      ['Expires', '3600'],
    ],
  ],
  [
    'PUBLISH',
    [
      ['SIP-ETag', 'dx200xyz'],
      ['Expires', '3600'],
    ],
  ],
  [
    'REGISTER',
    [
      ['Contact', `${ALICE_CONTACT};expires=7200`],
      ['Date', 'Sat, 13 Nov 2010 23:29:00 GMT'],
    ],
  ],
  [
    'OPTIONS',
    [['Contact', BOB_CONTACT], ALLOW, ACCEPT, ['Accept-Encoding', 'gzip'], ['Accept-Language', 'en'], SUPPORTED],
  ],
]);

/** Phrases that tell more than the default, where RFC 3261 asks for that (§21.4.1, §21.4.18, §21.4.22). */
const SPECIFIC_PHRASES: ReadonlyMap<number, string> = new Map([
  [400, 'Missing Call-ID Header Field'],
  [480, 'Bob Is Away From His Desk'],
  [484, 'Number Ends After Six Digits'],
]);

/** A certificate for the next try (§23.2). */
const BODY_BY_STATUS: ReadonlyMap<number, string> = new Map([
  [493, 'MIIBtDCCAR2gAwIBAgIBATANBgkqhkiG9w0BAQsFADA=\r\n'],
]);

/** Bob's response to the default request of a method. */
export function responseDefaults(statusCode: number, method: string): DefaultMessage {
  const { branch, fromTag, toTag, callId, cseq } = identityOf(method);
  const hasAnswer = method === 'INVITE' && isSuccess(statusCode);
  return {
    startLine: `SIP/2.0 ${statusCode} ${reasonPhrase(statusCode)}`,
    fields: [
      ['Via', `SIP/2.0/UDP pc33.example.com;branch=${branch};received=192.0.2.1`],
      ['To', `${addressee(method)}${statusCode === 100 ? '' : `;tag=${toTag}`}`],
      ['From', `${ALICE};tag=${fromTag}`],
      ['Call-ID', callId],
      ['CSeq', `${cseq} ${method}`],
      ...fieldsOf(statusCode, method),
      ...(hasAnswer ? [['Content-Type', 'application/sdp'] as const] : []),
    ],
    body: hasAnswer ? ANSWER : (BODY_BY_STATUS.get(statusCode) ?? ''),
  };
}

function fieldsOf(statusCode: number, method: string): Fields {
  if (isSuccess(statusCode)) return FIELDS_OF_SUCCESS.get(method) ?? [];
  if (statusCode > 100 && statusCode < 200 && method === 'INVITE') return [['Contact', BOB_CONTACT]];
  return FIELDS_BY_STATUS.get(statusCode) ?? [];
}

function reasonPhrase(statusCode: number): string {
  return SPECIFIC_PHRASES.get(statusCode) ?? lookupStatusCode(statusCode)?.reason ?? 'Unregistered';
}

function isSuccess(statusCode: number): boolean {
  return statusCode >= 200 && statusCode < 300;
}
