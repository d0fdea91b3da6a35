import { DEFAULT_INPUT_SETTINGS, type InputSettings } from '../../src/input/settings.js';
import { readSipFile, type SipFile } from '../../src/input/sip-file.js';
import { SourceText } from '../../src/text/source-text.js';

/** A body of two lines, 10 octets with CRLF and 8 with LF. */
export const BODY = 'v=0\r\ns=-\r\n';

export interface SampleParts {
  readonly startLine?: string;
  readonly rows?: readonly string[];
  readonly body?: string;
  /** The value of Content-Length; the length of the body by default, no row at all if null. */
  readonly length?: number | string | null;
}

/** A message with CRLF. */
export function sample({ startLine, rows = [], body = BODY, length = body.length }: SampleParts = {}): string {
  return [
    startLine ?? 'MESSAGE sip:bob@example.com SIP/2.0',
    'Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1',
    'From: <sip:alice@example.com>;tag=1',
    ...rows,
    ...(length === null ? [] : [`Content-Length: ${length}`]),
    '',
    body,
  ].join('\r\n');
}

/** As an editor stores it. */
export function toLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

export function read(text: string | Uint8Array, settings: Partial<InputSettings> = {}): SipFile {
  const source = typeof text === 'string' ? SourceText.fromString(text) : SourceText.fromBytes(text);
  return readSipFile(source, { ...DEFAULT_INPUT_SETTINGS, ...settings });
}

/**
 * What is wrong with a file as far as its frame and lengths go: `start-line.unrecognized 0` is a code and its offset in the
 * file, `too-long 2` a Content-Length of the third message.
 */
export function defects(file: SipFile): string[] {
  return [
    ...file.prose.map(({ start }) => `prose ${start}`),
    ...file.messages.flatMap((message) => [
      ...[...message.startLine.issues, ...message.issues].map(({ code, start }) => `${code} ${message.offset + start}`),
      ...(message.body.lengthVerdict === 'right' || message.body.lengthVerdict === 'unknown'
        ? []
        : [`${message.body.lengthVerdict} ${message.index}`]),
    ]),
  ];
}
