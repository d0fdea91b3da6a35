import type { Random } from '../../random.js';
import type { Scene } from '../scene.js';
import { authentication } from './authentication.js';
import { calls } from './calls.js';
import { events } from './events.js';
import { forking } from './forking.js';
import { midCall } from './mid-call.js';
import { registrations } from './registrations.js';
import { transfers } from './transfers.js';
import { unsuccessful } from './unsuccessful.js';

/** Sets up a scene in which something is about to happen. */
export type Scenario = (random: Random) => Scene;

/** By name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...calls,
  ...midCall,
  ...unsuccessful,
  ...forking,
  ...authentication,
  ...registrations,
  ...events,
  ...transfers,
};
