import { resolveConfig } from '@siplint/core';
import { rules } from '@siplint/rules';
import type { TextEdit } from 'vscode-languageserver-types';
import { SipDocument } from '../../src/service/index.js';

export const URI = 'file:///fixtures/call.sip';

const config = resolveConfig([], rules).forFile('');

/** A document as a client would have it open. */
export function documentOf(text: string): SipDocument {
  return SipDocument.of(URI, 1, text, 'fixtures/call.sip', config);
}

const OPTIONS = `OPTIONS sip:carol@chicago.example SIP/2.0
Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bKhjhs8ass877
Max-Forwards: 70
To: <sip:carol@chicago.example>
From: "Zoë 🙂" <sip:alice@atlanta.example>;tag=1928301774
Call-ID: a84b4c76e66710
CSeq: 63104 OPTIONS
Contact: <sip:alice@pc33.atlanta.example>
Accept: application/sdp
Content-Length: 0

`;

/** A valid request with characters of two, three and four octets in front of most of its fields, changed as told. */
export function optionsRequest(change: (text: string) => string = (text) => text, eol = '\r\n'): string {
  return change(OPTIONS).replaceAll('\n', eol);
}

/** The text behind edits, which must not overlap. */
export function edited(document: SipDocument, edits: readonly TextEdit[]): string {
  const offsets = edits.map(({ range, newText }) => ({ ...document.offsetsOf(range), newText }));
  return offsets
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.text);
}
