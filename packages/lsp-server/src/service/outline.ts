import {
  bodyOf,
  type HeaderField,
  partsOf,
  type SdpDocument,
  type SdpLine,
  type SdpSection,
  type SipMessage,
  sdpOf,
} from '@siplint/core';
import type { OffsetRange, SipDocument } from './document.js';

export type OutlineKind = 'request' | 'response' | 'unrecognized' | 'header' | 'session' | 'media' | 'line';

/** A part of a document that people know by a name. Offsets are those of the document; children lie within and in order. */
export interface OutlineNode extends OffsetRange {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  /** What to show of it when it is looked up. */
  readonly selection: OffsetRange;
  readonly children: readonly OutlineNode[];
}

/** Messages, their header fields and session descriptions, down to the lines. */
export function outlineOf(document: SipDocument): OutlineNode[] {
  return document.messages.map((message) => messageNode(document, message));
}

function messageNode(document: SipDocument, message: SipMessage): OutlineNode {
  const { startLine, offset } = message;
  const children = message.fields.map((field) => headerNode(field, offset));
  for (const part of partsOf(bodyOf(message))) {
    const sdp = sdpOf(part);
    if (sdp && sdp.end > sdp.start) children.push(sessionNode(sdp, offset));
  }
  return {
    kind: startLine.kind,
    name: labelOf(message) ?? excerpt(document.text.slice(offset + startLine.start, offset + startLine.end)),
    detail: message.origin.title ?? '',
    start: offset,
    end: offset + message.end,
    selection: moved(startLine, offset),
    children,
  };
}

/** `INVITE` or `180 Ringing (INVITE)`; undefined where the start line was not recognised. */
export function labelOf({ startLine, method }: SipMessage): string | undefined {
  if (startLine.kind === 'request') return startLine.method.text;
  if (startLine.kind === 'unrecognized') return undefined;
  const status = `${startLine.code.text} ${startLine.reasonPhrase.text}`.trim();
  return method === undefined ? status : `${status} (${method})`;
}

function headerNode(field: HeaderField, offset: number): OutlineNode {
  return {
    kind: 'header',
    name: field.name,
    detail: excerpt(field.rawValue),
    ...moved(field, offset),
    selection: moved(field.nameNode, offset),
    children: [],
  };
}

function sessionNode(sdp: SdpDocument, offset: number): OutlineNode {
  return {
    kind: 'session',
    name: 'Session description',
    detail: '',
    ...moved(sdp, offset),
    selection: { start: offset + sdp.start, end: offset + sdp.start },
    children: [...linesOf(sdp.session, offset), ...sdp.media.map((media) => mediaNode(media, media.mediaLine, offset))],
  };
}

function mediaNode(section: SdpSection, mediaLine: SdpLine, offset: number): OutlineNode {
  return {
    kind: 'media',
    name: excerpt(mediaLine.rawValue),
    detail: '',
    ...moved(section, offset),
    selection: moved(mediaLine.contentRange, offset),
    children: linesOf(section, offset).filter(({ start }) => start !== offset + mediaLine.start),
  };
}

function linesOf(section: SdpSection, offset: number): OutlineNode[] {
  return section.lines
    .filter(({ type }) => type !== '')
    .map((line) => ({
      kind: 'line',
      name: `${line.type}=`,
      detail: excerpt(line.rawValue),
      ...moved(line, offset),
      selection: moved(line.contentRange, offset),
      children: [],
    }));
}

function moved({ start, end }: OffsetRange, offset: number): OffsetRange {
  return { start: offset + start, end: offset + end };
}

/** On one line, and short enough to be read in a list. */
function excerpt(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
