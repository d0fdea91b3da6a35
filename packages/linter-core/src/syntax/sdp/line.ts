import type { Range } from '../../text/range.js';
import type { SyntaxIssue } from '../issue.js';
import type { TextNode } from '../nodes.js';
import { readAttributeValue, readLineValue } from './read-value.js';

/** What the grammar of a line made of its value. */
export interface ParsedLine<T> {
  /** undefined if it did not parse, so that semantic rules skip it. */
  readonly value: T | undefined;
  readonly issues: readonly SyntaxIssue[];
}

/** One line of a session description, `type=value` with its terminator. All offsets are relative to the message. */
export class SdpLine<T = unknown> implements Range {
  #parsed: ParsedLine<T> | undefined;

  constructor(
    /** The text of the message. */
    readonly text: string,
    /** The letter; empty for an empty line and for one that is not of the form `letter=`. */
    readonly type: string,
    readonly start: number,
    /** Behind the equals sign, and behind blanks there that are none of the value. */
    readonly valueStart: number,
    /** Behind the value; blanks at the end of the line are left out where they can be no part of it. */
    readonly valueEnd: number,
    /** Where the terminator starts. */
    readonly contentEnd: number,
    /** Behind the terminator. */
    readonly end: number,
  ) {}

  /** The typed value, read when first asked for. */
  get value(): T | undefined {
    return this.parsed.value;
  }

  get issues(): readonly SyntaxIssue[] {
    return this.parsed.issues;
  }

  get parsed(): ParsedLine<T> {
    this.#parsed ??= this.read();
    return this.#parsed;
  }

  /** The value as it stands. */
  get rawValue(): string {
    return this.text.slice(this.valueStart, this.valueEnd);
  }

  /** The line end as it stands; empty at the end of the body. */
  get terminator(): string {
    return this.text.slice(this.contentEnd, this.end);
  }

  /** The line without its terminator. */
  get contentRange(): Range {
    return { start: this.start, end: this.contentEnd };
  }

  protected read(): ParsedLine<T> {
    // The type letter decides the type of the value; `SdpLineTypes` states which it is.
    return readLineValue(this) as ParsedLine<T>;
  }
}

/** An a= line (RFC 8866 §5.13). Its `value` is that of the attribute, behind the colon. */
export class SdpAttribute<T = unknown> extends SdpLine<T> {
  constructor(
    text: string,
    start: number,
    valueStart: number,
    valueEnd: number,
    contentEnd: number,
    end: number,
    /** Attribute names are case-sensitive. */
    readonly name: string,
    /** Offset of the colon; undefined for a property attribute. */
    readonly colon: number | undefined,
    /** Where the value of the attribute starts, behind blanks that are none of it; `valueEnd` for a property attribute. */
    readonly attributeValueStart: number,
  ) {
    super(text, 'a', start, valueStart, valueEnd, contentEnd, end);
  }

  get nameNode(): TextNode {
    return { start: this.valueStart, end: this.valueStart + this.name.length, text: this.name };
  }

  /** The value as it stands; undefined for a property attribute. */
  get valueNode(): TextNode | undefined {
    if (this.colon === undefined) return undefined;
    return {
      start: this.attributeValueStart,
      end: this.valueEnd,
      text: this.text.slice(this.attributeValueStart, this.valueEnd),
    };
  }

  protected override read(): ParsedLine<T> {
    // The name decides the type of the value; `SdpAttributeTypes` states which it is.
    return readAttributeValue(this) as ParsedLine<T>;
  }
}
