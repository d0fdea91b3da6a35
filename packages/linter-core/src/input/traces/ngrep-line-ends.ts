import { NGREP } from './ngrep.js';

/** A start line as `ngrep -W byline` prints it, which puts a dot for each CR. */
const TELLING = ['SIP/2.0.\n', ' OK.\n', ' Trying.\n'];
const LONGEST_HEADER = 300;

/**
 * Gives the messages of an ngrep trace their line ends back, so that `SIP/2.0.` and LF is CRLF again. The text keeps its
 * length; it is the same text if it is no such trace.
 */
export function restoreNgrepLineEnds(text: string): string {
  if (!holdsArrow(text) || !TELLING.some((ending) => text.includes(ending))) return text;
  const parts: string[] = [];
  let isNgrep = false;
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const next = found < 0 ? text.length : found + 1;
    const first = text.charAt(at);
    if ((first === 'U' || first === 'T') && next - at < LONGEST_HEADER && NGREP.read(text.slice(at, next).trimEnd())) {
      isNgrep = true;
    } else if (isNgrep && found > at && text.charAt(found - 1) === '.') {
      parts.push(text.slice(copied, found - 1), '\r');
      copied = found;
    }
    at = next;
  }
  parts.push(text.slice(copied));
  return isNgrep ? parts.join('') : text;
}

/** True if some line may name two addresses as those of ngrep do. Little else holds an arrow, so this is soon known. */
function holdsArrow(text: string): boolean {
  return text.includes('-> ');
}
