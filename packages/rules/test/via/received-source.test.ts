import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { file, line, ok, options, response } from '../../src/examples/messages.js';
import rule from '../../src/via/received-missing-for-other-source.js';

const BRANCH = 'branch=z9hG4bK776asdhds-options';
const PRIVATE = `SIP/2.0/UDP 10.0.0.7;${BRANCH}`;
const marked = (host: string) => `SIP/2.0/UDP <|${host}|>;${BRANCH}`;

const CLIENT = '198.51.100.7:5060';
const SERVER = '192.0.2.9:5060';

/** A request and its response, each between two addresses. */
function captured(
  request: Example,
  answer: Example,
  from = CLIENT,
  to = SERVER,
  backTo = from,
  backFrom = to,
): Example {
  return file(line(`U ${from} -> ${to}`), request, line(`U ${backFrom} -> ${backTo}`), answer);
}

testRule(rule, {
  bad: [
    {
      name: 'no received',
      text: captured(options({ Via: PRIVATE }), ok('OPTIONS', { Via: marked('10.0.0.7') })),
      findings: [{ messageId: 'missing', severity: 'warning', data: { source: '198.51.100.7', host: '10.0.0.7' } }],
    },
    {
      name: 'another received',
      text: captured(options({ Via: PRIVATE }), ok('OPTIONS', { Via: `${PRIVATE};received=<|10.0.0.7|>` })),
      findings: [{ messageId: 'other', data: { received: '10.0.0.7', source: '198.51.100.7' } }],
    },
    {
      name: 'IPv6',
      text: captured(
        options({ Via: `SIP/2.0/UDP [2001:db8::1];${BRANCH}` }),
        ok('OPTIONS', { Via: marked('[2001:db8::1]') }),
        '[2001:db8::7]:5060',
        '[2001:db8::9]:5060',
      ),
    },
    {
      name: 'in a provisional response too, once a call',
      text: file(
        line(`U ${CLIENT} -> ${SERVER}`),
        options({ Via: PRIVATE }),
        line(`U ${SERVER} -> ${CLIENT}`),
        response(100, 'OPTIONS', { Via: marked('10.0.0.7') }),
        line(`U ${SERVER} -> ${CLIENT}`),
        ok('OPTIONS', { Via: PRIVATE }),
      ),
    },
  ],
  good: [
    {
      name: 'received in another form of the address',
      text: captured(
        options({ Via: `SIP/2.0/UDP [2001:db8::1];${BRANCH}` }),
        ok('OPTIONS', { Via: `SIP/2.0/UDP [2001:db8::1];${BRANCH};received=2001:db8:0:0::7` }),
        '[2001:db8::7]:5060',
        '[2001:db8::9]:5060',
      ),
    },
    {
      name: 'the same address in another form',
      text: captured(
        options({ Via: `SIP/2.0/UDP [2001:DB8:0::7];${BRANCH}` }),
        ok('OPTIONS', { Via: `SIP/2.0/UDP [2001:DB8:0::7];${BRANCH}` }),
        '[2001:db8::7]:5060',
        '[2001:db8::9]:5060',
      ),
    },
    { name: 'without addresses', text: file(options({ Via: PRIVATE }), ok('OPTIONS', { Via: PRIVATE })) },
    {
      name: 'a host name',
      text: captured(options(), ok('OPTIONS', { Via: `SIP/2.0/UDP pc33.example.com;${BRANCH}` })),
    },
    {
      name: 'a received that is no address',
      text: captured(options({ Via: PRIVATE }), ok('OPTIONS', { Via: `${PRIVATE};received=gateway` })),
    },
    {
      name: 'a response at another point of the network',
      text: captured(options({ Via: PRIVATE }), ok('OPTIONS', { Via: PRIVATE }), CLIENT, SERVER, '203.0.113.1:5060'),
    },
    {
      name: 'loopback',
      text: captured(options({ Via: PRIVATE }), ok('OPTIONS', { Via: PRIVATE }), '127.0.0.1:5062', '127.0.0.1:5060'),
    },
    {
      name: 'a tunnel that ends where it begins',
      text: captured(options({ Via: PRIVATE }), ok('OPTIONS', { Via: PRIVATE }), '192.0.2.9:5062', SERVER),
    },
    {
      name: 'WebSocket',
      text: captured(
        options({ Via: `SIP/2.0/WS 192.0.2.200;${BRANCH}` }),
        ok('OPTIONS', { Via: `SIP/2.0/WS 192.0.2.200;${BRANCH}` }),
      ),
    },
  ],
});
