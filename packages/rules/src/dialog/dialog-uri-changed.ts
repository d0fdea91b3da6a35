import {
  compareHops,
  type Dialog,
  type DialogSide,
  defineRule,
  type FlowMessage,
  otherSide,
  replaceRange,
  type Uri,
} from '@siplint/core';
import { byAlice, byBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, ok } from '../examples/messages.js';
import { isSameAddress } from '../shared/address/same-address.js';
import { oncePer } from '../shared/once/once-per.js';

const CALL = [invite(), ok('INVITE'), ack()];

export default defineRule({
  meta: {
    id: 'dialog-uri-changed',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Keep the URIs of From and To throughout a dialog',
    docs: {
      what:
        'Requests in a dialog have the URIs in From and To that the INVITE had, exchanged if the callee sends. Display names ' +
        'may differ. Only a peer that lists the option from-change takes another URI (RFC 4916).',
      why:
        'Peers of RFC 2543 know a dialog by these URIs and answer 481. Others go by the tags, but billing records and ' +
        'monitors tear the call into two.',
      falsePositives:
        'A session border controller may use other URIs on each side. Compared are the URIs of all hops that the file shows, ' +
        'and nothing is reported for a request on a hop whose INVITE is missing.',
      fixSafety: 'Unsafe: the sender may have changed the URI on purpose.',
      bad: [file(...CALL, bye({ To: '<<|sip:bob@192.0.2.4|>>;tag=8321234356' }))],
      good: [
        file(...CALL, bye({ To: '"Bob" <sip:bob@EXAMPLE.net>;tag=8321234356' })),
        file(...CALL, byBob('BYE', 870)),
        file(
          invite({ Supported: 'from-change' }),
          ok('INVITE'),
          ack(),
          byAlice('UPDATE', 314160, { From: '<sip:carol@example.com>;tag=9fxced76sl' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 4916, section: '4' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      changed:
        '{field} of the {method} has {found}, the dialog began with {expected}: peers that know a dialog by its URIs answer 481, keep the URI',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    dialog(dialog, context) {
      const { creation } = dialog;
      if (!creation) return;
      const reported = new Set<DialogSide>();
      let allowsChange: boolean | undefined;
      for (const { request, sender } of dialog.requests) {
        if (isAsBegun(request, sender, creation.request)) continue;
        for (const field of ['From', 'To'] as const) {
          const party = field === 'From' ? sender : otherSide(sender);
          const changed = reported.has(party) ? undefined : changeOf(dialog, request, field, party);
          if (!changed || isExchanged(request, dialog, sender)) continue;
          allowsChange ??= dialog.messages.some(listsFromChange);
          if (allowsChange) return;
          // Who changed its URI keeps the new one, and the peer may take it over.
          reported.add(party);
          const { found, expected } = changed;
          context.report({
            messageId: 'changed',
            in: request,
            at: found,
            data: { field, method: request.method, found: found.text, expected: expected.text },
            related: [{ message: 'The INVITE that began the dialog', of: creation.request, at: expected }],
            fix: { title: `Write ${expected.text}`, edits: [replaceRange(found, expected.text)] },
          });
        }
      }
    },
  }),
});

/** What nearly all requests show: the very texts of the INVITE. */
function isAsBegun(request: FlowMessage, sender: DialogSide, begun: FlowMessage): boolean {
  const [caller, callee] = sender === 'caller' ? [request.from, request.to] : [request.to, request.from];
  return caller?.uri === begun.from?.uri && callee?.uri === begun.to?.uri;
}

interface Change {
  readonly found: Uri;
  readonly expected: Uri;
}

function changeOf(dialog: Dialog, request: FlowMessage, field: 'From' | 'To', party: DialogSide): Change | undefined {
  const found = request.message.field(field)?.value?.uri;
  const begun = urisOf(dialog)[party];
  const [expected] = begun;
  if (!found || !expected || begun.some((uri) => isSameAddress(found, uri))) return undefined;
  return isOnHopOf(request, dialog) ? { found, expected } : undefined;
}

/** URIs of one party, on whatever hop, that a request is compared with: only hostile files have more. */
const MOST_URIS = 8;

/** The URIs with which a dialog began, on all hops; first those of the request that the file shows first. */
const urisOf: (dialog: Dialog) => Readonly<Record<DialogSide, readonly Uri[]>> = oncePer(
  ({ creation, creatingResponses }) => {
    const begun = [...(creation?.transactions.flatMap((hop) => hop.request ?? []) ?? []), ...creatingResponses];
    return {
      caller: distinctUris(begun, 'From', ({ from }) => from?.uri),
      callee: distinctUris(begun, 'To', ({ to }) => to?.uri),
    };
  },
);

function distinctUris(
  messages: readonly FlowMessage[],
  field: 'From' | 'To',
  textOf: (message: FlowMessage) => string | undefined,
): Uri[] {
  const found = new Map<string, Uri>();
  for (const one of messages) {
    const text = textOf(one);
    if (text === undefined || found.has(text) || found.size === MOST_URIS) continue;
    const uri = one.message.field(field)?.value?.uri;
    if (uri) found.set(text, uri);
  }
  return [...found.values()];
}

/** Where the hops of a call have different URIs, a request is compared with those of its hop. */
function isOnHopOf(request: FlowMessage, { creation }: Dialog): boolean {
  const hops = creation?.transactions.flatMap((hop) => hop.request ?? []) ?? [];
  const isOfCaller = hops.some(({ fromTag }) => fromTag === request.fromTag);
  return hops.some((hop) => {
    const comparison = compareHops(request, hop);
    return comparison === 'same' || (!isOfCaller && comparison === 'unknown');
  });
}

/** From and To are those of the other side: dialog-tags-swapped. */
function isExchanged(request: FlowMessage, { creation }: Dialog, sender: DialogSide): boolean {
  return creation !== undefined && isAsBegun(request, otherSide(sender), creation.request);
}

/** RFC 4916: a party that lists from-change takes a new URI of the other. */
function listsFromChange(message: FlowMessage): boolean {
  if (!message.has('Supported') && !message.has('Require')) return false;
  return /\bfrom-change\b/i.test(message.text);
}
