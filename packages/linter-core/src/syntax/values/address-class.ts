import type { ParsedValue } from '../header-field.js';
import type { NameAddr } from '../nodes.js';
import { ADDRESS, ADDRESS_IN_LIST, type AddressOptions, isUriParam } from './address-options.js';
import { COMMA } from './codes.js';
import { readList, readSingle } from './list.js';
import { readAddress } from './name-addr.js';
import type { Reader } from './reader.js';

/** Refer-To (RFC 3515 §2.1): a Replaces or gr behind a bare address was meant for the URI too. */
const REFER_TO: AddressOptions = {
  ...ADDRESS_IN_LIST,
  bracketsNeeded: 'refer-to.brackets-needed',
  uriParamOutside: 'refer-to.uri-param-outside',
  isUriParam: (key) => isUriParam(key) || key === 'gr' || key === 'replaces',
};

/** Referred-By (RFC 3892 §3). */
const REFERRED_BY: AddressOptions = {
  ...ADDRESS_IN_LIST,
  bracketsNeeded: 'referred-by.brackets-needed',
  uriParamOutside: 'referred-by.uri-param-outside',
  isUriParam: (key) => isUriParam(key) || key === 'gr',
};

/** One address, read as a list of them, so that a rule sees a value too many; Reply-To has a code of its own for that. */
export function readAddressField(reader: Reader): readonly ParsedValue<NameAddr>[] {
  switch (reader.field?.canonicalName) {
    case 'Reply-To':
      return readSingle(reader, readReplyTo, TRAILING);
    case 'Refer-To':
      return readList(reader, (item) => readAddress(item, REFER_TO), TRAILING);
    case 'Referred-By':
      return readList(reader, (item) => readAddress(item, REFERRED_BY), TRAILING);
    default:
      return readAddressList(reader);
  }
}

/** #( ( name-addr / addr-spec ) *( SEMI generic-param ) ) */
export function readAddressList(reader: Reader): readonly ParsedValue<NameAddr>[] {
  return readList(reader, (item) => readAddress(item, ADDRESS_IN_LIST), TRAILING);
}

const TRAILING = 'name-addr.trailing-text';

/** rplyto-spec = ( name-addr / addr-spec ) *( SEMI rplyto-param ) (§20.31). */
function readReplyTo(reader: Reader): NameAddr | undefined {
  const { failures } = reader;
  const address = readAddress(reader, ADDRESS);
  const { pos } = reader;
  reader.skipLws();
  if (reader.peek() !== COMMA) {
    reader.pos = pos;
  } else {
    if (reader.failures === failures) {
      reader.fail('reply-to.list', reader.pos, reader.end, { found: reader.slice(reader.pos, reader.end) });
    }
    reader.pos = reader.end;
  }
  return address;
}
