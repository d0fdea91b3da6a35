import type { SdpDocument } from '../../../src/syntax/sdp/document.js';
import { parseSdp } from '../../../src/syntax/sdp/parse-sdp.js';

/** Put in front of a description, so that an offset that counts from the start of the body shows. */
const LEAD = 'INVITE sip:a@b SIP/2.0\r\n\r\n';

/** A description read from the middle of a text. */
export function read(body: string, isBodyPart = false): SdpDocument {
  return parseSdp(`${LEAD}${body}\r\n--tail v=9`, LEAD.length, LEAD.length + body.length, isBodyPart);
}

/** A description whose one line of interest stands where it belongs, in the midst of good ones. */
export function withLine(line: string): string {
  const type = line.trimStart().charAt(0);
  const session = ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 'c=IN IP4 192.0.2.1', 't=0 0'];
  const media = ['m=audio 5004 RTP/AVP 0'];
  const lines = [...session, ...media];
  const at = lines.findIndex((good) => good.startsWith(`${type}=`));
  if (at >= 0) lines[at] = line;
  else if (type === 'a') lines.push(line);
  else lines.splice(session.length, 0, line);
  return `${lines.join('\r\n')}\r\n`;
}

/** The issues as `code "text of the range"`. */
export function issuesOf(document: SdpDocument): string[] {
  return document.issues.map(({ code, start, end }) => `${code} ${JSON.stringify(document.text.slice(start, end))}`);
}

/** The lines of a document joined. */
export function joined(document: SdpDocument): string {
  return [...document.lines()].map(({ start, end }) => document.text.slice(start, end)).join('');
}
