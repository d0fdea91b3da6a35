import type { SipMessage } from '../syntax/message.js';
import type { Range } from '../text/range.js';
import type { SourceText } from '../text/source-text.js';
import type { Directive, DirectiveProblem } from './directives.js';
import type { InputSettings } from './settings.js';
import { SipFileReader } from './sip-file-reader.js';

/** What a file holds. Messages, prose and trivia together are its whole text. */
export interface SipFile {
  readonly source: SourceText;
  readonly messages: readonly SipMessage[];
  readonly directives: readonly Directive[];
  readonly problems: readonly DirectiveProblem[];
  /** Text that starts no message: each stretch is one `start-line-unrecognized`. */
  readonly prose: readonly Range[];
  /** Separators, comments, directives, lines of tools, and blank lines. */
  readonly trivia: readonly Range[];
  /** True if a directive says that the file holds the whole call. */
  readonly isComplete: boolean;
}

/** Reads a text into its messages and what stands between them. Never throws, and loses no character. */
export function readSipFile(source: SourceText, settings: InputSettings): SipFile {
  const reader = new SipFileReader(source, settings);
  const messages: SipMessage[] = [];
  for (let message = reader.next(); message; message = reader.next()) messages.push(message);
  const { directives, problems, prose, trivia, isComplete } = reader;
  return { source, messages, directives, problems, prose, trivia, isComplete };
}
