import type { HeaderDefinition } from '../registry/types.js';
import type { Range } from '../text/range.js';
import { codeUnitsOf } from './code-units.js';
import { skipSpace } from './frame-text.js';
import type { HeaderName } from './header-names.js';
import { NO_ISSUES, type SyntaxIssue } from './issue.js';
import type { SipMessage } from './message.js';
import type { TextNode } from './nodes.js';
import type { FieldGrammar } from './values/field-grammars.js';
import { takeReader, textIssues, textValues, valueIssues } from './values/parse-field-value.js';

/** One value of a header field: the whole value of a single-value field, or one element of a list. */
export interface ParsedValue<T> extends Range {
  /** The typed value; undefined if it did not parse, so semantic rules skip it. */
  readonly value: T | undefined;
  /** What could be read of a value that did not parse; equals `value` where that is given. */
  readonly partial: T | undefined;
}

const NO_VALUES: readonly never[] = [];
/** Stands for the values of rows that cannot be read. */
const UNREADABLE: readonly never[] = [];
/** The same of a row whose value goes on in the next line, though that does not begin with white space. */
const CUT: readonly never[] = [];

/** One row of the header section: a name, a colon and a value with its folds. All offsets are relative to the message. */
export class HeaderField<T = unknown> implements Range {
  #values: readonly ParsedValue<T>[] | undefined;
  #issues: readonly SyntaxIssue[] | undefined;
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
    /** The value without surrounding white space; both at the end of the row for an empty value. */
    readonly valueStart: number,
    readonly valueEnd: number,
    /** Behind the last line terminator of the row. */
    readonly end: number,
    isReadable: boolean,
  ) {
    if (!isReadable) this.#values = UNREADABLE;
  }

  /** Notes that the next line holds the rest of the value, though it does not begin with white space. */
  cut(): void {
    this.#values = CUT;
  }

  get isCut(): boolean {
    return this.#values === CUT;
  }

  /** False if the row itself forbids to read its value: a CR stands inside of it, or it is cut. */
  get isReadable(): boolean {
    return this.#values !== UNREADABLE && !this.isCut;
  }

  /** As written. */
  get name(): string {
    return this.header.name;
  }

  get nameEnd(): number {
    return this.start + this.header.name.length;
  }

  /** Offset of the colon. */
  get colon(): number {
    return skipSpace(this.message.text, this.nameEnd, this.end);
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

  /** The typed values of this row, parsed when first asked for. A row that is empty or unreadable has none. */
  get values(): readonly ParsedValue<T>[] {
    return this.#values ?? this.#parse();
  }

  get issues(): readonly SyntaxIssue[] {
    return this.#issues ?? this.#judge();
  }

  /** The first value of this row that parsed: the value of a single-value field. */
  get value(): T | undefined {
    return this.values[0]?.value;
  }

  #judge(): readonly SyntaxIssue[] {
    const { read, isSound } = this.grammar;
    if (this.isEmpty || !this.isReadable) this.#issues = NO_ISSUES;
    // Plain text is judged without a node of it, which few ask for.
    else if (!read) this.#issues = textIssues(this);
    else if (isSound?.(codeUnitsOf(this.message.text), this.valueStart, this.valueEnd)) this.#issues = NO_ISSUES;
    else this.#parse();
    return this.#issues ?? NO_ISSUES;
  }

  #parse(): readonly ParsedValue<T>[] {
    const { read } = this.grammar;
    let values: readonly ParsedValue<unknown>[] = NO_VALUES;
    if (this.isEmpty) this.#issues = NO_ISSUES;
    else if (!read) values = textValues(this);
    else {
      const reader = takeReader(this);
      values = read(reader);
      this.#issues = valueIssues(this, values, reader);
      this.message.idleReader = reader;
    }
    // The grammar of the definition decides the type of the values; `HeaderValueTypes` states which it is.
    this.#values = values as readonly ParsedValue<T>[];
    return this.#values;
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
