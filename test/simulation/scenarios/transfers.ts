import { fieldOf } from '../message.js';
import { OutgoingCall } from '../outgoing-call.js';
import { takeCalls } from '../scene.js';
import type { Session } from '../session.js';
import { acceptTransfer, transfer } from '../transfer.js';
import { answeredCall, answerSoon } from './calls.js';
import type { Scenario } from './index.js';

function letTransfer(session: Session): void {
  const before = session.onPeerRequest;
  session.onPeerRequest = (request, transaction) => {
    if (request.method !== 'REFER') return before?.(request, transaction) ?? false;
    acceptTransfer(session, request, transaction);
    return true;
  };
}

export const transfers = {
  'blind transfer': answeredCall({
    scene: { allowsSbc: false },
    during: (caller, callee, { world, random, carol }) => {
      takeCalls(carol, (call) => answerSoon(call, random));
      letTransfer(caller);
      const peer = callee();
      if (peer) letTransfer(peer);
      world.after(1.5, () => {
        const session = random.chance(0.5) ? caller : callee();
        if (session && !session.isOver) transfer(session, carol);
      });
    },
  }),
  'attended transfer': answeredCall({
    scene: { allowsSbc: false },
    during: (caller, callee, { world, random, carol, alice }) => {
      const atCarol: Session[] = [];
      takeCalls(carol, (call) => {
        const replaces = fieldOf(call.request, 'Replaces');
        answerSoon(call, random, () => {
          const replaced =
            replaces === undefined ? undefined : atCarol.find(({ dialog }) => replaces.startsWith(dialog.callId));
          replaced?.bye();
        });
        atCarol.push(call.session);
      });
      const peer = callee();
      if (peer) letTransfer(peer);
      const consultation = new OutgoingCall(alice, carol.aor);
      consultation.onAnswered = (session) => world.after(1, () => caller.isOver || transfer(caller, carol, session));
      world.after(0.5, () => consultation.start());
    },
  }),
} satisfies Readonly<Record<string, Scenario>>;
