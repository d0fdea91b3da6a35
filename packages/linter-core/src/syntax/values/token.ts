import type { ParsedValue } from '../header-field.js';
import type { TextNode, TokenValue } from '../nodes.js';
import type { ValueGrammar } from './list.js';
import { readList, readSingle, skipToComma } from './list.js';
import { GENERIC_PARAMS, type ParamOptions, readParams, trimmedEnd } from './params.js';
import { ACCEPT_PARAMS } from './qvalue.js';
import type { Reader } from './reader.js';

/** One token; an element that does not start with one is the defect `code`. */
export function token(code: string): ValueGrammar<TextNode> {
  return (reader) => reader.takeToken() ?? failElement(reader, code);
}

/** token *( SEMI param ); an element that does not start with a token is the defect `code`. */
export function tokenParams(code: string, options: ParamOptions = GENERIC_PARAMS): ValueGrammar<TokenValue> {
  return (reader) => {
    const node = reader.takeToken();
    if (!node) return failElement(reader, code);
    const params = readParams(reader, options);
    return { start: node.start, end: reader.pos, token: node, params };
  };
}

const readPriority = token('priority.malformed');
const readExtensionToken = token('class.token-malformed');
const readListedToken = token('token-list.malformed');
const readExtensionListedToken = token('class.token-list-malformed');

/** The lists of tokens of RFC 3261: methods, option tags, content codings. */
const RFC_3261_TOKEN_LISTS: ReadonlySet<string | undefined> = new Set([
  'Allow',
  'Content-Encoding',
  'Proxy-Require',
  'Require',
  'Supported',
  'Unsupported',
]);

/** Priority (§20.26), or a token of an extension header field. */
export function readTokenField(reader: Reader): readonly ParsedValue<TextNode>[] {
  if (reader.field?.canonicalName === 'Priority') return readSingle(reader, readPriority, 'priority.malformed');
  return readList(reader, readExtensionToken, 'class.token-malformed');
}

/** token *( COMMA token ): Allow, Supported … (§20.5, §20.37), or a list of an extension header field. */
export function readTokenList(reader: Reader): readonly ParsedValue<TextNode>[] {
  if (!RFC_3261_TOKEN_LISTS.has(reader.field?.canonicalName)) {
    return readList(reader, readExtensionListedToken, 'class.token-list-malformed');
  }
  return readList(reader, readListedToken, 'token-list.malformed');
}

/** encoding = codings *( SEMI accept-param ) (§20.2, §25.1); `*` is a token as well. */
export const readAcceptEncoding = tokenParams('accept-encoding.malformed', ACCEPT_PARAMS);

/** Content-Disposition = disp-type *( SEMI disp-param ) (§20.11, §25.1); it owns the defects of its parameters. */
export const readContentDisposition = tokenParams('content-disposition.type-missing', {
  codes: {
    empty: 'content-disposition.parameter-empty',
    name: 'content-disposition.parameter-malformed',
    valueMissing: 'content-disposition.parameter-value-missing',
    value: 'content-disposition.parameter-value-malformed',
    duplicate: GENERIC_PARAMS.codes.duplicate,
  },
});

/** Reports the rest of a list element and moves behind it. */
export function failElement(reader: Reader, code: string, start = reader.pos): undefined {
  skipToComma(reader);
  const end = trimmedEnd(reader, start, reader.pos);
  return reader.fail(code, start, end, { found: reader.slice(start, end) });
}
