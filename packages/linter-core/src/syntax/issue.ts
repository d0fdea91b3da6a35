import type { Range } from '../text/range.js';
import type { HeaderField } from './header-field.js';
import type { BodyPart } from './mime/body-part.js';

/**
 * A defect of grammar that the parser saw: a code such as `via.sent-by-missing` and the range it stands at. The rules give
 * each code its rule, message and severity.
 */
export interface SyntaxIssue extends Range {
  readonly code: string;
  /** What a message about it quotes. */
  readonly data?: Readonly<Record<string, string | number>> | undefined;
  /**
   * True if the value is clear all the same (an underscore in a host name, port 0): semantic rules still judge it.
   * Otherwise the value counts as unread.
   */
  readonly tolerated?: boolean | undefined;
  /** The header field it stands in, where it stands in one. */
  readonly field?: HeaderField | undefined;
  /** The body or part of it whose frame it is about, where it is about one. */
  readonly part?: BodyPart | undefined;
}

/** Shared by all that has no issue. Not frozen: engines loop over frozen arrays several times slower. */
export const NO_ISSUES: readonly SyntaxIssue[] = [];
