import { closeSync, openSync, writeSync } from 'node:fs';
import { SourceText } from '@siplint/core';
import { Random } from '../test/random.js';
import { interleavedTraffic, traffic, trafficFile } from './traffic/exchanges.js';

const SEED = 3261;

/** The messages of a seeded stretch of traffic, each as a flat string of its own. */
export function messages(count: number): string[] {
  const found: string[] = [];
  for (const message of traffic(new Random(SEED))) {
    // Round trip through octets: a string put together from pieces would be flattened inside the measurement.
    if (found.push(Buffer.from(message).toString('latin1')) >= count) break;
  }
  return found;
}

/** The same messages as one file. */
export function file(count: number): SourceText {
  return SourceText.fromBytes(Buffer.from(trafficFile(new Random(SEED), count)));
}

const AT_ONCE = 1000;

/** Messages of many exchanges at once as one file. */
export function interleavedFile(count: number): SourceText {
  const found: string[] = [];
  for (const message of interleavedTraffic(new Random(SEED), AT_ONCE)) if (found.push(message) >= count) break;
  return SourceText.fromBytes(Buffer.from(found.join('')));
}

/** Writes traffic of at least so many octets to a file. Returns the number of messages. */
export function writeTraffic(path: string, octets: number): number {
  const handle = openSync(path, 'w');
  try {
    let messages = 0;
    let written = 0;
    let pending = '';
    for (const message of interleavedTraffic(new Random(SEED), AT_ONCE)) {
      messages++;
      pending += message;
      if (pending.length < 1 << 20) continue;
      written += writeSync(handle, pending);
      pending = '';
      if (written >= octets) return messages;
    }
    return messages;
  } finally {
    closeSync(handle);
  }
}
