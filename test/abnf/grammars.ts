import { CONDITIONS } from './conditions.js';
import { Grammar, readGrammarFile } from './grammar.js';

const RFCS = ['core.abnf', 'rfc3261.abnf', 'rfc5954.abnf', 'extensions.abnf', 'prose.abnf'];

/** What the RFCs derive. */
export const SIP = grammarOf(RFCS);
/** What the parser is meant to take without a defect. */
export const LENIENT_SIP = grammarOf([...RFCS, 'leniencies.abnf']);

function grammarOf(files: readonly string[]): Grammar {
  return files.reduce((grammar, file) => grammar.add(readGrammarFile(file)), new Grammar(CONDITIONS));
}
