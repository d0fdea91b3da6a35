import { type BodyPart, bodyOf, defineRule, type FlowMessage, paramOf, partsOf } from '@siplint/core';
import { file, invite, ok, request } from '../examples/messages.js';
import { ANSWER } from '../examples/requests.js';
import { admitsMultipart, admitsType } from '../shared/session/accepted.js';

const MULTIPART = { body: `--b1\nContent-Type: application/sdp\n\n${ANSWER}\n--b1--\n` };

/** Methods of RFC 3261 and those that offer and answer: without Accept their client takes application/sdp. */
const HAS_DEFAULT: ReadonlySet<string> = new Set(['INVITE', 'OPTIONS', 'PRACK', 'UPDATE']);

export default defineRule({
  meta: {
    id: 'body-type-not-accepted',
    category: 'content',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Send bodies in a 2xx only of types that the request accepts',
    docs: {
      what:
        'The media type of the body of a 2xx is admitted by Accept of the request; without Accept that is application/sdp. ' +
        'A multipart is admitted if Accept names multipart types and admits one of its parts. Bodies and parts with ' +
        'handling=optional are let pass.',
      why: 'A client that does not know the type cannot use the body, and the 2xx cannot be refused for it: the call fails late.',
      falsePositives:
        'Many clients take more types than they list. Responses to methods of other documents, which have defaults of their ' +
        'own, are judged only if the request has Accept.',
      bad: [
        file(
          invite({ Accept: 'application/sdp' }),
          ok('INVITE', { 'Content-Type': '<|multipart/mixed;boundary=b1|>', ...MULTIPART }),
        ),
        file(invite(), ok('INVITE', { 'Content-Type': '<|multipart/mixed;boundary=b1|>', ...MULTIPART })),
      ],
      good: [
        file(
          invite({ Accept: 'application/sdp, multipart/mixed' }),
          ok('INVITE', { 'Content-Type': 'multipart/mixed;boundary=b1', ...MULTIPART }),
        ),
        file(invite(), ok('INVITE')),
        file(request('MESSAGE'), ok('MESSAGE', { 'Content-Type': 'text/plain', body: 'Coming.\n' })),
      ],
    },
    references: [
      { rfc: 3261, section: '7.4.1' },
      { rfc: 3261, section: '11.2' },
      { rfc: 3261, section: '20.1' },
    ],
    since: '0.1.0',
    messages: {
      notListed:
        'Body of type {type}, which Accept of the {method} request does not admit: a client that does not know it cannot use the response',
      notDefault:
        'Body of type {type}, but the {method} request has no Accept, which means application/sdp: the client may not be able to use the response',
    },
  },
  appliesTo: { statuses: ['200-299'] },
  create: () => ({
    transaction({ request, responses, method }, context) {
      if (!request || !(request.has('Accept') || HAS_DEFAULT.has(method))) return;
      for (const response of responses) {
        const { contentType: type, body, isSuccess, forwards } = response;
        if (!isSuccess || type === undefined || body.start === body.end || forwards) continue;
        if (type === 'application/sdp' && !request.has('Accept')) continue;
        if (admitsType(request.message, type) || isOptional(response) || admitsOnePart(request, response)) continue;
        const accept = request.message.field('Accept');
        context.report({
          messageId: accept ? 'notListed' : 'notDefault',
          in: response,
          at: response.message.field('Content-Type')?.valueRange,
          data: { type, method },
          related: [{ message: 'The request', of: request, at: accept?.valueRange }],
        });
        return;
      }
    },
  }),
});

/** True if the client may leave out the body, or all parts of it. */
function isOptional({ message }: FlowMessage): boolean {
  const whole = bodyOf(message);
  return isMarkedOptional(whole) || (whole.parts.length > 0 && whole.parts.every(isMarkedOptional));
}

function isMarkedOptional(part: BodyPart): boolean {
  const disposition = part.field('Content-Disposition')?.value;
  return disposition !== undefined && paramOf(disposition, 'handling')?.value?.toLowerCase() === 'optional';
}

/** True if Accept names multipart types and admits one of the parts. */
function admitsOnePart(request: FlowMessage, response: FlowMessage): boolean {
  if (!admitsMultipart(request.message)) return false;
  for (const part of partsOf(bodyOf(response.message))) {
    if (part.essence !== undefined && !part.isMultipart && admitsType(request.message, part.essence)) return true;
  }
  return false;
}
