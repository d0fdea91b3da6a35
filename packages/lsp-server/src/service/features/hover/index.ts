import type { SipMessage } from '@siplint/core';
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';
import { type Explanation, touches } from './explanation.js';
import { explainFindings } from './findings.js';
import { headerText } from './header-name.js';
import { paragraphs } from './markdown.js';
import { explainSession } from './session.js';
import { explainStartLine } from './start-line.js';
import { explainValue } from './values.js';

/** What the thing at a position is, and why what siplint found there matters. */
export function hoverOf(document: SipDocument, position: Position): Hover | undefined {
  const offset = document.offsetAt(position);
  const message = document.messageAt(offset);
  const explained = message && explain(message, offset - message.offset);
  const value = paragraphs(explained?.text, explainFindings(document, offset));
  if (value === '') return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value },
    ...(message && explained && { range: document.rangeIn(message, explained) }),
  };
}

function explain(message: SipMessage, at: number): Explanation | undefined {
  if (at >= message.body.start && message.body.end > message.body.start) return explainSession(message, at);
  const field = message.fields.find(({ start, end }) => start <= at && at < end);
  if (!field) return explainStartLine(message, at);
  if (touches(field.nameNode, at)) return { start: field.start, end: field.nameEnd, text: headerText(field, message) };
  return explainValue(field, at);
}
