import {
  compareHops,
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  paramOf,
  type Transaction,
  type Via,
} from '@siplint/core';
import { bye, file, ok, options } from '../examples/messages.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { branchPlaceOf } from '../shared/transaction/branch-place.js';

const MESSAGES = {
  branch:
    'Branch "{found}" of the topmost Via is not "{expected}" of the {method} request: the client finds no transaction for the response and drops it',
  value:
    'Via "{found}" of the response is not "{expected}" of its {method} request: it does not find its way back through that element',
  count:
    'Via values of the response: {found}, of its {method} request: {expected}; it has to copy all of them, or it does not find its way back',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

const PROXY = 'SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK721e4184f';
const ALICE = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-options;received=192.0.2.1';

export default defineRule({
  meta: {
    id: 'response-via-mismatch',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy all Via values of the request into the response, in their order',
    docs: {
      what:
        'A response has the Via values of the request on that hop, in the same order: each with its branch, host and port. ' +
        'received, rport and parameters of no document may be added.',
      why:
        'By the topmost Via the client finds its transaction, and by each of those below it the response finds its way back ' +
        'one hop further. With another one it is dropped, and the request runs into its timeout.',
      falsePositives:
        'A response with another branch is judged only if the file has one unanswered request with its Call-ID, CSeq, From ' +
        'tag and hosts, and behind a proxy only if the file is declared complete. An element that changes the Vias of what passes ' +
        'it shows other ones on each of its sides.',
      bad: [
        file(
          bye(),
          ok('BYE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-Bye2|>;received=192.0.2.1' }),
        ),
        file(
          bye(),
          ok('BYE', { Via: '<|SIP/2.0/UDP pc34.example.com;branch=z9hG4bK776asdhds-bye;received=192.0.2.1|>' }),
        ),
        file(options({ Via: [PROXY, ALICE] }), ok('OPTIONS', { Via: `<|${PROXY}|>` })),
        file(
          options({ Via: [PROXY, ALICE] }),
          ok('OPTIONS', { Via: [PROXY, '<|SIP/2.0/UDP 192.0.2.1:5062;branch=z9hG4bK776asdhds-options|>'] }),
        ),
      ],
      good: [
        file(
          options({ Via: [`${PROXY};rport`, ALICE] }),
          ok('OPTIONS', {
            v: `${PROXY};rport=5060;received=192.0.2.9, SIP / 2.0 / UDP PC33.example.com:5060;branch=Z9hG4bK776asdhds-options`,
          }),
        ),
        file(
          options({ Via: ALICE }),
          options({ Via: [PROXY, ALICE] }),
          ok('OPTIONS', { Via: [PROXY, ALICE] }),
          ok('OPTIONS', { Via: ALICE }),
        ),
        file(options(), ok('OPTIONS'), ok('OPTIONS', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '18.2.1' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses } = transaction;
      if (!request?.isViaSound) return;
      // A proxy sends a request on several branches, of which the file may lack the one that is answered here.
      const isOnlyOne = request.viaCount === 1 || transaction.flow.isComplete;
      const misfit = isOnlyOne ? misfitResponse(transaction) : undefined;
      if (misfit && misfit.branch !== request.branch) judgeBranch(misfit, request, context);
      else if (misfit?.isViaSound && isOnWayOf(misfit, request)) judgeValues(misfit, request, context);
      // Later responses of the transaction are made in the same way.
      const response = responses.find((candidate) => candidate.isViaSound && !hasViasOf(candidate, request));
      // One with the Vias of the INVITE tells that those of the CANCEL are wrong: cancel-via-mismatch.
      if (response && response.viaStack !== transaction.cancelled?.request?.viaStack) {
        judgeValues(response, request, context);
      }
    },
  }),
});

/** The first response that has all but the branch of the request, or all but the host in the topmost Via. */
function misfitResponse({ misfits }: Transaction): FlowMessage | undefined {
  return misfits.find(({ message, differsIn }) => differsIn === 'branch' && message.kind === 'response')?.message;
}

/** False if the addresses of the capture tell that another hop was answered; the hosts, which differ, do not. */
function isOnWayOf(response: FlowMessage, request: FlowMessage): boolean {
  return response.origin.source === undefined || compareHops(response, request) !== 'different';
}

function judgeBranch(response: FlowMessage, request: FlowMessage, context: Context): void {
  const found = branchPlaceOf(response);
  const expected = branchPlaceOf(request);
  if (!found || !expected || !hasMagicCookie(expected.text) || compareHops(response, request) === 'different') return;
  context.report({
    messageId: 'branch',
    in: response,
    at: found,
    data: { found: found.text, expected: expected.text, method: request.method },
    related: [{ message: 'The branch of the request', of: request, at: expected }],
  });
}

/** True if the response has the Vias of the request, or of a retransmission of it. */
function hasViasOf({ viaStack }: FlowMessage, request: FlowMessage): boolean {
  return viaStack === request.viaStack || request.copies.some((copy) => copy.viaStack === viaStack);
}

function judgeValues(response: FlowMessage, request: FlowMessage, context: Context): void {
  const values = [...response.message.valuesOf('Via')];
  const originals = [...request.message.valuesOf('Via')];
  const { method } = request;
  const index = values.findIndex((via, i) => !isSameVia(via, originals[i]));
  const value = values[index];
  const original = originals[index];
  if (values.length !== originals.length) {
    context.report({
      messageId: 'count',
      in: response,
      at: value ?? values.at(-1),
      data: { found: values.length, expected: originals.length, method },
      related: [{ message: 'The Vias of the request', of: request, at: original ?? originals.at(-1) }],
    });
  } else if (value && original) {
    context.report({
      messageId: 'value',
      in: response,
      at: value,
      data: {
        found: response.text.slice(value.start, value.end),
        expected: request.text.slice(original.start, original.end),
        method,
      },
      related: [{ message: 'The Via of the request', of: request, at: original }],
    });
  }
}

/** By what an element is found by: branch, host, and port, which is 5060 where none is given, 5061 with TLS (§18.2.2). */
function isSameVia(via: Via, original: Via | undefined): boolean {
  if (!original) return false;
  return (
    via.sentBy.host.text.toLowerCase() === original.sentBy.host.text.toLowerCase() &&
    portOf(via) === portOf(original) &&
    paramOf(via, 'branch')?.value?.toLowerCase() === paramOf(original, 'branch')?.value?.toLowerCase()
  );
}

function portOf({ sentBy, transport }: Via): number {
  return sentBy.port?.value ?? (/^(?:tls|wss)/i.test(transport.text) ? 5061 : 5060);
}
