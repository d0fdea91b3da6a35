import { type Address, addressText } from './address.js';

/** A SIP element as the messages show it. */
export class Element {
  /** The users that it was seen to be the user agent of, by user and host in lower case. */
  readonly #users = new Map<string, { readonly text: string; readonly uri: string }>();

  constructor(
    /** Undefined where no message shows one. */
    public address: Address | undefined,
    /** True if only From or To speak of it. */
    readonly isInferred: boolean,
    /** What to call it where it has no address and no user. */
    readonly title: string,
  ) {}

  /** Notes that the element is the user agent of a user. */
  serves(user: string, uri: string): void {
    const key = user.toLowerCase();
    if (!this.#users.has(key)) this.#users.set(key, { text: user, uri });
  }

  /** The user that was seen there, in lower case; undefined if there are several, as behind a B2BUA, or none. */
  get onlyUser(): string | undefined {
    if (this.#users.size !== 1) return undefined;
    for (const user of this.#users.keys()) return user;
    return undefined;
  }

  /** That user as first written, and its URI. */
  get user(): { readonly text: string; readonly uri: string } | undefined {
    return this.#users.get(this.onlyUser ?? '');
  }
}

/** The elements of a file, by the addresses that they are known under. */
export class Elements {
  readonly #own = new Map<string, Element>();
  /** Further addresses; null for those that several elements have, as behind NATs. */
  readonly #further = new Map<string, Element | null>();
  readonly #byHost = new Map<string, Element | null>();
  readonly #byUser = new Map<string, Element>();
  #local: Element | undefined;

  /** The element of an address, a new one if none is known. */
  at(address: Address): Element {
    const known = this.#exactly(address);
    if (known) return known;
    const element = new Element(address, false, addressText(address));
    this.#own.set(addressText(address), element);
    this.#byHost.set(address.host, this.#byHost.has(address.host) ? null : element);
    return element;
  }

  /** The element that a URI points to: without a port it may mean any, so it is the only one of its host. */
  find(address: Address): Element | undefined {
    const known = this.#exactly(address);
    if (known || address.isPortGiven) return known;
    return this.#byHost.get(address.host) ?? undefined;
  }

  #exactly(address: Address): Element | undefined {
    const text = addressText(address);
    return this.#own.get(text) ?? this.#further.get(text) ?? undefined;
  }

  /** Notes a further address of an element, unless it is the own one of another. */
  addAddress(address: Address, element: Element): void {
    const text = addressText(address);
    if (this.#own.has(text)) return;
    const known = this.#further.get(text);
    this.#further.set(text, known === undefined || known === element ? element : null);
  }

  /** The element at which a trace was taken that tells no address of it. */
  get local(): Element {
    this.#local ??= new Element(undefined, false, 'local');
    return this.#local;
  }

  /** Who only From or To speak of. */
  ofUser(user: string, branch: number): Element {
    const title = branch === 0 ? user : `${user} (branch ${branch})`;
    const key = title.toLowerCase();
    const known = this.#byUser.get(key);
    if (known) return known;
    const element = new Element(undefined, true, title);
    this.#byUser.set(key, element);
    return element;
  }
}
