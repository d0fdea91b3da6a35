import { type Example, exampleText } from '@siplint/core';
import { type Changes, options } from './messages.js';

interface SignatureChanges {
  /** With its quotes. */
  readonly protocol?: string;
}

/** The Content-Type of a body that is signed as RFC 3261 §23.4.2 shows it. */
export function signedType({ protocol = '"application/pkcs7-signature"' }: SignatureChanges = {}): string {
  return `multipart/signed; protocol=${protocol}; micalg=sha1; boundary=b42`;
}

/** A body of two parts: what is signed, and its signature. */
export function signedBody(content: string, contentType = 'text/plain'): string {
  return [
    '--b42',
    `Content-Type: ${contentType}`,
    '',
    content,
    '--b42',
    'Content-Type: application/pkcs7-signature; name=smime.p7s',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename=smime.p7s; handling=required',
    '',
    'ghyHhHUujhJhjH77n8HHGTrfvbnj756tbB9HG4VQpfyF467GhIGfHfYT6==',
    '--b42--',
    '',
  ].join('\n');
}

/** An OPTIONS request, changed as told, whose body is a signed message. */
export function tunneled(changes: Changes, signed: Example): Example {
  return {
    get text() {
      const body = signedBody(exampleText(signed), 'message/sip');
      return exampleText(options({ ...changes, 'Content-Type': signedType(), body }));
    },
  };
}
