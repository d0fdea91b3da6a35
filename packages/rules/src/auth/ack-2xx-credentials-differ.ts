import {
  defineRule,
  type Flow,
  type FlowFixPlan,
  type FlowMessage,
  type HeaderField,
  insertRow,
  type Range,
} from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { ack, file, invite, ok } from '../examples/messages.js';
import { lineTerminatorOf } from '../shared/message/line-ends.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { lastRowOf, removeAllRows } from '../shared/message/rows.js';
import { invitesOfAck } from '../shared/transaction/acknowledged-invites.js';

const FIELDS = ['Authorization', 'Proxy-Authorization'] as const;
const sent = { 'Proxy-Authorization': credentials() };
const other = credentials({ nc: '00000002', response: '"d41d8cd98f00b204e9800998ecf8427e"' });

export default defineRule({
  meta: {
    id: 'ack-2xx-credentials-differ',
    category: 'auth',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Repeat the credentials of the INVITE in the ACK to its 2xx',
    docs: {
      what:
        'The ACK to a 2xx has the Authorization and Proxy-Authorization values of its INVITE, unchanged. Compared where both ' +
        'have one Via, since a proxy takes out the credentials that were meant for it.',
      why:
        'No server may challenge an ACK, so a proxy can only let it through by the credentials that it has accepted before. ' +
        'One that insists drops the ACK, and the call ends after 32 seconds.',
      falsePositives: 'Hardly any client does it, and the call flows of RFC 3665 do not, so few servers insist.',
      fixSafety: 'Unsafe: a later hop may have relied on what the ACK says instead.',
      bad: [
        file(invite(sent), ok('INVITE'), ack({ startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' })),
        file(invite(sent), ok('INVITE'), ack({ 'Proxy-Authorization': `<|${other}|>` })),
      ],
      good: [
        file(invite(sent), ok('INVITE'), ack(sent)),
        file(invite(sent), ok('INVITE'), ack({ 'Proxy-Authorization': credentials().replaceAll(', ', ',\r\n ') })),
        file(invite(), ok('INVITE'), ack()),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '22.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        'The INVITE has credentials in {name} that its ACK lacks: a proxy that insists on them drops the ACK, repeat them',
      differ: 'The credentials are not those of the INVITE: a proxy that insists on them drops the ACK, repeat them',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction({ request: acknowledgement, flow, method }, context) {
      if (method !== 'ACK' || !acknowledgement || acknowledgement.viaCount > 1) return;
      const accepted = acceptedInvite(acknowledgement, flow);
      if (!accepted || accepted.credentials === acknowledgement.credentials) return;
      const odd = firstDifference(acknowledgement, accepted);
      if (!odd) return;
      const { name, at, original } = odd;
      const place = {
        in: acknowledgement,
        at,
        related: [{ message: 'The credentials of the INVITE', of: accepted, at: original }],
        fix: copyCredentials(acknowledgement, accepted),
      };
      if (at) context.report({ messageId: 'differ', ...place });
      else context.report({ messageId: 'missing', ...place, data: { name } });
    },
  }),
});

/** The INVITE that an ACK is about, on the hop where its sender sent it, if a 2xx accepted it there. */
function acceptedInvite(ack: FlowMessage, flow: Flow): FlowMessage | undefined {
  const transaction = invitesOfAck(ack, flow).findLast(({ request, responses }) => {
    if (!request || request.index > ack.index || request.viaCount > 1 || request.sentBy !== ack.sentBy) return false;
    return responses.some(({ isSuccess, toTag }) => isSuccess && toTag === ack.toTag);
  });
  return transaction?.request;
}

interface Difference {
  readonly name: string;
  /** Where other credentials stand in their place; undefined if there are none. */
  readonly at: Range | undefined;
  readonly original: Range;
}

function firstDifference({ message: ack }: FlowMessage, { message: invite }: FlowMessage): Difference | undefined {
  for (const name of FIELDS) {
    const repeated = new Set(ack.fieldsNamed(name).map(textOf));
    const lost = invite.fieldsNamed(name).find((field) => !repeated.has(textOf(field)));
    if (!lost || holdsPlaceholder(invite, lost)) continue;
    const originals = new Set(invite.fieldsNamed(name).map(textOf));
    const other = ack.fieldsNamed(name).find((field) => !originals.has(textOf(field)));
    return { name, at: other?.valueRange, original: lost.valueRange };
  }
  return undefined;
}

/** Folds and white space around commas mean nothing; inside of a quoted value they hardly differ. */
function textOf({ rawValue }: HeaderField): string {
  return rawValue.replace(/\s+/g, '');
}

/** In place of what the ACK has in the same fields. */
function copyCredentials({ message: ack }: FlowMessage, { message: invite }: FlowMessage): FlowFixPlan {
  const fields = FIELDS.flatMap((name) => invite.fieldsNamed(name));
  const names = new Set(fields.map(({ canonicalName }) => canonicalName));
  const rows = fields.map((field) => `${field.canonicalName}: ${invite.sourceText(field.valueRange)}`);
  const behind = lastRowOf(ack, 'Max-Forwards') ?? lastRowOf(ack, 'Via');
  const edits = [
    ...[...names].flatMap((name) => removeAllRows(ack, name)),
    insertRow(ack, rows.join(lineTerminatorOf(ack)), behind),
  ];
  return { title: 'Copy the credentials of the INVITE', edits };
}
