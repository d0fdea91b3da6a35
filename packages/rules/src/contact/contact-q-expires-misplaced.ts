import { defineRule, removeParam, type SipMessage } from '@siplint/core';
import { invite, ok, options, register, request, response } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'contact-q-expires-misplaced',
    category: 'contact',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Use q and expires in Contact only where they mean something',
    docs: {
      what:
        'The parameters q and expires of Contact have a meaning in REGISTER and its responses, in 3xx responses, in 485, ' +
        'and in success responses to OPTIONS. They are reported in other messages of the methods INVITE, ACK, BYE, CANCEL ' +
        'and OPTIONS; messages of extension methods pass.',
      why:
        'In a call the Contact is the one address for the requests that follow. Nobody looks at its rank or expiration ' +
        'there, so the parameters are dead weight that puts whoever reads the trace on a wrong track.',
      fixSafety: 'Unsafe: an extension may have given the parameter a meaning.',
      bad: [
        invite({ Contact: '<sip:alice@192.0.2.4>;<|expires=3600|>' }),
        ok('INVITE', { Contact: '<sip:bob@192.0.2.4>;<|q=0.5|>' }),
      ],
      good: [
        response(302, 'INVITE', { Contact: '<sip:bob@192.0.2.4>;expires=3600;q=0.5' }),
        ok('OPTIONS', { Contact: '<sip:bob@192.0.2.4>;q=0.5, <mailto:bob@example.net>;q=0.1' }),
        register({ Contact: '<sip:alice@192.0.2.4>;expires=3600' }),
        request('SUBSCRIBE', { Contact: '<sip:alice@192.0.2.4>;expires=3600' }),
        options({ Contact: '<sip:alice@192.0.2.4;expires=3600>' }),
      ],
    },
    references: [{ rfc: 3261, section: '20.10' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      misplaced: 'The parameter {param} of Contact means nothing outside of registrations and redirections: remove it',
    },
  },
  appliesTo: { methods: ['ACK', 'BYE', 'CANCEL', 'INVITE', 'OPTIONS'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        if (listsAlternatives(message)) return;
        for (const { value: contact } of field.values) {
          if (!contact) continue;
          for (const param of contact.params) {
            if (
              (param.key !== 'q' && param.key !== 'expires') ||
              !isFirstInCall(context, placeOf(param.key, message))
            ) {
              continue;
            }
            context.report({
              messageId: 'misplaced',
              at: param,
              data: { param: param.key },
              fix: { title: `Remove ${param.key}`, edits: [removeParam(message, param)] },
            });
          }
        }
      },
    },
  }),
});

/** True for responses whose Contacts are a choice for the client: 3xx, 485, and 2xx to OPTIONS (RFC 3261 §11.2). */
function listsAlternatives({ kind, method, statusCode }: SipMessage): boolean {
  if (kind === 'request') return false;
  if ((statusCode >= 300 && statusCode < 400) || statusCode === 485) return true;
  return method === 'OPTIONS' && statusCode >= 200 && statusCode < 300;
}

/** One side of a call repeats its Contact in its messages. */
function placeOf(param: string, { kind }: SipMessage): string {
  return `${kind} ${param}`;
}
