import { defineRule, paramOf, type RuleContext, type SipUri } from '@siplint/core';
import { bye, file, invite, line, ok } from '../examples/messages.js';
import { placeOf, placesOfCall } from '../shared/address/seen-uris.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const STRICT_FORM = 'BYE sip:p3.example.com;lr SIP/2.0';

export default defineRule({
  meta: {
    id: 'route-strict-routing',
    category: 'routing',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Give the topmost Route URI an lr',
    docs: {
      what:
        'The topmost Route of a request has the parameter lr in its URI. It is reported once a call for each URI. A request ' +
        'that is rewritten for a strict router already is not reported: its Request-URI has lr or is a Record-Route of the ' +
        'call. Nor is a URI that stands in a Record-Route of the call, where the lr is missing first.',
      why:
        'Without lr the next hop is a strict router of RFC 2543: the sender has to put this URI into the Request-URI and the ' +
        'target behind the other routes. Most often lr was only lost, in the settings of an outbound proxy or on the way, and ' +
        'the request ends at the proxy.',
      falsePositives: 'A strict router may be on the path; this is information only.',
      bad: [
        bye({ Route: '<<|sip:p3.example.com|>>' }),
        invite({ Route: '<<|sip:p1.example.com;transport=tcp|>>, <sip:p2.example.com;lr>' }),
      ],
      good: [
        bye({ Route: '<sip:p2.example.com;lr>, <sip:p3.example.com>' }),
        bye({ Route: '<sip:p2.example.com;lr=on>' }),
        bye({ startLine: STRICT_FORM, Route: '<sip:bob@client.example.net>' }),
        file(
          ok('INVITE', { 'Record-Route': '<sip:p3.example.com;lr>' }),
          line('---'),
          bye({ startLine: 'BYE sip:p3.example.com SIP/2.0', Route: '<sip:bob@client.example.net>' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.12.1.2' },
    ],
    since: '0.1.0',
    messages: {
      strict:
        'Route URI {uri} has no lr, so its proxy is a strict router, or the lr was lost and the request stays there',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    headers: {
      Route(field, context) {
        if (field !== context.message.field('Route')) return;
        const uri = field.value?.uri;
        if (uri?.kind !== 'sip' || paramOf(uri, 'lr') || isStrictForm(uri, context)) return;
        if (!isFirstInCall(context, uri.text)) return;
        context.report({ messageId: 'strict', at: uri, data: { uri: uri.text } });
      },
    },
  }),
});

/** True for a request in the form of §16.12.1.2, and where the Record-Route that this Route copies is to blame. */
function isStrictForm(route: SipUri, { message, file }: Pick<RuleContext, 'message' | 'file'>): boolean {
  const { startLine } = message;
  const target = startLine.kind === 'request' ? startLine.requestUri.value : undefined;
  if (target?.kind === 'sip' && paramOf(target, 'lr')) return true;
  const recordRoutes = placesOfCall(file, message)?.recordRoutes;
  if (!recordRoutes) return false;
  return recordRoutes.has(placeOf(route)) || (target?.kind === 'sip' && recordRoutes.has(placeOf(target)));
}
