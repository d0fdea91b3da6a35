import { classOf, hasPlaceholder, LWS, NONASCII, TOKEN } from '../chars.js';
import type { TextNode } from '../nodes.js';
import { LPAREN, RPAREN, SLASH } from './codes.js';
import { skipComment } from './comment.js';
import type { Reader } from './reader.js';

type Piece = 'token' | 'slash' | 'comment' | 'other';

/** What stands before the cursor: which piece may follow depends on it. */
type Before = 'nothing' | 'name' | 'version' | Exclude<Piece, 'token'>;

interface Misfit {
  readonly code: 'product.white-space-missing' | 'product.invalid-character';
  readonly start: number;
  readonly end: number;
}

/**
 * Server and User-Agent (§20.35, §20.41): server-val *( LWS server-val ), where server-val = product / comment and
 * product = token [ SLASH token ], read as one text. Nobody parses them, so every defect is tolerated, and only the first is
 * told: an unbalanced comment, which takes in what stands behind it, or else what does not fit.
 */
export function readProducts(reader: Reader): TextNode {
  const { end, pos: start } = reader;
  const misfit = skipProducts(reader);
  const isBalanced = reader.pos >= end;
  if (!isBalanced) reportUnbalanced(reader);
  else if (misfit && !hasPlaceholder(reader.slice(start, end))) {
    reader.tolerate(misfit.code, misfit.start, misfit.end, { found: reader.slice(misfit.start, misfit.end) });
  }
  reader.pos = end;
  return reader.node(start, end);
}

/** Moves to the end, or to a parenthesis that has no other one; the first piece that does not fit its place. */
function skipProducts(reader: Reader): Misfit | undefined {
  const { end, pos: start } = reader;
  let before: Before = 'nothing';
  let slash: Misfit | undefined;
  let misfit: Misfit | undefined;
  while (reader.pos < end) {
    const behind = reader.pos;
    reader.skipLws();
    const at = reader.pos;
    const piece = skipPiece(reader);
    if (!piece) return misfit;
    const isVersion: boolean = before === 'slash' && piece === 'token';
    if (before === 'slash' && !isVersion) misfit ??= slash;
    else if (piece === 'other' || (piece === 'slash' && before !== 'name')) {
      misfit ??= { code: 'product.invalid-character', start: at, end: reader.pos };
    } else if (piece !== 'slash' && !isVersion && at === behind && at > start) {
      misfit ??= { code: 'product.white-space-missing', start: at, end: reader.pos };
    }
    if (piece === 'slash') slash = { code: 'product.invalid-character', start: at, end: reader.pos };
    before = piece === 'token' ? (isVersion ? 'version' : 'name') : piece;
  }
  return misfit ?? (before === 'slash' ? slash : undefined);
}

/** Moves behind the piece at the cursor; undefined, and not moved, for a parenthesis without its other one. */
function skipPiece(reader: Reader): Piece | undefined {
  const { units, end, pos: start } = reader;
  const code = reader.peek();
  if (code === LPAREN) {
    if (skipComment(reader)) return 'comment';
    reader.pos = start;
    return undefined;
  }
  if (code === RPAREN) return undefined;
  if (reader.accept(SLASH)) return 'slash';
  reader.skip(TOKEN);
  if (reader.pos > start) return 'token';
  while (reader.pos < end && isOdd(units[reader.pos] as number)) reader.pos++;
  return 'other';
}

/** True for characters that stand in no product. */
function isOdd(code: number): boolean {
  const isOfProduct = code === LPAREN || code === RPAREN || code === SLASH || (classOf(code) & (TOKEN | LWS)) !== 0;
  return !isOfProduct || (classOf(code) & NONASCII) !== 0;
}

function reportUnbalanced(reader: Reader): void {
  const start = reader.pos;
  const end = reader.peek() === RPAREN ? start + 1 : reader.end;
  reader.tolerate('comment.unbalanced', start, end, { found: reader.slice(start, end) });
}
