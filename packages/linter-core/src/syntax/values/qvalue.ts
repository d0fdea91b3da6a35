import type { Param } from '../nodes.js';
import { DOT } from './codes.js';
import { GENERIC_PARAMS, type ParamOptions } from './params.js';
import type { Reader } from './reader.js';

const ZERO = 0x30;
const ONE = 0x31;
const NINE = 0x39;

/** accept-param = ("q" EQUAL qvalue) / generic-param (§25.1): what may follow an element of Accept, Accept-Encoding and Accept-Language. */
export const ACCEPT_PARAMS: ParamOptions = { ...GENERIC_PARAMS, judge: judgeQValue };

/** "q" EQUAL qvalue (§25.1). What a wrong weight belongs to stays clear, so it is a tolerated defect. */
export function judgeQValue(reader: Reader, param: Param): boolean {
  if (param.key !== 'q') return false;
  if (!isQValue(param.value ?? '')) {
    const start = param.value ? param.valueStart : param.start;
    reader.tolerate('qvalue.invalid', start, param.end, { value: param.value ?? '' });
  }
  return true;
}

/** qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] ) (§25.1) */
export function isQValue(text: string): boolean {
  const whole = text.charCodeAt(0);
  if (whole !== ZERO && whole !== ONE) return false;
  if (text.length === 1) return true;
  if (text.charCodeAt(1) !== DOT || text.length > 5) return false;
  const largest = whole === ONE ? ZERO : NINE;
  for (let at = 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > largest) return false;
  }
  return true;
}
