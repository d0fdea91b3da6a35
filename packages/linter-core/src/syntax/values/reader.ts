import { classOf, hasPlaceholder, LWS, skipUnits, TOKEN } from '../chars.js';
import { type CodeUnits, codeUnitsOf } from '../code-units.js';
import { tokenAt } from '../common-tokens.js';
import type { HeaderField } from '../header-field.js';
import type { SyntaxIssue } from '../issue.js';
import type { TextNode } from '../nodes.js';
import { SP } from './codes.js';

/**
 * A cursor over a stretch of message text that grammar functions share. A grammar function reads from `pos`, leaves `pos`
 * behind what it read, reports defects by code, and returns its node or undefined; it never throws and never goes back
 * further than its own start, so reading is linear.
 */
export class Reader {
  /** Code units of the text: what a grammar function that nearly every value passes through looks at. */
  units: CodeUnits;
  issues: SyntaxIssue[] = [];
  /** True once a text was read in which no grammar function looks at each octet, such as a quoted string. */
  hasUnjudgedOctets = false;
  /** Number of issues that make a value unread, so that a caller can tell whether something failed since a mark. */
  failures = 0;
  /** Number of components of URIs with a character that they admit as an escape only, or not at all: to be judged yet. */
  oddComponents = 0;

  constructor(
    readonly text: string,
    public pos: number,
    public end: number,
    public field?: HeaderField,
  ) {
    this.units = codeUnitsOf(text);
  }

  /** Starts over on another stretch. The issues found so far remain whose they are. */
  begin(pos: number, end: number, field: HeaderField): void {
    this.units = codeUnitsOf(this.text);
    this.pos = pos;
    this.end = end;
    this.field = field;
    if (this.issues.length > 0) this.issues = [];
    this.hasUnjudgedOctets = false;
    this.failures = 0;
    this.oddComponents = 0;
  }

  get atEnd(): boolean {
    return this.pos >= this.end;
  }

  /** The code unit at the cursor, or -1 at the end. */
  peek(): number {
    return this.pos < this.end ? (this.units[this.pos] as number) : -1;
  }

  /** The character classes at the cursor, 0 at the end. */
  peekClass(): number {
    return this.pos < this.end ? classOf(this.units[this.pos] as number) : 0;
  }

  skip(mask: number): void {
    this.pos = skipUnits(this.units, this.pos, this.end, mask);
  }

  /** LWS / SWS: white space with folds. */
  skipLws(): void {
    // Most separators have no white space around them: look before the call.
    if (this.pos < this.end && (this.units[this.pos] as number) <= SP) this.skip(LWS);
  }

  /** Reads one character if it is the given one. */
  accept(code: number): boolean {
    if (this.pos >= this.end || this.units[this.pos] !== code) return false;
    this.pos++;
    return true;
  }

  /** The characters of the classes at the cursor as a node; undefined if there is none. */
  take(mask: number): TextNode | undefined {
    const start = this.pos;
    this.skip(mask);
    return this.pos === start ? undefined : this.node(start, this.pos);
  }

  /** A token at the cursor as a node; undefined if there is none. */
  takeToken(): TextNode | undefined {
    const start = this.pos;
    this.skip(TOKEN);
    if (this.pos === start) return undefined;
    return { start, end: this.pos, text: tokenAt(this.text, this.units, start, this.pos) };
  }

  node(start: number, end: number): TextNode {
    return { start, end, text: this.text.slice(start, end) };
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /**
   * Reports a defect that makes the value unread. If a placeholder stands in it the value is unread all the same, but
   * nothing is reported: what the placeholder stands for may mend it.
   */
  fail(code: string, start: number, end: number, data?: SyntaxIssue['data']): undefined {
    if (!hasPlaceholder(this.text.slice(start, end))) this.issues.push({ code, start, end, data, field: this.field });
    this.failures++;
    return undefined;
  }

  /** Reports a defect behind which the value is clear all the same. */
  tolerate(code: string, start: number, end: number, data?: SyntaxIssue['data']): void {
    if (hasPlaceholder(this.text.slice(start, end))) return;
    this.issues.push({ code, start, end, data, tolerated: true, field: this.field });
  }
}
