import { type Dialog, type DialogRequest, type DialogSide, defineRule, type FlowMessage } from '@siplint/core';
import { byAlice, byBob } from '../examples/in-dialog.js';
import { type Changes, file, invite, line, ok } from '../examples/messages.js';
import { isPlainSip, isSips, plainContactOf, schemeRange } from '../shared/address/sips.js';

const TLS = line('# siplint-set transport=tls');
const ALICE_VIA = 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds';
const CALLER = '<sips:alice@example.com>;tag=9fxced76sl';
const CALLEE = '<sips:bob@example.net>';
const SECURE: Changes = {
  startLine: 'INVITE sips:bob@example.net SIP/2.0',
  Via: `${ALICE_VIA}-invite`,
  To: CALLEE,
  From: CALLER,
  Contact: '<sips:alice@pc33.example.com>',
};
const ANSWER: Changes = {
  Via: `${ALICE_VIA}-invite;received=192.0.2.1`,
  To: `${CALLEE};tag=8321234356`,
  From: CALLER,
  Contact: '<sips:bob@client.example.net>',
};
const REFRESH: Changes = {
  startLine: 'INVITE sips:bob@client.example.net SIP/2.0',
  Via: `${ALICE_VIA}-2`,
  To: `${CALLEE};tag=8321234356`,
  From: CALLER,
};
const REFRESH_BY_BOB: Changes = {
  startLine: 'UPDATE sips:alice@pc33.example.com SIP/2.0',
  Via: 'SIP/2.0/TLS client.example.net;branch=z9hG4bK776asdhds-2',
  To: CALLER,
  From: `${CALLEE};tag=8321234356`,
};

export default defineRule({
  meta: {
    id: 'dialog-contact-lost-sips',
    category: 'contact',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Keep a SIPS Contact throughout a secure dialog',
    docs: {
      what:
        'In a dialog whose INVITE had a sips Request-URI and went over TLS, the Contact of each re-INVITE and UPDATE is a sips URI, ' +
        'whichever side sends it. It is reported once for each side.',
      why:
        'The peer sends its next requests to the new Contact. With a sip URI the call leaves the secured path in its middle, ' +
        'without anybody being told.',
      falsePositives:
        'The INVITE has to be secure on all hops of it in the file. A side whose first Contact was no sips URI is reported there ' +
        'only.',
      bad: [
        file(
          TLS,
          invite(SECURE),
          ok('INVITE', ANSWER),
          byAlice('INVITE', 314160, { ...REFRESH, Contact: '<<|sip|>:alice@pc33.example.com>' }),
        ),
        file(
          TLS,
          invite(SECURE),
          ok('INVITE', ANSWER),
          byBob('UPDATE', 1, { ...REFRESH_BY_BOB, Contact: '<<|sip|>:bob@client.example.net>' }),
        ),
      ],
      good: [
        file(
          TLS,
          invite(SECURE),
          ok('INVITE', ANSWER),
          byAlice('INVITE', 314160, { ...REFRESH, Contact: '<sips:alice@192.0.2.9>' }),
        ),
        file(
          TLS,
          invite({
            ...SECURE,
            startLine: 'INVITE sip:bob@example.net SIP/2.0',
            Contact: '<sip:alice@pc33.example.com>',
          }),
          ok('INVITE', ANSWER),
          byAlice('INVITE', 314160, { ...REFRESH, Contact: '<sip:alice@pc33.example.com>' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 5630, section: '5.1' },
    ],
    since: '0.1.0',
    messages: {
      lost: 'Contact of the {method} is a sip URI in a dialog that began with sips over TLS: later requests leave the secured path, write sips',
    },
  },
  create: () => ({
    dialog(dialog, context) {
      const { creation } = dialog;
      if (!creation || !isSecure(creation)) return;
      const judged = new Set<DialogSide>();
      for (const { request, sender } of dialog.requests) {
        if (!isRefresh(request.method) || judged.has(sender) || !request.contacts?.some(isPlainSip)) continue;
        judged.add(sender);
        const uri = firstContactsOf(dialog, sender).some(hasPlainContact) ? undefined : plainContactOf(request);
        if (!uri) continue;
        context.report({
          messageId: 'lost',
          in: request,
          at: schemeRange(uri),
          data: { method: request.method },
          related: [{ message: 'The secure INVITE', of: creation.request }],
        });
      }
    },
  }),
});

/** True if the INVITE set the secure flag of the dialog at both ends (§12.1.1, §12.1.2), as far as the file shows it. */
function isSecure({ transactions }: DialogRequest): boolean {
  return transactions.every(({ request }) => {
    if (!request) return true;
    const { method, requestUri, transport } = request;
    return method === 'INVITE' && isSips(requestUri) && (transport === 'tls' || transport === 'wss');
  });
}

function isRefresh(method: string): boolean {
  return method === 'INVITE' || method === 'UPDATE';
}

/** The messages with which a side gave its first Contact. */
function firstContactsOf({ creation, creatingResponses }: Dialog, side: DialogSide): readonly FlowMessage[] {
  if (side === 'callee') return creatingResponses;
  return creation ? [creation.request] : [];
}

function hasPlainContact({ contacts }: FlowMessage): boolean {
  return contacts?.some(isPlainSip) === true;
}
