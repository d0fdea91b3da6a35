import type { HeaderDefinition, HeaderGrammar } from '../../registry/types.js';
import type { ParsedValue } from '../header-field.js';
import type { QuotingRules } from '../octets.js';
import { readAddressField, readAddressList } from './address-class.js';
import { readAuth, readAuthenticationInfo } from './auth.js';
import { readCallId, readCallIdParams, readListedCallId } from './call-id.js';
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
import { readProducts } from './products.js';
import { readRAck } from './rack.js';
import type { Reader } from './reader.js';
import { readDeltaSecondsParams, readRetryAfter } from './retry-after.js';
import { readRoute } from './route.js';
import {
  areSoundProducts,
  isSoundCallId,
  isSoundNumber,
  isSoundTokenList,
  type SoundnessCheck,
} from './sound-values.js';
import { readTimestamp } from './timestamp.js';
import { readAcceptEncoding, readContentDisposition, readTokenField, readTokenList, tokenParams } from './token.js';
import { readVia } from './via.js';
import { readWarning } from './warning.js';

/** How the value of a header field is read. */
export interface FieldGrammar {
  /** The values of a row, or undefined where it is plain text. */
  readonly read: ((reader: Reader) => readonly ParsedValue<unknown>[]) | undefined;
  /** A look at a value that spares reading it where it has no defect for certain; undefined where most values are read anyway. */
  readonly isSound: SoundnessCheck | undefined;
  /** Where quoted strings, comments and free text may stand. */
  readonly quoting: QuotingRules;
  /** True if its values are addresses, or URIs with parameters. */
  readonly holdsAddresses: boolean;
  /** True if octets may pass that belong to none of the classes of the grammar. */
  readonly admitsFreeText: boolean;
}

const readContentLength = digitsOnly('content-length.not-digits');
const readDigits = digitsOnly('class.digits-malformed');
const readTokenParams = tokenParams('class.token-params-malformed');

/**
 * The production of each grammar of the header table; a grammar that is absent reads its value as plain text. The classes
 * that extension header fields share are read as lists, so that a rule sees a value too many where one is allowed.
 */
const READERS: Partial<Record<HeaderGrammar, FieldGrammar['read']>> = {
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

const FREE_TEXT: ReadonlySet<HeaderGrammar> = new Set(['text', 'opaque', 'product', 'retry-after']);

const ADDRESSES: ReadonlySet<HeaderGrammar> = new Set([
  ...(['from-to', 'contact', 'route', 'name-addr', 'name-addr-list', 'info-uri-list'] as const),
]);

const SOUNDNESS: Partial<Record<HeaderGrammar, SoundnessCheck>> = {
  'call-id': isSoundCallId,
  'content-length': isSoundNumber,
  product: areSoundProducts,
  'token-list': isSoundTokenList,
};

const GRAMMARS = new Map<HeaderGrammar, FieldGrammar>();
const UNREGISTERED: FieldGrammar = {
  read: undefined,
  isSound: undefined,
  quoting: EXTENSION,
  holdsAddresses: false,
  admitsFreeText: true,
};

/** The grammar of a header field; one that is not registered is any text with quoted strings. */
export function fieldGrammarOf(definition: HeaderDefinition | undefined): FieldGrammar {
  if (!definition) return UNREGISTERED;
  const name = definition.grammar;
  let grammar = GRAMMARS.get(name);
  if (!grammar) {
    grammar = {
      read: READERS[name],
      isSound: SOUNDNESS[name],
      quoting: QUOTING[name] ?? STRUCTURED,
      holdsAddresses: ADDRESSES.has(name),
      admitsFreeText: FREE_TEXT.has(name),
    };
    GRAMMARS.set(name, grammar);
  }
  return grammar;
}
