/** One line of the performance table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly measured: string;
  readonly gate: string;
  readonly goal: string;
  readonly meetsGate: boolean;
  readonly meetsGoal: boolean;
  /** Figures behind it, for reading. */
  readonly details?: readonly string[];
}

/** Judges a figure that should be small. */
export function row(
  id: string,
  what: string,
  figure: { readonly value: number; readonly unit: string },
  limits: { readonly gate: number; readonly goal: number },
  details: readonly string[] = [],
): Row {
  const show = (value: number) => `${Number(value.toPrecision(3))}${figure.unit}`;
  return {
    id,
    what,
    measured: show(figure.value),
    gate: `≤ ${show(limits.gate)}`,
    goal: `≤ ${show(limits.goal)}`,
    meetsGate: figure.value <= limits.gate,
    meetsGoal: figure.value <= limits.goal,
    details,
  };
}

export function printRows(rows: readonly Row[]): void {
  const cells = rows.map(({ id, what, measured, gate, goal, meetsGate, meetsGoal }) => [
    id,
    what,
    measured,
    gate,
    goal,
    meetsGoal ? 'goal' : meetsGate ? 'gate' : 'FAILS',
  ]);
  const table = [['row', 'what', 'measured', 'gate', 'goal', 'reached'], ...cells];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const [index, line] of table.entries()) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    for (const detail of rows[index - 1]?.details ?? []) console.log(`      ${detail}`);
  }
}
