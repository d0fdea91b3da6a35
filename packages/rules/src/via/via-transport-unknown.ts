import { defineRule, lookupTransport } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'via-transport-unknown',
    category: 'via',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Name a registered transport in a Via',
    docs: {
      what:
        'The transport of a Via is UDP, TCP, TLS, SCTP, TLS-SCTP, WS or WSS, in any case: those are in the IANA registry. Any ' +
        'other token is legal, and usually a slip. It is reported once a call.',
      why:
        'The next element sends the response back over this transport. If it does not know it, it guesses or drops the ' +
        'response.',
      falsePositives:
        'Elements that speak a transport of their own among each other may name it; turn the rule off there.',
      bad: [
        invite({ Via: 'SIP/2.0/<|TPC|> pc33.example.com;branch=z9hG4bK776asdhds' }),
        invite({
          Via: ['SIP/2.0/UDP p1.example.com;branch=z9hG4bK1', 'SIP/2.0/<|UNKNOWN|> 192.0.2.1;branch=z9hG4bK776asdhds'],
        }),
      ],
      good: [
        invite({ Via: 'SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/tls-sctp pc33.example.com;branch=z9hG4bK776asdhds' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.42' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      unknown:
        'Via transport "{transport}" is not registered: an element that does not know it cannot send the response back',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        for (const { value: via } of field.values) {
          if (!via || isCommon(via.transport.text) || lookupTransport(via.transport.text)) continue;
          const transport = via.transport.text;
          if (!isFirstInCall(context, transport)) continue;
          context.report({ messageId: 'unknown', at: via.transport, data: { transport } });
        }
      },
    },
  }),
});

/** A look before the table is asked. */
function isCommon(transport: string): boolean {
  return transport === 'UDP' || transport === 'TCP' || transport === 'TLS';
}
