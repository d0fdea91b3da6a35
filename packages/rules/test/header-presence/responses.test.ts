import { testRule } from '@siplint/core/testing';
import { file, invite, request, response } from '../../src/examples/messages.js';
import { multipart } from '../../src/examples/multipart.js';
import allowListsRejected from '../../src/header-presence/allow-in-405-lists-rejected-method.js';
import missingAccept from '../../src/header-presence/missing-accept-in-415.js';
import missingAllow from '../../src/header-presence/missing-allow-in-405.js';
import missingMinExpires from '../../src/header-presence/missing-min-expires-in-423.js';
import missingRequire from '../../src/header-presence/missing-require-in-421.js';
import missingUnsupported from '../../src/header-presence/missing-unsupported-in-420.js';

testRule(missingAllow, {
  good: [
    { name: 'an empty one', text: response(405, 'INVITE', { Allow: '' }) },
    { name: 'a response to CANCEL, which has no Allow', text: response(405, 'CANCEL', { Allow: null }) },
    { name: 'another status', text: response(403, 'INVITE') },
  ],
  bad: [
    {
      name: 'an extension method',
      text: response(405, 'PUBLISH', { startLine: 'SIP/2.0 <|405|> Method Not Allowed', Allow: null }),
      findings: [{ severity: 'warning' }],
    },
  ],
});

testRule(missingUnsupported, {
  good: [{ name: 'compact names do not exist', text: response(420, 'INVITE', { UNSUPPORTED: 'foo' }) }],
  bad: [
    {
      name: 'Supported does not replace it',
      text: response(420, 'INVITE', {
        startLine: 'SIP/2.0 <|420|> Bad Extension',
        Unsupported: null,
        Supported: 'foo',
      }),
      findings: [{ severity: 'warning' }],
    },
  ],
});

testRule(missingRequire, {
  bad: [
    {
      name: 'Supported does not replace it',
      text: response(421, 'INVITE', { startLine: 'SIP/2.0 <|421|> Extension Required', Require: null, k: '100rel' }),
      findings: [{ severity: 'warning' }],
    },
  ],
});

testRule(missingMinExpires, {
  good: [
    { name: 'an INVITE, for which the tables have none', text: response(423, 'INVITE', { 'Min-Expires': null }) },
    { name: 'a value that did not parse', text: response(423, 'REGISTER', { 'Min-Expires': 'soon' }) },
  ],
  bad: ['SUBSCRIBE', 'PUBLISH', 'REGISTER'].map((method) => ({
    name: method,
    text: response(423, method, { startLine: 'SIP/2.0 <|423|> Interval Too Brief', 'Min-Expires': null }),
    findings: [{ severity: 'error' as const }],
  })),
});

const REFUSED = { startLine: 'SIP/2.0 <|415|> Unsupported Media Type', Accept: null };
const ENCODING = { Accept: null, 'Accept-Encoding': 'identity' };

testRule(missingAccept, {
  good: [
    { name: 'any of the three where the request is not known', text: response(415, 'INVITE', ENCODING) },
    { name: 'a request with a coding', text: file(invite({ e: 'gzip' }), response(415, 'INVITE', ENCODING)) },
    {
      name: 'a request with a language',
      text: file(invite({ 'Content-Language': 'fr' }), response(415, 'INVITE', ENCODING)),
    },
    {
      name: 'a multipart, whose parts may have codings',
      text: file(multipart({ 'Content-Type': 'text/plain' }), response(415, 'INVITE', ENCODING)),
    },
    { name: 'a response to CANCEL', text: response(415, 'CANCEL', { Accept: null }) },
  ],
  bad: [
    {
      name: 'none of them',
      text: response(415, 'INVITE', REFUSED),
      findings: [{ messageId: 'missing', severity: 'warning' }],
    },
    {
      name: 'the wrong one',
      text: file(request('MESSAGE'), response(415, 'MESSAGE', { ...REFUSED, 'Accept-Language': 'en' })),
      findings: [{ messageId: 'missingAccept' }],
    },
  ],
});

testRule(allowListsRejected, {
  good: [
    { name: 'another case is another method', text: response(405, 'MESSAGE', { Allow: 'Message' }) },
    { name: 'no method to compare with', text: response(405, 'MESSAGE', { CSeq: null, Allow: 'MESSAGE' }) },
    { name: 'an element that did not parse', text: response(405, 'MESSAGE', { Allow: 'MESS AGE' }) },
  ],
  bad: [
    {
      name: 'in another row',
      text: response(405, 'MESSAGE', { Allow: ['INVITE', '<|MESSAGE|>'] }),
      findings: [{ severity: 'info', data: { method: 'MESSAGE' } }],
    },
  ],
});
