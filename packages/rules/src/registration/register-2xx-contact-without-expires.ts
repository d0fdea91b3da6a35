import { defineRule, type FixPlan, insertAt, type NameAddr, paramOf, type SipMessage } from '@siplint/core';
import { file, ok, register, response } from '../examples/messages.js';
import { bindingKey, bindingsIn } from '../shared/message/bindings.js';

export default defineRule({
  meta: {
    id: 'register-2xx-contact-without-expires',
    category: 'registration',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Tell the expiration of every binding in a 2xx to REGISTER',
    docs: {
      what:
        'Each Contact of a success response to a REGISTER has an expires parameter. It is a warning if the response has an ' +
        'Expires header field instead, or if the binding is none of those that the request in the file asked for.',
      why:
        'The parameter says how long the registrar keeps the binding, which may be shorter than the client asked for. A ' +
        'client that does not learn it refreshes too late, and in between it cannot be called.',
      falsePositives: 'Bindings of other protocols, which some registrars list as well, may have no expiration.',
      fixSafety: 'Unsafe: the header field may not have been meant for each of the bindings.',
      bad: [
        ok('REGISTER', { Contact: '<<|sip:alice@192.0.2.4|>>' }),
        ok('REGISTER', { Contact: '<<|sip:alice@192.0.2.4|>>', Expires: '3600' }),
        ok('REGISTER', {
          Contact: ['<sip:alice@192.0.2.4>;expires=3600', '<<|sip:alice@192.0.2.5;expires=60|>>;q=0.5'],
        }),
      ],
      good: [
        ok('REGISTER', { Contact: '<sip:alice@192.0.2.4>;expires=3600' }),
        ok('REGISTER', { Contact: null }),
        file(register(), ok('REGISTER', { Contact: '<sip:alice@pc33.example.com>;q=1;EXPIRES=7200' })),
        response(302, 'REGISTER', { Contact: '<sip:registrar2.example.com>' }),
      ],
    },
    references: [{ rfc: 3261, section: '10.3' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: 'The binding "{uri}" has no expires parameter: the client does not learn when to refresh it',
      onlyHeader:
        'The binding "{uri}" has no expires parameter: clients fall back to the Expires header field, if at all',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: ['200-299'] },
  create: () => ({
    message(message, context) {
      const hasExpires = message.has('Expires');
      let asked: ReadonlySet<string> | undefined;
      for (const contact of message.valuesOf('Contact')) {
        if (contact.kind !== 'name-addr' || !contact.uri || paramOf(contact, 'expires')) continue;
        const { uri } = contact;
        const report = { at: uri, data: { uri: uri.text } };
        if (hasExpires) {
          const fix = copyExpires(contact, message);
          context.report({ messageId: 'onlyHeader', ...report, ceiling: 'warning', fix });
        } else {
          const request = context.file.requestOf(message);
          asked ??= request && bindingsOf(request);
          const isForeign = asked !== undefined && !asked.has(bindingKey(uri));
          context.report({ messageId: 'missing', ...report, ceiling: isForeign ? 'warning' : undefined });
        }
      }
    },
  }),
});

function copyExpires(contact: NameAddr, message: SipMessage): FixPlan | undefined {
  const seconds = message.field('Expires')?.value;
  if (seconds?.value === undefined) return undefined;
  return { title: 'Copy the value of Expires', edits: [insertAt(contact.end, `;expires=${seconds.text}`)] };
}

/** The bindings that a request asks for. */
function bindingsOf(request: SipMessage): ReadonlySet<string> {
  return new Set(bindingsIn(request).map(({ key }) => key));
}
