import type { SyntaxIssue } from '../syntax/issue.js';
import type { SipMessage } from '../syntax/message.js';
import { bodyOf, partsOf } from '../syntax/mime/body-part.js';
import { sdpOf } from '../syntax/mime/sdp-of.js';

/** Every defect of grammar in a message, whatever rule reports it; this parses all of it. */
export function* syntaxIssuesOf(message: SipMessage): Generator<SyntaxIssue> {
  yield* message.issues;
  yield* message.startLine.issues;
  for (const field of message.fields) yield* field.issues;
  if (message.body.end === message.body.start) return;
  for (const part of partsOf(bodyOf(message))) {
    yield* part.issues;
    yield* sdpOf(part)?.issues ?? [];
  }
}
