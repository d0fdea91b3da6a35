import { defineRule, paramOf } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { isTopmostVia, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const TOP = 'SIP/2.0/UDP p1.example.com;branch=z9hG4bK77ef4c2312983.1';

export default defineRule({
  meta: {
    id: 'via-received-missing-for-host-name',
    category: 'via',
    level: 'MUST',
    severity: 'warning',
    presets: [],
    title: 'Add received to a Via whose sent-by is a host name',
    docs: {
      what:
        'The server that takes a request in adds received, the address that the request came from, to the topmost Via if its ' +
        'sent-by is a host name. So every Via of a response, and every Via of a request below the topmost one, has it then. It is ' +
        'reported once a call for each Via.',
      why:
        'The response goes to the address in received. Without it the server looks the name up, and sends the response to ' +
        'another host, or nowhere where the name is known inside only.',
      falsePositives: 'A capture inside of a server may show a message before its transport layer touched it.',
      bad: [
        invite({ Via: [TOP, 'SIP/2.0/UDP <|pc33.example.com|>;branch=z9hG4bK776asdhds'] }),
        ok('INVITE', { Via: 'SIP/2.0/UDP <|pc33.example.com|>;branch=z9hG4bK776asdhds-invite' }),
      ],
      good: [
        invite({ Via: [TOP, 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds;received=192.0.2.1'] }),
        invite({ Via: [TOP, 'SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK776asdhds'] }),
        ok('INVITE', { Via: 'SIP/2.0/UDP [2001:db8::9]:5061;branch=z9hG4bK776asdhds-invite' }),
      ],
    },
    references: [{ rfc: 3261, section: '18.2.1' }],
    since: '0.1.0',
    messages: {
      missing:
        'Via of {host} has no received: the response is sent where the name leads, not where the request came from',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        const { message } = context;
        for (const { value: via } of field.values) {
          if (via?.sentBy.host.kind !== 'name' || paramOf(via, 'received')) continue;
          if (message.kind === 'request' && isTopmostVia(field, via)) continue;
          if (holdsPlaceholder(message, via) || !isFirstInCall(context, viaIdentity(via))) continue;
          const { host } = via.sentBy;
          context.report({ messageId: 'missing', at: host, data: { host: host.text } });
        }
      },
    },
  }),
});
