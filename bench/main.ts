import { parseArgs } from 'node:util';
import { printRows, type Row } from './report.js';
import { coldStart } from './rows/cold-start.js';
import { pulled, pushed } from './rows/editor.js';
import { growth } from './rows/growth.js';
import { hostile } from './rows/hostile.js';
import { lintAll } from './rows/lint.js';
import { longFile } from './rows/long-file.js';
import { parseOnly } from './rows/parse.js';
import { singleRules } from './rows/rules.js';

/** The rows of the performance table, each of which measures itself against floors of the same run. */
const ROWS: Readonly<Record<string, (isLarge: boolean) => Row[] | Promise<Row[]>>> = {
  P1: lintAll,
  P2: parseOnly,
  P3: singleRules,
  // P6 comes with P4: both look at the same runs.
  P4: (isLarge) => [...longFile(75, 3), ...(isLarge ? longFile(750) : [])],
  P7: growth,
  P8: hostile,
  P9: coldStart,
  P10: pulled,
  P11: pushed,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    /** Lints a file of 750 MB too, which takes about a minute. */
    large: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !Object.hasOwn(ROWS, name));
if (unknown.length > 0) {
  console.error(`bench: no row ${unknown.join(', ')}; there are ${Object.keys(ROWS).join(', ')}`);
  process.exitCode = 2;
} else {
  const names = positionals.length > 0 ? positionals : Object.keys(ROWS);
  const rows: Row[] = [];
  for (const name of names) rows.push(...((await ROWS[name]?.(values.large)) ?? []));
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else printRows(rows);
  if (rows.some(({ meetsGate }) => !meetsGate)) process.exitCode = 1;
}
