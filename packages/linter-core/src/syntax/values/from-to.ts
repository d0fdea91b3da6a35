import { skipUnits, TOKEN } from '../chars.js';
import type { NameAddr, Param } from '../nodes.js';
import { ADDRESS, type AddressOptions } from './address-options.js';
import { readAddress } from './name-addr.js';
import { GENERIC_PARAMS } from './params.js';
import type { Reader } from './reader.js';

const FROM_TO: AddressOptions = { ...ADDRESS, params: { ...GENERIC_PARAMS, judge: judgeTag } };

/** ( name-addr / addr-spec ) *( SEMI ( tag-param / generic-param ) ): From (§20.20) and To (§20.39). */
export function readFromTo(reader: Reader): NameAddr | undefined {
  return readAddress(reader, FROM_TO);
}

/** tag-param = "tag" EQUAL token (§19.3, §25.1). */
function judgeTag(reader: Reader, param: Param, isToken: boolean): boolean {
  if (param.key !== 'tag') return false;
  if (!param.value) {
    reader.fail('tag.missing', param.start, param.end);
  } else if (!isToken && skipUnits(reader.units, param.valueStart, param.end, TOKEN) < param.end) {
    reader.fail('tag.malformed', param.valueStart, param.end, { value: param.value });
  }
  return true;
}
