import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { file, invite, ok, response } from '../examples/messages.js';

const VIA_OF_ALICE = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1';

/** A Via stack: Alice's INVITE behind a proxy. */
function over(proxy: string, branch: string): readonly string[] {
  return [`SIP/2.0/UDP ${proxy};branch=${branch}`, VIA_OF_ALICE];
}

const FIRST = over('192.0.2.11', 'z9hG4bK721e4184f');
const SECOND = over('192.0.2.12', 'z9hG4bK83749.1');

export default defineRule({
  meta: {
    id: 'merged-request-not-rejected',
    category: 'transaction',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Answer the second copy of a forked request with 482',
    docs: {
      what:
        'If a request with the same From tag, Call-ID and CSeq, and no To tag, reaches a user agent over two paths, it accepts the ' +
        'first and answers the second with 482.',
      why:
        'The callee has two calls with one caller: the telephone rings twice, and the caller hangs up one of them, or sends its ' +
        'media twice.',
      falsePositives:
        'Reported only if both were accepted for the same Request-URI with the same Contact, and with To tags of their own. A ' +
        'gateway that answers for several telephones behind it with one Contact looks the same.',
      bad: [
        file(
          invite({ Via: FIRST }),
          invite({ Via: SECOND }),
          ok('INVITE', { Via: FIRST, To: '<sip:bob@example.net>;tag=8321234356' }),
          ok('INVITE', { Via: SECOND, To: '<sip:bob@example.net>;tag=8321234357', startLine: 'SIP/2.0 <|200|> OK' }),
        ),
      ],
      good: [
        file(
          invite({ Via: FIRST }),
          invite({ Via: SECOND }),
          ok('INVITE', { Via: FIRST }),
          response(482, 'INVITE', { Via: SECOND }),
        ),
        file(
          invite({ Via: FIRST }),
          invite({ Via: SECOND }),
          ok('INVITE', { Via: FIRST, To: '<sip:bob@example.net>;tag=8321234356' }),
          ok('INVITE', {
            Via: SECOND,
            To: '<sip:bob@example.net>;tag=8321234357',
            Contact: '<sip:bob@desk.example.net>',
          }),
        ),
        file(
          invite({ Via: VIA_OF_ALICE }),
          invite({ Via: FIRST }),
          ok('INVITE', { Via: FIRST }),
          ok('INVITE', { Via: VIA_OF_ALICE }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.2.2' },
      { rfc: 3261, section: '16.3' },
    ],
    since: '0.1.0',
    messages: {
      accepted:
        'Request accepted a second time with {code}: it is the one that came over another path, which 482 (Loop Detected) would keep from ringing twice',
    },
  },
  appliesTo: { kinds: ['response'], statuses: ['200-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { hops } = transaction;
      if (hops.length < 2 || hops[0] !== transaction || transaction.request?.toTag !== undefined) return;
      const accepted = hops.flatMap(acceptedOf).sort((a, b) => a.success.index - b.success.index);
      /** By the server and what it was asked for. */
      const firsts = new Map<string, Accepted>();
      for (const later of accepted) {
        const key = `${later.request.requestUri}\n${later.contact}`;
        const earlier = firsts.get(key);
        if (!earlier) firsts.set(key, later);
        else if (areMerged(earlier, later)) {
          context.report({
            messageId: 'accepted',
            in: later.success,
            data: { code: later.success.statusCode },
            related: [
              { message: 'The request', of: later.request },
              { message: 'The same over another path', of: earlier.request },
              { message: 'Accepted here', of: earlier.success },
            ],
          });
          return;
        }
      }
    },
  }),
});

/** A request on one of its hops that got a 2xx with one Contact. */
interface Accepted {
  readonly request: FlowMessage;
  readonly success: FlowMessage;
  readonly contact: string;
}

function acceptedOf({ request, responses }: Transaction): Accepted[] {
  const success = responses.find(({ isSuccess }) => isSuccess);
  const [contact, ...others] = success?.contacts ?? [];
  return request && success && contact !== undefined && others.length === 0 ? [{ request, success, contact }] : [];
}

/** True if neither request is the other behind a proxy, and a server took each for one of its own. */
function areMerged({ request: a, success: first }: Accepted, { request: b, success: second }: Accepted): boolean {
  const isOtherPath = a.branch !== b.branch && !a.viaStack.endsWith(b.viaStack) && !b.viaStack.endsWith(a.viaStack);
  return isOtherPath && first.toTag !== undefined && second.toTag !== undefined && first.toTag !== second.toTag;
}
