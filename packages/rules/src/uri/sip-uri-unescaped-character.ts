import { type FixPlan, replaceRange, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'sip-uri-unescaped-character',
    category: 'uri',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Escape characters that a component of a SIP URI does not admit',
    docs: {
      what:
        "Each component of a SIP or SIPS URI admits letters, digits, -_.!~*'() and a few more: the user part also &=+$,;?/, " +
        'the password &=+$,, parameters []/:&+$ and headers []/?:+$. Any other character is written as "%" and two ' +
        'hexadecimal digits; of UTF-8 each octet is.',
      why:
        'A parser ends the component at a character that it does not expect: a second "@" moves the host, a "#" or a ">" cuts ' +
        'the rest off. The request goes to somebody else or is rejected.',
      falsePositives:
        'A "=" inside a parameter value is a warning, since many proxies write base64 into their Record-Route, and so is the ' +
        '"#" of what is dialled, such as "*21#" or "99#+15550100". Hosts, ports and malformed escapes are reported by their own rules.',
      fixSafety: 'Safe: the escape means the character.',
      bad: [
        invite({ To: '<sip:j<|@|>s0n@example.net>' }),
        options({ startLine: 'OPTIONS sip:bob<|"|>@example.net SIP/2.0' }),
        invite({ To: '<sip:bob:pass<|;|>word@example.net>' }),
        invite({ Contact: '<sip:alice@pc33.example.com;x=a<|@|>b>' }),
        invite({ To: '<sip:<|ä|>nne@example.net>' }),
        invite({ 'Record-Route': '<sip:p1.example.com;lr;did=2fd<|=|>>' }),
        invite({ Contact: '<sip:*21<|#|>@pc33.example.com>' }),
      ],
      good: [
        invite({ To: '<sip:j%40s0n;day=tuesday@example.net>' }),
        invite({ To: '<sip:user;par=u%40example.net/?a=b,c&d@example.net>' }),
        invite({ Contact: '<sip:alice@pc33.example.com;x=[a]/b:c&d?Subject=a/?b%20c>' }),
        invite({ To: '<tel:*21#;phone-context=+1>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.2' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      illegal:
        '"{character}" may not stand in the {component} of a SIP URI: parsers cut the URI here, write it as an escape',
      equal:
        'A "=" may not stand in a parameter value of a SIP URI: some parsers cut the value here, "%3D" would be right',
      hash: 'A "#" may not stand in the user part of a SIP URI: some parsers cut the URI here, "%23" would be right',
    },
  },
  issues: {
    'sip-uri.unescaped-character': 'illegal',
    'sip-uri.unescaped-equal': { messageId: 'equal', ceiling: 'warning' },
    'sip-uri.unescaped-hash': { messageId: 'hash', ceiling: 'warning' },
  },
  fix: percentEncode,
});

/** What follows in the same script needs an escape as well. */
const BEYOND_ASCII = /[^\0-\x7f]*/y;

function percentEncode({ start, end, data }: SyntaxIssue, { source, text }: SipMessage): FixPlan | undefined {
  // A name would change its meaning for receivers that compare names as they are written.
  if (String(data?.component).endsWith('name')) return undefined;
  BEYOND_ASCII.lastIndex = end;
  const isAscii = text.charCodeAt(start) < 0x80;
  const stop = isAscii || !BEYOND_ASCII.test(text) ? end : BEYOND_ASCII.lastIndex;
  const octets = source.encode(text.slice(start, stop));
  const escapes = Array.from(octets, (octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`);
  return { title: 'Escape it', edits: [replaceRange({ start, end: stop }, escapes.join(''))] };
}
