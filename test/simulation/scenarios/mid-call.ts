import type { Random } from '../../random.js';
import type { Session } from '../session.js';
import { answeredCall } from './calls.js';
import type { Scenario } from './index.js';

/** Something that one side does in a call. */
type Deed = (session: Session, random: Random) => void;

const hold: Deed = (session) => session.reinvite(session.media.offer('sendonly'));
const resume: Deed = (session) => session.reinvite(session.media.offer());
const offerless: Deed = (session) => session.reinvite(undefined);
const update: Deed = (session) => void session.request('UPDATE', { contacts: [session.agent.contact] });
const info: Deed = (session) =>
  void session.request('INFO', { body: { type: 'application/dtmf-relay', text: 'Signal=5\r\nDuration=160\r\n' } });
const options: Deed = (session) => void session.request('OPTIONS', { others: [['Accept', 'application/sdp']] });
const message: Deed = (session) => void session.request('MESSAGE', { body: { type: 'text/plain', text: 'Hello' } });

const DEEDS = [hold, resume, offerless, update, info, options, message] as const;

/** Deeds of both sides while the call lasts. */
function busyCall(deeds: readonly [Deed, ...Deed[]], times: number): Scenario {
  return answeredCall({
    during: (caller, callee, { world, random }) => {
      for (let i = 0; i < times; i++) {
        const isCaller = random.chance(0.5);
        const deed = random.pick(deeds);
        world.after(random.between(0.4, 4), () => {
          const session = isCaller ? caller : callee();
          if (session && !session.isOver && !session.isInviteUnderWay) deed(session, random);
        });
      }
    },
  });
}

export const midCall = {
  'hold and resume': busyCall([hold, resume], 2),
  'crossing re-INVITEs': answeredCall({
    during: (caller, callee, { world, random }) => {
      const at = random.between(1, 2);
      world.after(at, () => caller.reinvite(caller.media.offer('sendonly')));
      world.after(at + random.between(0, 0.02), () => callee()?.reinvite(callee()?.media.offer('sendonly')));
    },
  }),
  'many deeds': busyCall(DEEDS, 6),
  'session refreshes': answeredCall({
    settings: () => ({ others: [['Min-SE', '90']] }),
    during: (caller, _, { world, random }) => {
      for (let i = 1; i < 4; i++) world.after(i * 4, () => (random.chance(0.5) ? update : resume)(caller, random));
    },
  }),
} satisfies Readonly<Record<string, Scenario>>;
