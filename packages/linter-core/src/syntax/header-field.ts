import type { HeaderDefinition } from '../registry/types.js';
import type { Range } from '../text/range.js';
import type { HeaderName } from './header-names.js';
import type { SyntaxIssue } from './issue.js';
import type { SipMessage } from './message.js';
import type { TextNode } from './nodes.js';
import type { FieldGrammar } from './values/field-grammars.js';
import { parseFieldValue } from './values/parse-field-value.js';

/** One value of a header field: the whole value of a single-value field, or one element of a list. */
export interface ParsedValue<T> extends Range {
  /** The typed value; undefined if it did not parse, so semantic rules skip it. */
  readonly value: T | undefined;
  /** What could be read of a value that did not parse; equals `value` where that is given. */
  readonly partial: T | undefined;
}

/** What the grammar of a header field made of one row. */
export interface ParsedField<T> {
  readonly values: readonly ParsedValue<T>[];
  readonly issues: readonly SyntaxIssue[];
}

/** One row of the header section: a name, a colon and a value with its folds. All offsets are relative to the message. */
export class HeaderField<T = unknown> implements Range {
  #parsed: ParsedField<T> | undefined;
  /** True if a row with the same canonical name stands above. */
  isRepeat = false;
  /** The next row with the same canonical name. */
  nextOfName: HeaderField<T> | undefined;
  /** On the first of several rows with the same canonical name: the last of them. */
  lastOfName: HeaderField<T> | undefined;

  constructor(
    readonly message: SipMessage,
    private readonly header: HeaderName,
    /** Start of the name. */
    readonly start: number,
    readonly nameEnd: number,
    /** Offset of the colon. */
    readonly colon: number,
    /** The value without surrounding white space; both at the end of the row for an empty value. */
    readonly valueStart: number,
    readonly valueEnd: number,
    /** Behind the last line terminator of the row. */
    readonly end: number,
    /** Issues of the row itself (name, control characters); the value is not parsed if one of them forbids it. */
    readonly isReadable: boolean,
  ) {}

  /** As written. */
  get name(): string {
    return this.header.name;
  }

  /** The registered long name, or the name in lower case for an unregistered field. */
  get canonicalName(): string {
    return this.header.canonicalName;
  }

  get definition(): HeaderDefinition | undefined {
    return this.header.definition;
  }

  /** One of 31 bits, the same for the same canonical name, so that most names can be told apart without comparing them. */
  get nameBit(): number {
    return this.header.bit;
  }

  /** Position of its definition in the table of header fields; -1 for an unregistered one. */
  get ordinal(): number {
    return this.header.ordinal;
  }

  /** How the value is read. */
  get grammar(): FieldGrammar {
    return this.header.grammar;
  }

  /** The value as parsed text, folds included. */
  get rawValue(): string {
    return this.message.text.slice(this.valueStart, this.valueEnd);
  }

  get isEmpty(): boolean {
    return this.valueStart === this.valueEnd;
  }

  /** The typed values of this row, parsed when first asked for. */
  get values(): readonly ParsedValue<T>[] {
    return this.parsed.values;
  }

  get issues(): readonly SyntaxIssue[] {
    return this.parsed.issues;
  }

  /** The first value of this row that parsed: the value of a single-value field. */
  get value(): T | undefined {
    return this.parsed.values[0]?.value;
  }

  get parsed(): ParsedField<T> {
    // The grammar of the definition decides the type of the values; `HeaderValueTypes` states which it is.
    this.#parsed ??= parseFieldValue(this) as ParsedField<T>;
    return this.#parsed;
  }

  /** The range of the field name. */
  get nameNode(): TextNode {
    return { start: this.start, end: this.nameEnd, text: this.name };
  }

  /** The range of the value without surrounding white space. */
  get valueRange(): Range {
    return { start: this.valueStart, end: this.valueEnd };
  }
}
