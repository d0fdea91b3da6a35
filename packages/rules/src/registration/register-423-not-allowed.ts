import { defineRule, type FlowMessage } from '@siplint/core';
import { file, register, response } from '../examples/messages.js';
import { type Binding, bindingsIn } from '../shared/message/bindings.js';

/** From one hour on an interval may not be refused (RFC 3261 §10.3 step 7). */
const HOUR = 3600;

const refused = response(423, 'REGISTER', {
  startLine: 'SIP/2.0 <|423|> Interval Too Brief',
  'Min-Expires': '86400',
});

export default defineRule({
  meta: {
    id: 'register-423-not-allowed',
    category: 'registration',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Answer 423 only if an interval below one hour and below the minimum was asked for',
    docs: {
      what:
        'A registrar answers a REGISTER with 423 only if one of its Contacts asks for more than zero, less than one hour and ' +
        'less than the Min-Expires of the response.',
      why:
        'A client that asks for an hour, or leaves the choice to the registrar, does nothing wrong and may have no longer ' +
        'interval to offer: it cannot register at all. A removal that is refused leaves the binding in place.',
      bad: [
        file(register(), refused),
        file(register({ Expires: null }), refused),
        file(register({ Expires: '0' }), refused),
        file(register({ Contact: null, Expires: null }), refused),
        file(
          register({ Expires: '600' }),
          response(423, 'REGISTER', { startLine: 'SIP/2.0 <|423|> Interval Too Brief', 'Min-Expires': '300' }),
        ),
      ],
      good: [
        file(register({ Expires: '30' }), response(423, 'REGISTER', { 'Min-Expires': '60' })),
        file(
          register({ Contact: '<sip:alice@pc33.example.com>;expires=30, <sip:alice@192.0.2.7>' }),
          response(423, 'REGISTER', { 'Min-Expires': '60' }),
        ),
        response(423, 'REGISTER', { 'Min-Expires': '60' }),
      ],
    },
    references: [
      { rfc: 3261, section: '10.3' },
      { rfc: 3261, section: '20.23' },
    ],
    since: '0.1.0',
    messages: {
      notBrief:
        'This 423 refuses an interval of {interval} s, but only less than one hour may be called too brief: grant less, or accept it',
      notBelow:
        'This 423 says that {interval} s are too brief, but its Min-Expires is {minimum}: the client has nothing to change',
      removal: 'This 423 refuses a removal, which asks for no interval: the binding stays though its owner is gone',
      notStated:
        'This 423 calls an interval too brief, but the request states none: the registrar has to take its own default',
      noContact:
        'This 423 calls an interval too brief, but the request has no Contact to bind: the client has nothing to change',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: [423] },
  create: () => ({
    transaction({ request, responses }, context) {
      const refusal = responses.find(({ statusCode }) => statusCode === 423);
      if (!refusal || refusal.forwards || !request?.contacts) return;
      const bindings = bindingsIn(request.message);
      const minimum = refusal.message.field('Min-Expires')?.value?.value;
      if (bindings.some((binding) => mayBeTooBrief(binding, minimum))) return;
      const stated = bindings.find(({ interval }) => interval !== undefined && interval.seconds !== 0)?.interval;
      const related = [{ message: 'The REGISTER', of: request, at: stated?.at }];
      if (!stated) {
        context.report({ messageId: reasonWithoutInterval(request, bindings), in: refusal, related });
      } else if (minimum !== undefined && (stated.seconds ?? 0) < HOUR) {
        context.report({ messageId: 'notBelow', in: refusal, related, data: { interval: stated.text, minimum } });
      } else context.report({ messageId: 'notBrief', in: refusal, related, data: { interval: stated.text } });
    },
  }),
});

/** True if a binding may be refused; what cannot be read speaks for the registrar. */
function mayBeTooBrief({ interval }: Binding, minimum: number | undefined): boolean {
  if (!interval) return false;
  const { seconds } = interval;
  if (seconds === undefined) return true;
  return seconds > 0 && seconds < HOUR && (minimum === undefined || seconds < minimum);
}

function reasonWithoutInterval({ contacts }: FlowMessage, bindings: readonly Binding[]) {
  if (bindings.length === 0) return contacts?.length ? 'removal' : 'noContact';
  return bindings.every(({ interval }) => interval) ? 'removal' : 'notStated';
}
