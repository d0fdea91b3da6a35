import { hasPlaceholder } from '../chars.js';
import type { Param } from '../nodes.js';
import { LBRACKET, RBRACKET } from './codes.js';
import { hostShape } from './host-shape.js';
import { readIPv6 } from './ipv6.js';
import { GENERIC_PARAMS, type ParamOptions } from './params.js';
import type { Reader } from './reader.js';
import { skipStrictIPv4 } from './sound-hostport.js';
import { isTtl } from './uri-params.js';

/** via-params = via-ttl / via-maddr / via-received / via-branch / via-extension (§25.1). */
export const VIA_PARAMS: ParamOptions = { ...GENERIC_PARAMS, judge: judgeViaParam };

const { valueMissing, value: valueMalformed } = GENERIC_PARAMS.codes;

function judgeViaParam(reader: Reader, param: Param): boolean {
  const value = param.value ?? '';
  switch (param.key) {
    case 'rport':
      return false;
    case 'branch':
      // "branch" EQUAL token: the generic grammar would let a flag and a quoted string pass.
      return mustHave(reader, param, value !== '', !param.quoted);
    case 'maddr':
      return mustHave(reader, param, value !== '', !param.quoted && isHost(value));
    case 'received':
      return judgeReceived(reader, param);
    case 'ttl':
      return judgeTtl(reader, param, isTtl(value));
    default:
      return false;
  }
}

/** Leaves a value that fits to the generic grammar, which judges its characters. */
function mustHave(reader: Reader, param: Param, isThere: boolean, fits: boolean): boolean {
  if (isThere && fits) return false;
  const { name, value = '', start, valueStart, end } = param;
  if (!isThere) reader.fail(valueMissing, start, end, { name });
  else reader.fail(valueMalformed, valueStart, end, { name, value });
  return true;
}

function judgeTtl(reader: Reader, { value, start, valueStart, end }: Param, fits: boolean): boolean {
  if (!fits) reader.fail('via-ttl.invalid', value ? valueStart : start, end, { value: value ?? '' });
  return true;
}

/** The next element puts it in, so it leaves clear what the sender of the Via wrote. */
function judgeReceived(reader: Reader, param: Param): boolean {
  if (!isAddress(reader, param)) {
    const { value, start, valueStart, end } = param;
    reader.tolerate('via-received.invalid', value ? valueStart : start, end, { value: value ?? '' });
  }
  return true;
}

function isHost(value: string): boolean {
  const shape = hostShape(value, 0, value.length);
  return shape !== 'malformed' && shape !== 'number' && shape !== 'ipv6-bare' && shape !== 'ipv6-malformed';
}

/** IPv4address / IPv6address; brackets, which RFC 5118 §4.5 tells receivers to accept, pass. */
function isAddress({ units }: Reader, { value = '', valueStart, end }: Param): boolean {
  if (skipStrictIPv4(units, valueStart, end) === end) return true;
  if (hasPlaceholder(value)) return true;
  const isBracketed = value.charCodeAt(0) === LBRACKET && value.charCodeAt(value.length - 1) === RBRACKET;
  return readIPv6(value, isBracketed ? 1 : 0, isBracketed ? value.length - 1 : value.length) !== undefined;
}
