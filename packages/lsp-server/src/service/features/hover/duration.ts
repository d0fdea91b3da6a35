const UNITS: readonly (readonly [seconds: number, one: string, several: string])[] = [
  [86_400, 'day', 'days'],
  [3_600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
  [1, 'second', 'seconds'],
];

/** `**3700 s** is 1 hour 1 minute 40 seconds`. */
export function duration(seconds: number): string {
  if (seconds === 0)
    return '**0 s**: at once. In a registration or subscription it ends the binding or the subscription.';
  let rest = seconds;
  const parts: string[] = [];
  for (const [size, one, several] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : several}`);
  }
  return `**${seconds} s** is ${parts.join(' ')}`;
}
