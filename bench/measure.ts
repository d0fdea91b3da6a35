/** CPU time of a run in microseconds: user and system of this process, which other load on the machine does not touch. */
export function cpuMicroseconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Ratio of two workloads: both are warmed up, then run in turn, and the least CPU time of each counts, since noise only
 * ever adds.
 */
export function ratioOf(
  subject: () => void,
  floor: () => void,
  rounds = 15,
): { ratio: number; subject: number; floor: number } {
  for (let i = 0; i < 2; i++) {
    subject();
    floor();
  }
  let least = Number.POSITIVE_INFINITY;
  let leastFloor = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    leastFloor = Math.min(leastFloor, cpuMicroseconds(floor));
    least = Math.min(least, cpuMicroseconds(subject));
  }
  return { ratio: least / leastFloor, subject: least, floor: leastFloor };
}

/** The floor of P1 and P2: each message's lines split into a Map of lower-cased names. */
export function splitMap(messages: readonly string[]): number {
  let rows = 0;
  for (const message of messages) {
    const map = new Map<string, string>();
    for (const line of message.split('\r\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) map.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1));
    }
    rows += map.size;
  }
  return rows;
}
