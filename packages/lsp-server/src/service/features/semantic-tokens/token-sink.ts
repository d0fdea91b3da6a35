import type { OffsetRange } from '../../document.js';
import type { TokenModifier, TokenType } from './legend.js';

export interface Token extends OffsetRange {
  readonly type: TokenType;
  readonly modifier: TokenModifier | undefined;
}

/** Takes the tokens of one message, whose offsets are relative to it. */
export class TokenSink {
  readonly tokens: Token[] = [];

  constructor(private readonly offset: number) {}

  add({ start, end }: OffsetRange, type: TokenType, modifier?: TokenModifier): void {
    if (end > start) this.tokens.push({ start: this.offset + start, end: this.offset + end, type, modifier });
  }
}
