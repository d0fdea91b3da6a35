import type { HeaderField } from '../syntax/header-field.js';
import type { SyntaxIssue } from '../syntax/issue.js';
import type { SipMessage } from '../syntax/message.js';
import { type BodyPart, bodyOf, partsOf } from '../syntax/mime/body-part.js';
import { sdpOf } from '../syntax/mime/sdp-of.js';
import { urisOf } from '../syntax/uri-occurrence.js';
import type { Call, DispatchPlan } from './dispatch-plan.js';

/** Runs one handler; the linter's own guards against a rule that throws. */
export type Invoke = <Node>(call: Call<Node>, node: Node, message: SipMessage | undefined) => void;

/** Shows a message to the handlers of a plan: defects of grammar first, then what parsed. */
export function judgeMessage(message: SipMessage, plan: DispatchPlan, invoke: Invoke): void {
  judgeIssues(message.issues, message, plan, invoke);
  judgeIssues(message.startLine.issues, message, plan, invoke);
  for (const field of message.fields) {
    if (isJudged(message, field)) judgeIssues(field.issues, message, plan, invoke);
  }
  if (message.kind === 'unrecognized') return;
  judgeStartLine(message, plan, invoke);
  for (const call of plan.message) invoke(call, message, message);
  judgeHeaders(message, plan, invoke);
  if (plan.uri.length > 0) {
    for (const occurrence of urisOf(message)) {
      if (occurrence.field && !isJudged(message, occurrence.field)) continue;
      for (const call of plan.uri) invoke(call, occurrence, message);
    }
  }
  if (message.body.end > message.body.start) judgeBody(message, plan, invoke);
}

function judgeIssues(issues: readonly SyntaxIssue[], message: SipMessage, plan: DispatchPlan, invoke: Invoke): void {
  for (const issue of issues) {
    const calls = plan.syntax.get(issue.code);
    if (calls) for (const call of calls) invoke(call, issue, message);
  }
}

function judgeStartLine(message: SipMessage, plan: DispatchPlan, invoke: Invoke): void {
  const { startLine } = message;
  if (startLine.kind === 'request') for (const call of plan.requestLine) invoke(call, startLine, message);
  else if (startLine.kind === 'response') for (const call of plan.statusLine) invoke(call, startLine, message);
}

function judgeHeaders(message: SipMessage, plan: DispatchPlan, invoke: Invoke): void {
  for (const field of message.fields) {
    for (const call of plan.anyHeader) invoke(call, field, message);
    const calls = plan.headers.get(field.canonicalName);
    if (calls && isJudged(message, field)) for (const call of calls) invoke(call, field, message);
  }
}

function judgeBody(message: SipMessage, plan: DispatchPlan, invoke: Invoke): void {
  if (!plan.readsBodies) return;
  for (const part of partsOf(bodyOf(message))) {
    judgeIssues(part.issues, message, plan, invoke);
    for (const call of plan.body) invoke(call, part, message);
    judgeSdp(part, message, plan, invoke);
  }
}

function judgeSdp(part: BodyPart, message: SipMessage, plan: DispatchPlan, invoke: Invoke): void {
  if (!plan.readsSdp) return;
  const sdp = sdpOf(part);
  if (!sdp) return;
  judgeIssues(sdp.issues, message, plan, invoke);
  for (const call of plan.sdp) invoke(call, sdp, message);
}

/** A field that may stand only once is judged by its first row; `header-field-repeated` reports the others. */
function isJudged(message: SipMessage, field: HeaderField): boolean {
  return field.definition?.multiplicity !== 'single' || message.field(field.canonicalName) === field;
}
