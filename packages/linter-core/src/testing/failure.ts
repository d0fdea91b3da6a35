/** What a check of a rule throws. Test runners show `actual` and `expected` side by side. */
export class RuleTestFailure extends Error {
  override readonly name = 'RuleTestFailure';
  readonly showDiff: boolean;

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
    this.showDiff = actual !== undefined && expected !== undefined;
  }
}

/** @throws {RuleTestFailure} with both lists in its message, for runners that show no difference */
export function assertSameLines(actual: readonly string[], expected: readonly string[], what: string): void {
  if (actual.length === expected.length && actual.every((line, i) => line === expected[i])) return;
  const list = (lines: readonly string[]): string =>
    lines.length > 0 ? lines.map((line) => `\n    ${line}`).join('') : ' none';
  throw new RuleTestFailure(`${what}\n  found:${list(actual)}\n  expected:${list(expected)}`, actual, expected);
}

export function assertThat(condition: boolean, message: string): asserts condition {
  if (!condition) throw new RuleTestFailure(message);
}
