import { CONTROL, NONASCII, skipUnits } from '../chars.js';
import { type CodeUnits, codeUnitsOf } from '../code-units.js';
import type { HeaderField, ParsedValue } from '../header-field.js';
import { NO_ISSUES, type SyntaxIssue } from '../issue.js';
import { controlName, findOctetDefects, octetName } from '../octets.js';
import { WholeValue } from './parsed-value.js';
import { Reader } from './reader.js';

/** A reader at the value of a row, to be given back to its message. */
export function takeReader(field: HeaderField): Reader {
  const { message, valueStart, valueEnd } = field;
  // One reader for all rows of a message: it dies as young as they do, and nothing that outlives it is written to.
  const reader = message.idleReader ?? new Reader(message.text, 0, 0);
  message.idleReader = undefined;
  reader.begin(valueStart, valueEnd, field);
  return reader;
}

/** The issues of a row whose value was read by a grammar. */
export function valueIssues(
  field: HeaderField,
  values: readonly ParsedValue<unknown>[],
  { units, issues, hasUnjudgedOctets }: Reader,
): readonly SyntaxIssue[] {
  // A grammar that read its value through has met no octet outside its classes; only free text lets any pass.
  const mayHoldAny = field.grammar.admitsFreeText || hasUnjudgedOctets || issues.length > 0;
  if (mayHoldAny && hasOddOctet(units, field)) {
    const octetIssues = octetIssuesOf(
      field,
      values.every(({ value }) => value !== undefined),
    );
    if (octetIssues.length > 0) return octetIssues;
  }
  return issues.length > 0 ? issues : NO_ISSUES;
}

/** The value of a row that is plain text. */
export function textValues(field: HeaderField): readonly ParsedValue<unknown>[] {
  return [new WholeValue({ start: field.valueStart, end: field.valueEnd, text: field.rawValue })];
}

/** The issues of a row that is plain text. */
export function textIssues(field: HeaderField): readonly SyntaxIssue[] {
  return hasOddOctet(codeUnitsOf(field.message.text), field) ? octetIssuesOf(field, true) : NO_ISSUES;
}

function hasOddOctet(units: CodeUnits, { valueStart, valueEnd }: HeaderField): boolean {
  return skipUnits(units, valueStart, valueEnd, ~(CONTROL | NONASCII)) < valueEnd;
}

/** The first control character and the first octet that is no UTF-8: one issue of the row each, which stand for all others. */
function octetIssuesOf(field: HeaderField, tolerated: boolean): readonly SyntaxIssue[] {
  const { grammar, message, valueStart, valueEnd } = field;
  const { text } = message;
  const isOctets = message.source.encoding === 'bytes';
  const defects = findOctetDefects(text, valueStart, valueEnd, grammar.quoting, isOctets);
  const { firstControl, controlCount, firstNonUtf8 } = defects;
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
