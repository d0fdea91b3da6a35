/** Why no linter can tell from the bytes of messages whether a statement was kept. */
export const REASONS = {
  'inner-state': 'what an element does or keeps inside; its messages look the same',
  'unseen-cause': 'hangs on what the element received, knew or decided, which no message shows',
  absence: 'demands that something is sent, or never sent, at a time that no trace is known to cover',
  policy: 'hangs on how its operator configured the element',
  secret: 'needs a key, a password or a certificate to check',
  meaning: 'needs a person who understands the content or the intention',
  'user-interface': 'what a user is shown or asked',
  transport: 'below the messages: name resolution, connections, TLS, packets',
  role: 'binds one kind of element, and no byte says of which kind the sender is',
  uniqueness: 'random, or unique for all time and everywhere: one file shows neither',
  capability: 'what an implementation is able to do, whether it ever does it or not',
  'other-documents': 'binds those who write extensions or register names',
} as const;

export type Reason = keyof typeof REASONS;

/** A sentence of an RFC that demands something, and what becomes of it here: rules that judge it, or why there is none. */
export type Statement = {
  /** The section that it stands in. */
  readonly section: string;
  /** The sentence as printed, with single spaces. */
  readonly text: string;
} & (
  | { readonly rules: readonly [string, ...string[]]; readonly undecidable?: undefined }
  | { readonly undecidable: Reason; readonly rules?: undefined }
);

/** A top-level section of an RFC with what it demands, in its order. */
export interface Chapter {
  readonly section: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

export type StatementLevel = 'MUST' | 'SHOULD';

/** How strongly a statement demands it: by the strongest word in it (RFC 2119). */
export function levelOf({ text }: Statement): StatementLevel {
  return /\b(?:MUST|SHALL|REQUIRED)\b/.test(text) ? 'MUST' : 'SHOULD';
}
