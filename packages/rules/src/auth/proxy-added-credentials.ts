import { type AuthValue, defineRule, type FlowMessage, type SipMessage } from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { forwarded } from '../examples/forwarded.js';
import { file, invite } from '../examples/messages.js';
import { credentialsIn, type Digest, digestText } from '../shared/auth/digests.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { requestBefore } from '../shared/transaction/hop-before.js';

const own = credentials({ realm: '"transit.example.net"' });

export default defineRule({
  meta: {
    id: 'proxy-added-credentials',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Do not add Proxy-Authorization as a proxy',
    docs: {
      what:
        'A request that a proxy forwards has no Proxy-Authorization value that the request did not have on the hop before. ' +
        'The client gives credentials; a proxy may only take out those that are meant for it.',
      why:
        'The credentials are those of the proxy, which the client cannot renew: when the nonce gets old the 407 reaches a ' +
        'client without the password. A proxy that tries again by itself would have to raise the CSeq number, and the ' +
        'client would drop the response.',
      falsePositives:
        'An element that authenticates itself on a trunk has to be a back-to-back user agent. One that keeps the Via values ' +
        'of the caller looks like a proxy.',
      bad: [file(invite(), forwarded('INVITE', { 'Proxy-Authorization': own.replace('Digest', '<|$&|>') }))],
      good: [
        file(invite({ 'Proxy-Authorization': credentials() }), forwarded('INVITE')),
        file(
          invite({ 'Proxy-Authorization': [credentials(), own] }),
          forwarded('INVITE', { 'Proxy-Authorization': own.replaceAll(', ', ',') }),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '22.3' }],
    since: '0.1.0',
    messages: {
      added:
        'These credentials for realm "{realm}" were not in the request on the hop before: a proxy must not add any, the client has to give them',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const { request } = transaction;
      if (!request?.has('Proxy-Authorization')) return;
      const before = requestBefore(transaction);
      if (!before || before.credentials === request.credentials) return;
      for (const { value, realm } of addedTo(request, before)) {
        context.report({
          messageId: 'added',
          in: request,
          at: value.scheme,
          data: { realm },
          related: [{ message: 'The request on the hop before', of: before }],
        });
      }
    },
  }),
});

/** Values for realms of which the request had no value before; none where one of its values cannot be read. */
function addedTo({ message }: FlowMessage, { message: before }: FlowMessage): Digest[] {
  const realms = new Set<string | undefined>();
  for (const name of ['Authorization', 'Proxy-Authorization'] as const) {
    for (let field = before.field(name); field; field = field.nextOfName) {
      for (const { value } of field.values) realms.add(value && realmOf(before, value));
    }
  }
  if (realms.has(undefined)) return [];
  return credentialsIn(message).filter(({ party, realm }) => party === 'proxy' && !realms.has(realm));
}

/** Undefined where it is absent, or a placeholder hides it. */
function realmOf(message: SipMessage, value: AuthValue): string | undefined {
  return holdsPlaceholder(message, value) ? undefined : digestText(value, 'realm');
}
