import { defineRule, insertAt, type NameAddr, paramOf, type SipMessage, type Uri } from '@siplint/core';
import { file, ok, register, response } from '../examples/messages.js';

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
    headers: {
      Contact(field, context) {
        const { message } = context;
        for (const { value: contact } of field.values) {
          if (contact?.kind !== 'name-addr' || !contact.uri || paramOf(contact, 'expires')) continue;
          const { uri } = contact;
          const data = { uri: uri.text };
          if (!message.has('Expires')) {
            const isForeign = isOfAnother(uri, context.file.requestOf(message));
            context.report({ messageId: 'missing', at: uri, data, ceiling: isForeign ? 'warning' : undefined });
          } else {
            const fix = copyExpires(contact, message);
            context.report({ messageId: 'onlyHeader', at: uri, data, ceiling: 'warning', fix });
          }
        }
      },
    },
  }),
});

function copyExpires(contact: NameAddr, message: SipMessage) {
  const seconds = message.field('Expires')?.value;
  if (seconds?.value === undefined) return undefined;
  return { title: 'Copy the value of Expires', edits: [insertAt(contact.end, `;expires=${seconds.text}`)] };
}

/** True if the request is known and does not have this URI among its Contacts. */
function isOfAnother(uri: Uri, request: SipMessage | undefined): boolean {
  if (!request) return false;
  const key = bindingKey(uri);
  for (const contact of request.valuesOf('Contact')) {
    if (contact.kind === 'name-addr' && contact.uri && bindingKey(contact.uri) === key) return false;
  }
  return true;
}

/** What two URIs of one binding share; registrars add and drop parameters. */
function bindingKey(uri: Uri): string {
  if (uri.kind !== 'sip') return uri.text;
  return `${uri.scheme}:${uri.user?.text ?? ''}@${uri.host?.text.toLowerCase()}:${uri.port?.value ?? ''}`;
}
