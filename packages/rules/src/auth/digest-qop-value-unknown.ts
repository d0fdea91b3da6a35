import { type Param, paramOf, type RuleContext } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { register, response } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedRange, unquotedValue } from '../shared/values/quoted-param.js';

const MESSAGES = {
  noneKnown: 'The challenge offers qop "{value}", neither auth nor auth-int: clients have nothing to choose',
  unknownOption: 'The qop option "{option}" is neither auth nor auth-int: clients ignore it',
  unknown: 'The qop "{value}" is neither auth nor auth-int: the peer cannot compute the digest',
  list: 'The qop "{value}" names several values, but exactly one is chosen: write auth or auth-int',
} as const;

export default defineDigestRule({
  meta: {
    id: 'digest-qop-value-unknown',
    category: 'auth',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Use auth or auth-int as Digest qop',
    docs: {
      what:
        'A challenge offers auth, auth-int or both as qop, inside one pair of quotes; credentials and Authentication-Info ' +
        'name exactly one of them. Another option next to a known one in a challenge is an info.',
      why:
        'The qop decides what the digest covers. A client that knows none of the offered options cannot answer, and a ' +
        'server that does not know the chosen one cannot verify the response.',
      falsePositives: 'The grammar allows further tokens: a private qop that both ends know is legal.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: '"<|authint|>"' }) }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: '"auth, <|auth-conf|>"' }) }),
        register({ Authorization: credentials({ qop: '<|authint|>' }) }),
        register({ Authorization: credentials({ qop: '<|auth,auth-int|>' }) }),
      ],
      good: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: '"auth, auth-int"' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ qop: '"AUTH"' }) }),
        register({ Authorization: credentials({ qop: 'auth-int' }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.1' },
      { rfc: 2617, section: '3.2.2' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  roles: ['credentials', 'challenge', 'info'],
  judge(digest, context, role) {
    const qop = paramOf(digest, 'qop');
    if (!qop) return;
    const value = unquotedValue(qop);
    if (isKnown(value)) return;
    if (role === 'challenge') judgeOffer(qop, context);
    else if (value !== '') {
      const messageId = value.includes(',') ? 'list' : 'unknown';
      context.report({ messageId, at: unquotedRange(qop), data: { value } });
    }
  },
});

/** qop-options: a comma-separated list in which clients ignore what they do not know (RFC 2617 §3.2.1). */
function judgeOffer(qop: Param, context: RuleContext<typeof MESSAGES>): void {
  const value = unquotedValue(qop);
  const { start } = unquotedRange(qop);
  const unknown: { readonly option: string; readonly start: number }[] = [];
  let offersKnown = false;
  let at = start;
  for (const element of value.split(',')) {
    const option = element.trim();
    if (isKnown(option)) offersKnown = true;
    else if (option !== '') unknown.push({ option, start: at + element.indexOf(option) });
    at += element.length + 1;
  }
  if (!offersKnown)
    context.report({
      messageId: 'noneKnown',
      at: qop.quoted && value === '' ? qop : unquotedRange(qop),
      data: { value },
    });
  else {
    for (const { option, start: from } of unknown) {
      const range = { start: from, end: from + option.length };
      context.report({ messageId: 'unknownOption', at: range, ceiling: 'info', data: { option } });
    }
  }
}

function isKnown(option: string): boolean {
  if (option === 'auth') return true;
  const lower = option.toLowerCase();
  return lower === 'auth' || lower === 'auth-int';
}
