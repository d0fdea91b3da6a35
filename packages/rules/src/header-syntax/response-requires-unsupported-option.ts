import { defineRule } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, ok, options, response } from '../examples/messages.js';
import { understoodOptions } from '../shared/transaction/offered-options.js';
import { plainOptions } from '../shared/transaction/plain-options.js';

const RELIABLE = { Require: '100rel', RSeq: '1' };

export default defineRule({
  meta: {
    id: 'response-requires-unsupported-option',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Require in a response only what the client supports',
    docs: {
      what:
        'Each option tag in Require of a response stood in Supported or Require of the request, on one of the hops in the file. A ' +
        '420 and a 421 are exempt: they name what is missing. Reported once a call for each option.',
      why:
        'A client that does not know the option cannot do what the response demands, such as acknowledge it with PRACK, and has ' +
        'no way to say so: the call is torn down, or one side waits for what never comes.',
      falsePositives:
        'A proxy may add what it supports itself to the Supported of a request. If the file has only hops before it, that ' +
        'is not seen.',
      bad: [
        file(invite({ Supported: 'timer' }), response(183, 'INVITE', { Require: '<|100rel|>', RSeq: '1' })),
        file(invite(), ok('INVITE', { Require: '<|timer|>', 'Session-Expires': '1800;refresher=uas' })),
      ],
      good: [
        file(invite({ Supported: 'timer, 100REL' }), response(183, 'INVITE', RELIABLE)),
        file(invite({ Require: '100rel' }), response(183, 'INVITE', RELIABLE)),
        file(options({ Supported: 'timer' }), response(421, 'OPTIONS')),
        file(
          invite(),
          forwarded('INVITE', { Supported: 'replaces, 100rel' }),
          fromBranch(183, 'INVITE', RELIABLE),
          response(183, 'INVITE', RELIABLE),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.4' },
      { rfc: 3261, section: '20.32' },
    ],
    since: '0.1.0',
    messages: {
      unsupported:
        'This {code} requires "{option}", which the {method} offers in neither Supported nor Require: the client may not know it and cannot refuse it',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction({ request, responses, hops }, context) {
      if (!request) return;
      for (const response of responses) {
        if (!response.has('Require') || response.forwards || namesWhatIsMissing(response.statusCode)) continue;
        const understood = understoodOptions(hops);
        if (!understood) return;
        if (plainOptions(response, 'Require')?.every((option) => understood.has(option))) continue;
        for (const option of response.message.valuesOf('Require')) {
          const key = option.text.toLowerCase();
          if (understood.has(key) || !context.once(`${request.callId} ${key}`)) continue;
          context.report({
            messageId: 'unsupported',
            in: response,
            at: option,
            data: { code: response.statusCode, option: option.text, method: request.method },
            related: [{ message: 'The request', of: request, at: request.message.field('Supported')?.valueRange }],
          });
        }
      }
    },
  }),
});

/** 420 may repeat, and 421 has to say, what the request lacks (§21.4.15, §21.4.16). */
function namesWhatIsMissing(statusCode: number): boolean {
  return statusCode === 420 || statusCode === 421;
}
