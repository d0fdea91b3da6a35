import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A sentence of an RFC that demands something. */
export interface NormativeStatement {
  readonly section: string;
  /** With single spaces. */
  readonly text: string;
}

const RFCS = fileURLToPath(new URL('../../../shared/rfc/', import.meta.url));

/** The text of an RFC; undefined, and said so, where it is not at hand. In CI that throws. */
export function rfcText(rfc: number): string | undefined {
  const path = `${RFCS}rfc${rfc}.txt`;
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const problem = `The text of RFC ${rfc} is not at hand: ${path}`;
  if (process.env.CI) throw new Error(problem);
  console.warn(`!!! ${problem}; what is compared with it is not tested`);
  return undefined;
}

/** RFC 2119's words for what is demanded; what is merely allowed (MAY, OPTIONAL) can be broken by nobody. */
const DEMAND = /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED)\b/;
const HEADING = /^(\d+(?:\.\d+)*)\.? +\S/;
/** RFC 3261 lists its section 1 twice: the first time in the table of contents. */
const FIRST_HEADING = /^1 +Introduction$/m;
/** The section that explains the words themselves. */
const TERMINOLOGY = '3';

/** The sentences of an RFC that demand something, in order. */
export function normativeStatements(rfc: string): NormativeStatement[] {
  const body = rfc.slice(rfc.search(FIRST_HEADING));
  const found: NormativeStatement[] = [];
  let section = '';
  for (const paragraph of paragraphsOf(withoutPageBreaks(body))) {
    const heading = HEADING.exec(paragraph)?.[1];
    if (heading !== undefined) section = heading;
    else if (section !== TERMINOLOGY) {
      found.push(...demandsOf(paragraph).map((text) => ({ section, text })));
    }
  }
  return found;
}

/** Takes out footers and headers of pages, and joins a paragraph that goes on behind them. */
function withoutPageBreaks(text: string): string {
  return text.replace(/\n*\n[^\n]*\[Page \d+\]\n\f?\n*[^\n]*\n\n*/g, (furniture, offset: number, whole: string) => {
    const isEnd = /[.:;]/.test(whole.charAt(offset - 1));
    const isIndented = whole.charAt(offset + furniture.length) === ' ';
    return isIndented && !isEnd ? '\n' : '\n\n';
  });
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n[ \t]*\n/).flatMap((block) => (block.trim() === '' ? [] : [block.replace(/^\n+/, '')]));
}

function demandsOf(paragraph: string): string[] {
  // A word that is broken at its hyphen is one word; the mark of a list item belongs to no sentence.
  const text = paragraph
    .replace(/(?<=\w-)\n\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-o*]|\d+\.|\w\)) /, '');
  // Behind "i.e." and the like a sentence goes on; a letter in front tells them from the end of one.
  const sentences = text.split(/(?<=(?<!\b(?:e\.g|i\.e|al|vs|cf))[.!?]["”)]?) (?=["“(]?[A-Z\d])/);
  return sentences.filter((sentence) => DEMAND.test(sentence));
}
