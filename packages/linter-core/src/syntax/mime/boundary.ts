import { hasPlaceholder } from '../chars.js';
import { paramOf } from '../nodes.js';
import { unquote } from '../values/quoted-string.js';
import type { BodyPart } from './body-part.js';

const MAX_LENGTH = 70;
const BCHARS_NO_SPACE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=?";

/**
 * The boundary of a multipart, its defects reported: a missing one, and one against `boundary := 0*69<bchars> bcharsnospace`
 * (RFC 2046 §5.1.1), which divides the content all the same. undefined if the content cannot be divided.
 */
export function readBoundary(part: BodyPart): string | undefined {
  const field = part.field('Content-Type');
  const type = field?.value;
  if (!type) return undefined;
  const param = paramOf(type, 'boundary');
  if (!param) {
    // A placeholder may stand for parameters too.
    if (!hasPlaceholder(field.rawValue)) {
      part.report('mime.multipart.boundary-missing', type, { found: firstDelimiter(part) }, field);
    }
    return undefined;
  }
  const boundary = unquote(param.value ?? '');
  if (hasPlaceholder(boundary)) return undefined;
  if (!isBoundary(boundary)) part.report('mime.multipart.boundary-malformed', param, { boundary }, field);
  return boundary.trimEnd() === '' ? undefined : boundary;
}

function isBoundary(boundary: string): boolean {
  if (boundary.length === 0 || boundary.length > MAX_LENGTH || boundary.endsWith(' ')) return false;
  for (const character of boundary) if (character !== ' ' && !BCHARS_NO_SPACE.includes(character)) return false;
  return true;
}

/** The boundary that the first line of the content shows, if it looks like a delimiter. */
function firstDelimiter({ message, contentStart, contentEnd }: BodyPart): string {
  const head = message.text.slice(contentStart, Math.min(contentEnd, contentStart + MAX_LENGTH + 10));
  const line = head.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? '';
  const boundary = line.startsWith('--') ? line.slice(2).trimEnd() : '';
  return isBoundary(boundary) ? boundary : '';
}
