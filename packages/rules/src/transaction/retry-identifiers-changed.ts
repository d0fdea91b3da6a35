import { compareHops, defineRule, type FlowMessage } from '@siplint/core';
import { file, invite, line, register, response } from '../examples/messages.js';
import { callIdPlaceOf, tagPlaceOf } from '../shared/transaction/places-in-flow.js';

const CREDENTIALS =
  'Digest username="alice", realm="example.com", nonce="f84f1cec41e6cbe5aea9c8e88d359", uri="sip:bob@example.net", ' +
  'response="42ce3cef44b22f50c6a6071bc8123456", opaque="", cnonce="0a4f113b", qop=auth, nc=00000001, algorithm=MD5';

/** Seconds within which a request follows up the failure of the one before: 64*T1, for which a transaction lives. */
const LONGEST_RETRY = 32;

export default defineRule({
  meta: {
    id: 'retry-identifiers-changed',
    category: 'transaction',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Keep Call-ID and From tag when a request is tried again',
    docs: {
      what:
        'A request that is tried again at once behind 401, 407, 413, 415, 416, 420 or a redirection has the Call-ID and the ' +
        'From tag of the first, and a CSeq number one higher.',
      why:
        'To servers and in records of calls it looks like a new call by someone else. A proxy that has challenged the first ' +
        'may have kept state for it, and challenges again.',
      falsePositives:
        'A retry is told by its method, From and To, by the same sender, and, behind a challenge, by credentials. A user who ' +
        'tries a failed call again by hand makes a new call, which looks the same without time stamps; with them nothing is ' +
        'reported behind 32 seconds.',
      bad: [
        file(
          invite(),
          response(407, 'INVITE'),
          invite({
            Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2',
            'Call-ID': '<|another@pc33.example.com|>',
            From: '<sip:alice@example.com>;tag=7fdeaf11',
            'Proxy-Authorization': CREDENTIALS,
          }),
        ),
        file(
          invite(),
          response(302, 'INVITE'),
          invite({
            Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2',
            From: '<sip:alice@example.com>;tag=<|7fdeaf11|>',
            CSeq: '314160 INVITE',
          }),
        ),
      ],
      good: [
        file(
          invite(),
          response(407, 'INVITE'),
          invite({
            Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2',
            CSeq: '314160 INVITE',
            'Proxy-Authorization': CREDENTIALS,
          }),
        ),
        file(
          line('# siplint-set time=10'),
          invite(),
          line('# siplint-set time=11'),
          response(302, 'INVITE'),
          line('# siplint-set time=100'),
          invite({
            Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2',
            'Call-ID': 'another@pc33.example.com',
          }),
        ),
        file(
          register(),
          response(401, 'REGISTER'),
          register({
            Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2',
            'Call-ID': 'another@pc33.example.com',
          }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.3.4' },
      { rfc: 3261, section: '8.1.3.5' },
    ],
    since: '0.1.0',
    messages: {
      callId:
        'Request tried again behind {code} with another Call-ID than "{expected}": to servers it is a new call, keep the Call-ID and raise the CSeq number',
      fromTag:
        'Request tried again behind {code} with another From tag than "{expected}": to servers it is from someone else, keep the tag and raise the CSeq number',
    },
  },
  create: () => ({
    flow({ messages }, context) {
      for (const message of messages) {
        const { retries: failure } = message;
        if (!failure || message.copyOf || !isRetry(message, failure)) continue;
        const isOtherCall = message.callId !== failure.callId;
        const of = isOtherCall ? callIdPlaceOf(failure) : tagPlaceOf(failure, 'From');
        const at = isOtherCall ? callIdPlaceOf(message) : tagPlaceOf(message, 'From');
        if (!at || !of) continue;
        context.report({
          messageId: isOtherCall ? 'callId' : 'fromTag',
          in: message,
          at,
          data: { code: failure.statusCode, expected: failure.text.slice(of.start, of.end) },
          related: [{ message: 'The response that it follows up', of: failure, at: of }],
        });
      }
    },
  }),
});

function isRetry(message: FlowMessage, failure: FlowMessage): boolean {
  if (compareHops(message, failure) !== 'same') return false;
  // Behind a request of its own with these identifiers it follows up that.
  if (message.transaction?.previous) return false;
  const isChallenge = failure.statusCode === 401 || failure.statusCode === 407;
  if (isChallenge && message.credentials === '') return false;
  return message.time === undefined || failure.time === undefined || message.time - failure.time <= LONGEST_RETRY;
}
