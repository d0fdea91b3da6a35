import { defineRule, replaceRange } from '@siplint/core';
import { ack, invite, response } from '../examples/messages.js';
import { multipart } from '../examples/multipart.js';
import { OFFER } from '../examples/requests.js';
import { withContentLength } from '../shared/message/content-length.js';

/** Dispositions of bodies that are shown to somebody; others are deliberate, such as early-session. */
const SHOWN: ReadonlySet<string> = new Set(['render', 'attachment', 'inline']);

export default defineRule({
  meta: {
    id: 'sdp-disposition-not-session',
    category: 'content',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Give a session description the disposition session',
    docs: {
      what:
        'A body or part of type application/sdp in an INVITE, an ACK or a response to INVITE has the disposition ' +
        'session, which is the default. Reported are render, attachment and inline; others are taken as deliberate.',
      why:
        'An offer or answer is only what has the disposition session. A receiver that looks at it shows the SDP to ' +
        'its user or stores it, and the call has no media.',
      fixSafety: 'Unsafe: the description may not be meant as an offer or answer.',
      bad: [
        invite({ 'Content-Disposition': '<|render|>' }),
        response(200, 'INVITE', { 'Content-Disposition': '<|attachment|>;handling=required' }),
        multipart({ 'Content-Type': 'application/sdp', 'Content-Disposition': '<|inline|>' }, OFFER.trimEnd()),
      ],
      good: [
        invite({ 'Content-Disposition': 'session;handling=optional' }),
        response(183, 'INVITE', {
          'Content-Type': 'application/sdp',
          'Content-Disposition': 'early-session',
          body: OFFER,
        }),
        ack({ 'Content-Type': 'text/plain', 'Content-Disposition': 'render', body: 'hi' }),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '20.11' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notSession:
        'Disposition "{disposition}" keeps this SDP from being an offer or answer: write session, or leave it out',
    },
  },
  appliesTo: { methods: ['INVITE', 'ACK'] },
  create: () => ({
    body(part, context) {
      if (part.essence !== 'application/sdp') return;
      const disposition = part.field('Content-Disposition')?.value?.token;
      if (!disposition || !SHOWN.has(disposition.text.toLowerCase())) return;
      context.report({
        messageId: 'notSession',
        at: disposition,
        data: { disposition: disposition.text },
        fix: {
          title: 'Set the disposition to session',
          edits: withContentLength(replaceRange(disposition, 'session'), context.message),
        },
      });
    },
  }),
});
