import { createHash } from 'node:crypto';
import type { Random } from '../random.js';
import { fieldsOf, type OtherField, type Request, type Response } from './message.js';
import { uriText } from './uri.js';

export type Algorithm = 'MD5' | 'SHA-256';

const hash = (algorithm: Algorithm, text: string): string =>
  createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
    .update(text)
    .digest('hex');

const CHALLENGES = { 401: 'WWW-Authenticate', 407: 'Proxy-Authenticate' } as const;
const CREDENTIALS = { 401: 'Authorization', 407: 'Proxy-Authorization' } as const;

/** The side that asks for credentials: a registrar or user agent (401), or a proxy (407). */
export class Challenger {
  readonly #nonces = new Set<string>();
  readonly #usedCounts = new Set<string>();

  constructor(
    private readonly random: Random,
    readonly status: 401 | 407,
    readonly realm: string,
    private readonly algorithms: readonly Algorithm[],
    private readonly qop: string | undefined,
    private readonly opaque: string | undefined,
  ) {}

  /** The challenges to send, or none if the request has good credentials. */
  judge(request: Request): OtherField[] {
    const own = fieldsOf(request, CREDENTIALS[this.status]).find((value) => value.includes(`realm="${this.realm}"`));
    const nonce = own && /[ ,]nonce="([^"]*)"/.exec(own)?.[1];
    if (nonce !== undefined && this.#nonces.has(nonce)) {
      const count = `${nonce} ${/nc=(\w+)/.exec(own ?? '')?.[1] ?? this.random.hex(8)}`;
      if (!this.#usedCounts.has(count)) {
        this.#usedCounts.add(count);
        return [];
      }
    }
    return this.#challenge(nonce !== undefined);
  }

  /** From now on the nonces given out are stale. */
  forgetNonces(): void {
    this.#nonces.clear();
  }

  #challenge(isStale: boolean): OtherField[] {
    const nonce = this.random.hex(24);
    this.#nonces.add(nonce);
    const { realm, qop, opaque, status } = this;
    return this.algorithms.map((algorithm): OtherField => {
      const parts = [`realm="${realm}"`, `nonce="${nonce}"`];
      if (qop !== undefined) parts.push(`qop="${qop}"`);
      if (opaque !== undefined) parts.push(`opaque="${opaque}"`);
      if (isStale) parts.push('stale=true');
      if (algorithm !== 'MD5' || this.algorithms.length > 1) parts.push(`algorithm=${algorithm}`);
      return [CHALLENGES[status], `Digest ${parts.join(', ')}`];
    });
  }
}

interface Challenge {
  readonly field: string;
  readonly realm: string;
  readonly nonce: string;
  readonly qop: string | undefined;
  readonly opaque: string | undefined;
  readonly algorithm: Algorithm;
  readonly writesAlgorithm: boolean;
  count: number;
}

/** The side that answers challenges (RFC 3261 §22, RFC 8760). */
export class Credentials {
  /** By field and realm. */
  readonly #challenges = new Map<string, Challenge>();

  constructor(
    private readonly random: Random,
    private readonly user: string,
  ) {}

  /** True if there is something new to answer. */
  learn(response: Response): boolean {
    const found = new Map<string, Challenge>();
    for (const status of [401, 407] as const) {
      for (const value of fieldsOf(response, CHALLENGES[status])) {
        const read = (name: string): string | undefined => new RegExp(`[ ,]${name}="?([^",]*)"?`).exec(value)?.[1];
        const realm = read('realm') ?? '';
        const key = `${status} ${realm}`;
        // RFC 8760 §2.4: the topmost challenge that the client supports.
        if (found.has(key)) continue;
        found.set(key, {
          field: CREDENTIALS[status],
          realm,
          nonce: read('nonce') ?? '',
          qop: /qop="([^"]*)"/.exec(value)?.[1],
          opaque: read('opaque'),
          algorithm: read('algorithm') === 'SHA-256' ? 'SHA-256' : 'MD5',
          writesAlgorithm: value.includes('algorithm='),
          count: 0,
        });
      }
    }
    for (const [key, challenge] of found) this.#challenges.set(key, challenge);
    return found.size > 0;
  }

  /** For all realms that asked; each call counts up the nonce counts. */
  answer(request: Pick<Request, 'method' | 'uri' | 'body'>): OtherField[] {
    return [...this.#challenges.values()].map((challenge) => [challenge.field, this.#value(challenge, request)]);
  }

  #value(challenge: Challenge, { method, uri, body }: Pick<Request, 'method' | 'uri' | 'body'>): string {
    const { realm, nonce, qop: offered, opaque, algorithm } = challenge;
    const target = uriText(uri);
    const choices = offered?.split(/,\s*/);
    const qop = choices && (choices.includes('auth-int') && this.random.chance(0.5) ? 'auth-int' : choices[0]);
    const a1 = hash(algorithm, `${this.user}:${realm}:secret`);
    const a2 = qop === 'auth-int' ? `${method}:${target}:${hash(algorithm, body?.text ?? '')}` : `${method}:${target}`;
    const nc = (++challenge.count).toString(16).padStart(8, '0');
    const cnonce = this.random.hex(8);
    const middle = qop === undefined ? nonce : `${nonce}:${nc}:${cnonce}:${qop}`;
    const response = hash(algorithm, `${a1}:${middle}:${hash(algorithm, a2)}`);
    const parts = [`username="${this.user}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${target}"`];
    parts.push(`response="${response}"`);
    if (challenge.writesAlgorithm) parts.push(`algorithm=${algorithm}`);
    if (opaque !== undefined) parts.push(`opaque="${opaque}"`);
    if (qop !== undefined) parts.push(`qop=${qop}`, `nc=${nc}`, `cnonce="${cnonce}"`);
    return `Digest ${parts.join(', ')}`;
  }
}
