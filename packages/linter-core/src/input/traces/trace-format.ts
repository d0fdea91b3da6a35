import type { MessageOrigin } from '../../syntax/message.js';

/** What a line that a tool wrote around a message tells about the message behind it. */
export interface TraceLine {
  readonly facts: Pick<MessageOrigin, 'time' | 'direction' | 'transport' | 'source' | 'destination'>;
  /** Ports of addresses that the tool writes on lines of their own, behind the addresses. */
  readonly ports?: { readonly source?: string; readonly destination?: string };
  /** True for a line that closes the message before it, and says nothing about the next. */
  readonly isFooter?: boolean;
  /** False for a line that is told from message text only by its place between messages. */
  readonly endsBody?: boolean;
}

/** How one tool marks the messages in what it prints. */
export interface TraceFormat {
  readonly tool: string;
  /** The characters that its lines begin with, so that any other line costs one look. */
  readonly firstCharacters: string;
  /** Reads a line without its terminator; undefined if the tool did not write it. */
  read(line: string): TraceLine | undefined;
}

export const FOOTER: TraceLine = { facts: {}, isFooter: true };

/** What the element that wrote the trace received from a peer, or sent to it. */
export function exchanged(isReceived: boolean, peer: string | undefined, facts: TraceLine['facts']): TraceLine {
  return isReceived
    ? { facts: { ...facts, direction: 'in', source: peer } }
    : { facts: { ...facts, direction: 'out', destination: peer } };
}
