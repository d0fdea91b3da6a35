import { rtpPayloadTypes, sdpAttributes, sdpBandwidthTypes, sdpMedia, sdpProtocols } from '@siplint/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { blank, type Suggestion } from './suggestion.js';

const LINES: readonly (readonly [label: string, text: string, detail: string])[] = [
  ['v=0', 'v=0', 'protocol version'],
  ['o=', `o=${blank(1, '-')} ${blank(2, '1')} ${blank(3, '1')} IN IP4 ${blank(4, '192.0.2.1')}`, 'origin'],
  ['s=', `s=${blank(1, '-')}`, 'session name'],
  ['c=', `c=IN IP4 ${blank(1, '192.0.2.1')}`, 'connection'],
  ['b=', `b=${blank(1, 'AS')}:${blank(2, '64')}`, 'bandwidth'],
  ['t=0 0', 't=0 0', 'a session without bounds in time'],
  ['m=audio', `m=audio ${blank(1, '49170')} RTP/AVP ${blank(2, '0')}`, 'an audio stream'],
  ['m=video', `m=video ${blank(1, '51372')} RTP/AVP ${blank(2, '96')}`, 'a video stream'],
  ['a=', 'a=', 'attribute'],
];

/** Lines of a session description, and the words that are registered for them. */
export function sessionLines(prefix: string): readonly Suggestion[] {
  if (/^a=rtpmap:\d+ /.test(prefix)) return encodings();
  if (/^a=[^:]*$/.test(prefix)) {
    return sdpAttributes().map(({ name, levels, references, deprecated }) => ({
      label: name,
      kind: CompletionItemKind.Property,
      detail: levels.length > 0 ? `of a ${levels.join(' or ')}` : undefined,
      references,
      deprecated,
    }));
  }
  if (/^m=\S*$/.test(prefix)) return sdpMedia().map(({ name, references }) => ({ label: name, references }));
  if (/^m=\S+ \S+ \S*$/.test(prefix))
    return sdpProtocols().map(({ name, references }) => ({ label: name, references }));
  if (/^b=[^:]*$/.test(prefix)) return sdpBandwidthTypes().map(({ name, references }) => ({ label: name, references }));
  if (/^[a-z]?$/.test(prefix)) {
    return LINES.map(([label, text, detail]) => ({
      label,
      text,
      detail,
      isSnippet: true,
      kind: CompletionItemKind.Field,
    }));
  }
  return [];
}

function encodings(): readonly Suggestion[] {
  const known = rtpPayloadTypes().map(({ encoding, clockRate }) => `${encoding}/${clockRate}`);
  return [
    ...new Set([
      ...known,
      'opus/48000/2',
      'telephone-event/8000',
      'AMR/8000',
      'AMR-WB/16000',
      'H264/90000',
      'VP8/90000',
    ]),
  ].map((label) => ({ label }));
}
