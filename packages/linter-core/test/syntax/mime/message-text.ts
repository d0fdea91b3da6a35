import type { SipMessage } from '../../../src/syntax/message.js';
import { MessageParser } from '../../../src/syntax/message-parser.js';
import { type BodyPart, bodyOf, partsOf } from '../../../src/syntax/mime/body-part.js';
import { SourceText } from '../../../src/text/source-text.js';

/** Parses a text as one message whose body is all that stands behind its header section. */
export function messageOf(input: string | Uint8Array): SipMessage {
  const source = typeof input === 'string' ? SourceText.fromString(input) : SourceText.fromBytes(input);
  const { text } = source;
  const message = new MessageParser(source, text, { judgesLineEnds: false, isBoundary: () => false }).parse(0);
  message.text = text;
  const { headerEnd } = message;
  message.body = { ...message.body, start: headerEnd, end: text.length, storedLength: text.length - headerEnd };
  return message;
}

/** A message with a body of a type. */
export function withBody(contentType: string, body: string, ...fields: string[]): SipMessage {
  const head = ['INVITE sip:bob@example.com SIP/2.0', `Content-Type: ${contentType}`, ...fields, '', ''];
  return messageOf(head.join('\r\n') + body);
}

/** Lines with CRLF behind each but the last. */
export function lines(...text: string[]): string {
  return text.join('\r\n');
}

/** The issues of a body and its parts as `code "text of the range"`. */
export function issuesOf(message: SipMessage): string[] {
  return [...partsOf(bodyOf(message))].flatMap(({ issues }) =>
    issues.map(({ code, start, end }) => `${code} ${JSON.stringify(message.text.slice(start, end))}`),
  );
}

/** The parts as a tree: the type and content of a leaf, or the type and parts of a multipart. */
export type Outline = [type: string | undefined, content: string | Outline[]];

export function outlineOf(part: BodyPart): Outline {
  return [part.essence, part.multipart ? part.parts.map(outlineOf) : part.content];
}
