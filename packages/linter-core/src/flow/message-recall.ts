import type { SipMessage } from '../syntax/message.js';
import { MessageParser } from '../syntax/message-parser.js';
import type { SourceText } from '../text/source-text.js';
import type { FlowMessage } from './flow-message.js';

/** How many messages are at hand without being read again; a power of two. */
const AT_HAND = 64;

/** Gives back the messages of a file that have passed: a few are kept, others are read again from their text. */
export class MessageRecall {
  readonly #kept: (SipMessage | undefined)[] = [];

  constructor(private readonly source: SourceText) {}

  keep(message: SipMessage): void {
    this.#kept[message.index % AT_HAND] = message;
  }

  messageOf(passed: FlowMessage): SipMessage {
    const kept = this.#kept[passed.index % AT_HAND];
    if (kept?.index === passed.index) return kept;
    const again = readAgain(passed, this.source);
    this.keep(again);
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
