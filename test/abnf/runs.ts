/** So many texts of each rule; `SIPLINT_ABNF_RUNS=100000` makes more of them. */
export function runs(count: number): number {
  return Number(process.env.SIPLINT_ABNF_RUNS ?? count);
}

/** `SIPLINT_ABNF_SEED` makes other texts; the same ones come out each time otherwise. */
export const SEED = Number(process.env.SIPLINT_ABNF_SEED ?? 3261);

/** A text of octets as a failure shows it. */
export function shown(octets: string): string {
  return JSON.stringify(octets).replace(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
