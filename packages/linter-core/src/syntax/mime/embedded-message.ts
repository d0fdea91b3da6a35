import { SourceText } from '../../text/source-text.js';
import type { SipMessage } from '../message.js';
import { MessageParser } from '../message-parser.js';
import type { BodyPart } from './body-part.js';

/**
 * The SIP message in a part of type message/sip (RFC 3261 §23.4) or message/sipfrag (RFC 3420), parsed anew each time it is
 * asked for; undefined for other types and for an encoded part. Its source is the content alone: ranges of it become ranges
 * of the message around it by adding `part.contentStart`. Its body is the rest of the part, as MIME and not Content-Length
 * says where that ends. A sipfrag that is no whole message may have an unrecognized start line.
 */
export function embeddedMessage(part: BodyPart): SipMessage | undefined {
  const isSip = part.essence === 'message/sip' || part.essence === 'message/sipfrag';
  if (!isSip || part.isEncoded || part.hasMalformedHeaders || part.contentStart === part.contentEnd) return undefined;
  const { message, content: text } = part;
  const source = SourceText.fromString(message.sourceText(part.contentRange), message.source.encoding);
  const parser = new MessageParser(source, text, { judgesLineEnds: false, isBoundary: () => false });
  const embedded = parser.parse(0);
  embedded.text = text;
  const length = source.byteLength(embedded.headerEnd, text.length);
  embedded.body = {
    start: embedded.headerEnd,
    end: text.length,
    declaredLength: undefined,
    lengthVerdict: 'unknown',
    storedLength: length,
    wireLength: length,
    trueLength: length,
    boundary: length === 0 ? 'no-body' : 'end-of-file',
    surplus: undefined,
    surplusKind: undefined,
  };
  return embedded;
}
