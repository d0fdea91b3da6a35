import { PLACEHOLDER } from '../syntax/chars.js';
import type { Range } from '../text/range.js';
import type { InputSettings, PlaceholderSyntax } from './settings.js';

/** A text with its placeholders masked, character by character, so that offsets stay. */
export interface MaskedText {
  readonly text: string;
  /** In order; empty for most texts. */
  readonly placeholders: readonly Range[];
}

/** What a `.sip` file may hold without being told. */
const AUTOMATIC: readonly PlaceholderSyntax[] = ['braces', 'dollar'];
const LONGEST = 200;

/**
 * The keywords of SIPp, by their start: what may follow is a number, an offset (`+2`), arguments, or a header field name. Any
 * other text in brackets is left alone, IPv6 references above all.
 */
const SIPP_KEYWORD =
  /^\[(?:\$[\w.]+|(?:last_|field\d|file |authentication|fill|rtpstream_|rtpcheck_|tdmmap|routes|next_url|service|remote_|local_|server_ip|media_|auto_media_port|transport|call_id|call_number|cseq|branch|len|pid|msg_index|dynamic_id|peer_tag_param|users|userid|timestamp|date|clock_tick|sipp_version)[^\][\r\n]*)\]/;

/** Finds `{{name}}`, `${name}` and, where asked for, the keywords of SIPp, and masks them. */
export function maskPlaceholders(text: string, settings: InputSettings['placeholders']): MaskedText {
  const syntaxes = settings === 'auto' ? AUTOMATIC : settings;
  const placeholders = [
    ...(syntaxes.includes('braces') ? enclosed(text, '{{', '}}') : []),
    ...(syntaxes.includes('dollar') ? enclosed(text, '${', '}') : []),
    ...(syntaxes.includes('sipp') ? sippKeywords(text) : []),
  ].sort((a, b) => a.start - b.start);
  if (placeholders.length === 0) return { text, placeholders };
  const disjoint: Range[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const range of placeholders) {
    if (range.start < at) continue;
    disjoint.push(range);
    parts.push(text.slice(at, range.start), MASK.repeat(range.end - range.start));
    at = range.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), placeholders: disjoint };
}

const MASK = String.fromCharCode(PLACEHOLDER);

/** Stretches of one line between two marks that hold neither brace nor line end. */
function enclosed(text: string, open: string, close: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at)) {
    const bodyStart = at + open.length;
    const bodyEnd = endOfName(text, bodyStart);
    if (bodyEnd > bodyStart && text.startsWith(close, bodyEnd)) {
      found.push({ start: at, end: bodyEnd + close.length });
      at = bodyEnd + close.length;
    } else at = bodyStart - 1;
  }
  return found;
}

function endOfName(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST);
  let at = start;
  while (at < last && !'{}\r\n'.includes(text.charAt(at))) at++;
  return at;
}

function sippKeywords(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const match = SIPP_KEYWORD.exec(text.slice(at, at + LONGEST));
    if (match) found.push({ start: at, end: at + match[0].length });
  }
  return found;
}
