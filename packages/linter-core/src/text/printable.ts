/**
 * What a terminal or a viewer would act on or hide: controls (C0, DEL, C1), lone surrogates, line and paragraph separators,
 * noncharacters, and format characters such as the bidirectional overrides. The joiners stay: emoji and several scripts are
 * written with them.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]|(?![\u200c\u200d])\p{Cf}/gu;

/** What nearly all text is, and much faster to tell. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Hostile text made safe to show, on one line: nothing is lost, what cannot be shown is written out. */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNPRINTABLE, visible);
}

/** `␛` for ESC, `␡` for DEL, `<U+202E>` for what has no picture of its own. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
