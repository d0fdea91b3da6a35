import { defineRule } from '@siplint/core';
import { invite, response } from '../examples/messages.js';
import { setsRemoteTarget } from '../shared/message/place-in-dialog.js';

export default defineRule({
  meta: {
    id: 'contact-not-sip-uri-in-dialog',
    category: 'contact',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Make the Contact of a dialog a SIP or SIPS URI',
    docs: {
      what:
        'The Contact of an INVITE, of a 2xx response to it and of a 101-199 with a To tag is a sip or sips URI. ' +
        'Redirections, 485 and other failures may name URIs of any scheme.',
      why:
        'The Contact becomes the Request-URI of every request that the other side sends in the dialog. It cannot ' +
        'send a SIP request to a telephone number or a mail address, so it cannot end the call.',
      bad: [
        invite({ Contact: '<<|tel:+358-555-1234567|>>' }),
        response(200, 'INVITE', { Contact: '<<|mailto:bob@example.net|>>' }),
      ],
      good: [
        invite({ Contact: '<sip:+358-555-1234567@gw.example.com;user=phone>' }),
        invite({ Contact: '<SIPS:alice@pc33.example.com>' }),
        response(302, 'INVITE', { Contact: '<tel:+358-555-1234567>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.8' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
    ],
    winsOver: ['uri-scheme-unregistered'],
    since: '0.1.0',
    messages: {
      notSip: 'Contact is a {scheme} URI: the other side cannot send its requests of this dialog, such as BYE, to it',
    },
  },
  appliesTo: { methods: ['INVITE'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        for (const { value: contact } of field.values) {
          const uri = contact?.kind === 'name-addr' ? contact.uri : undefined;
          if (!uri || uri.kind === 'sip' || !setsRemoteTarget(context.message)) continue;
          context.report({ messageId: 'notSip', at: uri, data: { scheme: uri.scheme } });
        }
      },
    },
  }),
});
