import { defineRule, type FlowMessage, type FlowRelatedRange } from '@siplint/core';
import { file, options, response } from '../examples/messages.js';

/** Schemes whose URIs servers resolve or route by themselves (RFC 3859, RFC 3860, RFC 5031), so that 400 and 404 may be right. */
const SERVED_SCHEMES: ReadonlySet<string> = new Set(['sip', 'sips', 'tel', 'im', 'pres', 'urn']);

export default defineRule({
  meta: {
    id: 'unsupported-request-uri-scheme-status',
    category: 'transaction',
    level: 'SHOULD',
    severity: 'hint',
    strictSeverity: 'warning',
    presets: [],
    title: 'Refuse a Request-URI for its scheme with 416, and for nothing else',
    docs: {
      what:
        'A request whose Request-URI has a scheme that the server does not know is answered 416, not 400 or 404; and one with a ' +
        'sip URI is not answered 416.',
      why:
        'Behind 416 the client tries again with a SIP URI. Behind 400 or 404 it gives up, and behind a 416 for a SIP URI it has ' +
        'nothing else to try.',
      falsePositives:
        'A server may know the scheme and still not find the user: 404 is right then. The schemes tel, im, pres and urn are ' +
        'not judged. A sips URI may get 416 from a server that has no TLS. A proxy may have put a URI of another scheme in the ' +
        'place of the SIP URI behind this hop.',
      bad: [
        file(
          options({ startLine: 'OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0' }),
          response(404, 'OPTIONS', { startLine: 'SIP/2.0 <|404|> Not Found' }),
        ),
        file(options(), response(416, 'OPTIONS', { startLine: 'SIP/2.0 <|416|> Unsupported URI Scheme' })),
      ],
      good: [
        file(options({ startLine: 'OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0' }), response(416, 'OPTIONS')),
        file(options({ startLine: 'OPTIONS tel:+358-555-1234567 SIP/2.0' }), response(404, 'OPTIONS')),
        file(options({ startLine: 'OPTIONS urn:service:sos SIP/2.0' }), response(404, 'OPTIONS')),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.2.1' },
      { rfc: 3261, section: '16.3' },
      { rfc: 3261, section: '21.4.14' },
      { rfc: 5630, section: '5.1.2' },
    ],
    since: '0.1.0',
    messages: {
      notForScheme:
        'Response {code} to a Request-URI of scheme {scheme}: if the server does not know the scheme, 416 lets the client try a SIP URI',
      forSip:
        'Response 416 to a Request-URI of scheme sip, which every SIP server has to know: the client has no other to try',
    },
  },
  appliesTo: { kinds: ['response'], statuses: [400, 404, 416] },
  create: () => ({
    transaction({ request, final }, context) {
      if (!request || !final || final.forwards || request.requestUri === '') return;
      const { statusCode } = final;
      const scheme = schemeOf(request.requestUri);
      if (statusCode === 416 && scheme === 'sip') {
        context.report({ messageId: 'forSip', in: final, related: requestUriOf(request) });
      } else if ((statusCode === 400 || statusCode === 404) && !SERVED_SCHEMES.has(scheme)) {
        context.report({
          messageId: 'notForScheme',
          in: final,
          data: { code: statusCode, scheme },
          related: requestUriOf(request),
        });
      }
    },
  }),
});

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':')).toLowerCase();
}

function requestUriOf(request: FlowMessage): FlowRelatedRange[] {
  const { startLine } = request.message;
  return startLine.kind === 'request' ? [{ message: 'The Request-URI', of: request, at: startLine.requestUri }] : [];
}
