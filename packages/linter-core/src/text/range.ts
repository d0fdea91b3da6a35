/** A half-open range of UTF-16 code units. In a message's tree it is relative to the start of the message. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
