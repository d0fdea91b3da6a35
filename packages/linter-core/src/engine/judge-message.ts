import type { HeaderField } from '../syntax/header-field.js';
import type { SyntaxIssue } from '../syntax/issue.js';
import type { SipMessage } from '../syntax/message.js';
import { type BodyPart, bodyOf, partsOf } from '../syntax/mime/body-part.js';
import { sdpOf } from '../syntax/mime/sdp-of.js';
import { holdsAddresses, requestUriOf, uriOf } from '../syntax/uri-occurrence.js';
import type { DispatchPlan } from './dispatch-plan.js';
import type { Invoker } from './invoker.js';

/** Shows a message to the handlers of a plan: defects of grammar first, then what parsed. */
export function judgeMessage(message: SipMessage, plan: DispatchPlan, invoker: Invoker): void {
  const { fields, startLine } = message;
  judgeIssues(message.issues, plan, invoker);
  judgeIssues(startLine.issues, plan, invoker);
  for (const field of fields) if (isJudged(field)) judgeIssues(field.issues, plan, invoker);
  if (startLine.kind === 'unrecognized') return;
  if (startLine.kind === 'request') invoker.show(startLine, plan.requestLine);
  else invoker.show(startLine, plan.statusLine);
  invoker.show(message, plan.message);
  for (const field of fields) judgeHeader(field, plan, invoker);
  if (plan.uri.length > 0) judgeUris(message, plan, invoker);
  if (message.body.end > message.body.start) judgeBody(message, plan, invoker);
}

function judgeIssues(issues: readonly SyntaxIssue[], plan: DispatchPlan, invoker: Invoker): void {
  if (issues.length === 0) return;
  invoker.run.reportsSyntax = true;
  for (const issue of issues) {
    const calls = plan.syntax.get(issue.code);
    if (calls) invoker.show(issue, calls);
  }
  invoker.run.reportsSyntax = false;
}

function judgeHeader(field: HeaderField, plan: DispatchPlan, invoker: Invoker): void {
  if (plan.anyHeader.length > 0) invoker.show(field, plan.anyHeader);
  const calls = plan.headerCalls(field);
  if (calls && isJudged(field)) invoker.show(field, calls);
}

function judgeUris(message: SipMessage, plan: DispatchPlan, invoker: Invoker): void {
  const requestUri = requestUriOf(message);
  if (requestUri) invoker.show(requestUri, plan.uri);
  for (const field of message.fields) {
    if (!holdsAddresses(field) || !isJudged(field)) continue;
    for (const { value } of field.values) {
      const occurrence = value && uriOf(value, field);
      if (occurrence) invoker.show(occurrence, plan.uri);
    }
  }
}

function judgeBody(message: SipMessage, plan: DispatchPlan, invoker: Invoker): void {
  if (!plan.readsBodies) return;
  for (const part of partsOf(bodyOf(message))) {
    judgeIssues(part.issues, plan, invoker);
    invoker.show(part, plan.body);
    judgeSdp(part, plan, invoker);
  }
}

function judgeSdp(part: BodyPart, plan: DispatchPlan, invoker: Invoker): void {
  if (!plan.readsSdp) return;
  const sdp = sdpOf(part);
  if (!sdp) return;
  judgeIssues(sdp.issues, plan, invoker);
  invoker.show(sdp, plan.sdp);
}

/** A field that may stand only once is judged by its first row; `header-field-repeated` reports the others. */
function isJudged(field: HeaderField): boolean {
  return !field.isRepeat || field.definition?.multiplicity !== 'single';
}
