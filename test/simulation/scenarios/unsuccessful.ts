import type { Random } from '../../random.js';
import type { IncomingCall } from '../incoming-call.js';
import type { OtherField } from '../message.js';
import { OutgoingCall } from '../outgoing-call.js';
import { buildScene, type Scene, type SceneSettings, takeCalls } from '../scene.js';
import { address } from '../uri.js';
import { METHODS } from '../user-agent.js';
import { answerSoon, hangUpSoon } from './calls.js';
import type { Scenario } from './index.js';

function attempt(
  settings: SceneSettings,
  onCall: (call: IncomingCall, scene: Scene) => void,
  then?: (call: OutgoingCall, scene: Scene) => void,
): Scenario {
  return (random) => {
    const scene = buildScene(random, settings);
    scene.onCall = (call) => onCall(call, scene);
    const call = new OutgoingCall(scene.alice, scene.bobUri, { isLate: random.chance(0.2) });
    call.onAnswered = (session) => hangUpSoon(session, random);
    scene.world.after(0.1, () => {
      call.start();
      then?.(call, scene);
    });
    return scene;
  };
}

type Refusal = readonly [status: number, others?: readonly OtherField[]];

const REFUSALS: readonly [Refusal, ...Refusal[]] = [
  [486],
  [480, [['Retry-After', '30']]],
  [404],
  [403],
  [488, [['Warning', '304 b1.example.com "Media type not available"']]],
  [500],
  [503, [['Retry-After', '10']]],
  [603],
  [405, [['Allow', METHODS]]],
];

function ringOrNot(call: IncomingCall, random: Random): void {
  if (random.chance(0.6)) call.progress({ status: 180, isReliable: random.chance(0.3) });
}

export const unsuccessful = {
  'refused call': attempt({}, (call, { random, world }) => {
    ringOrNot(call, random);
    const [status, others] = random.pick(REFUSALS);
    world.after(random.between(0, 3), () => call.refuse(status, others));
  }),
  'refused and called again': attempt(
    {},
    (call, { random, world }) => world.after(random.between(0, 1), () => call.refuse(486)),
    (call, { random, world, alice, bobUri }) => {
      call.onFailed = () => {
        const again = new OutgoingCall(alice, bobUri);
        again.onAnswered = (session) => hangUpSoon(session, random);
        world.after(2, () => again.start());
      };
    },
  ),
  'cancelled call': attempt(
    { devices: 2 },
    (call, { random, world }) => {
      ringOrNot(call, random);
      world.after(random.between(0.5, 6), () => (random.chance(0.3) ? call.refuse(486) : call.accept()));
    },
    (call, { world, random }) => world.after(random.pick([0.0005, 0.05, 1, 3]), () => call.cancel()),
  ),
  'cancelled just when it is answered': attempt(
    {},
    (call, { random, world }) => {
      ringOrNot(call, random);
      world.after(1, () => call.accept());
    },
    (call, { world, random }) => world.after(1 + random.between(-0.1, 0.3), () => call.cancel()),
  ),
  'caller hangs up while it rings': attempt(
    {},
    (call, { random, world }) => {
      call.progress({ status: 180, isReliable: random.chance(0.3) });
      world.after(random.between(2, 5), () => call.accept());
    },
    (call, { world, random }) => world.after(random.between(0.7, 2.5), () => call.byeEarly()),
  ),
  'redirected call': attempt({}, (call, { random, carol }) => {
    takeCalls(carol, (moved) => answerSoon(moved, random));
    ringOrNot(call, random);
    const contact = { ...carol.contact, params: [['q', '0.7'] as const] };
    call.refuse(random.pick([302, 301]), [], random.chance(0.3) ? [contact, address(carol.aor)] : [contact]);
  }),
  'session interval too small': attempt({}, (call, { random }) => {
    const asked = Number(call.request.others.find(([name]) => name === 'Session-Expires')?.[1]?.split(';')[0] ?? 9999);
    if (asked < 3600) call.refuse(422, [['Min-SE', '3600']]);
    else answerSoon(call, random);
  }),
} satisfies Readonly<Record<string, Scenario>>;
