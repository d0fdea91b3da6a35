/** The part of a text that a reader sees as one character. */
export interface Cluster {
  readonly text: string;
  /** Offset in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

let segmenter: Intl.Segmenter | undefined;

/** Splits text into grapheme clusters; ASCII, the usual case, without the segmenter. */
export function* clusters(text: string): Iterable<Cluster> {
  if (isAscii(text)) {
    for (let i = 0; i < text.length; i++) yield { text: text.charAt(i), start: i, end: i + 1 };
    return;
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment, index } of segmenter.segment(text)) {
    yield { text: segment, start: index, end: index + segment.length };
  }
}

/** Terminal cells that printable text takes. */
export function displayWidth(text: string): number {
  if (isAscii(text)) return text.length;
  let cells = 0;
  for (const cluster of clusters(text)) cells += clusterWidth(cluster.text);
  return cells;
}

/** Terminal cells of one grapheme cluster: 2 for wide characters and emoji, 0 for a mark that stands alone. */
export function clusterWidth(cluster: string): number {
  const code = cluster.codePointAt(0) ?? 0;
  if (code < 0x300) return cluster.includes(EMOJI_STYLE) ? 2 : 1;
  if (/^[\p{Mn}\p{Me}\u200c\u200d]+$/u.test(cluster)) return 0;
  if (cluster.includes(EMOJI_STYLE) || /\p{Emoji_Presentation}/u.test(cluster)) return 2;
  return isWide(code) ? 2 : 1;
}

/** Variation selector 16: asks for the emoji, two cells wide, of a character that is also a text symbol. */
const EMOJI_STYLE = '\ufe0f';

/** Blocks whose characters are Wide or Fullwidth in Unicode Standard Annex #11. */
const WIDE_BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f], // Hangul Jamo
  [0x2e80, 0x303e], // CJK radicals and punctuation
  [0x3041, 0x4dbf], // Kana, Bopomofo, CJK compatibility, extension A
  [0x4e00, 0xa4cf], // CJK ideographs, Yi
  [0xa960, 0xa97f], // Hangul Jamo extended A
  [0xac00, 0xd7a3], // Hangul syllables
  [0xf900, 0xfaff], // CJK compatibility ideographs
  [0xfe30, 0xfe6f], // CJK compatibility forms
  [0xff01, 0xff60], // fullwidth forms
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff], // Tangut
  [0x1b000, 0x1b2ff], // Kana supplement
  [0x20000, 0x3fffd], // CJK extensions
];

function isWide(code: number): boolean {
  return WIDE_BLOCKS.some(([first, last]) => code >= first && code <= last);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
