import { type Chapter, levelOf, REASONS, type Reason, type Statement, type StatementLevel } from './statement.js';

/** How many statements there are, and how many of them have rules. */
export interface Share {
  readonly judged: number;
  readonly all: number;
}

export type ShareByLevel = Readonly<Record<StatementLevel, Share>>;

export interface CoverageFigures {
  readonly chapters: readonly { readonly chapter: Chapter; readonly shares: ShareByLevel }[];
  readonly total: ShareByLevel;
  /** How many rules judge the statements. */
  readonly rules: number;
  /** How many statements cannot be decided, by reason, the most frequent first. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
}

/** Counts what an RFC demands and what of it is judged. */
export function coverageFigures(chapters: readonly Chapter[]): CoverageFigures {
  const statements = chapters.flatMap((chapter) => chapter.statements);
  const reasons = Object.keys(REASONS).filter(isReason);
  return {
    chapters: chapters.map((chapter) => ({ chapter, shares: sharesOf(chapter.statements) })),
    total: sharesOf(statements),
    rules: new Set(statements.flatMap(({ rules = [] }) => rules)).size,
    reasons: reasons
      .map((reason) => ({ reason, count: statements.filter(({ undecidable }) => undecidable === reason).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

function sharesOf(statements: readonly Statement[]): ShareByLevel {
  const share = (level: StatementLevel): Share => {
    const all = statements.filter((statement) => levelOf(statement) === level);
    return { judged: all.filter(({ rules }) => rules !== undefined).length, all: all.length };
  };
  return { MUST: share('MUST'), SHOULD: share('SHOULD') };
}

function isReason(name: string): name is Reason {
  return name in REASONS;
}
