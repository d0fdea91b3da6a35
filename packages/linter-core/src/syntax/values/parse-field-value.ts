import { CONTROL, NONASCII, skipUnits } from '../chars.js';
import type { HeaderField, ParsedField, ParsedValue } from '../header-field.js';
import { NO_ISSUES, type SyntaxIssue } from '../issue.js';
import { controlName, findOctetDefects, octetName } from '../octets.js';
import { Reader } from './reader.js';

const UNREAD: ParsedField<never> = { values: [], issues: NO_ISSUES };

/** Reads the value of a row by the grammar of its header field. A row that is empty or unreadable has no values. */
export function parseFieldValue(field: HeaderField): ParsedField<unknown> {
  if (field.isEmpty || !field.isReadable) return UNREAD;
  const { message, valueStart, valueEnd } = field;
  const { read, admitsFreeText } = field.grammar;
  // One reader for all rows of a message: it dies as young as they do, and nothing that outlives it is written to.
  const reader = message.idleReader ?? new Reader(message.text, 0, 0);
  message.idleReader = undefined;
  reader.begin(valueStart, valueEnd, field);
  const values = read ? read(reader) : plainText(field);
  const issues = reader.issues.length > 0 ? reader.issues : NO_ISSUES;
  // A grammar that read its value through has met no octet outside its classes; only free text lets any pass.
  const mayHoldAny = admitsFreeText || reader.hasUnjudgedOctets || issues.length > 0;
  const octetIssues = mayHoldAny && hasOddOctet(reader, field) ? octetIssuesOf(field, values) : NO_ISSUES;
  message.idleReader = reader;
  return { values, issues: octetIssues.length > 0 ? octetIssues : issues };
}

function plainText(field: HeaderField): readonly ParsedValue<unknown>[] {
  const { valueStart: start, valueEnd: end } = field;
  const node = { start, end, text: field.rawValue };
  return [{ start, end, value: node, partial: node }];
}

function hasOddOctet({ units }: Reader, { valueStart, valueEnd }: HeaderField): boolean {
  return skipUnits(units, valueStart, valueEnd, ~(CONTROL | NONASCII)) < valueEnd;
}

/** The first control character and the first octet that is no UTF-8: one issue of the row each, which stand for all others. */
function octetIssuesOf(field: HeaderField, values: readonly ParsedValue<unknown>[]): readonly SyntaxIssue[] {
  const { grammar, message, valueStart, valueEnd } = field;
  const { text } = message;
  const isOctets = message.source.encoding === 'bytes';
  const defects = findOctetDefects(text, valueStart, valueEnd, grammar.quoting, isOctets);
  const { firstControl, controlCount, firstNonUtf8 } = defects;
  const tolerated = values.every(({ value }) => value !== undefined);
  const issues: SyntaxIssue[] = [];
  const add = (code: string, start: number, data: SyntaxIssue['data']) =>
    issues.push({ code, start, end: start + 1, tolerated, field, data });
  if (firstControl >= 0) {
    const name = controlName(text.charCodeAt(firstControl));
    add('value.control-character', firstControl, { count: controlCount, name });
  }
  if (firstNonUtf8 >= 0) {
    add('value.invalid-utf8', firstNonUtf8, { octet: octetName(text.charCodeAt(firstNonUtf8)) });
  }
  return issues;
}
