import { defineRule, type FlowMessage } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, ok, options, response } from '../examples/messages.js';
import { isSameTag } from '../shared/dialog/tags.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';

const tagged = (tag: string) => ({ To: `<sip:bob@example.net>;tag=${tag}` });
const BEHIND = [invite(), forwarded('INVITE'), fromBranch(180, 'INVITE', tagged('aaaa1111'))];

export default defineRule({
  meta: {
    id: 'proxy-changed-to-tag',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Forward the To tag of a response as it is',
    docs: {
      what:
        'A proxy does not change the To tag of a provisional response (but for 100) or a 2xx that it forwards, nor that of ' +
        'any response to a request that has a To tag.',
      why:
        'The tag is one half of the name of the dialog. With another one the caller sends ACK and BYE to a dialog that ' +
        'the callee does not know: the call is set up and then neither acknowledged nor ended.',
      falsePositives:
        'Two responses are taken for one and the same if the Via values of one are all but the first of the other, with the ' +
        'same status and the same Contact. Where several To tags were seen behind the proxy nothing is reported.',
      bad: [
        file(...BEHIND, response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=<|pppp9999|>' })),
        file(
          options(tagged('aaaa1111')),
          forwarded('OPTIONS', tagged('aaaa1111')),
          fromBranch(404, 'OPTIONS', tagged('aaaa1111')),
          response(404, 'OPTIONS', { To: '<sip:bob@example.net>;tag=<|pppp9999|>' }),
        ),
      ],
      good: [
        file(...BEHIND, response(180, 'INVITE', tagged('aaaa1111'))),
        file(
          ...BEHIND,
          forwarded('INVITE', {}, 'b'),
          fromBranch(180, 'INVITE', tagged('bbbb2222'), 'b'),
          response(180, 'INVITE', tagged('cccc3333')),
        ),
        file(
          options(),
          forwarded('OPTIONS'),
          fromBranch(404, 'OPTIONS', tagged('aaaa1111')),
          response(404, 'OPTIONS', tagged('pppp9999')),
        ),
        file(...BEHIND, response(100, 'INVITE'), ok('INVITE', { ...tagged('aaaa1111') })),
      ],
    },
    references: [{ rfc: 3261, section: '16.7' }],
    // It knows who changed it.
    winsOver: ['response-to-mismatch'],
    since: '0.1.0',
    messages: {
      changed:
        'To tag "{found}" is not "{expected}" of the {status} response that is forwarded: caller and callee know the dialog by different names, so ACK and BYE fail',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction({ responses, downstream, request }, context) {
      if (downstream.length === 0) return;
      for (const response of responses) {
        const { forwards, toTag: found, statusCode: status } = response;
        const expected = forwards?.toTag;
        if (!forwards || !found || !expected || isSameTag(found, expected)) continue;
        // It has the tag of the request, which the hop behind has not: response-to-mismatch.
        if (request?.toTag !== undefined && isSameTag(found, request.toTag)) continue;
        // A proxy may answer in its own name with a failure (§16.7 step 6).
        if (response.isFailure && request?.toTag === undefined) continue;
        if (!isOfOneElement(response, forwards, request) || !hasOneTagBehind(downstream)) continue;
        // It does the same to all that it forwards.
        if (!context.once(response.callId)) return;
        context.report({
          messageId: 'changed',
          in: response,
          at: tagPlaceOf(response, 'To'),
          data: { found, expected, status },
          related: [{ message: 'The response that is forwarded', of: forwards, at: tagPlaceOf(forwards, 'To') }],
        });
        return;
      }
    },
  }),
});

/** True if two responses are from one element beyond doubt; another one, on a branch that was not seen, may have answered too. */
function isOfOneElement(a: FlowMessage, b: FlowMessage, request: FlowMessage | undefined): boolean {
  if (a.contacts?.join(' ') !== b.contacts?.join(' ')) return false;
  return (a.contacts !== undefined && a.contacts.length > 0) || request?.toTag !== undefined;
}

function hasOneTagBehind(downstream: readonly { readonly responses: readonly FlowMessage[] }[]): boolean {
  const tags = new Set<string>();
  for (const { responses } of downstream) for (const { toTag } of responses) if (toTag) tags.add(toTag.toLowerCase());
  return tags.size === 1;
}
