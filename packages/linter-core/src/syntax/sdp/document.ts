import type { Range } from '../../text/range.js';
import type { SyntaxIssue } from '../issue.js';
import type { SdpLine } from './line.js';
import type { SdpMedia, SdpSection } from './section.js';

/** A session description (RFC 8866) as it stands in a message. Its lines tile `[start, end)`. */
export class SdpDocument implements Range {
  #issues: readonly SyntaxIssue[] | undefined;

  constructor(
    /** The text of the message. */
    readonly text: string,
    readonly start: number,
    readonly end: number,
    /** Lines before the first m=. */
    readonly session: SdpSection,
    readonly media: readonly SdpMedia[],
    /** From a second v= line on: another description pasted behind the first. Empty for most. */
    readonly surplus: readonly SdpLine[],
    /** False if the first line that is not empty is not of the form `letter=`: another kind of text, of which no more is judged. */
    readonly isSdp: boolean,
    /** True if a placeholder stands for whole lines, so that nothing can be said about absent ones. */
    readonly hasUnknownLines: boolean,
    /** True for a part of a multipart body: its last line may end at the delimiter, without a terminator. */
    readonly isBodyPart: boolean,
    /** Issues of the form of the lines. */
    readonly lineIssues: readonly SyntaxIssue[],
  ) {}

  /** All lines in order. */
  *lines(): Generator<SdpLine> {
    yield* this.session.lines;
    for (const media of this.media) yield* media.lines;
    yield* this.surplus;
  }

  /** The issues of the form of the lines, then those of their values; asking for them reads every value. */
  get issues(): readonly SyntaxIssue[] {
    this.#issues ??= this.#collectIssues();
    return this.#issues;
  }

  #collectIssues(): readonly SyntaxIssue[] {
    if (!this.isSdp) return this.lineIssues;
    const issues = [...this.lineIssues];
    collectFrom(this.session.lines, issues);
    for (const media of this.media) collectFrom(media.lines, issues);
    collectFrom(this.surplus, issues);
    return issues;
  }
}

function collectFrom(lines: readonly SdpLine[], issues: SyntaxIssue[]): void {
  for (const line of lines) {
    for (const issue of line.issues) issues.push(issue);
  }
}
