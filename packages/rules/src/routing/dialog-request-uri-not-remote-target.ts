import {
  type Dialog,
  type DialogRequest,
  type DialogSide,
  defineRule,
  type FlowFixPlan,
  type FlowMessage,
  paramOf,
  replaceRange,
  type Uri,
} from '@siplint/core';
import { byAlice, byBob, toAlice } from '../examples/in-dialog.js';
import { ack, bye, file, invite, ok } from '../examples/messages.js';
import { ipAddressOf } from '../shared/address/packet-address.js';
import { isPrivateHost } from '../shared/address/private-host.js';
import { isSameAddress } from '../shared/address/same-address.js';
import { reachedSender } from '../shared/dialog/received-by.js';
import { requestUriOf } from '../shared/dialog/request-uri.js';
import { hasSwappedTags } from '../shared/dialog/swapped-tags.js';
import { oncePer } from '../shared/once/once-per.js';
import { mayBeHopByHop } from '../shared/transaction/acknowledged-invites.js';

export default defineRule({
  meta: {
    id: 'dialog-request-uri-not-remote-target',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Send requests of a dialog to the latest Contact of the peer',
    docs: {
      what:
        'The Request-URI of a request in a dialog, such as the ACK to a 2xx or the BYE, is the Contact that the peer gave last: in ' +
        'the response or INVITE that created the dialog, or in a later re-INVITE, UPDATE, SUBSCRIBE, NOTIFY or REFER, or the 2xx to ' +
        'it. For a strict router it is the last Route instead. Compared are scheme, user, host and port; reported once for each side.',
      why:
        'Another URI, such as the one that was dialled, leads to wherever calls for it go now: to another phone, or to none. The ' +
        'ACK does not arrive, and the callee hangs up after 32 seconds; or the BYE does not, and the call goes on.',
      falsePositives:
        'Only requests with one Via are judged, against a Contact that reached their sender. One that goes to an address of ' +
        'another network in place of a private Contact is let pass, for that is how a NAT is got over, and so is one that ' +
        'follows a redirection.',
      fixSafety: 'Unsafe: it sends the request elsewhere.',
      bad: [
        file(invite(), ok('INVITE'), ack({ startLine: 'ACK <|sip:bob@example.net|> SIP/2.0' })),
        file(invite(), ok('INVITE'), ack(), byBob('BYE', 1, { startLine: 'BYE <|sip:alice@example.com|> SIP/2.0' })),
      ],
      good: [
        file(
          invite(),
          ok('INVITE', { Contact: '<sip:bob@client.example.net;transport=udp>' }),
          ack({ startLine: 'ACK sip:bob@CLIENT.example.net:5060 SIP/2.0' }),
        ),
        file(
          invite(),
          ok('INVITE'),
          ack(),
          byAlice('UPDATE', 314160),
          toAlice(200, 'UPDATE', 314160, { Contact: '<sip:bob@mobile.example.net>' }),
          bye({ startLine: 'BYE sip:bob@mobile.example.net SIP/2.0', CSeq: '314161 BYE' }),
        ),
        file(
          invite(),
          ok('INVITE', { Contact: '<sip:bob@10.0.0.4>' }),
          ack({ startLine: 'ACK sip:bob@198.51.100.4:1024 SIP/2.0' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '12.2.1.2' },
      { rfc: 3261, section: '12.2.2' },
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '16.12' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      other:
        '{method} goes to {found}, but the latest Contact of the peer is {expected}: it does not reach the peer of this dialog, send it to that Contact',
    },
  },
  create: () => ({
    dialog(dialog, context) {
      const judged = new Set<DialogSide>();
      for (const request of dialog.requests) {
        if (judged.has(request.sender) || isPlain(request)) continue;
        const wrong = wrongTargetOf(request, dialog);
        if (
          !wrong ||
          wasSwapped(wrong.of, dialog) ||
          hasSwappedTags(request, dialog) ||
          mayBeHopByHop(request.request, dialog.flow)
        )
          continue;
        judged.add(request.sender);
        const { found, expected, of } = wrong;
        context.report({
          messageId: 'other',
          in: request.request,
          at: found,
          data: { method: request.request.method, found: found.text, expected: expected.text },
          related: [{ message: 'The latest Contact of the peer', of, at: expected }],
          fix: sendTo(expected, found),
        });
      }
    },
  }),
});

/** True if the request that seems to set the target has the tags of the other side, so that it sets the wrong one. */
function wasSwapped(of: FlowMessage, dialog: Dialog): boolean {
  const refresh = dialog.requests.find(({ request }) => request === of);
  return refresh !== undefined && hasSwappedTags(refresh, dialog);
}

/** What most requests show: the very text of a Contact; or that they are not to be judged. */
function isPlain({ request, remoteTargets }: DialogRequest): boolean {
  const { requestUri, viaCount, routes } = request;
  if (remoteTargets.length === 0 || viaCount > 1 || requestUri === '' || !routes) return true;
  return remoteTargets.some(({ contacts }) => contacts?.length !== 1 || contacts[0] === requestUri);
}

interface WrongTarget {
  readonly found: Uri;
  readonly expected: Uri;
  /** The message with that Contact. */
  readonly of: FlowMessage;
}

function wrongTargetOf({ request, remoteTargets }: DialogRequest, dialog: Dialog): WrongTarget | undefined {
  const found = requestUriOf(request);
  // What carries the mark of a proxy was meant for a strict router: route-set-lost-strict-routing.
  if (!found || (found.kind === 'sip' && paramOf(found, 'lr'))) return undefined;
  const lastRoute = [...request.message.valuesOf('Route')].at(-1)?.uri;
  let wrong: WrongTarget | undefined;
  for (const of of remoteTargets) {
    const expected = contactOf(of);
    if (!expected || isSameAddress(found, expected) || (lastRoute && isSameAddress(lastRoute, expected))) {
      return undefined;
    }
    const isSure = reachedSender(of, request) && isAsSent(of) && !mayBeOutdated(of, request, dialog);
    if (isSure) wrong = { found, expected, of };
  }
  return wrong && (isAroundNat(wrong, dialog) || wasRedirected(request, found, dialog)) ? undefined : wrong;
}

/** True if a 3xx within the dialog named the URI of a request: it is followed as outside of dialogs (§12.2.1.2). */
function wasRedirected({ index }: FlowMessage, found: Uri, dialog: Dialog): boolean {
  return redirectionsIn(dialog).some(({ uri, since }) => since < index && isSameAddress(uri, found));
}

const redirectionsIn = oncePer(({ messages }: Dialog): readonly { readonly uri: Uri; readonly since: number }[] => {
  const redirections = messages.filter(({ statusCode }) => statusCode >= 300 && statusCode <= 399);
  return redirections.flatMap(({ message, index }) =>
    [...message.valuesOf('Contact')].flatMap((contact) =>
      contact.kind === 'name-addr' && contact.uri ? { uri: contact.uri, since: index } : [],
    ),
  );
});

/** True for a provisional response behind which the file may lack the 2xx: only PRACK and UPDATE come before that. */
function mayBeOutdated({ isProvisional }: FlowMessage, { method }: FlowMessage, { flow }: Dialog): boolean {
  return isProvisional && method !== 'PRACK' && method !== 'UPDATE' && !flow.isComplete;
}

/** False for a response that an element between the two sides rewrote: response-to-mismatch. */
function isAsSent({ kind, to, transaction }: FlowMessage): boolean {
  const request = transaction?.request;
  return kind === 'request' || !request || to?.uri === request.to?.uri;
}

function contactOf({ message }: FlowMessage): Uri | undefined {
  const contact = message.field('Contact')?.value;
  return contact?.kind === 'name-addr' ? contact.uri : undefined;
}

/** True if the peer gave an address that only its own network knows, and the request goes to where its packets come from. */
function isAroundNat({ found, expected }: WrongTarget, { creation }: Dialog): boolean {
  const host = hostOf(found);
  const contact = hostOf(expected);
  if (!isPrivateHost(contact)) return false;
  if (isPrivateHost(host)) return ipAddressOf(host) !== undefined && networkOf(host) !== networkOf(contact);
  // A name is where calls go to, unless nothing is known of that.
  return ipAddressOf(host) !== undefined || !creation?.request.requestUri.toLowerCase().includes(host);
}

/** The first half of a private IPv4 address: what differs in it is seldom one network. */
function networkOf(host: string): string {
  return host.slice(0, host.indexOf('.', host.indexOf('.') + 1));
}

function hostOf(uri: Uri): string {
  return uri.kind === 'sip' ? (uri.host?.text.toLowerCase() ?? '') : '';
}

/** Undefined for a Contact with what has no place in a Request-URI. */
function sendTo(target: Uri, at: Uri): FlowFixPlan | undefined {
  if (target.kind === 'sip' && (target.headersRange || paramOf(target, 'method'))) return undefined;
  return { title: 'Send it to the Contact', edits: [replaceRange(at, target.text)] };
}
