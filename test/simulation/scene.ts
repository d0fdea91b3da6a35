import type { Random } from '../random.js';
import type { CapturePoint } from './capture.js';
import { type Algorithm, Challenger } from './digest.js';
import type { Element, ElementSettings } from './element.js';
import { IncomingCall } from './incoming-call.js';
import { ProxyServer } from './proxy.js';
import { type Style, USUAL } from './render.js';
import { Sbc } from './sbc.js';
import { type Address, address, type Uri, uri } from './uri.js';
import { UserAgent } from './user-agent.js';
import { World } from './world.js';

/** Who takes part in a scenario, and how they are connected. */
export interface Scene {
  readonly world: World;
  readonly random: Random;
  readonly alice: UserAgent;
  /** The devices of one user; the first is the one that answers. */
  readonly bobs: readonly [UserAgent, ...UserAgent[]];
  readonly carol: UserAgent;
  /** In front of alice, and in front of bob. */
  readonly proxies: readonly ProxyServer[];
  readonly sbc: UserAgent | undefined;
  readonly bobUri: Uri;
  /** Rules that find RFC 2543 where there is RFC 2543. */
  readonly oldWays: readonly string[];
  /** What a device of bob does with a call. */
  onCall: (call: IncomingCall) => void;
}

export interface SceneSettings {
  readonly devices?: number;
  readonly needsProxy?: boolean;
  readonly allowsSbc?: boolean;
  readonly loss?: number;
}

const STYLES: readonly Style['names'][] = ['lower', 'upper', 'compact'];

/** Makes elements with properties by chance. */
class Maker {
  #count = 0;
  readonly isSecure: boolean;
  readonly #family: 4 | 6;
  readonly reliability: 'none' | 'supported';
  readonly #usesNames: boolean;
  readonly #transport: string;

  constructor(readonly world: World) {
    const { random } = world;
    this.isSecure = random.chance(0.12);
    this.#family = random.chance(0.15) ? 6 : 4;
    this.reliability = random.pick(['none', 'supported']);
    this.#usesNames = random.chance(0.5);
    this.#transport = this.isSecure ? 'TLS' : random.pick(['UDP', 'UDP', 'UDP', 'UDP', 'TCP']);
  }

  element(name: string): ElementSettings {
    const { random } = this.world;
    const ip = this.#family === 4 ? `192.0.2.${10 + ++this.#count}` : `[2001:db8::${10 + ++this.#count}]`;
    const style: Style = random.chance(0.6)
      ? USUAL
      : { names: random.pick(['usual', ...STYLES]), combines: random.chance(0.5), folds: random.chance(0.3) };
    return {
      name,
      host: this.#usesNames ? `${name}.example.com` : ip,
      ip,
      port: this.isSecure ? 5061 : random.chance(0.2) ? 5080 : 5060,
      transport: this.isSecure || random.chance(0.9) ? this.#transport : random.pick(['UDP', 'TCP']),
      style,
      usesRport: random.chance(0.4),
      isOld: false,
    };
  }

  agent(name: string, user: string, domain: string): UserAgent {
    const { random } = this.world;
    const isBrowser = name === 'a1' && random.chance(0.08);
    const isOld = !this.isSecure && this.reliability === 'none' && random.chance(0.06);
    const settings = isBrowser ? this.#browser(name) : this.element(name);
    return new UserAgent(this.world, {
      ...settings,
      isOld,
      usesRport: settings.usesRport && !isOld,
      user,
      domain,
      display: random.chance(0.6) ? user[0]?.toUpperCase() + user.slice(1) : undefined,
      reliability: this.reliability,
      sessionExpires: random.chance(0.15) ? 1800 : undefined,
    });
  }

  /** A browser has no address that others could write down (RFC 7118 §5). */
  #browser(name: string): ElementSettings {
    const transport = this.isSecure ? 'WSS' : 'WS';
    const host = `${this.world.random.hex(12)}.invalid`;
    return { ...this.element(name), host, transport, usesRport: false };
  }

  proxy(name: string): ProxyServer {
    const { random } = this.world;
    return new ProxyServer(this.world, {
      ...this.element(name),
      recordsRoute: random.chance(0.7),
      isStrict: !this.isSecure && random.chance(0.05),
      recurses: random.chance(0.5),
      consumesCredentials: random.chance(0.5),
    });
  }
}

export function buildScene(
  random: Random,
  { devices = 1, needsProxy = false, allowsSbc = true, loss = 0.15 }: SceneSettings,
): Scene {
  const world = new World(random, { loss: random.chance(0.4) ? loss : 0, delay: random.pick([0.002, 0.03, 0.1, 0.3]) });
  const maker = new Maker(world);
  const count = needsProxy || devices > 1 ? random.int(1, 3) : random.int(0, 3);
  const hasSbc = allowsSbc && random.chance(0.2);
  const alice = maker.agent('a1', 'alice', 'atlanta.example.com');
  const bob = maker.agent('b1', 'bob', 'biloxi.example.com');
  const bobs: [UserAgent, ...UserAgent[]] = [bob];
  while (bobs.length < devices) bobs.push(maker.agent(`b${bobs.length + 1}`, 'bob', 'biloxi.example.com'));
  const carol = maker.agent('c1', 'carol', 'chicago.example.com');
  world.register(carol, 'chicago.example.com');
  world.register(alice, 'atlanta.example.com');
  world.register(bob, 'biloxi.example.com');
  const proxies = Array.from({ length: count }, (_, at) => maker.proxy(`p${at + 1}`));
  connect(proxies, alice, bobs, random);
  const scheme = maker.isSecure ? 'sips' : 'sip';
  let bobUri = uri('bob', 'biloxi.example.com', { scheme });
  let sbcAgent: UserAgent | undefined;
  const scene = { onCall: (_: IncomingCall): void => undefined };
  for (const device of bobs) takeCalls(device, (call) => scene.onCall(call));
  if (hasSbc) {
    sbcAgent = maker.agent('sbc', 'sbc', 'sbc.example.com');
    const behind = bobUri;
    const settings = {
      keepsCallId: random.chance(0.5),
      hidesCaller: random.chance(0.3),
      keepsCSeq: random.chance(0.5),
    };
    const sbc = new Sbc(sbcAgent, settings, () => behind);
    takeCalls(sbcAgent, (call) => sbc.take(call));
    world.register(sbcAgent, 'sbc.example.com');
    bobUri = uri('bob', 'sbc.example.com', { scheme });
  }
  const agents = [alice, ...bobs, carol, ...(sbcAgent ? [sbcAgent] : [])];
  const oldWays = [
    ...(agents.some(({ settings: { isOld } }) => isOld) ? ['via-branch-magic-cookie'] : []),
    ...(proxies.some(({ settings: { isStrict } }) => isStrict)
      ? ['record-route-missing-lr', 'route-strict-routing']
      : []),
  ];
  return Object.assign(scene, { oldWays, world, random, alice, bobs, carol, proxies, sbc: sbcAgent, bobUri });
}

/** The last proxy serves bob's domain, those before it lead there; the first may be the outbound proxy of alice. */
function connect(proxies: readonly ProxyServer[], alice: UserAgent, bobs: readonly UserAgent[], random: Random): void {
  const [first] = proxies;
  if (!first) return;
  const { world } = first;
  world.register(first, 'biloxi.example.com');
  proxies.forEach((proxy, at) => {
    const next = proxies[at + 1];
    proxy.isSequential = random.chance(0.3);
    proxy.locate = (target) => {
      if (target.host !== 'biloxi.example.com' && !target.host.startsWith('part-')) return undefined;
      if (next) return [{ ...target, host: `part-${at + 1}.example.com`, port: undefined }];
      return bobs.map(({ contact }) => contact.uri);
    };
    if (next) world.register(next, `part-${at + 1}.example.com`);
  });
  if (random.chance(0.4) && !first.settings.isStrict) alice.preloadedRoutes = [routeTo(first, alice)];
}

export function routeTo(proxy: ProxyServer, { isSecure }: UserAgent): Address {
  const { host } = proxy.settings;
  const scheme = isSecure ? 'sips' : 'sip';
  return address(uri(undefined, host, { scheme, port: proxy.writtenPort, params: [['lr']] }));
}

export function takeCalls(agent: UserAgent, onCall: (call: IncomingCall) => void): void {
  agent.servers.set('INVITE', (request, transaction) => onCall(new IncomingCall(agent, request, transaction)));
}

export function challengerFor(random: Random, status: 401 | 407, realm: string): Challenger {
  const algorithms = random.pick<readonly Algorithm[]>([['MD5'], ['MD5'], ['SHA-256', 'MD5'], ['SHA-256']]);
  const isOld = algorithms.length === 1 && algorithms[0] === 'MD5';
  const qop = random.pick<string | undefined>(['auth', 'auth', 'auth,auth-int', isOld ? undefined : 'auth']);
  return new Challenger(random, status, realm, algorithms, qop, random.chance(0.4) ? random.hex(8) : undefined);
}

/** Where such a scene can be captured. */
export function capturePoints({ alice, bobs, carol, proxies, sbc }: Scene): CapturePoint[] {
  const all: Element[] = [alice, ...bobs, carol, ...proxies, ...(sbc ? [sbc] : [])];
  const single = all.map((element) => ({
    name: `at ${element.name}`,
    hosts: [element],
    isWhole: !proxies.includes(element as ProxyServer),
  }));
  const ends: Element[] = [alice, ...bobs];
  return [
    ...single,
    { name: 'everywhere', hosts: all, isWhole: true },
    { name: 'at both ends', hosts: ends, isWhole: false, isMerged: true },
    { name: 'at each, merged', hosts: all, isWhole: true, isMerged: true },
  ];
}
