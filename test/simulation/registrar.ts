import { fieldOf, fieldsOf, lists, type OtherField, type Request } from './message.js';
import type { ServerTransaction } from './server-transaction.js';
import { type Address, hasParam, paramOf, type Uri, uriText, withParam } from './uri.js';
import type { UserAgent } from './user-agent.js';

interface Binding {
  readonly contact: Address;
  readonly path: readonly string[];
  until: number;
}

/** RFC 3261 §10.3, with Path (RFC 3327) and Service-Route (RFC 3608). */
export class Registrar {
  readonly #bindings = new Map<string, Map<string, Binding>>();
  serviceRoute: string | undefined;
  minimum = 60;

  constructor(readonly agent: UserAgent) {
    agent.servers.set('REGISTER', (request, transaction) => this.#register(request, transaction));
  }

  /** Where an address-of-record is to be found. */
  targetsOf(aor: string): Uri[] {
    const { now } = this.agent.world;
    return [...(this.#bindings.get(aor)?.values() ?? [])]
      .filter(({ until }) => until > now)
      .map(({ contact }) => contact.uri);
  }

  #register(request: Request, transaction: ServerTransaction): void {
    const { world } = this.agent;
    const common = fieldOf(request, 'Expires');
    const intervals = request.contacts.map((contact) => Number(paramOf(contact, 'expires') ?? common ?? 3600));
    if (intervals.some((interval) => interval > 0 && interval < 3600 && interval < this.minimum)) {
      this.agent.reply(transaction, 423, { others: [['Min-Expires', String(this.minimum)]] });
      return;
    }
    const aor = uriText(request.to.uri);
    const bindings = this.#bindings.get(aor) ?? new Map<string, Binding>();
    this.#bindings.set(aor, bindings);
    request.contacts.forEach((contact, at) => {
      const interval = intervals[at] ?? 0;
      if (contact.uri.host === '*') bindings.clear();
      else if (interval === 0) bindings.delete(keyOf(contact));
      else bindings.set(keyOf(contact), { contact, path: fieldsOf(request, 'Path'), until: world.now + interval });
    });
    const contacts = [...bindings.values()]
      .filter(({ until }) => until > world.now)
      .map(({ contact, until }) => withParam(contact, 'expires', String(Math.round(until - world.now))));
    this.agent.reply(transaction, 200, { contacts, others: this.#othersFor(request) });
  }

  #othersFor(request: Request): OtherField[] {
    const others: OtherField[] = [['Date', 'Sat, 13 Nov 2010 23:29:00 GMT']];
    others.push(...fieldsOf(request, 'Path').map((path): OtherField => ['Path', path]));
    if (this.serviceRoute) others.push(['Service-Route', this.serviceRoute]);
    if (lists(request, 'Supported', 'outbound') && request.contacts.some((contact) => hasParam(contact, 'reg-id')))
      others.push(['Require', 'outbound']);
    return others;
  }
}

/** Instance and reg-id where there are such (RFC 5626 §6), else the URI. */
function keyOf(contact: Address): string {
  const instance = paramOf(contact, '+sip.instance');
  return instance === undefined ? uriText(contact.uri) : `${instance} ${paramOf(contact, 'reg-id')}`;
}
