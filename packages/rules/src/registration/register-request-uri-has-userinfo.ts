import { defineRule, replaceRange } from '@siplint/core';
import { invite, register } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'register-request-uri-has-userinfo',
    category: 'registration',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Address a REGISTER to a domain without a user part',
    docs: {
      what: 'The Request-URI of a REGISTER names the domain of the registrar; it has no user part and no "@".',
      why:
        'The user is named by the To. A proxy that sees a user in the Request-URI looks that user up and forwards the ' +
        'REGISTER to a phone instead of handing it to the registrar.',
      fixSafety: 'Unsafe: it changes where the request is sent, and a digest that covers the old URI no longer fits.',
      bad: [
        register({ startLine: 'REGISTER sip:<|bob@|>example.com SIP/2.0' }),
        register({ startLine: 'REGISTER sip:<|bob:secret@|>example.com:5061;transport=tcp SIP/2.0' }),
      ],
      good: [
        register(),
        register({ startLine: 'REGISTER sip:[2001:db8::9]:5070;lr SIP/2.0' }),
        invite({ startLine: 'INVITE sip:bob@example.com SIP/2.0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2' },
      { rfc: 3261, section: '10.2.6' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    winsOver: ['sip-uri-password-present', 'sip-uri-user-phone-missing'],
    messages: {
      userinfo:
        'The Request-URI of a REGISTER names a domain, but has the user part "{userinfo}": proxies route it to that user',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    requestLine({ requestUri }, context) {
      const uri = requestUri.value;
      if (uri?.kind !== 'sip' || !uri.user || !uri.host) return;
      const userinfo = { start: uri.user.start, end: uri.host.start };
      context.report({
        messageId: 'userinfo',
        at: userinfo,
        data: { userinfo: context.message.sourceText(userinfo) },
        fix: { title: 'Remove the user part', edits: [replaceRange(userinfo, '')] },
      });
    },
  }),
});
