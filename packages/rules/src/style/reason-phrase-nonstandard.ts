import { defineRule, lookupStatusCode, replaceRange, STATUS_CODES } from '@siplint/core';
import { response } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

let codesByPhrase: ReadonlyMap<string, number> | undefined;

export default defineRule({
  meta: {
    id: 'reason-phrase-nonstandard',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Do not write the reason phrase of another status code',
    docs: {
      what:
        'A registered status code does not carry the phrase that is registered for a different one, such as "OK" in a 486. ' +
        'Wordings of your own and translations are fine.',
      why:
        'Programs go by the code, people by the phrase: they read that the call was answered while it was refused. It is ' +
        'usually a slip of copy and paste.',
      fixSafety: 'Safe: programs ignore the phrase.',
      bad: [
        response(486, 'INVITE', { startLine: 'SIP/2.0 486 <|OK|>' }),
        response(404, 'INVITE', { startLine: 'SIP/2.0 404 <|busy here|>' }),
      ],
      good: [
        response(486, 'INVITE', { startLine: 'SIP/2.0 486 Besetzt' }),
        response(606, 'INVITE', { startLine: 'SIP/2.0 606 Not Acceptable' }),
        response(486, 'INVITE', { startLine: 'SIP/2.0 486 ' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.2' },
      { rfc: 3261, section: '21' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      ofOther: '"{phrase}" is the phrase of {other}, not of {code} ({registered}): people who read it are misled',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    statusLine({ code, statusCode, reasonPhrase }, context) {
      const registered = lookupStatusCode(statusCode)?.reason;
      const phrase = reasonPhrase.text;
      if (registered === undefined || phrase === registered) return;
      const folded = phrase.trim().toLowerCase();
      if (folded === registered.toLowerCase()) return;
      const other = codeOf(folded);
      if (other === undefined || !isFirstInCall(context, `${code.text} ${folded}`)) return;
      context.report({
        messageId: 'ofOther',
        at: reasonPhrase,
        data: { phrase, other, code: code.text, registered },
        fix: { title: `Write "${registered}"`, edits: [replaceRange(reasonPhrase, registered)] },
      });
    },
  }),
});

/** The code that a phrase in lower case is registered for. */
function codeOf(phrase: string): number | undefined {
  codesByPhrase ??= new Map(STATUS_CODES.map(({ reason, code }) => [reason.toLowerCase(), code]));
  return codesByPhrase.get(phrase);
}
