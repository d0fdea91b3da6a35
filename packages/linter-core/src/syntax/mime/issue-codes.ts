import type { IssueCode } from '../issue-codes.js';

/** Every code that the reader of multipart bodies gives (RFC 2046 §5.1). */
export const MIME_ISSUE_CODES = {
  /** `found` is the boundary of the first line that looks like a delimiter; empty if there is none. */
  'mime.multipart.boundary-missing': { text: 'a multipart type without a boundary parameter', data: ['found'] },
  'mime.multipart.boundary-malformed': {
    text: 'a boundary that is not 1 to 70 characters of its grammar, the last one no blank',
    data: ['boundary'],
  },
  'mime.multipart.delimiter-missing': { text: 'no delimiter line in the content', data: ['boundary'] },
  /** Stands at the line that was meant to close it, or else at the last delimiter line, `found` being that line. */
  'mime.multipart.not-closed': { text: 'no close delimiter', data: ['boundary', 'found'] },
  'mime.part.headers-malformed': {
    text: 'a line that is neither a header line nor the empty line behind them',
    data: ['found'],
  },
} as const satisfies Record<string, IssueCode>;

/** A code of the reader of multipart bodies. */
export type MimeIssueCode = keyof typeof MIME_ISSUE_CODES;
