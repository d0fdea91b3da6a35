import {
  type Dialog,
  type DialogRequest,
  type DialogSide,
  defineRule,
  type FlowFixPlan,
  type FlowMessage,
  insertRow,
  paramOf,
  type Uri,
} from '@siplint/core';
import { byBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, ok } from '../examples/messages.js';
import { requestUriOf } from '../shared/dialog/request-uri.js';
import { type RouteValue, routeHost, routeValuesOf } from '../shared/dialog/route-key.js';
import { isSameWay, type RouteSet, routeSetsFor } from '../shared/dialog/route-set.js';
import { hasSwappedTags } from '../shared/dialog/swapped-tags.js';
import { lastRowOf, removeAllRows } from '../shared/message/rows.js';
import { mayBeHopByHop } from '../shared/transaction/acknowledged-invites.js';

const P1 = '<sip:p1.example.com;lr>';
const P2 = '<sip:p2.example.com;lr>';
const RECORDED = { 'Record-Route': [P2, P1] };

export default defineRule({
  meta: {
    id: 'dialog-route-set-mismatch',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send requests of a dialog over its route set',
    docs: {
      what:
        'Route of a request in the dialog of an INVITE is its route set: for the caller Record-Route of the response that created the dialog in ' +
        'reverse order, for the callee that of the INVITE in order, and nothing if there was none. Record-Route of later messages ' +
        'changes nothing. Compared are hosts and ports; reported once for each side.',
      why:
        'Proxies that recorded themselves have to see all requests, for billing, for NAT, or because nobody else reaches the ' +
        'peer. A request on another way does not arrive, or is refused.',
      falsePositives:
        'Only requests with one Via are judged, against responses that reached their sender, or an INVITE of which it is known that ' +
        'no further proxy recorded itself; if the file does not show the INVITE, only their order is. The Route of the INVITE, as to an outbound proxy, may stand in front.',
      fixSafety: 'Unsafe: it sends the request on another way.',
      bad: [
        file(invite(), ok('INVITE', RECORDED), ack({ startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' })),
        file(invite(), ok('INVITE', RECORDED), ack({ Route: `<|${P1}|>` })),
        file(invite(), ok('INVITE', RECORDED), ack({ Route: `<|${P2}|>, ${P1}` })),
        file(
          invite({ 'Record-Route': P1 }),
          ok('INVITE', { 'Record-Route': P1 }),
          ack({ Route: P1 }),
          byBob('BYE', 1, { Route: `${P1}, <|${P2}|>` }),
        ),
      ],
      good: [
        file(
          invite(),
          ok('INVITE', RECORDED),
          ack({ Route: [P1, '<sip:P2.example.com:5060;lr=on>'] }),
          bye({ Route: `${P1}, ${P2}` }),
        ),
        file(
          invite({ Route: '<sip:outbound.example.com;lr>' }),
          ok('INVITE', { 'Record-Route': P1 }),
          ack({ Route: `<sip:outbound.example.com;lr>, ${P1}` }),
          byBob('BYE', 1, { Route: P1 }),
        ),
        file(
          invite(),
          ok('INVITE', { 'Record-Route': `${P2}, <sip:p1.example.com>` }),
          ack({ startLine: 'ACK sip:p1.example.com SIP/2.0', Route: `${P2}, <sip:bob@client.example.net>` }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '16.4' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        '{method} has no Route, but the dialog has the route set {expected}: it bypasses the proxies that asked to see it',
      incomplete: 'Route of the {method} lacks {lacking} of the route set {expected}: the request bypasses that proxy',
      order:
        'Route of the {method} is in another order than the route set {expected}: the request comes to the proxies the wrong way round, and may go in circles',
      extra:
        'Route of the {method} has {found}, which is not in the route set of the dialog ({expected}): the request makes a detour, or is refused there',
    },
  },
  create: () => ({
    dialog(dialog, context) {
      // A subscriber may take its route set from the first NOTIFY instead (RFC 6665 §4.4.1).
      if (!hasRoutes(dialog) || (dialog.creation && dialog.creation.request.method !== 'INVITE')) return;
      const judged = new Set<DialogSide>();
      for (const inDialog of dialog.requests) {
        const { request, sender } = inDialog;
        if (judged.has(sender) || request.viaCount > 1) continue;
        const wrong = wrongWayOf(request, sender, dialog);
        // Of a dialog whose beginning is not in the file only the order is known.
        if (!wrong || !(dialog.creation || wrong.kind === 'order') || hasSwappedTags(inDialog, dialog)) continue;
        if (mayBeHopByHop(request, dialog.flow)) continue;
        judged.add(sender);
        const { method } = request;
        const { of, routes } = wrong.expected;
        const expected = routes.map(({ uri }) => `<${uri.text}>`).join(', ') || 'none';
        const place = {
          in: request,
          at: wrong.at?.value,
          related: [{ message: 'Record-Route that the route set is made of', of, at: routes[0]?.value }],
          fix: useRouteSet(request, routes),
        };
        const { kind, uri } = wrong;
        if (kind === 'missing' || kind === 'order') {
          context.report({ messageId: kind, ...place, data: { method, expected } });
        } else if (kind === 'incomplete') {
          context.report({ messageId: kind, ...place, data: { method, expected, lacking: uri?.text ?? '' } });
        } else context.report({ messageId: kind, ...place, data: { method, expected, found: uri?.text ?? '' } });
      }
    },
  }),
});

/** False for most calls without proxies. */
function hasRoutes({ creation, creatingResponses, requests }: Dialog): boolean {
  const creating = creation?.transactions.some(({ request }) => hasAny(request?.recordRoutes)) === true;
  return (
    creating ||
    creatingResponses.some(({ recordRoutes }) => hasAny(recordRoutes)) ||
    requests.some(({ request }) => hasAny(request.routes))
  );
}

function hasAny(uris: readonly string[] | undefined): boolean {
  return uris !== undefined && uris.length > 0;
}

interface WrongWay {
  readonly kind: 'missing' | 'incomplete' | 'order' | 'extra';
  /** The first value that is out of its place, or the last; undefined where there is none. */
  readonly at: RouteValue | undefined;
  /** What is lacking, or too much. */
  readonly uri: Uri | undefined;
  readonly expected: RouteSet;
}

function wrongWayOf(request: FlowMessage, sender: DialogSide, dialog: Dialog): WrongWay | undefined {
  const sets = routeSetsFor(request, sender, dialog);
  const expected = sets.at(-1);
  const routes = expected && routeValuesOf(request, 'Route');
  if (!routes || sets.some((set) => isOverSet(request, routes, set.routes, sender, dialog))) return undefined;
  return { ...compare(routes, expected.routes), expected };
}

function isOverSet(
  request: FlowMessage,
  routes: readonly RouteValue[],
  set: readonly RouteValue[],
  sender: DialogSide,
  { creation }: Pick<Dialog, 'creation'>,
): boolean {
  if (isSameWay(routes, set)) return true;
  if (isForStrictRouter(request, routes, set)) return true;
  const offset = routes.length - set.length;
  if (sender === 'callee' || offset <= 0 || !isSameWay(routes.slice(offset), set)) return false;
  return isPreloaded(routes.slice(0, offset), creation);
}

/** §12.2.1.1: the first route in the Request-URI, and the target behind the others; a lost target is another rule's. */
function isForStrictRouter(
  request: FlowMessage,
  routes: readonly RouteValue[],
  [first, ...others]: readonly RouteValue[],
): boolean {
  if (!first || !(isSameWay(routes, others) || isSameWay(routes.slice(0, -1), others))) return false;
  const target = requestUriOf(request);
  return target !== undefined && routeHost(target) === routeHost(first.uri);
}

/** True if the INVITE went to these routes as well; they are not known if the file does not show it as it was sent. */
function isPreloaded(routes: readonly RouteValue[], creation: DialogRequest | undefined): boolean {
  const invite = creation?.request;
  if (!invite || invite.viaCount > 1) return true;
  const preloaded = new Set((routeValuesOf(invite, 'Route') ?? []).map(({ uri }) => routeHost(uri)));
  return routes.every(({ uri }) => preloaded.has(routeHost(uri)));
}

function compare(routes: readonly RouteValue[], set: readonly RouteValue[]): Omit<WrongWay, 'expected'> {
  const at =
    routes.find(({ uri }, i) => set[i] === undefined || routeHost(uri) !== routeHost(set[i].uri)) ?? routes.at(-1);
  if (!at) return { kind: 'missing', at, uri: undefined };
  const lacking = firstNotIn(set, routes);
  const extra = firstNotIn(routes, set);
  if (extra) return { kind: 'extra', at: extra, uri: extra.uri };
  return lacking ? { kind: 'incomplete', at, uri: lacking.uri } : { kind: 'order', at, uri: undefined };
}

/** The first value of a list whose host is not in another one as often. */
function firstNotIn(routes: readonly RouteValue[], others: readonly RouteValue[]): RouteValue | undefined {
  const left = new Map<string, number>();
  for (const { uri } of others) left.set(routeHost(uri), (left.get(routeHost(uri)) ?? 0) + 1);
  return routes.find(({ uri }) => {
    const count = left.get(routeHost(uri)) ?? 0;
    left.set(routeHost(uri), count - 1);
    return count <= 0;
  });
}

/** Undefined for a strict router, for which the Request-URI has to be another as well. */
function useRouteSet({ message }: FlowMessage, set: readonly RouteValue[]): FlowFixPlan | undefined {
  const [first] = set;
  if (first?.uri.kind === 'sip' && !paramOf(first.uri, 'lr')) return undefined;
  const row = `Route: ${set.map(({ uri }) => `<${uri.text}>`).join(', ')}`;
  const behind = lastRowOf(message, 'Max-Forwards') ?? lastRowOf(message, 'Via');
  const edits = [...removeAllRows(message, 'Route'), ...(first ? [insertRow(message, row, behind)] : [])];
  return { title: first ? 'Write the route set' : 'Remove Route', edits };
}
