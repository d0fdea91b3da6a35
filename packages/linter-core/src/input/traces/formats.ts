import { ASTERISK } from './asterisk.js';
import { CISCO_IOS } from './cisco-ios.js';
import { FREESWITCH } from './freeswitch.js';
import { KAMAILIO } from './kamailio.js';
import { LINPHONE } from './linphone.js';
import { NGREP } from './ngrep.js';
import { ORACLE_SBC } from './oracle-sbc.js';
import { PJSIP } from './pjsip.js';
import { SIPP } from './sipp.js';
import { SNGREP } from './sngrep.js';
import type { TraceFormat, TraceLine } from './trace-format.js';

/** Every tool whose traces are read. */
export const TRACE_FORMATS: readonly TraceFormat[] = [
  SNGREP,
  NGREP,
  SIPP,
  ASTERISK,
  FREESWITCH,
  KAMAILIO,
  PJSIP,
  LINPHONE,
  CISCO_IOS,
  ORACLE_SBC,
];

/** By code of the first character of a line. */
const BY_FIRST: readonly (readonly TraceFormat[])[] = Array.from({ length: 128 }, (_, code) =>
  TRACE_FORMATS.filter(({ firstCharacters }) => firstCharacters.includes(String.fromCharCode(code))),
);

/** A trace header is one short line; a longer one is none. */
const LONGEST_LINE = 300;

/** What a tool says in the line `[start, end)`; undefined if no tool wrote it. */
export function readTraceLine(text: string, start: number, end: number): TraceLine | undefined {
  const formats = BY_FIRST[text.charCodeAt(start)];
  if (!formats || formats.length === 0 || end - start > LONGEST_LINE) return undefined;
  const line = text.slice(start, end);
  for (const format of formats) {
    const read = format.read(line);
    if (read) return read;
  }
  return undefined;
}
