import type { OtherField } from '../message.js';
import { Registrar } from '../registrar.js';
import { Registration } from '../registration.js';
import { buildScene, challengerFor, type Scene } from '../scene.js';
import { addressText, uri, withParam } from '../uri.js';
import type { Scenario } from './index.js';

interface Registered {
  readonly scene: Scene;
  readonly registrar: Registrar;
  readonly registration: Registration;
}

/** Alice has carol's element for a registrar, perhaps by way of the first proxy. */
function registered(act: (of: Registered) => void): Scenario {
  return (random) => {
    const scene = buildScene(random, { allowsSbc: false });
    const { alice, carol, world, proxies } = scene;
    const registrar = new Registrar(carol);
    if (random.chance(0.6)) carol.challenger = challengerFor(random, 401, 'atlanta.example.com');
    const [proxy] = proxies;
    if (proxy && alice.preloadedRoutes.length > 0 && random.chance(0.3))
      registrar.serviceRoute = `<sip:${proxy.settings.host}${proxy.writtenPort === undefined ? '' : `:${proxy.writtenPort}`};lr>`;
    world.register(carol, 'atlanta.example.com');
    const registration = new Registration(alice, uri(undefined, 'atlanta.example.com', { scheme: alice.aor.scheme }));
    world.after(0.1, () => act({ scene, registrar, registration }));
    return scene;
  };
}

export const registrations = {
  'registered, refreshed, taken back': registered(({ scene: { alice, world, random }, registration }) => {
    const contacts = [alice.contact];
    const isPerContact = random.chance(0.5);
    registration.takesServiceRoute = true;
    registration.send({ contacts, expires: 600, isPerContact });
    for (let i = 1; i < 4; i++) world.after(i * 40, () => registration.send({ contacts, expires: 600, isPerContact }));
    world.after(200, () =>
      random.chance(0.5) ? registration.clear() : registration.send({ contacts, expires: 0, isPerContact }),
    );
  }),
  'several contacts, and asked for': registered(({ scene: { alice, world, random }, registration }) => {
    const other = { ...alice.contact, uri: { ...alice.contact.uri, user: 'alice-desk' } };
    registration.send({ contacts: [alice.contact, withParam(other, 'q', '0.5')], expires: random.int(60, 7200) });
    world.after(40, () => registration.send({ contacts: [], expires: 0 }));
    world.after(80, () => registration.send({ contacts: [other], expires: 0 }));
  }),
  'interval too brief': registered(({ scene: { alice, random }, registrar, registration }) => {
    registrar.minimum = random.pick([120, 300, 1800]);
    registration.send({ contacts: [alice.contact], expires: 60, isPerContact: random.chance(0.5) });
  }),
  outbound: registered(({ scene: { alice, world, proxies }, registration }) => {
    const contact = {
      ...alice.contact,
      params: [
        ['reg-id', '1'],
        ['+sip.instance', '"<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"'],
      ] as const,
    };
    const others: OtherField[] = [['Supported', 'path, outbound']];
    const [proxy] = proxies;
    if (proxy && alice.preloadedRoutes.length === 0)
      others.push([
        'Path',
        addressText({ uri: uri('token', proxy.settings.host, { params: [['lr'], ['ob']] }), params: [] }),
      ]);
    registration.send({ contacts: [contact], expires: 3600, others });
    world.after(50, () => registration.send({ contacts: [contact], expires: 3600, others }));
  }),
} satisfies Readonly<Record<string, Scenario>>;
