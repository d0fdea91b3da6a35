import { compareUris, type FlowMessage, type NameAddr, paramOf, type TextNode, type Uri } from '@siplint/core';
import { requestUriOf } from '../dialog/request-uri.js';

// What an ACK to a failure (RFC 3261 §17.1.1.3) and a CANCEL (§9.1) have to copy from the request that they are about.

/** A value that should be a copy, beside the original. */
export interface CopyDifference {
  readonly field: string;
  readonly found: TextNode;
  readonly expected: TextNode;
  /** True for URIs, which tell less of where a message belongs than numbers and tags do. */
  readonly isUri: boolean;
}

/**
 * In what a request differs from the original in Request-URI, Call-ID, CSeq number and From; but for what another message
 * about the original has as the copy has it: then the original is the odd one, and is reported with that other message.
 */
export function copyDifferences(
  copy: FlowMessage,
  original: FlowMessage,
  others: readonly FlowMessage[],
): readonly CopyDifference[] {
  if (isSameText(copy, original)) return NONE;
  const differences = [
    textDifference('Call-ID', callIdOf(copy), callIdOf(original)),
    textDifference('CSeq number', cseqNumberOf(copy), cseqNumberOf(original)),
    tagDifference('From', copy, original),
    uriDifference('Request-URI', requestUriOf(copy), requestUriOf(original)),
    uriDifference('From', addressUriOf('From', copy), addressUriOf('From', original)),
  ].flatMap((difference) => difference ?? []);
  return differences.filter(({ field }) => !others.some((other) => agrees(other, copy, field)));
}

function agrees(other: FlowMessage, copy: FlowMessage, field: string): boolean {
  switch (field) {
    case 'Call-ID':
      return other.callId === copy.callId;
    case 'CSeq number':
      return other.cseqNumber === copy.cseqNumber;
    case 'From tag':
      return other.fromTag === copy.fromTag;
    case 'From':
      return other.from?.uri === copy.from?.uri;
    default:
      return other.kind === 'request' && other.requestUri === copy.requestUri;
  }
}

const NONE: readonly CopyDifference[] = [];

/** True if the facts are the same that a copy has in common with the original, character by character. */
function isSameText(copy: FlowMessage, original: FlowMessage): boolean {
  return (
    copy.callId === original.callId &&
    copy.cseqNumber === original.cseqNumber &&
    copy.fromTag === original.fromTag &&
    copy.requestUri === original.requestUri &&
    copy.from?.uri === original.from?.uri
  );
}

/** Tags that differ, where both are there: as tokens they compare without letter case (§7.3.1). */
export function tagDifference(
  name: 'From' | 'To',
  copy: FlowMessage,
  original: FlowMessage,
): CopyDifference | undefined {
  const found = tagOf(copy.message.field(name)?.value);
  const expected = tagOf(original.message.field(name)?.value);
  if (found?.text.toLowerCase() === expected?.text.toLowerCase()) return undefined;
  return textDifference(`${name} tag`, found, expected);
}

/** URIs in To that differ as §19.1.4 compares them. */
export function toUriDifference(copy: FlowMessage, original: FlowMessage): CopyDifference | undefined {
  return uriDifference('To', addressUriOf('To', copy), addressUriOf('To', original));
}

function textDifference(
  field: string,
  found: TextNode | undefined,
  expected: TextNode | undefined,
): CopyDifference | undefined {
  if (!found || !expected || found.text === expected.text) return undefined;
  return { field, found, expected, isUri: false };
}

function uriDifference(field: string, found: Uri | undefined, expected: Uri | undefined): CopyDifference | undefined {
  if (!found || !expected || compareUris(found, expected) !== 'different') return undefined;
  return { field, found, expected, isUri: true };
}

function callIdOf({ message }: FlowMessage): TextNode | undefined {
  return message.field('Call-ID')?.value;
}

/** Leading zeros do not count. */
function cseqNumberOf({ message }: FlowMessage): TextNode | undefined {
  const digits = message.field('CSeq')?.value?.digits;
  return digits && { ...digits, text: digits.text.replace(/^0+(?=\d)/, '') };
}

function addressUriOf(name: 'From' | 'To', { message }: FlowMessage): Uri | undefined {
  return message.field(name)?.value?.uri;
}

function tagOf(address: NameAddr | undefined): TextNode | undefined {
  const tag = address && paramOf(address, 'tag');
  return tag?.value === undefined ? undefined : { start: tag.valueStart, end: tag.end, text: tag.value };
}
