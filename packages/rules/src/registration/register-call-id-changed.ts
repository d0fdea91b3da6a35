import { defineRule, type FlowMessage } from '@siplint/core';
import { again } from '../examples/again.js';
import { file, ok, register } from '../examples/messages.js';
import { bindingsIn, isLasting, regIdOf } from '../shared/message/bindings.js';
import { callIdPlaceOf } from '../shared/transaction/places-in-flow.js';

const OTHER_CALL = { 'Call-ID': '<|90a7f1c55d20@pc33.example.com|>', From: '<sip:alice@example.com>;tag=77c1ab30d4' };
const OTHER = { 'Call-ID': '90a7f1c55d20@pc33.example.com', From: '<sip:alice@example.com>;tag=77c1ab30d4' };

export default defineRule({
  meta: {
    id: 'register-call-id-changed',
    category: 'registration',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Keep one Call-ID for all registrations with a registrar',
    docs: {
      what:
        'A client that registers the same Contact for the same user again does so with the Call-ID of its first REGISTER, as ' +
        'long as it runs. Reported once a Contact.',
      why:
        'The registrar tells by Call-ID and CSeq which of two REGISTERs is the newer one. With another Call-ID it cannot: a ' +
        'late one may undo a newer, and a binding outlives its removal.',
      falsePositives:
        'Behind a restart the Call-ID may be another one. A client that has removed its binding, and further flows of RFC ' +
        '5626 with their own reg-id, are let pass.',
      bad: [file(register(), ok('REGISTER'), again('REGISTER', OTHER_CALL))],
      good: [
        file(register(), ok('REGISTER'), again('REGISTER')),
        file(register({ Expires: '0' }), again('REGISTER', OTHER)),
        file(register(), again('REGISTER', { ...OTHER, startLine: 'REGISTER sip:example.org SIP/2.0' })),
        file(
          register({ Contact: '<sip:alice@pc33.example.com>;reg-id=1' }),
          again('REGISTER', { ...OTHER, Contact: '<sip:alice@pc33.example.com>;reg-id=2' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.4' },
      { rfc: 3261, section: '10.2' },
      { rfc: 3261, section: '10.2.4' },
    ],
    since: '0.1.0',
    messages: {
      changed:
        'This client registered "{contact}" with Call-ID "{before}" before: with another one the registrar cannot tell late requests from new ones, keep the first',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    transaction({ request, upstream }, context) {
      const before = request?.rebinds;
      if (!request || !before || upstream || !isSameLink(request, before)) return;
      // Behind a challenge it is retry-identifiers-changed.
      if (request.retries && request.credentials !== '') return;
      const contact = sharedContact(request, before);
      if (contact === undefined || !context.once(`${request.from?.uri} ${contact}`)) return;
      context.report({
        messageId: 'changed',
        in: request,
        at: callIdPlaceOf(request),
        data: { contact, before: before.callId },
        related: [{ message: 'The REGISTER before', of: before, at: callIdPlaceOf(before) }],
      });
    },
  }),
});

/** True if the same element sent both to the same registrar; another leg of a call has other Vias. */
function isSameLink(a: FlowMessage, b: FlowMessage): boolean {
  return a.sentBy === b.sentBy && a.viaCount === b.viaCount && a.requestUri === b.requestUri;
}

/** The first Contact that both bind for the same flow, and that the one before has not removed. */
function sharedContact(request: FlowMessage, before: FlowMessage): string | undefined {
  const known = new Map(bindingsIn(before.message).map((binding) => [binding.uri.text, binding]));
  for (const binding of bindingsIn(request.message)) {
    const { text } = binding.uri;
    const earlier = known.get(text);
    if (earlier && isLasting(earlier) && regIdOf(earlier) === regIdOf(binding)) return text;
  }
  return undefined;
}
