import type { Random } from '../random.js';
import type { Host, Packet, World } from './world.js';

/** A packet as a capture point saw it. */
interface Sighting {
  readonly packet: Packet;
  readonly at: number;
  /** As the capturing element sees it; undefined where both ends, or neither, are captured. */
  readonly direction: 'in' | 'out' | undefined;
}

export interface Capture {
  readonly description: string;
  readonly text: string;
}

/** What a file of one call can be declared complete for: an element that sees all of the call that is its own. */
export interface CapturePoint {
  readonly name: string;
  readonly hosts: readonly Host[];
  readonly isWhole: boolean;
  /** Made of captures at each of the hosts, so that a packet from one to the other is there twice. */
  readonly isMerged?: boolean;
}

type Notation = 'plain' | 'times' | 'directives' | 'sngrep' | 'ngrep';

/** What some element saw of all that was sent, as a file, with what befalls captures. */
export function capture(world: World, point: CapturePoint, random: Random): Capture {
  let seen = sightingsAt(world, point);
  const artefacts: string[] = [];
  const befalls = (name: string, probability: number): boolean => {
    const happens = random.chance(probability);
    if (happens) artefacts.push(name);
    return happens;
  };
  const length = seen.length;
  if (befalls('begins late', 0.2)) seen = seen.slice(random.int(0, length >> 1));
  if (befalls('ends early', 0.15)) seen = seen.slice(0, random.int(0, seen.length));
  if (befalls('loses packets', 0.2)) seen = seen.filter(() => !random.chance(0.15));
  const isDoubled = befalls('sees packets twice', 0.15);
  if (isDoubled) seen = seen.flatMap((one) => (random.chance(0.3) ? [one, { ...one, at: one.at + 0.0001 }] : [one]));
  if (befalls('is out of order', 0.15)) overtake(seen, random);
  const notation = random.pick<Notation>(['plain', 'plain', 'times', 'directives', 'sngrep', 'ngrep']);
  // What the network lost on its way to a capture point is missing there.
  const lacksNothing = point.isWhole && world.packets.every(({ arrivedAt }) => arrivedAt !== undefined);
  const isComplete = lacksNothing && artefacts.every((name) => name === 'sees packets twice') && random.chance(0.7);
  const description = [point.name, notation, ...(isComplete ? ['complete'] : []), ...artefacts].join(', ');
  const head = isComplete ? '# siplint-set complete=yes\r\n' : '';
  return { description, text: head + seen.map((one) => written(one, notation)).join('') };
}

/** A call among others: who sees it, and the seconds on the clock of the capture at which it begins. */
export interface BusyPart {
  readonly world: World;
  readonly point: CapturePoint;
  readonly from: number;
}

/** What elements saw who had many calls at once. */
export function busyCapture(parts: readonly BusyPart[], random: Random): Capture {
  const seen = parts
    .flatMap(({ world, point, from }) => sightingsAt(world, point).map((one) => ({ ...one, at: one.at + from })))
    .sort((a, b) => a.at - b.at);
  const notation = random.pick<Notation>(['plain', 'times', 'directives', 'sngrep', 'ngrep']);
  return { description: `busy, ${notation}`, text: seen.map((one) => written(one, notation)).join('') };
}

/** Each packet when it left an element that is captured, or else when it came there. */
function sightingsAt({ packets }: World, { hosts, isMerged = false }: CapturePoint): Sighting[] {
  const sightings: Sighting[] = [];
  for (const packet of packets) {
    const { from, to, sentAt, arrivedAt } = packet;
    const isSent = hosts.includes(from);
    const isReceived = hosts.includes(to);
    if (isSent) sightings.push({ packet, at: sentAt, direction: isReceived && !isMerged ? undefined : 'out' });
    if (isReceived && (!isSent || isMerged) && arrivedAt !== undefined)
      sightings.push({ packet, at: arrivedAt, direction: 'in' });
  }
  return sightings.sort((a, b) => a.at - b.at);
}

/** Datagrams that one element sends another shortly after each other may change places; nothing else may. */
function overtake(seen: Sighting[], random: Random): void {
  seen.forEach((second, at) => {
    const first = seen[at - 1];
    if (!first || second.at - first.at > 0.05 || !random.chance(0.5)) return;
    const [a, b] = [first.packet, second.packet];
    if (a.from !== b.from || a.to !== b.to || a.transport !== 'UDP' || b.transport !== 'UDP') return;
    seen[at - 1] = { ...second, at: first.at };
    seen[at] = { ...first, at: second.at };
  });
}

function written({ packet, at, direction }: Sighting, notation: Notation): string {
  const { transport, from, to } = packet;
  // What stands between messages begins a line.
  const text = packet.text.endsWith('\n') ? packet.text : `${packet.text}\r\n`;
  switch (notation) {
    case 'plain':
      return `---\r\n${text}`;
    case 'times':
      return `---\r\n# siplint-set time=${at.toFixed(4)}\r\n${text}`;
    case 'directives': {
      const way = direction === undefined ? '' : ` direction=${direction}`;
      return `---\r\n# siplint-set time=${at.toFixed(4)} transport=${transport.toLowerCase()}${way}\r\n${text}`;
    }
    case 'sngrep':
      return `${stamp(at)} ${addressOf(from)} -> ${addressOf(to)}\r\n${text}\r\n`;
    case 'ngrep':
      return `${transport === 'UDP' ? 'U' : 'T'} ${addressOf(from)} -> ${addressOf(to)}\r\n${text}\r\n`;
  }
}

function stamp(seconds: number): string {
  const date = new Date(Date.UTC(2024, 4, 4, 12, 0, 0) + seconds * 1000).toISOString();
  return `${date.slice(0, 10).replaceAll('-', '/')} ${date.slice(11, 23)}000`;
}

function addressOf({ ip, port }: Host): string {
  return `${ip}:${port}`;
}
