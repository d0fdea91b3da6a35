import { bodyOf, defineRule, type LintFile, type SipMessage } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { describe } from '../factories/missing-header.js';
import { hasNoPlace } from '../shared/message/header-presence.js';

const REFUSED = { startLine: 'SIP/2.0 <|415|> Unsupported Media Type', Accept: null };

export default defineRule({
  meta: {
    id: 'missing-accept-in-415',
    category: 'header-presence',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Say in every 415 what would be accepted',
    docs: {
      what:
        'A 415 response has an Accept, Accept-Encoding or Accept-Language header field, whichever concerns what was ' +
        'refused. It may be empty. If the request is in the file and has neither a Content-Encoding nor a ' +
        'Content-Language, only its media type can have been refused, so it is Accept.',
      why: 'The client sends its body again in a form that the list names. Without a list it has nothing to try.',
      bad: [
        response(415, 'INVITE', REFUSED),
        file(invite(), response(415, 'INVITE', { ...REFUSED, 'Accept-Encoding': 'gzip' })),
      ],
      good: [
        response(415, 'INVITE', { Accept: 'application/sdp' }),
        response(415, 'INVITE', { Accept: null, 'Accept-Encoding': '' }),
        response(415, 'MESSAGE', { Accept: null, 'Accept-Language': 'en, de' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.3' },
      { rfc: 3261, section: '20' },
      { rfc: 3261, section: '21.4.13' },
    ],
    since: '0.1.0',
    messages: {
      missing: '{message} has no Accept, Accept-Encoding or Accept-Language: the client does not learn what to send',
      missingAccept:
        '{message} has no Accept, though only the media type can be refused: the client does not learn which to send',
    },
  },
  appliesTo: { statuses: [415] },
  create: () => ({
    message(message, context) {
      if (message.has('Accept') || message.hasUnknownFields || hasNoPlace('Accept', message)) return;
      const namesOther = message.has('Accept-Encoding') || message.has('Accept-Language');
      if (namesOther && !isAboutMediaType(message, context.file)) return;
      const messageId = namesOther ? 'missingAccept' : 'missing';
      context.report({ messageId, at: message.anchor, data: { message: describe(message) } });
    },
  }),
});

/** True if the request is known and has neither a coding nor a language that could be refused; parts have their own. */
function isAboutMediaType(response: SipMessage, file: LintFile): boolean {
  const request = file.requestOf(response);
  if (!request || request.hasUnknownFields) return false;
  return !request.has('Content-Encoding') && !request.has('Content-Language') && !bodyOf(request).isMultipart;
}
