import type { Address } from './address.js';
import type { Element, Elements } from './elements.js';
import type { Exchange } from './exchange.js';
import type { LadderEvidence } from './ladder.js';
import type { Party, Row } from './row.js';
import { viaElement } from './survey.js';

/** Who is at one end of an arrow, and what shows it. */
export interface End {
  readonly element: Element;
  readonly evidence: LadderEvidence;
}

export interface Ends {
  readonly from: End;
  readonly to: End;
}

/** Tells between whom the messages went: by what proves it, else by who the peer most likely is. */
export class EndFinder {
  readonly #receivers = new Map<Exchange, End | undefined>();
  /** Elements that were seen to talk to each other. */
  readonly #partners = new Map<Element, Set<Element>>();
  /** Of an element, its partners by the only user of each; null where several have the same one. */
  readonly #partnersByUser = new Map<Element, Map<string, Element | null>>();

  constructor(
    exchanges: ReadonlySet<Exchange>,
    private readonly elements: Elements,
  ) {
    // What is proved in one exchange helps to guess who the peer is in another.
    for (const exchange of exchanges) {
      const receiver = this.#provedReceiver(exchange);
      if (receiver) this.#note(exchange, receiver);
    }
    for (const exchange of exchanges) {
      if (!this.#receivers.has(exchange)) this.#receivers.set(exchange, this.#likelyReceiver(exchange));
    }
  }

  /** Undefined if an end of the message cannot even be guessed. */
  endsOf(row: Row): Ends | undefined {
    const { exchange, source, destination } = row;
    if (row.kind === 'unreadable') {
      return source && destination && { from: this.#traced(source), to: this.#traced(destination) };
    }
    if (!exchange) return undefined;
    const isResponse = row.kind === 'response';
    const [from, to] = isResponse
      ? [this.#receivers.get(exchange), this.#senderOf(exchange)]
      : [this.#senderOf(exchange), this.#receivers.get(exchange)];
    const first = source ? this.#traced(source) : from;
    const last = destination ? this.#traced(destination) : to;
    return first && last && { from: first, to: last };
  }

  #traced(address: Address): End {
    return { element: this.elements.at(address), evidence: 'trace' };
  }

  #senderOf({ request, responses }: Exchange): End | undefined {
    const row = request ?? responses[0];
    if (!row) return undefined;
    const element = viaElement(row, this.elements);
    if (!element) return this.#user(row.from, 0);
    const isRequest = row.kind !== 'response';
    if (isRequest ? row.source : row.destination) return { element, evidence: 'trace' };
    return { element, evidence: row.origin.direction === (isRequest ? 'out' : 'in') ? 'direction' : 'via' };
  }

  #provedReceiver(exchange: Exchange): End | undefined {
    const { request, responses, next } = exchange;
    const traced = request?.destination ?? responses.find(({ source }) => source)?.source;
    if (traced) return this.#traced(traced);
    if (request?.origin.direction === 'in' || responses.some(({ origin }) => origin.direction === 'out'))
      return { element: this.elements.local, evidence: 'direction' };
    for (const hop of next) {
      const isAdjacent = hop.request && request && hop.request.viaCount === request.viaCount + 1;
      const forwarder = isAdjacent ? this.#senderOf(hop) : undefined;
      if (forwarder) return { element: forwarder.element, evidence: 'next-hop' };
    }
    if (exchange.cancels && !exchange.cancels.cancels) return this.#provedReceiver(exchange.cancels);
    return this.#routed(exchange);
  }

  /** The element that the fields of routing name, unless they name the sender: then they are old, or wrong. */
  #routed({ request, responses }: Exchange): End | undefined {
    const sender = request && viaElement(request, this.elements);
    const to = (address: Address | undefined, evidence: LadderEvidence): End | undefined => {
      const element = address && (this.elements.find(address) ?? this.elements.at(address));
      return element && element !== sender ? { element, evidence } : undefined;
    };
    return (
      to(request?.routes[0], 'route') ??
      to(nearestRecordRoute(request, responses), 'record-route') ??
      (request?.requestUri && this.#isTarget(request, request.requestUri)
        ? to(request.requestUri, 'request-uri')
        : undefined)
    );
  }

  /** Whether the Request-URI names the element that is next, and not just the domain of who is called. */
  #isTarget({ method, to, routes }: Row, requestUri: Address): boolean {
    if (routes.length > 0) return false;
    const isInDialog = to?.tag !== undefined;
    return isInDialog || requestUri.isNumeric || method === 'REGISTER' || this.elements.find(requestUri) !== undefined;
  }

  #likelyReceiver(exchange: Exchange): End | undefined {
    const { request, responses, cancels, branch } = exchange;
    if (cancels && !cancels.cancels) return this.#receivers.get(cancels) ?? this.#likelyReceiver(cancels);
    const sender = this.#senderOf(exchange)?.element;
    const party = request?.to ?? responses[0]?.to;
    const peer = this.#peerOf(exchange, sender);
    if (peer) {
      if (party) peer.serves(party.user, party.uri);
      return { element: peer, evidence: 'dialog' };
    }
    const namesake = branch === 0 && party ? this.#partnerOf(sender, party) : undefined;
    return namesake ? { element: namesake, evidence: 'address' } : this.#user(party, branch);
  }

  /** The user agent at the other side of a dialog, as its own requests or else the Contact in its responses show it. */
  #peerOf({ facts, request, responses }: Exchange, sender: Element | undefined): Element | undefined {
    const senders = new Set<Element>();
    for (const tag of new Set([request?.to?.tag, ...responses.map(({ to }) => to?.tag)])) {
      for (const element of facts.senders.get(tag ?? '') ?? []) if (element !== sender) senders.add(element);
    }
    if (senders.size > 0) return only(senders);
    const targets = new Set<Element>();
    for (const { method, status = 0, contacts } of responses) {
      // A redirection tells of others, a registrar of who registered.
      if (method === 'REGISTER' || status > 299) continue;
      for (const contact of contacts) targets.add(this.elements.find(contact) ?? this.elements.at(contact));
    }
    const target = only(targets);
    return target === sender ? undefined : target;
  }

  /** The element that is the user agent of that party, if the sender was seen to talk to it. */
  #partnerOf(sender: Element | undefined, { user }: Party): Element | undefined {
    if (!sender) return undefined;
    let byUser = this.#partnersByUser.get(sender);
    if (!byUser) {
      byUser = new Map();
      for (const partner of this.#partners.get(sender) ?? []) {
        const served = partner.onlyUser;
        if (served !== undefined) byUser.set(served, byUser.has(served) ? null : partner);
      }
      this.#partnersByUser.set(sender, byUser);
    }
    return byUser.get(user.toLowerCase()) ?? undefined;
  }

  #user(party: Party | undefined, branch: number): End | undefined {
    return party && { element: this.elements.ofUser(party.user, branch), evidence: 'address' };
  }

  #note(exchange: Exchange, receiver: End): void {
    this.#receivers.set(exchange, receiver);
    this.#nameReceiver(exchange, receiver);
    const sender = this.#senderOf(exchange)?.element;
    if (!sender) return;
    link(this.#partners, sender, receiver.element);
    link(this.#partners, receiver.element, sender);
  }

  /** The Contact of a response that begins a dialog is that of the user agent which answers (§12.1.1). */
  #nameReceiver({ request, responses }: Exchange, { element, evidence }: End): void {
    if (evidence === 'request-uri' && request?.to?.tag !== undefined) element.serves(request.to.user, request.to.uri);
    for (const { method, status = 0, contacts, to } of responses) {
      const [contact] = contacts;
      if (!contact || !to || method === 'REGISTER' || status > 299) continue;
      if (this.elements.find(contact) === element) element.serves(to.user, to.uri);
    }
  }
}

/** The proxy behind this hop that put itself on the route first: values before those of the request, nearest last. */
function nearestRecordRoute(request: Row | undefined, responses: readonly Row[]): Address | undefined {
  for (const { recordRoutes, viaCount } of responses) {
    // Of a request that was not seen it is known which elements it had passed only if it had passed none.
    if (!request && viaCount > 1) continue;
    const nearest = recordRoutes[recordRoutes.length - 1 - (request?.recordRoutes.length ?? 0)];
    if (nearest) return nearest;
  }
  return undefined;
}

function only<T>(values: ReadonlySet<T>): T | undefined {
  if (values.size !== 1) return undefined;
  for (const value of values) return value;
  return undefined;
}

function link(partners: Map<Element, Set<Element>>, a: Element, b: Element): void {
  const known = partners.get(a);
  if (known) known.add(b);
  else partners.set(a, new Set([b]));
}
