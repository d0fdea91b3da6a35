import type { SipMessage } from '@siplint/core';
import { InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';
import { labelOf } from '../outline.js';

/** What the text does not say and people count or look up: real lengths, the request of a response, guessed ends of bodies. */
export function inlayHintsOf(document: SipDocument, range: Range): InlayHint[] {
  const { start, end } = document.offsetsOf(range);
  return document.messages
    .filter((message) => message.offset <= end && start <= message.offset + message.end)
    .flatMap((message) => [
      ...answeredRequest(document, message),
      ...realLength(document, message),
      ...guessedEnd(document, message),
    ]);
}

/** `answers INVITE` behind a status line, with a link to that request. */
function answeredRequest(document: SipDocument, message: SipMessage): InlayHint[] {
  const { startLine } = message;
  const request = startLine.kind === 'response' ? document.requestOf(message) : undefined;
  if (!request) return [];
  const range = document.rangeIn(request, request.startLine);
  const value = `answers ${labelOf(request)}, line ${range.start.line + 1}`;
  return [hintAt(document, message, startLine.end, [{ value, location: { uri: document.uri, range } }])];
}

/** The real length behind a Content-Length that is wrong. */
function realLength(document: SipDocument, message: SipMessage): InlayHint[] {
  const { lengthVerdict, trueLength } = message.body;
  const field = message.field('Content-Length');
  if (!field || (lengthVerdict !== 'too-long' && lengthVerdict !== 'too-short')) return [];
  return [hintAt(document, message, field.valueEnd, `really ${trueLength}`)];
}

/** At the end of the header section of a message whose body ends where the next message seems to begin. */
function guessedEnd(document: SipDocument, message: SipMessage): InlayHint[] {
  const { body } = message;
  if (body.boundary !== 'scan' || body.end === body.start) return [];
  const last = message.fields.at(-1);
  const reason = body.declaredLength === undefined ? 'no Content-Length' : `not at ${body.declaredLength} octets`;
  return last ? [hintAt(document, message, last.valueEnd, `body ends before the next message (${reason})`)] : [];
}

function hintAt(document: SipDocument, message: SipMessage, offset: number, label: InlayHint['label']): InlayHint {
  const hint = InlayHint.create(document.positionAt(message.offset + offset), label, InlayHintKind.Type);
  return { ...hint, paddingLeft: true };
}
