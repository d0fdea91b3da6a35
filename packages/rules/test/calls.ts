import type { Example } from '@siplint/core';
import { ack, type Changes, file, invite, line, ok, request } from '../src/examples/messages.js';

export * from '../src/examples/in-dialog.js';
export * from '../src/examples/messages.js';
export * from '../src/examples/refused-call.js';

export const info = (changes?: Changes): Example => request('INFO', changes);

/** The default call from its INVITE to its ACK, and what follows. */
export const call = (...parts: readonly Example[]): Example => file(invite(), ok('INVITE'), ack(), ...parts);

/** The same, declared to be the whole. */
export const wholeCall = (...parts: readonly Example[]): Example =>
  file(line('# siplint-set complete=yes'), call(...parts));

/** A message at a time in seconds. */
export const at = (seconds: number, message: Example): Example => file(line(`# siplint-set time=${seconds}`), message);
