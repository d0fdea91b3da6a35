import { defineRule, type Transaction } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, response } from '../examples/messages.js';
import { tagPlaceOf } from '../shared/places-in-flow.js';
import { isSameTag } from '../shared/tags.js';

const BOB = '<sip:bob@example.net>';

export default defineRule({
  meta: {
    id: 'proxy-changed-to-tag',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Forward the To tag of a 1xx or 2xx as it came',
    docs: {
      what: 'A proxy neither adds a tag to To of a response of 101 to 299 that it forwards nor changes the one that is there.',
      why:
        'The tag names the dialog with the phone that answered. With another one the ACK and all later requests of the caller ' +
        'belong to no dialog there: the phone repeats its 200 and gives up after 32 seconds.',
      falsePositives:
        'Compared are a response and the same one on the hop behind, as the Via values prove it. A back-to-back user agent makes ' +
        'tags of its own, and shows it by Via values of its own.',
      bad: [
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(180, 'INVITE', { To: `${BOB};tag=aaaa1111` }),
          response(180, 'INVITE', { To: `${BOB};tag=<|pppp9999|>` }),
        ),
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(183, 'INVITE', { To: BOB, Contact: null }),
          response(183, 'INVITE', { To: `${BOB};tag=<|pppp9999|>`, Contact: null }),
        ),
      ],
      good: [
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(180, 'INVITE', { To: `${BOB};tag=aaaa1111` }),
          response(180, 'INVITE', { To: `${BOB};tag=aaaa1111` }),
        ),
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(180, 'INVITE', { To: `${BOB};tag=aaaa1111` }),
          forwarded('INVITE', {}, 'b'),
          fromBranch(180, 'INVITE', { To: `${BOB};tag=bbbb2222` }, 'b'),
          response(180, 'INVITE', { To: `${BOB};tag=cccc3333` }),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '16.7' }],
    since: '0.1.0',
    messages: {
      changed:
        'To has tag {found}, on the hop behind it is {expected}: the caller names a dialog that the server does not know',
      added:
        'To has tag {found}, on the hop behind it has none: the caller names a dialog that the server does not know',
    },
  },
  appliesTo: { statuses: ['101-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, downstream, responses } = transaction;
      // The tag of a request is to be copied, which response-to-mismatch judges on each hop.
      if (downstream.length === 0 || !request || request.toTag !== undefined) return;
      if (tagsBehind(transaction).size > 1) return;
      for (const response of responses) {
        const { forwards, toTag } = response;
        if (!forwards || toTag === undefined || isSameTag(toTag, forwards.toTag) || !isJudged(response)) continue;
        const related = [{ message: 'The response on the hop behind', of: forwards, at: tagPlaceOf(forwards, 'To') }];
        const at = tagPlaceOf(response, 'To');
        if (forwards.toTag === undefined) {
          context.report({ messageId: 'added', in: response, at, data: { found: toTag }, related });
        } else {
          const data = { found: toTag, expected: forwards.toTag };
          context.report({ messageId: 'changed', in: response, at, data, related });
        }
        return;
      }
    },
  }),
});

function isJudged({ statusCode }: { readonly statusCode: number }): boolean {
  return statusCode > 100 && statusCode < 300;
}

/** The tags that came from all branches: of several nobody knows which of them was forwarded. */
function tagsBehind({ downstream }: Transaction): ReadonlySet<string> {
  const tags = downstream.flatMap(({ responses }) =>
    responses.filter(isJudged).map(({ toTag = '' }) => toTag.toLowerCase()),
  );
  return new Set(tags);
}
