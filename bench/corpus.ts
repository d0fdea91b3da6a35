import { SourceText } from '@siplint/core';
import { Random } from './random.js';
import { traffic, trafficFile } from './traffic/exchanges.js';

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
