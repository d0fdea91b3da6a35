import type { OffsetRange } from '../document.js';

/** What kinds of names tie places of a file together. */
export type NameKind = 'call-id' | 'tag' | 'branch' | 'cseq' | 'route' | 'rseq' | 'payload-type' | 'mid';

/** A place where a name stands. Offsets are those of the document. */
export interface Occurrence extends OffsetRange {
  readonly kind: NameKind;
  /** As written. */
  readonly name: string;
  /** The same for all places that mean the same thing: kind, scope and name. */
  readonly key: string;
  /** True where the name is given or first promised (Record-Route, RSeq, a=rtpmap), false where it is taken up. */
  readonly isDefinition: boolean;
}
