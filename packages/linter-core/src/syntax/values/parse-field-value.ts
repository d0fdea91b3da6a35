import type { HeaderGrammar } from '../../registry/types.js';
import type { HeaderField, ParsedField } from '../header-field.js';
import type { SyntaxIssue } from '../issue.js';
import { controlName, findOctetDefects, octetName, type QuotingRules } from '../octets.js';
import { readAddressField, readAddressList } from './address-class.js';
import { readAuth, readAuthenticationInfo } from './auth.js';
import { readCallId, readCallIdParams, readListedCallId } from './call-id.js';
import { readProducts } from './comment.js';
import { readContacts } from './contact.js';
import { readCSeq } from './cseq.js';
import { readDate } from './date.js';
import { readFromTo } from './from-to.js';
import { readInfoUri } from './info-uri.js';
import { readAcceptLanguage, readLanguageTag } from './language.js';
import { readList, readSingle } from './list.js';
import { readAcceptRange, readContentType } from './media-type.js';
import { readMimeVersion } from './mime-version.js';
import { digitsOnly, readDeltaSeconds, readMaxForwards } from './numbers.js';
import { readRAck } from './rack.js';
import { Reader } from './reader.js';
import { readDeltaSecondsParams, readRetryAfter } from './retry-after.js';
import { readRoute } from './route.js';
import { readTimestamp } from './timestamp.js';
import { readAcceptEncoding, readContentDisposition, readTokenField, readTokenList, tokenParams } from './token.js';
import { readVia } from './via.js';
import { readWarning } from './warning.js';

type FieldGrammar = (reader: Reader) => ParsedField<unknown>;

const readContentLength = digitsOnly('content-length.not-digits');
const readDigits = digitsOnly('class.digits-malformed');
const readTokenParams = tokenParams('class.token-params-malformed');

/**
 * The production of each grammar of the header table; a grammar that is absent reads its value as plain text. The classes
 * that extension header fields share are read as lists, so that a rule sees a value too many where one is allowed.
 */
const GRAMMARS: Partial<Record<HeaderGrammar, FieldGrammar>> = {
  accept: (reader) => readList(reader, readAcceptRange, 'accept.trailing-text'),
  'accept-encoding': (reader) => readList(reader, readAcceptEncoding, 'accept-encoding.malformed'),
  'accept-language': (reader) => readList(reader, readAcceptLanguage, 'language-tag.malformed'),
  'authentication-info': (reader) =>
    readSingle(reader, readAuthenticationInfo, 'authentication-info.parameter-malformed'),
  'call-id': (reader) => readSingle(reader, readCallId, 'call-id.invalid-character'),
  'call-id-list': (reader) => readList(reader, readListedCallId, 'call-id.invalid-character'),
  'call-id-params': (reader) => readList(reader, readCallIdParams, 'class.call-id.trailing-text'),
  challenge: readAuth,
  contact: readContacts,
  'content-disposition': (reader) => readSingle(reader, readContentDisposition, 'content-disposition.trailing-text'),
  'content-length': (reader) => readSingle(reader, readContentLength, 'content-length.not-digits'),
  'content-type': (reader) => readSingle(reader, readContentType, 'content-type.trailing-text'),
  credentials: readAuth,
  cseq: (reader) => readSingle(reader, readCSeq, 'cseq.trailing-text'),
  date: (reader) => readSingle(reader, readDate, 'date.malformed'),
  'delta-seconds': (reader) => readSingle(reader, readDeltaSeconds, 'delta-seconds.not-digits'),
  'delta-seconds-params': (reader) => readSingle(reader, readDeltaSecondsParams, 'class.delta-seconds-malformed'),
  digits: (reader) => readSingle(reader, readDigits, 'class.digits-malformed'),
  'from-to': (reader) => readSingle(reader, readFromTo, 'name-addr.trailing-text'),
  'info-uri-list': (reader) => readList(reader, readInfoUri, 'info-uri.trailing-text'),
  'language-tag-list': (reader) => readList(reader, readLanguageTag, 'language-tag.malformed'),
  'max-forwards': (reader) => readSingle(reader, readMaxForwards, 'max-forwards.not-digits'),
  'mime-version': (reader) => readSingle(reader, readMimeVersion, 'mime-version.malformed'),
  'name-addr': readAddressField,
  'name-addr-list': readAddressList,
  product: (reader) => readSingle(reader, readProducts, 'comment.unbalanced'),
  rack: (reader) => readSingle(reader, readRAck, 'rack.malformed'),
  'retry-after': (reader) => readSingle(reader, readRetryAfter, 'retry-after.trailing-text'),
  route: (reader) => readList(reader, readRoute, 'name-addr.trailing-text'),
  timestamp: (reader) => readSingle(reader, readTimestamp, 'timestamp.malformed'),
  token: readTokenField,
  'token-list': readTokenList,
  'token-params': (reader) => readList(reader, readTokenParams, 'class.token-params-malformed'),
  'token-params-list': (reader) => readList(reader, readTokenParams, 'class.token-params-malformed'),
  via: (reader) => readList(reader, readVia, 'via.trailing-text'),
  warning: (reader) => readList(reader, readWarning, 'warning.trailing-text'),
};

const STRUCTURED: QuotingRules = { quotedStrings: true, comments: false, freeText: false };
const WORDS: QuotingRules = { quotedStrings: false, comments: false, freeText: false };
const EXTENSION: QuotingRules = { quotedStrings: true, comments: false, freeText: true };
const QUOTING: Partial<Record<HeaderGrammar, QuotingRules>> = {
  'call-id': WORDS,
  'call-id-list': WORDS,
  'call-id-params': { ...STRUCTURED, wordsFirst: true },
  opaque: EXTENSION,
  product: { quotedStrings: false, comments: true, freeText: false },
  'retry-after': { quotedStrings: true, comments: true, freeText: false },
  text: { quotedStrings: false, comments: false, freeText: true },
};

const NO_ISSUES: readonly SyntaxIssue[] = Object.freeze([]);
const UNREAD: ParsedField<never> = { values: [], issues: NO_ISSUES };

/** Reads the value of a row by the grammar of its header field. A row that is empty or unreadable has no values. */
export function parseFieldValue(field: HeaderField): ParsedField<unknown> {
  if (field.isEmpty || !field.isReadable) return UNREAD;
  const { definition, message, valueStart, valueEnd } = field;
  const grammar = definition && GRAMMARS[definition.grammar];
  const reader = new Reader(message.text, valueStart, valueEnd, field);
  const parsed = grammar ? grammar(reader) : readPlainText(field);
  // A grammar that read its value through has met no octet outside its classes; only free text lets any pass.
  if (parsed.issues.length > 0 || reader.hasQuotedString || admitsFreeText(definition?.grammar)) {
    const issue = octetIssue(field, parsed);
    if (issue) return { values: parsed.values, issues: [issue] };
  }
  return parsed;
}

function readPlainText(field: HeaderField): ParsedField<unknown> {
  const { valueStart: start, valueEnd: end } = field;
  const node = { start, end, text: field.rawValue };
  return { values: [{ start, end, value: node, partial: node }], issues: NO_ISSUES };
}

function admitsFreeText(grammar: HeaderGrammar | undefined): boolean {
  switch (grammar) {
    case undefined:
    case 'text':
    case 'opaque':
    case 'product':
    case 'retry-after':
      return true;
    default:
      return false;
  }
}

/** A control character, or else an octet that is no UTF-8: one issue of the row, which stands for all others. */
function octetIssue(field: HeaderField, parsed: ParsedField<unknown>): SyntaxIssue | undefined {
  const { definition, message, valueStart, valueEnd } = field;
  const rules = definition ? (QUOTING[definition.grammar] ?? STRUCTURED) : EXTENSION;
  const { text } = message;
  const isOctets = message.source.encoding === 'bytes';
  const { firstControl, controlCount, firstNonUtf8 } = findOctetDefects(text, valueStart, valueEnd, rules, isOctets);
  const start = firstControl >= 0 ? firstControl : firstNonUtf8;
  if (start < 0) return undefined;
  const tolerated = parsed.values.every(({ value }) => value !== undefined);
  const octet = text.charCodeAt(start);
  const place = { start, end: start + 1, tolerated, field };
  if (firstControl >= 0) {
    return { code: 'value.control-character', ...place, data: { count: controlCount, name: controlName(octet) } };
  }
  return { code: 'value.invalid-utf8', ...place, data: { octet: octetName(octet) } };
}
