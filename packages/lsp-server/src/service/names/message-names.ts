import {
  type CallIdValue,
  type NameAddr,
  type Param,
  paramOf,
  type SipMessage,
  type TextNode,
  type Via,
} from '@siplint/core';
import type { NameKind } from './occurrence.js';

/** Puts an occurrence among the others; offsets are relative to the message. */
export type AddOccurrence = (
  kind: NameKind,
  scope: string,
  node: TextNode,
  facts?: { readonly isDefinition?: boolean; readonly key?: string },
) => void;

/** What the header section names: Call-ID, tags, branches, CSeq, routes, reliable responses. */
export function addMessageNames(message: SipMessage, add: AddOccurrence): void {
  const callId = message.field('Call-ID')?.value;
  const scope = callId?.text ?? '';
  if (callId) add('call-id', '', callId);
  for (const value of message.valuesOf('In-Reply-To')) add('call-id', '', value);
  for (const via of message.valuesOf('Via')) addBranch(via, add);
  addTag(message.field('From')?.value, scope, add);
  addTag(message.field('To')?.value, scope, add);
  const cseq = message.field('CSeq')?.value;
  if (cseq) add('cseq', scope, cseq.digits);
  const rack = message.field('RAck')?.value;
  if (rack) {
    add('rseq', scope, rack.responseNumber);
    add('cseq', scope, rack.cseqNumber);
  }
  const rseq = message.field('RSeq')?.value;
  if (rseq) add('rseq', scope, rseq, { isDefinition: true });
  for (const name of ['Record-Route', 'Route'] as const) {
    for (const { uri } of message.valuesOf(name)) {
      if (uri) add('route', scope, uri, { isDefinition: name === 'Record-Route' });
    }
  }
  for (const value of message.valuesOf('Replaces')) addReplaces(value, add);
}

/** A branch is compared without case, as transactions are matched. */
function addBranch(via: Via, add: AddOccurrence): void {
  const branch = paramOf(via, 'branch');
  const node = branch && valueNode(branch);
  if (node) add('branch', '', node, { key: node.text.toLowerCase() });
}

function addTag(address: NameAddr | undefined, callId: string, add: AddOccurrence): void {
  const tag = address && paramOf(address, 'tag');
  const node = tag && valueNode(tag);
  if (node) add('tag', callId, node);
}

/** Replaces names a dialog of another call (RFC 3891 §3). */
function addReplaces(value: CallIdValue, add: AddOccurrence): void {
  add('call-id', '', value);
  for (const name of ['to-tag', 'from-tag']) {
    const tag = paramOf(value, name);
    const node = tag && valueNode(tag);
    if (node) add('tag', value.text, node);
  }
}

function valueNode({ value, valueStart, end }: Param): TextNode | undefined {
  return value === undefined || value === '' ? undefined : { start: valueStart, end, text: value };
}
