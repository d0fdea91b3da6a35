import type { Random } from '../../random.js';
import type { IncomingCall } from '../incoming-call.js';
import { type CallSettings, OutgoingCall } from '../outgoing-call.js';
import { buildScene, type Scene, type SceneSettings } from '../scene.js';
import type { Session } from '../session.js';
import { T1, TIMEOUT } from '../timers.js';
import type { Scenario } from './index.js';

/** Rings, perhaps with early media, and answers. */
export function answerSoon(call: IncomingCall, random: Random, onAccepted?: () => void): void {
  const { world } = call.agent;
  const isReliable = random.chance(0.6);
  const hasEarlyMedia = random.chance(0.4);
  let at = random.between(0, 0.3);
  if (random.chance(0.15))
    world.after(at / 2, () => call.progress({ status: 183, hasSession: hasEarlyMedia, isReliable }));
  if (random.chance(0.9))
    world.after(at, () =>
      call.progress({ status: 180, isReliable: isReliable && random.chance(0.5), hasSession: hasEarlyMedia }),
    );
  at += random.pick([0.001, 0.5, 3, 20]) * random.between(0.5, 1.5);
  world.after(at, () => {
    call.accept();
    onAccepted?.();
  });
}

/** Either side hangs up, or both at once. */
export function hangUpSoon(session: Session, random: Random, peer?: () => Session | undefined): void {
  const { world } = session.agent;
  const wait = random.pick([0.01, 0.5, 5, 30]) * random.between(0.5, 1.5);
  const who = random.pick(['caller', 'callee', 'both']);
  if (who !== 'callee' || !peer) world.after(wait, () => session.bye());
  if (who !== 'caller') world.after(wait + (who === 'both' ? random.between(-0.005, 0.02) : 0), () => hangUp(peer?.()));
}

/** RFC 3261 §15: the callee waits for the ACK to its 2xx, up to 64*T1. */
export function hangUp(session: Session | undefined, longest = TIMEOUT): void {
  if (!session) return;
  if (session.isInviteUnderWay && longest > 0) session.agent.world.after(T1, () => hangUp(session, longest - T1));
  else session.bye();
}

export interface CallPlan {
  readonly scene?: SceneSettings;
  readonly settings?: (random: Random) => CallSettings;
  readonly during?: (caller: Session, callee: () => Session | undefined, scene: Scene) => void;
  readonly prepare?: (scene: Scene) => void;
}

/** A call that is answered, and what happens in it. */
export function answeredCall({ scene: settings = {}, settings: callSettings, during, prepare }: CallPlan): Scenario {
  return (random) => {
    const scene = buildScene(random, settings);
    prepare?.(scene);
    const calls: Session[] = [];
    scene.onCall = (call) => {
      answerSoon(call, random);
      calls.push(call.session);
    };
    const isLate = random.chance(0.2);
    const call = new OutgoingCall(scene.alice, scene.bobUri, { isLate, ...callSettings?.(random) });
    const callee = (): Session | undefined => calls.find(({ dialog }) => dialog.isConfirmed);
    call.onAnswered = (session) => {
      during?.(session, callee, scene);
      if (!during || random.chance(0.7)) hangUpSoon(session, random, callee);
      else scene.world.after(60, () => session.bye());
    };
    scene.world.after(0.1, () => call.start());
    return scene;
  };
}

export const calls = {
  'basic call': answeredCall({}),
  'late offer': answeredCall({ settings: () => ({ isLate: true }) }),
  'call with Timestamp, Subject and Expires': answeredCall({
    settings: (random) => ({
      others: [
        ['Timestamp', String(random.int(1, 99))],
        ['Subject', 'Lunch'],
        ['Expires', '120'],
      ],
    }),
  }),
  'two calls one after the other': answeredCall({
    during: (caller, _, { random, alice, bobUri, world }) => {
      const again = new OutgoingCall(alice, bobUri, { isLate: random.chance(0.3) });
      again.onAnswered = (session) => hangUpSoon(session, random);
      world.after(random.between(0, 5), () => again.start());
      caller.onEnd = () => undefined;
    },
  }),
} satisfies Readonly<Record<string, Scenario>>;
