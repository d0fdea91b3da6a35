import { RFC3261_CHAPTERS } from './rfc3261/index.js';
import type { Chapter } from './statement.js';

export { type CoverageFigures, coverageFigures, type Share, type ShareByLevel } from './figures.js';
export { type Chapter, levelOf, REASONS, type Reason, type Statement, type StatementLevel } from './statement.js';

/** By RFC number: everything that it demands, chapter by chapter. */
export const STATEMENTS: ReadonlyMap<number, readonly Chapter[]> = new Map([[3261, RFC3261_CHAPTERS]]);
