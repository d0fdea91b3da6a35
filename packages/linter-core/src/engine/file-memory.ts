import { MessageMemory } from '../input/message-memory.js';
import type { SipFile } from '../input/sip-file.js';
import { JudgementMemory } from './judgement-memory.js';

/**
 * What an editor keeps of a document between two versions of it: messages that an edit did not touch are neither parsed nor
 * judged again. It serves one document, whose newest version owns the messages: those of an older one are moved.
 */
export class FileMemory {
  readonly messages = new MessageMemory();
  readonly judgements = new JudgementMemory();
  /** What the text that was linted last holds. */
  file: SipFile | undefined;

  /** Forgets all: the next text is read and judged from its beginning. */
  clear(): void {
    this.messages.clear();
    this.judgements.clear();
    this.file = undefined;
  }
}
