import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { again, answerAgain } from '../examples/again.js';
import { file, line, ok, register } from '../examples/messages.js';
import { type Binding, bindingsIn, regIdOf } from '../shared/message/bindings.js';

/** Seconds after which a request without a response has timed out: 64*T1 (RFC 3261 §17.1.2.2). */
const TIMEOUT = 32;

export default defineRule({
  meta: {
    id: 'register-overlapping',
    category: 'registration',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Wait for the final response before the next REGISTER',
    docs: {
      what:
        'A client sends no new REGISTER with Contacts while the one before with the same Call-ID has no final response, unless ' +
        'that has timed out, which takes 32 seconds. Retransmissions are no new ones.',
      why:
        'Two of them may overtake each other. Then the registrar refuses the older one, or the client takes the wrong ' +
        'response for the state of its binding.',
      falsePositives:
        'It is reported if the response to the first stands behind the second, or if the file is declared complete and has ' +
        'time stamps. Messages in another order than on the wire mislead it.',
      bad: [
        file(
          register(),
          again('REGISTER', { startLine: '<|REGISTER|> sip:example.com SIP/2.0' }),
          ok('REGISTER'),
          answerAgain(200, 'REGISTER'),
        ),
      ],
      good: [
        file(register(), register(), ok('REGISTER'), again('REGISTER')),
        file(
          line('# siplint-set time=1'),
          register(),
          line('# siplint-set time=34'),
          again('REGISTER'),
          ok('REGISTER'),
        ),
        file(register(), again('REGISTER'), answerAgain(200, 'REGISTER')),
        file(register(), again('REGISTER', { Contact: null }), ok('REGISTER')),
      ],
    },
    references: [{ rfc: 3261, section: '10.2' }],
    since: '0.1.0',
    messages: {
      overlapping:
        'This REGISTER was sent before the one with number {before} had its final response: the registrar may process them in the wrong order, wait for it',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    transaction({ request, previous, upstream, method }, context) {
      const before = previous?.request;
      if (!request || !before || upstream || method !== 'REGISTER' || !request.has('Contact')) return;
      if (request.cseqNumber <= before.cseqNumber || request.to?.uri !== before.to?.uri) return;
      if (!isPending(previous, request) || isOtherFlow(request, before)) return;
      if (answers(request, previous.final) || hasRaised(request, before, previous.final)) return;
      if (!context.once(`${request.callId} ${request.cseqNumber}`)) return;
      const { final } = previous;
      context.report({
        messageId: 'overlapping',
        in: request,
        data: { before: before.cseqNumber },
        related: [
          { message: 'The REGISTER before it', of: before },
          ...(final ? [{ message: 'Its final response', of: final }] : []),
        ],
      });
    },
  }),
});

/** True if a transaction is proved to have waited for its final response when the next request was sent. */
function isPending({ final, misfits, request: before, flow }: Transaction, request: FlowMessage): boolean {
  const { time, index } = request;
  const elapsed = time === undefined || before?.time === undefined ? undefined : time - before.time;
  if (elapsed !== undefined && elapsed >= TIMEOUT) return false;
  if (final) return final.index > index;
  // Who sends other credentials was asked for them, and a response that fits badly was one all the same.
  if (misfits.length > 0 || request.credentials !== before?.credentials) return false;
  return flow.isComplete && elapsed !== undefined;
}

/** True if credentials have the nonce of a challenge: the client had got it, though the file shows only a later copy of it. */
function answers({ credentials }: FlowMessage, challenge: FlowMessage | undefined): boolean {
  const nonce = /nonce\s*=\s*("[^"]*")/i.exec(credentials)?.[1];
  return nonce !== undefined && challenge?.text.includes(nonce) === true;
}

/** True if a request asks for the time that a 423 demands and the one before did not: so the client had got it as well. */
function hasRaised({ message }: FlowMessage, before: FlowMessage, refusal: FlowMessage | undefined): boolean {
  const least = refusal?.statusCode === 423 ? refusal.message.field('Min-Expires')?.value?.value : undefined;
  if (least === undefined) return false;
  const isShort = ({ interval }: Binding): boolean => interval?.seconds !== undefined && interval.seconds < least;
  return bindingsIn(before.message).some(isShort) && !bindingsIn(message).some(isShort);
}

/** True if both are for flows of their own (RFC 5626 §4.2), which do not wait for each other. */
function isOtherFlow(a: FlowMessage, b: FlowMessage): boolean {
  const [ofA, ofB] = [a, b].map(({ message }) => bindingsIn(message).map(regIdOf).join());
  return ofA !== ofB;
}
