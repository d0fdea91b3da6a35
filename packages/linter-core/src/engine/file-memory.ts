import { MessageMemory } from '../input/message-memory.js';
import type { SipFile } from '../input/sip-file.js';
import type { SipFileReader } from '../input/sip-file-reader.js';
import type { SourceText } from '../text/source-text.js';
import { FlowMemory } from './flow-memory.js';
import { JudgementMemory } from './judgement-memory.js';

/**
 * What an editor keeps of a document between two versions of it: messages that an edit did not touch are neither parsed nor
 * judged again, and flows of such messages are not judged again if nothing was found in them. It serves one document, whose newest version owns the messages: those of an older one are moved.
 */
export class FileMemory {
  readonly messages = new MessageMemory();
  readonly judgements = new JudgementMemory();
  readonly flows = new FlowMemory();
  #file: SipFile | undefined;

  /** What the text that was linted last holds; undefined before the first. */
  get file(): SipFile | undefined {
    return this.#file;
  }

  /** Notes what a reader found in a text, when it has read all of it. */
  noteFile(source: SourceText, { directives, problems, prose, trivia, isComplete }: SipFileReader): void {
    this.#file = { source, messages: this.messages.messages, directives, problems, prose, trivia, isComplete };
  }

  /** Forgets all: the next text is read and judged from its beginning. */
  clear(): void {
    this.messages.clear();
    this.judgements.clear();
    this.flows.clear();
  }
}
