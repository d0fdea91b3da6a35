import { defineRule, type FlowMessage, octets, type TextNode } from '@siplint/core';
import { file, ok, options } from '../examples/messages.js';
import { admitsCoding } from '../shared/session/accepted.js';

/** A gzip stream, 13 octets. */
const ENCODED = {
  'Content-Length': 13,
  'Content-Type': 'application/sdp',
  body: '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x04\x00',
};

export default defineRule({
  meta: {
    id: 'response-content-encoding-not-accepted',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Encode the body of a response only as the request accepts it',
    docs: {
      what:
        'The content codings of a response are listed in Accept-Encoding of its request. Without that, and if it is empty, ' +
        'the body is not encoded at all; "*" admits every coding, and q=0 excludes one.',
      why: 'The client cannot decode the body, so it has no answer, no presence document, no certificate.',
      falsePositives: 'A proxy may have changed Accept-Encoding behind the place where the file was captured.',
      bad: [
        octets(file(options(), ok('OPTIONS', { 'Content-Encoding': '<|gzip|>', ...ENCODED }))),
        octets(
          file(
            options({ 'Accept-Encoding': 'gzip;q=0, *' }),
            ok('OPTIONS', { 'Content-Encoding': '<|gzip|>', ...ENCODED }),
          ),
        ),
      ],
      good: [
        octets(file(options({ 'Accept-Encoding': 'GZIP' }), ok('OPTIONS', { e: 'gzip', ...ENCODED }))),
        octets(file(options({ 'Accept-Encoding': 'compress, *;q=0.1' }), ok('OPTIONS', { e: 'gzip', ...ENCODED }))),
        octets(ok('OPTIONS', { e: 'gzip', ...ENCODED })),
      ],
    },
    references: [
      { rfc: 3261, section: '20.2' },
      { rfc: 3261, section: '20.12' },
    ],
    since: '0.1.0',
    messages: {
      notListed:
        'Content-Encoding {coding} is not in Accept-Encoding of the {method} request: the client cannot decode the body, send it as it is',
      notOffered:
        'Content-Encoding {coding}, but the {method} request has no Accept-Encoding: the client cannot decode the body, send it as it is',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction({ request, responses }, context) {
      if (!request) return;
      for (const response of responses) {
        if (!response.has('Content-Encoding') || response.forwards) continue;
        const coding = refusedCoding(response, request);
        if (!coding) continue;
        const accept = request.message.field('Accept-Encoding');
        context.report({
          messageId: accept ? 'notListed' : 'notOffered',
          in: response,
          at: coding,
          data: { coding: coding.text, method: request.method },
          related: [{ message: 'The request', of: request, at: accept?.valueRange }],
        });
        return;
      }
    },
  }),
});

function refusedCoding(response: FlowMessage, request: FlowMessage): TextNode | undefined {
  for (const coding of response.message.valuesOf('Content-Encoding')) {
    const name = coding.text.toLowerCase();
    // A value of identity is wrong on its own: content-encoding-not-applied.
    if (name !== 'identity' && !admitsCoding(request.message, name)) return coding;
  }
  return undefined;
}
