import type { Random } from '../../test/random.js';

const NAMES = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'judy'] as const;
const DOMAINS = ['example.com', 'example.net', 'example.org'] as const;
const PRODUCTS = [
  'Phone One/4.2.7',
  'Soft-Client/11.3 (linux; x86_64)',
  'DeskSet 500 FW/2.1.0',
  'GatewayWorks/8.0',
] as const;

/** A user agent or a proxy that takes part in the traffic. */
export interface Endpoint {
  readonly user: string;
  readonly domain: string;
  readonly address: string;
  readonly port: number;
  readonly displayName: string | undefined;
  readonly product: string;
}

export function endpoint(random: Random): Endpoint {
  const user = `${random.pick(NAMES)}${random.below(5000)}`;
  return {
    user,
    domain: random.pick(DOMAINS),
    address: `192.0.2.${1 + random.below(250)}`,
    port: random.pick([5060, 5060, 5070, 49152]),
    displayName: random.chance(0.6) ? user[0]?.toUpperCase() + user.slice(1) : undefined,
    product: random.pick(PRODUCTS),
  };
}

export interface ProxyHop {
  readonly host: string;
}

/** Up to three proxies between two endpoints. */
export function proxies(random: Random): ProxyHop[] {
  return Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, (_, i) => ({
    host: `p${i + 1}.${random.pick(DOMAINS)}`,
  }));
}

export function addressOfRecord(who: Endpoint): string {
  const uri = `<sip:${who.user}@${who.domain}>`;
  return who.displayName ? `"${who.displayName}" ${uri}` : uri;
}

export function contactOf(who: Endpoint): string {
  return `<sip:${who.user}@${who.address}:${who.port}>`;
}
