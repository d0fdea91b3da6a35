import type { HeaderGrammar } from '../../registry/types.js';
import type { HeaderField, ParsedField } from '../header-field.js';
import { readCSeq } from './cseq.js';
import { readSingle } from './list.js';
import { Reader } from './reader.js';

type FieldGrammar = (reader: Reader) => ParsedField<unknown>;

/** The production of each grammar of the header table; a grammar that is absent reads its value as plain text. */
const GRAMMARS: Partial<Record<HeaderGrammar, FieldGrammar>> = {
  cseq: (reader) => readSingle(reader, readCSeq, 'cseq.trailing-text'),
};

const UNREAD: ParsedField<never> = { values: [], issues: [] };

/** Reads the value of a row by the grammar of its header field. A row that is empty or unreadable has no values. */
export function parseFieldValue(field: HeaderField): ParsedField<unknown> {
  if (field.isEmpty || !field.isReadable) return UNREAD;
  const reader = new Reader(field.message.text, field.valueStart, field.valueEnd, field);
  const grammar = field.definition && GRAMMARS[field.definition.grammar];
  if (grammar) return grammar(reader);
  const node = reader.node(field.valueStart, field.valueEnd);
  return { values: [{ start: node.start, end: node.end, value: node, partial: node }], issues: [] };
}
