import type { Random } from '../random.js';

/** What breaks a value where it is put in: separators, quotes, brackets, escapes, controls, octets that are no UTF-8. */
const HOSTILE: readonly string[] = [
  ...'";,:<>()[]{}\\/?=@%&*+-._~!$#|^`\' \t09aAzZ',
  ...['\0', '\x07', '\x7f', '\r', '\xc3\xa9', '\xff', '\x80', '\xe2\x82', '\r\n ', ' \r\n\t'],
  ...['\\"', '""', '<>', '%zz', '%41', '::', '@@', ';;', ',,', '==', '//', ' ;', '= ', ';q=1', ';tag=', '*/*'],
];

/** The value with one to three characters lost, added, replaced, doubled or in another place. */
export function mutate(value: string, random: Random): string {
  let mutated = value;
  for (let count = 1 + random.below(3); count > 0; count--) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(value: string, random: Random): string {
  const at = random.below(value.length + 1);
  const end = Math.min(value.length, at + 1 + (random.chance(0.2) ? random.below(6) : 0));
  switch (random.below(5)) {
    case 0:
      return value.slice(0, at) + value.slice(end);
    case 1:
      return value.slice(0, at) + random.pick(HOSTILE) + value.slice(end);
    case 2:
      return value.slice(0, end) + value.slice(at);
    case 3: {
      const to = random.below(value.length + 1);
      const [first, second] = at < to ? [at, to] : [to, at];
      return (
        value.slice(0, first) + value.slice(second, second + 1) + value.slice(first, second) + value.slice(second + 1)
      );
    }
    default:
      return value.slice(0, at) + random.pick(HOSTILE) + value.slice(at);
  }
}
