/**
 * Parameters of a property: the same runs each time. `SIPLINT_FUZZ_RUNS=100` makes a hundred times as many, and
 * `SIPLINT_FUZZ_SEED` others.
 */
export function runs(count: number): {
  readonly seed: number;
  readonly numRuns: number;
  readonly endOnFailure: boolean;
} {
  const factor = Number(process.env.SIPLINT_FUZZ_RUNS ?? 1);
  // Shrinking an input of a long run takes longer than the run itself.
  return { seed: Number(process.env.SIPLINT_FUZZ_SEED ?? 3261), numRuns: count * factor, endOnFailure: factor > 20 };
}
