import { defineRule, type Transaction } from '@siplint/core';
import { ack, file, invite, ok } from '../examples/messages.js';
import { finalOfAck, invitesOfAck } from '../shared/transaction/acknowledged-invites.js';
import {
  isForEveryRequest,
  type RequiredOption,
  removeOptions,
  requiredOptions,
} from '../shared/transaction/required-options.js';

export default defineRule({
  meta: {
    id: 'ack-2xx-requires-new-extension',
    category: 'transaction',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Require nothing in the ACK to a 2xx that the INVITE did not require',
    docs: {
      what:
        'Each option tag in Require and Proxy-Require of the ACK to a 2xx stood there in its INVITE too, on one of the hops ' +
        'in the file; sec-agree may be new.',
      why:
        'An ACK cannot be refused with 420. Who does not know the option ignores it, or drops the ACK and hangs up 32 seconds ' +
        'later; of the options of the INVITE it is known that they are understood.',
      falsePositives: 'Only an ACK whose INVITE and 2xx are in the file is judged.',
      fixSafety: 'Unsafe: the option may have been forgotten in the INVITE.',
      bad: [
        file(invite(), ok('INVITE'), ack({ Require: '<|timer|>' })),
        file(invite({ Require: '100rel' }), ok('INVITE'), ack({ Require: '100rel, <|precondition|>' })),
      ],
      good: [
        file(invite({ Require: '100rel' }), ok('INVITE'), ack({ Require: '100REL, sec-agree' })),
        file(ok('INVITE'), ack({ Require: 'timer' })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.2.3' },
      { rfc: 3329, section: '2.3.1' },
    ],
    winsOver: ['option-tag-unregistered'],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      isNew:
        '{header} of the ACK demands "{option}", which the INVITE did not: an ACK cannot be refused, so it is ignored, or the ACK is lost',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction({ request: ack, method, flow, upstream }, context) {
      if (method !== 'ACK' || !ack) return;
      const options = requiredOptions(ack).filter((option) => !isForEveryRequest(option));
      if (options.length === 0) return;
      const invites = invitesOfAck(ack, flow);
      const invite = invites[0]?.request;
      if (!invite || !finalOfAck(ack, flow)?.isSuccess) return;
      const known = keysOf(invites);
      // What it had on the hop before is reported there.
      const before = upstream ? keysOf([upstream]) : known;
      const added = options.filter(({ key }) => !known.has(key) && !before.has(key));
      const [option] = added;
      if (!option) return;
      context.report({
        messageId: 'isNew',
        in: ack,
        at: option,
        data: { header: option.field.canonicalName, option: option.text },
        related: [
          { message: 'The INVITE', of: invite, at: invite.message.field('Require')?.valueRange },
          ...added.slice(1).map((other) => ({ message: 'And here', of: ack, at: other })),
        ],
        fix: { title: 'Remove what the INVITE did not require', edits: removeOptions(added) },
      });
    },
  }),
});

/** What a request demands on its hops, in lower case. */
function keysOf(hops: readonly Transaction[]): ReadonlySet<RequiredOption['key']> {
  return new Set(hops.flatMap(({ request }) => (request ? requiredOptions(request) : [])).map(({ key }) => key));
}
