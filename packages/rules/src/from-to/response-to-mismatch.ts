import { defineRule, type FlowMessage } from '@siplint/core';
import { byAlice, toAlice } from '../examples/in-dialog.js';
import { file, invite, ok, options, response } from '../examples/messages.js';
import { uriDifference } from '../shared/address-difference.js';
import { tagPlaceOf } from '../shared/places-in-flow.js';
import { isSameTag } from '../shared/tags.js';

const BOB = '<sip:bob@example.net>';

export default defineRule({
  meta: {
    id: 'response-to-mismatch',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy To from the request into its responses',
    docs: {
      what:
        'To of a response has the URI of the request, and its tag if it has one. To a request without a tag in To the server adds ' +
        'its own; nothing else changes.',
      why:
        'A request with a To tag is sent in a dialog, and the client knows the dialog by that tag. With another one in the response ' +
        'it finds no dialog, drops the response and sends its request again until it times out.',
      falsePositives:
        'Another URI is a warning: gateways and tools that anonymise captures rewrite URIs. Display names and brackets do not count.',
      bad: [
        file(byAlice('BYE', 314160), toAlice(200, 'BYE', 314160, { To: `${BOB};tag=<|ffff1111|>` })),
        file(byAlice('INVITE', 314160), toAlice(100, 'INVITE', 314160, { To: `<|${BOB}|>` })),
        file(options(), ok('OPTIONS', { To: '<<|sip:bob@client.example.net|>>;tag=1410948204-options' })),
      ],
      good: [
        file(invite(), response(180, 'INVITE', { To: `"Bob" ${BOB};tag=8321234356` })),
        file(options(), ok('OPTIONS', { To: '<sip:bob@EXAMPLE.NET>;tag=1410948204-options' })),
        file(byAlice('BYE', 314160), toAlice(200, 'BYE', 314160, { To: `${BOB};tag=8321234356` })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '20.39' },
    ],
    since: '0.1.0',
    messages: {
      tag: 'To has tag {found}, the request has {expected}: the client finds no such dialog and drops the response',
      missing: 'To has no tag, the request has {expected}: the client finds no such dialog and drops the response',
      uri: 'To is {found}, in the request it is {expected}: a response copies it and adds a tag at most',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction({ request, responses }, context) {
      if (!request) return;
      for (const response of responses) {
        if (!response.to || !request.to || isForwarded(response)) continue;
        const related = (at = tagPlaceOf(request, 'To')) => [
          { message: 'The request that this answers', of: request, at },
        ];
        const { toTag } = response;
        if (request.toTag !== undefined && toTag !== undefined && !isSameTag(toTag, request.toTag)) {
          const data = { found: toTag, expected: request.toTag };
          context.report({ messageId: 'tag', in: response, at: tagPlaceOf(response, 'To'), data, related: related() });
          return;
        }
        // In other responses the tag is missing whatever the request has, which to-tag-missing-in-response says.
        if (request.toTag !== undefined && toTag === undefined && response.statusCode === 100) {
          const at = response.message.field('To')?.value;
          context.report({
            messageId: 'missing',
            in: response,
            at,
            data: { expected: request.toTag },
            related: related(),
          });
          return;
        }
        const difference = uriDifference('To', response, request);
        if (!difference) continue;
        const { uri: found, expected, at, of } = difference;
        context.report({
          messageId: 'uri',
          in: response,
          at,
          data: { found, expected },
          related: related(of),
          ceiling: 'warning',
        });
        return;
      }
    },
  }),
});

/** True if To came so from the hop behind, where it is judged. */
function isForwarded({ to, forwards }: FlowMessage): boolean {
  return forwards?.to !== undefined && forwards.to.uri === to?.uri && forwards.to.tag === to.tag;
}
