import { TOKEN } from '../chars.js';
import type { MediaTypeValue } from '../nodes.js';
import { SLASH } from './codes.js';
import { GENERIC_PARAMS, type ParamOptions, readParams } from './params.js';
import { ACCEPT_PARAMS } from './qvalue.js';
import type { Reader } from './reader.js';
import { failElement } from './token.js';

interface MediaTypeCodes {
  readonly typeMissing: string;
  readonly subtypeMissing: string;
}

const ACCEPT_CODES: MediaTypeCodes = { typeMissing: 'accept.type-missing', subtypeMissing: 'accept.subtype-missing' };
const CONTENT_TYPE_CODES: MediaTypeCodes = {
  typeMissing: 'content-type.type-missing',
  subtypeMissing: 'content-type.subtype-missing',
};

/** m-parameter = m-attribute EQUAL m-value (§25.1): no flags. */
const CONTENT_TYPE_PARAMS: ParamOptions = {
  valueRequired: true,
  codes: {
    empty: 'content-type.parameter-empty',
    trailing: 'content-type.trailing-semicolon',
    name: 'content-type.parameter-malformed',
    valueMissing: 'content-type.parameter-value-missing',
    value: 'content-type.parameter-value-malformed',
    duplicate: GENERIC_PARAMS.codes.duplicate,
  },
};

/** Content-Type: media-type = m-type SLASH m-subtype *( SEMI m-parameter ) (§20.15, §25.1). */
export function readContentType(reader: Reader): MediaTypeValue | undefined {
  const value = readMediaType(reader, CONTENT_TYPE_CODES, CONTENT_TYPE_PARAMS);
  if (value && (value.type.text === '*' || value.subtype.text === '*')) {
    reader.fail('content-type.wildcard', value.type.start, value.subtype.end, { found: value.essence });
  }
  return value;
}

// accept-range = media-range *( SEMI accept-param ): type/subtype, type/* or */*, but no */subtype (§20.1, §25.1).
export function readAcceptRange(reader: Reader): MediaTypeValue | undefined {
  const value = readMediaType(reader, ACCEPT_CODES, ACCEPT_PARAMS);
  if (value?.type.text === '*' && value.subtype.text !== '*') {
    reader.fail('accept.wildcard-type', value.type.start, value.subtype.end, { found: value.essence });
  }
  return value;
}

function readMediaType(reader: Reader, codes: MediaTypeCodes, options: ParamOptions): MediaTypeValue | undefined {
  const start = reader.pos;
  const type = reader.take(TOKEN);
  if (!type) return failElement(reader, codes.typeMissing);
  reader.skipLws();
  if (!reader.accept(SLASH)) {
    return reader.fail(codes.subtypeMissing, start, type.end, { found: type.text });
  }
  const slashEnd = reader.pos;
  reader.skipLws();
  const subtype = reader.take(TOKEN);
  if (!subtype) {
    return reader.fail(codes.subtypeMissing, start, slashEnd, { found: reader.slice(start, slashEnd) });
  }
  const params = readParams(reader, options);
  const essence = `${type.text}/${subtype.text}`.toLowerCase();
  return { start, end: reader.pos, type, subtype, essence, params };
}
