import type { Range } from '../../text/range.js';
import type { HeaderField } from '../header-field.js';
import type { HeaderValueTypes } from '../header-value-types.js';
import type { SyntaxIssue } from '../issue.js';
import type { SipMessage } from '../message.js';
import type { MediaTypeValue } from '../nodes.js';
import type { SdpDocument } from '../sdp/document.js';
import type { MimeIssueCode } from './issue-codes.js';
import { parseBody } from './parse-body.js';

/**
 * A delimiter line with the line end in front of it and the one behind it, which belong to it (RFC 2046 §5.1.1); the line end
 * behind a close delimiter begins the epilogue.
 */
export interface DelimiterLine extends Range {
  /** The line without line ends and transport padding. */
  readonly line: Range;
}

/** How the content of a multipart is divided: preamble, delimiters, parts, close delimiter and epilogue tile it. */
export interface MultipartFrame {
  /** The boundary parameter without quotes and escapes. */
  readonly boundary: string;
  /** What stands before the first delimiter; all of the content if there is none. */
  readonly preamble: Range;
  /** The delimiter before each part. */
  readonly delimiters: readonly DelimiterLine[];
  /** The close delimiter, or a line that was meant to be it: see `isClosed`. */
  readonly closeDelimiter: DelimiterLine | undefined;
  /** False if there is no close delimiter, or only one that is not complete. */
  readonly isClosed: boolean;
}

/** The body of a message, or one MIME part of it. All offsets are relative to the message. */
export class BodyPart implements Range {
  /** Header fields of the part; those of the message itself for its body. */
  readonly fields: readonly HeaderField[];
  /** The content: behind the header fields and their empty line. */
  contentStart: number;
  contentEnd: number;
  /** The parts of a multipart that could be divided; empty otherwise. */
  parts: readonly BodyPart[] = [];
  /** How a multipart is divided; undefined for other types and where the boundary is not known. */
  multipart: MultipartFrame | undefined;
  /** True if the header section holds a line that is no header line; what is content and what not is a guess then. */
  hasMalformedHeaders = false;
  /** True if a placeholder stands for whole header lines, so that nothing can be said about absent ones. */
  hasUnknownFields = false;
  /** True for a multipart that is not divided because it is nested as deep as is read (`MAX_MULTIPART_DEPTH`). */
  isTooDeep = false;
  /** What `sdpOf` made of the part; null before it was asked. */
  sdp: SdpDocument | undefined | null = null;
  readonly #frameIssues: SyntaxIssue[] = [];
  #issues: readonly SyntaxIssue[] | undefined;

  constructor(
    readonly message: SipMessage,
    /** The multipart it is a part of; undefined for the body. */
    readonly parent: BodyPart | undefined,
    readonly start: number,
    public end: number,
    fields: readonly HeaderField[],
  ) {
    this.fields = fields;
    this.contentStart = start;
    this.contentEnd = end;
  }

  /** How many multiparts it is nested in; 0 for the body. */
  get depth(): number {
    let depth = 0;
    for (let part = this.parent; part; part = part.parent) depth++;
    return depth;
  }

  /** The first row of a header field of the part (of the message, for its body), by its registered long name. */
  field<Name extends keyof HeaderValueTypes>(name: Name): HeaderField<HeaderValueTypes[Name]> | undefined;
  field(name: string): HeaderField | undefined;
  field(name: string): HeaderField | undefined {
    if (!this.parent) return this.message.field(name);
    return this.fields.find((field) => field.canonicalName === name);
  }

  /** Content-Type, where it is given and parsed. */
  get mediaType(): MediaTypeValue | undefined {
    return this.field('Content-Type')?.value;
  }

  /**
   * `type/subtype` in lower case. A part without Content-Type is message/rfc822 in a multipart/digest and text/plain
   * elsewhere (RFC 2046 §5.1.1); a body without it, and a malformed one, have no known type.
   */
  get essence(): string | undefined {
    const field = this.field('Content-Type');
    if (field) return field.value?.essence;
    if (!this.parent || this.hasUnknownFields || this.hasMalformedHeaders) return undefined;
    return this.parent.essence === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  }

  /**
   * The disposition type in lower case: as given, or the default of the media type, which is session for application/sdp and
   * render for others (RFC 3261 §20.11). undefined if it is malformed.
   */
  get disposition(): string | undefined {
    const field = this.field('Content-Disposition');
    if (field) return field.value?.token.text.toLowerCase();
    return this.essence === 'application/sdp' ? 'session' : 'render';
  }

  get isMultipart(): boolean {
    return this.essence?.startsWith('multipart/') ?? false;
  }

  /** True if the content stands in a content coding or transfer encoding, so that its text is not what it says. */
  get isEncoded(): boolean {
    const coding = this.field('Content-Encoding');
    if (coding && coding.rawValue.toLowerCase() !== 'identity') return true;
    const transfer = this.field('Content-Transfer-Encoding')?.rawValue.toLowerCase();
    return transfer !== undefined && transfer !== '7bit' && transfer !== '8bit' && transfer !== 'binary';
  }

  /**
   * True if what the content holds cannot be told: its type is not known, or it is encoded, or it is a multipart that could
   * not be divided, or has such a part. What is not found in it may be there all the same.
   */
  get isOpaque(): boolean {
    if (this.essence === undefined || this.isEncoded || this.hasMalformedHeaders) return true;
    if (!this.isMultipart) return false;
    return !this.multipart || this.parts.some((part) => part.isOpaque);
  }

  /** What stands behind the close delimiter of a multipart; empty for other types. */
  get epilogue(): Range {
    return { start: this.multipart?.closeDelimiter?.end ?? this.contentEnd, end: this.contentEnd };
  }

  /** True if one of the multiparts around it is of this type. */
  isInside(essence: string): boolean {
    for (let part = this.parent; part; part = part.parent) if (part.essence === essence) return true;
    return false;
  }

  /** The content as parsed text. */
  get content(): string {
    return this.message.text.slice(this.contentStart, this.contentEnd);
  }

  get contentRange(): Range {
    return { start: this.contentStart, end: this.contentEnd };
  }

  /** Defects of the multipart and of the header fields of the part. Those of the message's own fields are not among them. */
  get issues(): readonly SyntaxIssue[] {
    this.#issues ??= this.#collectIssues();
    return this.#issues;
  }

  /** Notes a defect of the frame while the body is read. */
  report(code: MimeIssueCode, range: Range, data: SyntaxIssue['data'], field?: HeaderField): void {
    this.#frameIssues.push({ code, start: range.start, end: range.end, data, tolerated: true, field, part: this });
  }

  #collectIssues(): readonly SyntaxIssue[] {
    if (!this.parent || this.fields.length === 0) return this.#frameIssues;
    const issues = [...this.#frameIssues];
    for (const field of this.fields) {
      // It has no meaning in a part (erratum 3183 of RFC 3261), so neither has its grammar.
      if (field.canonicalName === 'Content-Length') continue;
      for (const issue of field.issues) issues.push(issue);
    }
    return issues;
  }
}

/** The body of a message with its parts; read once and kept with the message. */
export function bodyOf(message: SipMessage): BodyPart {
  message.bodyPart ??= parseBody(message);
  return message.bodyPart;
}

/** A part and all parts in it, each before those that it holds. */
export function* partsOf(part: BodyPart): Generator<BodyPart> {
  const waiting = [part];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let i = next.parts.length - 1; i >= 0; i--) {
      const inner = next.parts[i];
      if (inner) waiting.push(inner);
    }
  }
}
