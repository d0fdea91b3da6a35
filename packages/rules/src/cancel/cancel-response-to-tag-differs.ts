import { defineRule, type Example, type FlowMessage, type Transaction } from '@siplint/core';
import { type Changes, cancel, file, invite, ok, request, response } from '../examples/messages.js';
import { isSameTag } from '../shared/dialog/tags.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';
import { isAnsweredByUserAgent } from '../shared/transaction/user-agent-server.js';

const FROM_BOB: Changes = { To: '<sip:bob@client.example.net>;tag=8321234356' };
const FROM_ANOTHER = '<sip:bob@client.example.net>;tag=bbbb2222';
/** A request that goes straight to Bob's phone. */
const sent = (method: string): Example =>
  request(method, { startLine: `${method} sip:bob@client.example.net SIP/2.0`, To: '<sip:bob@client.example.net>' });

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
        'A proxy answers the CANCEL itself, with a tag of its own. Judged are only INVITEs that went straight to the user agent, ' +
        'with the Contact of its responses as Request-URI and without Route, and whose responses all have the same tag.',
      bad: [
        file(
          sent('INVITE'),
          response(180, 'INVITE', FROM_BOB),
          sent('CANCEL'),
          ok('CANCEL', { To: '<sip:bob@client.example.net>;tag=<|bbbb2222|>' }),
          response(487, 'INVITE', FROM_BOB),
        ),
      ],
      good: [
        file(
          sent('INVITE'),
          response(180, 'INVITE', FROM_BOB),
          sent('CANCEL'),
          ok('CANCEL', FROM_BOB),
          response(487, 'INVITE', FROM_BOB),
        ),
        file(
          invite(),
          response(180, 'INVITE'),
          cancel(),
          ok('CANCEL', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
          response(487, 'INVITE'),
        ),
        file(
          sent('INVITE'),
          response(180, 'INVITE', FROM_BOB),
          response(180, 'INVITE', { To: FROM_ANOTHER }),
          sent('CANCEL'),
          ok('CANCEL', { To: '<sip:bob@client.example.net>;tag=cccc3333' }),
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
      if (cancelled.request?.toTag !== undefined) return;
      const tagged = onlyTag(cancelled);
      if (!tagged || isSameTag(tagged.toTag, final.toTag) || !isAnsweredByUserAgent(cancelled)) return;
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

/** The first response with a tag, if all that have one have the same. */
function onlyTag({ responses }: Transaction): FlowMessage | undefined {
  const tagged = responses.filter(({ toTag }) => toTag !== undefined);
  const [first] = tagged;
  return tagged.every(({ toTag }) => isSameTag(toTag, first?.toTag)) ? first : undefined;
}
