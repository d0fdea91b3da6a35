import { defineRule, type FlowMessage } from '@siplint/core';
import { file, invite, ok, response } from '../examples/messages.js';
import { tagPlaceOf } from '../shared/places-in-flow.js';
import { isSameAddress } from '../shared/same-address.js';
import { isSameTag } from '../shared/tags.js';

const OTHER_TAG = '<sip:bob@example.net>;tag=bbbb2222';

export default defineRule({
  meta: {
    id: 'response-to-tag-changes',
    category: 'from-to',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Use one To tag in all responses to a request',
    docs: {
      what:
        'A user agent server has the same tag in To of all its responses to a request but 100. Judged are 101 to 299 from the same ' +
        'Contact to an INVITE, and 101 to 299 to other requests.',
      why:
        'Each To tag of a response to an INVITE is a dialog of its own. With two of them for one phone the caller keeps an early ' +
        'dialog that nobody ends: ringing or early media go on beside the call, PRACK and UPDATE go to the wrong one.',
      falsePositives:
        'A proxy that forks an INVITE sends on the tags of several phones. Phones behind one address that share a Contact look like ' +
        'one: disable the rule there.',
      bad: [file(invite(), response(180, 'INVITE'), ok('INVITE', { To: '<sip:bob@example.net>;tag=<|bbbb2222|>' }))],
      good: [
        file(invite(), response(180, 'INVITE'), ok('INVITE')),
        file(invite(), response(180, 'INVITE'), ok('INVITE', { To: OTHER_TAG, Contact: '<sip:bob@192.0.2.77>' })),
        file(invite(), response(180, 'INVITE'), response(486, 'INVITE', { To: OTHER_TAG })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '13.3.1.1' },
      { rfc: 3261, section: '16.7' },
    ],
    since: '0.1.0',
    messages: {
      changed:
        'To has tag {found}, an earlier {status} of the same server has {expected}: the caller takes them for two dialogs, and one of them is never ended',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction({ method, responses, request }, context) {
      if (responses.length < 2 || request?.toTag !== undefined) return;
      const tagged = responses.filter(isOfOneServer);
      const [first] = tagged;
      // The tag of the first is that of most; others need a look.
      if (!first || tagged.every(({ toTag }) => isSameTag(toTag, first.toTag))) return;
      for (const [position, response] of tagged.entries()) {
        const earlier = tagged.slice(0, position).find((other) => isOtherTagOfSame(method, response, other));
        if (!earlier || isForwarded(response)) continue;
        context.report({
          messageId: 'changed',
          in: response,
          at: tagPlaceOf(response, 'To'),
          data: { found: response.toTag ?? '', status: earlier.statusCode, expected: earlier.toTag ?? '' },
          related: [{ message: 'The earlier response', of: earlier, at: tagPlaceOf(earlier, 'To') }],
        });
        return;
      }
    },
  }),
});

/** A proxy may make 100 and 300-699 by itself, and with a tag of its own. */
function isOfOneServer({ statusCode, toTag }: FlowMessage): boolean {
  return statusCode > 100 && statusCode < 300 && toTag !== undefined;
}

function isOtherTagOfSame(method: string, response: FlowMessage, earlier: FlowMessage): boolean {
  if (isSameTag(response.toTag, earlier.toTag)) return false;
  const contact = response.message.field('Contact')?.value;
  const other = earlier.message.field('Contact')?.value;
  const uri = contact?.kind === 'name-addr' ? contact.uri : undefined;
  const otherUri = other?.kind === 'name-addr' ? other.uri : undefined;
  if (!uri || !otherUri) return method !== 'INVITE';
  return isSameAddress(uri, otherUri);
}

/** True if the tag came so from the hop behind, where it is judged. */
function isForwarded({ toTag, forwards }: FlowMessage): boolean {
  return forwards !== undefined && isSameTag(forwards.toTag, toTag);
}
