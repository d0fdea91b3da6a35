import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { cancel, file, invite, ok, response } from '../examples/messages.js';
import { tagPlaceOf } from '../shared/places-in-flow.js';
import { isSameTag } from '../shared/tags.js';

export default defineRule({
  meta: {
    id: 'cancel-response-to-tag-differs',
    category: 'cancel',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Give the response to CANCEL the To tag of those to its INVITE',
    docs: {
      what: 'The response to a CANCEL has the To tag that the server gave its responses to the INVITE.',
      why:
        'One server has one tag for a call. With two of them a client or a trace takes the answer to the CANCEL for that of ' +
        'another party.',
      falsePositives:
        'A proxy answers the CANCEL itself, with a tag of its own. Nothing is reported where the file shows that there is one: ' +
        'by Route, Record-Route or the hop behind, or by several tags in the responses to the INVITE.',
      bad: [
        file(
          invite(),
          response(180, 'INVITE'),
          cancel(),
          ok('CANCEL', { To: '<sip:bob@example.net>;tag=<|bbbb2222|>' }),
          response(487, 'INVITE'),
        ),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), cancel(), ok('CANCEL'), response(487, 'INVITE')),
        file(
          invite({ Route: '<sip:ss1.example.com;lr>' }),
          response(180, 'INVITE'),
          cancel({ Route: '<sip:ss1.example.com;lr>' }),
          ok('CANCEL', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
        ),
        file(
          invite(),
          response(180, 'INVITE'),
          response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
          cancel(),
          ok('CANCEL', { To: '<sip:bob@example.net>;tag=cccc3333' }),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '9.2' }],
    since: '0.1.0',
    messages: {
      differs:
        'To tag "{found}" of the response to CANCEL is not "{expected}" of the {code} to the INVITE: a server has one tag for both',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['CANCEL'] },
  create: () => ({
    transaction({ request, final, cancelled }, context) {
      if (!final || !cancelled || final.toTag === undefined || request?.toTag !== undefined) return;
      // With a tag in the request the responses have to copy that one.
      if (cancelled.request?.toTag !== undefined || hasProxy(cancelled)) return;
      const tagged = onlyTag(cancelled);
      if (!tagged || isSameTag(tagged.toTag, final.toTag)) return;
      context.report({
        messageId: 'differs',
        in: final,
        at: tagPlaceOf(final, 'To'),
        data: { found: final.toTag, expected: tagged.toTag ?? '', code: tagged.statusCode },
        related: [{ message: 'The tag of the server', of: tagged, at: tagPlaceOf(tagged, 'To') }],
      });
    },
  }),
});

/** True if the file shows that it is a proxy which answers on this hop. */
function hasProxy({ request, responses, downstream }: Transaction): boolean {
  return (
    downstream.length > 0 ||
    request?.has('Route') === true ||
    responses.some((response) => response.has('Record-Route'))
  );
}

/** The first response with a tag, if all that have one have the same. */
function onlyTag({ responses }: Transaction): FlowMessage | undefined {
  const tagged = responses.filter(({ toTag }) => toTag !== undefined);
  const [first] = tagged;
  return tagged.every(({ toTag }) => isSameTag(toTag, first?.toTag)) ? first : undefined;
}
