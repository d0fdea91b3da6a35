import { fieldOf, fieldsOf, type OtherField, type Response } from './message.js';
import { type Address, address, type Uri, uri } from './uri.js';
import type { Draft, UserAgent } from './user-agent.js';

export interface RegistrationSettings {
  readonly contacts: readonly Address[];
  readonly expires: number;
  readonly others?: readonly OtherField[];
  /** The interval stands in each Contact, not in Expires. */
  readonly isPerContact?: boolean;
}

/** RFC 3261 §10.2: one Call-ID for all registrations, and numbers that grow by one. */
export class Registration {
  readonly #draft: Draft;
  #cseq: number;
  takesServiceRoute = false;

  constructor(
    readonly agent: UserAgent,
    registrar: Uri,
  ) {
    const { aor } = agent;
    this.#draft = agent.draft('REGISTER', registrar, { to: address(aor), uri: registrar });
    this.#cseq = this.#draft.cseq;
  }

  send(
    { contacts, expires, others = [], isPerContact = false }: RegistrationSettings,
    onDone?: (response: Response) => void,
  ): void {
    const named = isPerContact
      ? contacts.map((contact) => ({ ...contact, params: [...contact.params, ['expires', String(expires)] as const] }))
      : contacts;
    const interval: OtherField[] = isPerContact || contacts.length === 0 ? [] : [['Expires', String(expires)]];
    const draft = { ...this.#draft, cseq: this.#cseq++, contacts: named, others: [...interval, ...others] };
    const renew = (of: Draft): Draft => ({ ...of, cseq: this.#cseq++ });
    const onResponse = (response: Response): void => {
      const minimum = fieldOf(response, 'Min-Expires');
      if (response.status === 423 && minimum !== undefined) {
        this.send({ contacts, expires: Number(minimum), others, isPerContact }, onDone);
        return;
      }
      if (response.status >= 200) onDone?.(response);
      if (response.status === 200 && this.takesServiceRoute) this.agent.preloadedRoutes = routesOf(response);
    };
    this.agent.request(draft, { onResponse }, renew);
  }

  /** Takes back all bindings at once. */
  clear(onDone?: (response: Response) => void): void {
    this.send({ contacts: [EVERY], expires: 0 }, onDone);
  }
}

/** `Contact: *`. */
const EVERY = address(uri(undefined, '*'));

function routesOf(response: Response): Address[] {
  return fieldsOf(response, 'Service-Route').flatMap((value) => {
    const [, host = '', port] = /^<sip:([^:;>]+)(?::(\d+))?;lr>$/.exec(value) ?? [];
    return host === ''
      ? []
      : [address(uri(undefined, host, { port: port ? Number(port) : undefined, params: [['lr']] }))];
  });
}
