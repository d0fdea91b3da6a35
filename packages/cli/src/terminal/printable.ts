export { printable } from '@siplint/core';

/** What a terminal would act on or hide within JSON text, where C0 controls are escaped already or are layout. */
const UNPRINTABLE_IN_JSON = /(?![\0-\x1f])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]|(?![\u200c\u200d])\p{Cf}/gu;

/** What nearly all text is, and much faster to tell. */
const PLAIN_JSON = /^[\0-\x7e]*$/;

/** JSON text in which nothing acts on a terminal; it still parses to the same value. */
export function printableJson(json: string): string {
  return PLAIN_JSON.test(json) ? json : json.replace(UNPRINTABLE_IN_JSON, escapeUnits);
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return escaped;
}
