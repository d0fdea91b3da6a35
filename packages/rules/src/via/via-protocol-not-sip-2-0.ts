import { defineRule, replaceRange, type SipMessage } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'via-protocol-not-sip-2-0',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Begin every Via with SIP/2.0',
    docs: {
      what:
        'The protocol of each Via is SIP, in any case, and its version 2.0. That the request went over TLS or to a sips: URI ' +
        'is said by the transport, never by "SIPS".',
      why: 'Elements drop a message whose Via names a protocol that they do not speak, or cannot send its response back.',
      falsePositives: 'Where the first line has the same other version, that is reported instead.',
      fixSafety: 'Unsafe: another protocol may have been meant.',
      bad: [
        invite({ Via: '<|SIPS/2.0|>/TLS pc33.example.com;branch=z9hG4bK776asdhds' }),
        options({ Via: '<|SIP/1.0|>/UDP pc33.example.com;branch=z9hG4bK776asdhds' }),
      ],
      good: [
        invite({ Via: 'sip / 2.0 / TLS pc33.example.com;branch=z9hG4bK776asdhds' }),
        options({
          startLine: 'OPTIONS sip:bob@example.net SIP/3.0',
          Via: 'SIP/3.0/UDP pc33.example.com;branch=z9hG4bK776asdhds',
        }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '20.42' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: { other: 'Via names the protocol {found} instead of SIP/2.0: other elements drop the message' },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        for (const { value: via } of field.values) {
          if (!via || (isSip(via.protocolName.text) && via.protocolVersion.text === '2.0')) continue;
          const { message } = context;
          const found = `${via.protocolName.text}/${via.protocolVersion.text}`;
          if (found.toUpperCase() === versionOf(message) || !isFirstInCall(context, viaIdentity(via))) continue;
          const at = { start: via.protocolName.start, end: via.protocolVersion.end };
          const fix = { title: 'Write SIP/2.0', edits: [replaceRange(at, 'SIP/2.0')] };
          context.report({ messageId: 'other', at, data: { found }, fix });
        }
      },
    },
  }),
});

function isSip(name: string): boolean {
  return name === 'SIP' || name.toUpperCase() === 'SIP';
}

function versionOf({ startLine }: SipMessage): string | undefined {
  return startLine.kind === 'unrecognized' ? undefined : startLine.version.text.toUpperCase();
}
