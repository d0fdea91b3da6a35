import type { SipMessage } from '../syntax/message.js';
import { MessageParser } from '../syntax/message-parser.js';
import type { SourceText, TextEncoding } from '../text/source-text.js';
import type { FlowMessage } from './flow-message.js';

/** How many messages that were read again are kept; a power of two. */
const AT_HAND = 16;

/**
 * Gives back the messages of a file that have passed, read again from their text. The parsed messages themselves are not kept
 * as they pass: it would cost more to carry them through the collector's generations than to parse those few that are asked for.
 */
export class MessageRecall {
  readonly #kept: (SipMessage | undefined)[] = [];

  constructor(private readonly source: SourceText) {}

  get encoding(): TextEncoding {
    return this.source.encoding;
  }

  messageOf(passed: FlowMessage): SipMessage {
    const kept = this.#kept[passed.index % AT_HAND];
    if (kept?.index === passed.index) return kept;
    const again = readAgain(passed, this.source);
    this.#kept[passed.index % AT_HAND] = again;
    return again;
  }
}

/** The frame is parsed as before; where the body ends is known, for only the file could tell. */
function readAgain(passed: FlowMessage, source: SourceText): SipMessage {
  const { text } = passed;
  const message = new MessageParser(source, text, { judgesLineEnds: false, isBoundary: () => false }).parse(0);
  message.text = text;
  message.index = passed.index;
  message.offset = passed.offset;
  message.origin = passed.origin;
  message.body = passed.body;
  message.placeholders = passed.placeholders;
  return message;
}
