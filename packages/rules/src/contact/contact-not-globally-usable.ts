import { defineRule, type LintFile, paramOf, type SipMessage, urisOf } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { isUnreachableHost, isUnreachableUri } from '../shared/address/unreachable-host.js';
import { setsRemoteTarget } from '../shared/message/place-in-dialog.js';

export default defineRule({
  meta: {
    id: 'contact-not-globally-usable',
    category: 'contact',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Put an address into Contact that the other side can reach',
    docs: {
      what:
        'The host of the Contact of an INVITE, and of a response that sets up a dialog, is not localhost, ' +
        '127.0.0.0/8, ::1, 0.0.0.0 or ::. Private addresses and names that end in .invalid pass: a proxy or the ' +
        'connection may lead to them.',
      why:
        'The other side sends its requests of the dialog to this address. With a loopback address it talks to ' +
        'itself: the ACK or BYE never arrives, and the call hangs.',
      falsePositives:
        'Test set-ups on one host are recognised by a loopback address elsewhere in the message, or in the Contact ' +
        'of the request, and not reported.',
      bad: [
        invite({ Contact: '<sip:alice@<|127.0.0.1|>>' }),
        response(200, 'INVITE', { Contact: '<sip:bob@<|[::1]|>:5060>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@10.0.0.7>' }),
        invite({ Contact: '<sip:alice@df7jal23ls0d.invalid;transport=ws>' }),
        invite({ Via: 'SIP/2.0/UDP 127.0.0.1:5061;branch=z9hG4bK776asdhds', Contact: '<sip:alice@127.0.0.1:5061>' }),
        file(
          invite({ Via: 'SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK77', Contact: '<sip:alice@127.0.0.1>' }),
          response(200, 'INVITE', {
            Via: 'SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK77',
            Contact: '<sip:bob@127.0.0.1:5062>',
          }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.8' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '19.1.1' },
    ],
    since: '0.1.0',
    messages: { unreachable: 'Contact names {host}, which the other side cannot reach: its ACK or BYE never arrives' },
  },
  appliesTo: { methods: ['INVITE'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        // The first Contact is the remote target; that there are more is another defect.
        if (message.field('Contact') !== field) return;
        for (const { value: contact } of field.values) {
          const uri = contact?.kind === 'name-addr' ? contact.uri : undefined;
          if (uri?.kind !== 'sip' || !uri.host || !isUnreachableHost(uri.host.text)) continue;
          if (!setsRemoteTarget(message) || isOnOneHost(message, context.file)) return;
          context.report({ messageId: 'unreachable', at: uri.host, data: { host: uri.host.text } });
          return;
        }
      },
    },
  }),
});

/** True if sender and receiver seem to be on the same host: a test set-up. */
function isOnOneHost(message: SipMessage, file: LintFile): boolean {
  for (const via of message.valuesOf('Via')) {
    const received = paramOf(via, 'received')?.value;
    if (isUnreachableHost(via.sentBy.host.text) || (received && isUnreachableHost(received))) return true;
  }
  for (const { uri, field } of urisOf(message)) {
    if (field?.canonicalName !== 'Contact' && isUnreachableUri(uri)) return true;
  }
  const request = message.kind === 'response' ? file.requestOf(message) : undefined;
  if (!request) return false;
  for (const contact of request.valuesOf('Contact')) {
    if (contact.kind === 'name-addr' && isUnreachableUri(contact.uri)) return true;
  }
  return false;
}
