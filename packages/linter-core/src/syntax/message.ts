import type { Range } from '../text/range.js';
import type { SourceText } from '../text/source-text.js';
import { FieldIndex } from './field-index.js';
import type { HeaderField } from './header-field.js';
import type { HeaderValueTypes } from './header-value-types.js';
import type { SyntaxIssue } from './issue.js';
import type { BodyPart } from './mime/body-part.js';
import type { CSeq, TextNode, Uri } from './nodes.js';
import type { Reader } from './values/reader.js';

/** Request-Line (RFC 3261 §7.1). */
export interface RequestLine extends Range {
  readonly kind: 'request';
  readonly method: TextNode;
  readonly requestUri: Range & { readonly value: Uri | undefined; readonly partial: Uri | undefined };
  readonly version: TextNode;
  readonly issues: readonly SyntaxIssue[];
}

/** Status-Line (RFC 3261 §7.2). */
export interface StatusLine extends Range {
  readonly kind: 'response';
  readonly version: TextNode;
  /** The code as a number; NaN if it is no three-digit code or a placeholder. */
  readonly statusCode: number;
  readonly code: TextNode;
  readonly reasonPhrase: TextNode;
  readonly issues: readonly SyntaxIssue[];
}

/** A first line that is neither; the message's header section is parsed, semantic rules skip it. */
export interface UnrecognizedStartLine extends Range {
  readonly kind: 'unrecognized';
  readonly issues: readonly SyntaxIssue[];
}

export type StartLine = RequestLine | StatusLine | UnrecognizedStartLine;

/** How the end of a body was found (see the documentation of `.sip` files). */
export type BoundaryReason = 'content-length' | 'scan' | 'end-of-file' | 'no-body';

/** How the line ends of a message's header section look. */
export type LineEnds = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

/** What is known of a message from outside of it: a directive, a trace header, a capture. */
export interface MessageOrigin {
  readonly title?: string | undefined;
  /** Seconds, on the clock of the trace. */
  readonly time?: number | undefined;
  readonly direction?: 'in' | 'out' | undefined;
  /** Lower case, as in `udp`; overrides the topmost Via. */
  readonly transport?: string | undefined;
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
  readonly role?: string | undefined;
  readonly dialect?: string | undefined;
  /** True if the octets are one raw packet, so that nothing behind the body is a next message. */
  readonly isPacket?: boolean | undefined;
}

/** What Content-Length is worth against the octets that are there. */
export type LengthVerdict =
  /** No Content-Length that is one valid number, or a placeholder makes the real length unknown. */
  | 'unknown'
  | 'right'
  /** Off by exactly one line terminator at the very end of the file, which an editor adds or strips. */
  | 'final-terminator'
  | 'too-long'
  | 'too-short';

/** What stands behind the declared length: white space only, a further SIP message (in a packet), or something else. */
export type SurplusKind = 'white-space' | 'message' | 'other';

/**
 * The body of a message. Its range is what is judged as body: all there is but for a surplus that is white space, since a
 * too short length says nothing against the text; in a packet only what the length declares.
 */
export interface Body extends Range {
  /** What Content-Length says, if it stands once and is a valid number. */
  readonly declaredLength: number | undefined;
  readonly lengthVerdict: LengthVerdict;
  /**
   * The octets there are behind the header section that belong to this message, surplus included: line ends counted as
   * stored, and as on the wire (every one as CRLF). Blank lines before a separator are left out.
   */
  readonly storedLength: number;
  readonly wireLength: number;
  /** The one of both that a Content-Length of this message should say. */
  readonly trueLength: number;
  readonly boundary: BoundaryReason;
  /** What stands behind the declared length and before the next message or separator: surplus of a too short length. */
  readonly surplus: Range | undefined;
  readonly surplusKind: SurplusKind | undefined;
}

/**
 * One SIP message as it stands in its file. Offsets in the tree are relative to `offset`, so that an edit above the message
 * moves one number. `text` is what was parsed: it equals the source but for placeholders, whose characters are masked.
 */
export class SipMessage {
  /** Position among the messages of the file, from 0. */
  index = 0;
  startLine: StartLine;
  readonly fields: HeaderField[] = [];
  /** Issues of the frame of the message: line ends, rows that are no header field, the end of the header section. */
  readonly issues: SyntaxIssue[] = [];
  origin: MessageOrigin = UNKNOWN_ORIGIN;
  lineEnds: LineEnds = 'none';
  /** End of the header section, behind its empty line. */
  headerEnd = 0;
  body: Body = EMPTY_BODY;
  /** Ranges of placeholders; empty for most messages. */
  placeholders: readonly Range[] = [];
  /** True if a placeholder stands for whole header lines, so that nothing can be said about absent fields. */
  hasUnknownFields = false;
  /** Lines of the header section that are no header field: malformed ones (each with an issue), and placeholders. */
  strayLines: readonly Range[] = [];
  /** Reads the rows, one after the other; undefined while it does, and before the first. */
  idleReader: Reader | undefined;
  /** The body as `bodyOf` read it; undefined before it was asked. */
  bodyPart: BodyPart | undefined;
  readonly #index = new FieldIndex(this.fields);

  constructor(
    public source: SourceText,
    /** Offset of the message in its source; one that was read from its own text alone is moved there. */
    public offset: number,
    /** Complete as soon as the reader knows where the message ends. */
    public text: string,
    startLine: StartLine,
  ) {
    this.startLine = startLine;
  }

  /** Puts the message, as it is, into a text that has it too. */
  moveTo(source: SourceText, offset: number): void {
    this.source = source;
    this.offset = offset;
  }

  /** Appends a parsed row. */
  addField(field: HeaderField): void {
    this.#index.add(field);
    this.fields.push(field);
  }

  /** The first row of a header field, by its registered long name (or the lower-case name of an unregistered one). */
  field<Name extends keyof HeaderValueTypes>(name: Name): HeaderField<HeaderValueTypes[Name]> | undefined;
  field(name: string): HeaderField | undefined;
  field(name: string): HeaderField | undefined {
    return this.#index.first(name);
  }

  /** All rows of a header field in order. */
  fieldsNamed<Name extends keyof HeaderValueTypes>(name: Name): HeaderField<HeaderValueTypes[Name]>[];
  fieldsNamed(name: string): HeaderField[];
  fieldsNamed(name: string): HeaderField[] {
    const rows: HeaderField[] = [];
    for (let row = this.#index.first(name); row; row = row.nextOfName) rows.push(row);
    return rows;
  }

  /** All values of a header field that parsed, over its rows, in order. */
  *valuesOf<Name extends keyof HeaderValueTypes>(name: Name): Generator<HeaderValueTypes[Name]> {
    for (let row = this.field(name); row; row = row.nextOfName) {
      for (const parsed of row.values) if (parsed.value !== undefined) yield parsed.value;
    }
  }

  has(name: string): boolean {
    return this.#index.first(name) !== undefined;
  }

  get kind(): StartLine['kind'] {
    return this.startLine.kind;
  }

  /** The method of a request, or the CSeq method of a response; undefined if it cannot be read. */
  get method(): string | undefined {
    if (this.startLine.kind === 'request') return this.startLine.method.text;
    const cseq: CSeq | undefined = this.field('CSeq')?.value;
    return cseq?.method.text;
  }

  /** The status code of a response; NaN if there is no readable one. */
  get statusCode(): number {
    return this.startLine.kind === 'response' ? this.startLine.statusCode : Number.NaN;
  }

  /** The text of a range as it stands in the file, placeholders unmasked. */
  sourceText(range: Range): string {
    return this.source.slice(this.offset + range.start, this.offset + range.end);
  }

  /** End of the message in its text: of the body and of what is left over behind it. */
  get end(): number {
    return this.body.surplus ? Math.max(this.body.end, this.body.surplus.end) : Math.max(this.body.end, this.headerEnd);
  }

  /** The place to report what concerns the message as a whole: the method or the status code. */
  get anchor(): Range {
    const line = this.startLine;
    return line.kind === 'request' ? line.method : line.kind === 'response' ? line.code : line;
  }
}

/** Of a message about which nothing but its text is known: most messages of a file. */
const UNKNOWN_ORIGIN: MessageOrigin = {};

/** The body of a message whose Content-Length is right, however octets are counted. */
export function soundBody(start: number, end: number): Body {
  const length = end - start;
  return {
    start,
    end,
    declaredLength: length,
    lengthVerdict: 'right',
    storedLength: length,
    wireLength: length,
    trueLength: length,
    boundary: 'content-length',
    surplus: undefined,
    surplusKind: undefined,
  };
}

/** True for a body that is as `soundBody` makes it. */
export function isSoundBody(body: Body): boolean {
  const { declaredLength, storedLength, wireLength, trueLength } = body;
  const length = body.end - body.start;
  const isRight = declaredLength === length && trueLength === length && body.boundary === 'content-length';
  return isRight && storedLength === length && wireLength === length && !body.surplus;
}

const EMPTY_BODY: Body = {
  start: 0,
  end: 0,
  declaredLength: undefined,
  lengthVerdict: 'unknown',
  storedLength: 0,
  wireLength: 0,
  trueLength: 0,
  boundary: 'no-body',
  surplus: undefined,
  surplusKind: undefined,
};
