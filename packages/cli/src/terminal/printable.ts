/**
 * What a terminal would act on or hide: controls (C0, DEL, C1), lone surrogates, line and paragraph separators, noncharacters,
 * and format characters such as the bidirectional overrides. The joiners stay: emoji and several scripts are written with them.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]|(?![\u200c\u200d])\p{Cf}/gu;

/** The same within JSON text, where C0 controls are escaped already or are layout. */
const UNPRINTABLE_IN_JSON = /(?![\0-\x1f])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]|(?![\u200c\u200d])\p{Cf}/gu;

/** What nearly all text is, and much faster to tell. */
const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_JSON = /^[\0-\x7e]*$/;

/** Hostile text made safe for a terminal, on one line: nothing is lost, what cannot be shown is written out. */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNPRINTABLE, visible);
}

/** JSON text in which nothing acts on a terminal; it still parses to the same value. */
export function printableJson(json: string): string {
  return PLAIN_JSON.test(json) ? json : json.replace(UNPRINTABLE_IN_JSON, escapeUnits);
}

/** `␛` for ESC, `␡` for DEL, `<U+202E>` for what has no picture of its own. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return escaped;
}
