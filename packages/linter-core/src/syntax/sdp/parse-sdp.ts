import type { Range } from '../../text/range.js';
import { hasPlaceholder } from '../chars.js';
import { type CodeUnits, codeUnitsOf } from '../code-units.js';
import { tokenAt } from '../common-tokens.js';
import type { SyntaxIssue } from '../issue.js';
import { COLON, CR, EQUAL, LF } from '../values/codes.js';
import { FREE_END, FREE_START, isBlank, isLetter, lineTypeFlags, skipToken } from './chars.js';
import { SdpDocument } from './document.js';
import type { SdpIssueCode } from './issue-codes.js';
import { SdpAttribute, SdpLine } from './line.js';
import type { MediaDescription } from './nodes.js';
import { SdpMedia, SdpSection } from './section.js';

/**
 * Reads `[start, end)` of a message as a session description, in linear time and whatever stands there. The lines are
 * found at once; their values are read when asked for. A line ends behind CRLF, LF, or CR in a body without any LF.
 */
export function parseSdp(text: string, start: number, end: number, isBodyPart = false): SdpDocument {
  const walk = new LineWalk(text, start, end);
  while (walk.pos < end) walk.readLine();
  return walk.finish(isBodyPart);
}

/** Attributes whose values start and end with no blank: white space there is a slip, and no part of them. */
const BLANKLESS_ATTRIBUTES: ReadonlySet<string> = new Set(
  `accept-types candidate conf connection content crypto curr des extmap fingerprint fmtp framerate group ice-options ice-pwd
  ice-ufrag key-mgmt label lang max-message-size maxptime mid msid orient path ptime quality remote-candidates rtcp rtcp-fb
  rtpmap sctp-port sctpmap sdplang setup ssrc ssrc-group tls-id type zrtp-hash`.split(/\s+/),
);

class LineWalk {
  pos: number;
  /** Those of the text: while lines are found, nobody reads another. */
  readonly units: CodeUnits;
  readonly #session: SdpSection;
  readonly #media: SdpMedia[] = [];
  readonly #surplus: SdpLine[] = [];
  readonly #issues: SyntaxIssue[] = [];
  #section: SdpSection;
  #endsByCr: boolean | undefined;
  #hasOrigin = false;
  #isSurplus = false;
  #hasContent = false;
  #isSdp = true;
  #hasUnknownLines = false;
  #isInOddRun = false;
  #firstEmpty: Range | undefined;
  #isEmptyReported = false;

  constructor(
    readonly text: string,
    readonly start: number,
    readonly end: number,
  ) {
    this.pos = start;
    this.units = codeUnitsOf(text);
    this.#session = new SdpSection(start, start);
    this.#section = this.#session;
  }

  /** Reads the line at the cursor, which is not at the end. */
  readLine(): void {
    const { units, end } = this;
    const start = this.pos;
    let contentEnd = start;
    let forbidden = -1;
    for (; contentEnd < end; contentEnd++) {
      const code = units[contentEnd] as number;
      if (code > CR) continue;
      if (code === LF) break;
      if (code === CR && (units[contentEnd + 1] === LF || this.#crEndsLines())) break;
      if ((code === 0 || code === CR) && forbidden < 0) forbidden = contentEnd;
    }
    let lineEnd = contentEnd;
    if (lineEnd < end && units[lineEnd] === CR) lineEnd++;
    if (lineEnd < end && units[lineEnd] === LF) lineEnd++;
    this.pos = lineEnd;
    if (forbidden >= 0) {
      this.#report('sdp.line.octet-forbidden', forbidden, forbidden + 1, {
        octet: units[forbidden] === CR ? 'CR' : 'NUL',
      });
    }
    if (start + 1 < contentEnd && units[start + 1] === EQUAL && isLetter(units[start] as number)) {
      this.#addTyped(start, start, start + 2, contentEnd, lineEnd);
    } else this.#addOdd(start, contentEnd, lineEnd);
  }

  finish(isBodyPart: boolean): SdpDocument {
    return new SdpDocument(
      this.text,
      this.start,
      this.end,
      this.#session,
      this.#media,
      this.#surplus,
      this.#isSdp,
      this.#hasUnknownLines,
      isBodyPart,
      this.#isSdp ? this.#issues : this.#issues.filter(({ code }) => code === 'sdp.document.not-sdp'),
    );
  }

  /** A lone CR ends lines only where no LF does; it is looked for once, and only when there is a lone CR. */
  #crEndsLines(): boolean {
    this.#endsByCr ??= !this.text.slice(this.start, this.end).includes('\n');
    return this.#endsByCr;
  }

  #report(code: SdpIssueCode, start: number, end: number, data?: SyntaxIssue['data']): void {
    this.#issues.push({ code, start, end, data, tolerated: true });
  }

  /** A line that does not start with `letter=`: with blanks in its way, empty, or something else. */
  #addOdd(start: number, contentEnd: number, end: number): void {
    const { text } = this;
    let letter = start;
    while (letter < contentEnd && (isBlank(text.charCodeAt(letter)) || text.charCodeAt(letter) === CR)) letter++;
    if (letter === contentEnd) {
      this.#firstEmpty ??= { start, end };
      this.#append(new SdpLine(text, '', start, contentEnd, contentEnd, contentEnd, end));
      return;
    }
    let equal = letter + 1;
    while (equal < contentEnd && isBlank(text.charCodeAt(equal))) equal++;
    if (equal < contentEnd && text.charCodeAt(equal) === EQUAL && isLetter(text.charCodeAt(letter))) {
      if (letter > start) this.#report('sdp.line.leading-blank', start, letter, { type: text.charAt(letter) });
      this.#addTyped(start, letter, equal + 1, contentEnd, end);
      return;
    }
    if (hasPlaceholder(text.slice(start, contentEnd))) this.#hasUnknownLines = true;
    else this.#reportOdd(start, contentEnd);
    this.#startContent();
    this.#append(new SdpLine(text, '', start, start, contentEnd, contentEnd, end));
  }

  #reportOdd(start: number, end: number): void {
    const found = this.text.slice(start, Math.min(end, start + 80));
    if (!this.#hasContent) {
      this.#isSdp = false;
      this.#report('sdp.document.not-sdp', start, end, { found });
    } else if (!this.#isInOddRun) this.#report('sdp.line.not-type-value', start, end, { found });
    this.#isInOddRun = true;
  }

  /** A line of the form `letter=`, the value behind the equals sign. */
  #addTyped(start: number, letter: number, afterEqual: number, contentEnd: number, end: number): void {
    const { text } = this;
    this.#startContent();
    this.#isInOddRun = false;
    const type = text.charAt(letter);
    const flags = lineTypeFlags(text.charCodeAt(letter));
    let valueStart = afterEqual;
    if ((flags & FREE_START) === 0)
      while (valueStart < contentEnd && isBlank(text.charCodeAt(valueStart))) valueStart++;
    if (valueStart > afterEqual || afterEqual > letter + 2) {
      this.#report('sdp.line.blank-at-equals', letter + 1, valueStart, { type });
    }
    if (flags === 0) {
      this.#report('sdp.line.unknown-type', letter, letter + 1, { type });
      this.#append(new SdpLine(text, type, start, valueStart, contentEnd, contentEnd, end));
    } else if (type === 'a') this.#append(this.#attribute(start, valueStart, contentEnd, end));
    else {
      const valueEnd = (flags & FREE_END) !== 0 ? contentEnd : this.#trimEnd(type, valueStart, contentEnd);
      this.#append(new SdpLine(text, type, start, valueStart, valueEnd, contentEnd, end));
    }
  }

  /** attribute = (attribute-name ":" attribute-value) / attribute-name (RFC 8866 §5.13). */
  #attribute(start: number, valueStart: number, contentEnd: number, end: number): SdpAttribute {
    const { text, units } = this;
    const tokenEnd = skipToken(units, valueStart, contentEnd);
    let colon = tokenEnd;
    while (colon < contentEnd && units[colon] !== COLON) colon++;
    if (colon === contentEnd) {
      const nameEnd = this.#trimEnd('a', valueStart, contentEnd);
      this.#judgeName(valueStart, tokenEnd, nameEnd);
      const name = tokenAt(text, units, valueStart, nameEnd);
      return new SdpAttribute(text, start, valueStart, nameEnd, contentEnd, end, name, undefined, nameEnd);
    }
    let nameEnd = colon;
    while (nameEnd > tokenEnd && isBlank(text.charCodeAt(nameEnd - 1))) nameEnd--;
    this.#judgeName(valueStart, tokenEnd, nameEnd);
    const name = tokenAt(text, units, valueStart, nameEnd);
    let attributeValueStart = colon + 1;
    let valueEnd = contentEnd;
    if (BLANKLESS_ATTRIBUTES.has(name)) {
      while (attributeValueStart < contentEnd && isBlank(text.charCodeAt(attributeValueStart))) attributeValueStart++;
      valueEnd = this.#trimEnd('a', attributeValueStart, contentEnd);
    }
    if (attributeValueStart > colon + 1 || nameEnd < colon) {
      this.#report('sdp.attribute.blank-at-colon', nameEnd, attributeValueStart, { name });
    }
    return new SdpAttribute(text, start, valueStart, valueEnd, contentEnd, end, name, colon, attributeValueStart);
  }

  #judgeName(start: number, tokenEnd: number, nameEnd: number): void {
    if (start === nameEnd) this.#report('sdp.attribute.name-missing', start, nameEnd);
    else if (tokenEnd < nameEnd) {
      this.#report('sdp.attribute.name-malformed', start, nameEnd, { found: this.text.slice(start, nameEnd) });
    }
  }

  /** The end of a value without the blanks that no grammar of its line has there; a stray CR among them is reported elsewhere. */
  #trimEnd(type: string, valueStart: number, contentEnd: number): number {
    const { text } = this;
    let end = contentEnd;
    let hasBlank = false;
    for (; end > valueStart; end--) {
      const code = text.charCodeAt(end - 1);
      if (isBlank(code)) hasBlank = true;
      else if (code !== CR) break;
    }
    if (hasBlank) this.#report('sdp.line.trailing-blank', end, contentEnd, { type });
    return end;
  }

  /** Before a line that is not empty: empty ones above it were among the lines. */
  #startContent(): void {
    this.#hasContent = true;
    if (!this.#firstEmpty || this.#isEmptyReported) return;
    this.#report('sdp.line.empty', this.#firstEmpty.start, this.#firstEmpty.end);
    this.#isEmptyReported = true;
  }

  #append(line: SdpLine): void {
    if (line.type === 'v' && (this.#hasOrigin || this.#media.length > 0)) this.#isSurplus = true;
    if (this.#isSurplus) {
      this.#surplus.push(line);
      return;
    }
    if (line.type === 'o') this.#hasOrigin = true;
    if (line.type !== 'm') {
      this.#section.add(line);
      return;
    }
    // The reader of m= lines makes this type of value.
    const media = new SdpMedia(this.#session, this.#media.length, line as SdpLine<MediaDescription>);
    this.#media.push(media);
    this.#section = media;
  }
}
