import { OutgoingCall } from '../outgoing-call.js';
import { buildScene } from '../scene.js';
import { answerSoon, hangUpSoon } from './calls.js';
import type { Scenario } from './index.js';

/** Several devices ring; `answer` says which of them answers, refuses or goes on ringing. */
function forked(chances: { readonly answers: number; readonly refuses: number }): Scenario {
  return (random) => {
    const scene = buildScene(random, { devices: random.int(2, 3) });
    scene.onCall = (call) => {
      const fate = random.next();
      if (fate < chances.answers) answerSoon(call, random);
      else {
        if (random.chance(0.8)) call.progress({ status: 180, isReliable: random.chance(0.4) });
        const refuses = fate < chances.answers + chances.refuses;
        const status = random.pick([486, 480, 603, 404]);
        scene.world.after(refuses ? random.between(0, 2) : 70, () => call.refuse(refuses ? status : 408));
      }
    };
    const call = new OutgoingCall(scene.alice, scene.bobUri, { isLate: random.chance(0.2) });
    call.onAnswered = (session) => hangUpSoon(session, random);
    scene.world.after(0.1, () => call.start());
    return scene;
  };
}

export const forking = {
  'forked call': forked({ answers: 0.5, refuses: 0.2 }),
  'forked call that many answer': forked({ answers: 1, refuses: 0 }),
  'forked call that nobody answers': forked({ answers: 0, refuses: 0.7 }),
} satisfies Readonly<Record<string, Scenario>>;
