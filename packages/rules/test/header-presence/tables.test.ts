import { testRule } from '@siplint/core/testing';
import { ack, bye, cancel, invite, ok, options, register, request, response } from '../../src/examples/messages.js';
import notApplicableToMethod from '../../src/header-presence/header-not-applicable-to-method.js';
import notApplicableToResponse from '../../src/header-presence/header-not-applicable-to-response.js';
import requestHeaderInResponse from '../../src/header-presence/request-header-in-response.js';
import responseHeaderInRequest from '../../src/header-presence/response-header-in-request.js';

const STRICT = { tolerated: [] };

testRule(notApplicableToMethod, {
  good: [
    { name: 'what every stack sends in an ACK', text: ack({ Allow: 'INVITE', Supported: '100rel', Accept: 'a/b' }) },
    { name: 'Contact in BYE', text: bye({ Contact: '<sip:alice@192.0.2.4>' }) },
    { name: 'User-Agent anywhere', text: ack({ 'User-Agent': 'x/1' }) },
    { name: 'Organization and Call-Info', text: bye({ Organization: 'x', 'Call-Info': '<http://a.example/>' }) },
    { name: 'Record-Route in REGISTER', text: register({ 'Record-Route': '<sip:p1.example.com;lr>' }) },
    { name: 'Require in ACK has rules of its own', text: ack({ Require: 'sec-agree' }), options: STRICT },
    { name: 'Require in CANCEL too', text: cancel({ Require: '100rel' }), options: STRICT },
    { name: 'and a body of CANCEL', text: cancel({ 'Content-Disposition': 'render' }), options: STRICT },
    { name: 'and header fields of responses', text: bye({ Server: 'x/1', 'Retry-After': '5' }), options: STRICT },
    { name: 'an extension method', text: request('MESSAGE', { Subject: 'lunch', Expires: '60' }) },
    { name: 'a header field of another document', text: bye({ 'Session-Expires': '1800', 'Security-Client': 'tls' }) },
    {
      name: 'an option',
      text: bye({ Subject: 'x' }),
      options: { tolerated: [{ header: 'subject', methods: ['BYE'] }] },
    },
    { name: 'Authorization in CANCEL', text: cancel({ Authorization: 'Digest x="y"' }) },
    {
      name: 'an INVITE',
      text: invite({ Subject: 'a', Priority: 'urgent', 'Reply-To': '<sip:a@b.c>', 'In-Reply-To': 'a' }),
    },
  ],
  bad: [
    {
      name: 'all rows are one finding, and the fix takes all',
      text: bye({ rows: ['<|In-Reply-To|>: a@b', 'in-reply-to: c@d'] }),
      findings: [{ severity: 'warning', data: { header: 'In-Reply-To', method: 'BYE' } }],
      fixed: bye(),
    },
    { name: 'compact form', text: options({ '<|s|>': 'lunch' }), fixed: options() },
    { name: 'Expires in BYE', text: bye({ '<|Expires|>': '0' }) },
    { name: 'Reply-To in REGISTER', text: register({ '<|Reply-To|>': '<sip:a@b.c>' }) },
    { name: 'Proxy-Authorization in CANCEL', text: cancel({ '<|Proxy-Authorization|>': 'Digest x="y"' }) },
    { name: 'nothing is tolerated', text: ack({ '<|Allow|>': 'INVITE' }), options: STRICT },
    {
      name: 'an option for one method only',
      text: options({ '<|Subject|>': 'x' }),
      options: { tolerated: [{ header: 'Subject', methods: ['BYE'] }] },
    },
  ],
});

testRule(notApplicableToResponse, {
  good: [
    {
      name: 'Supported, Allow and Accept',
      text: response(486, 'INVITE', { Supported: 'a', Allow: 'BYE', Accept: 'a/b' }),
    },
    { name: 'Record-Route', text: response(487, 'INVITE', { 'Record-Route': '<sip:p1.example.com;lr>' }) },
    {
      name: 'Record-Route in 200 to REGISTER has its rule',
      text: ok('REGISTER', { 'Record-Route': '<sip:p1.example.com;lr>' }),
      options: STRICT,
    },
    { name: 'Contact in failures', text: response(404, 'REGISTER', { Contact: '<sip:bob@192.0.2.4>' }) },
    { name: 'Contact in 487', text: response(487, 'INVITE', { Contact: '<sip:bob@192.0.2.4>' }), options: STRICT },
    { name: 'Contact in 100', text: response(100, 'INVITE', { Contact: '<sip:bob@192.0.2.4>' }) },
    { name: 'Contact in 200 to BYE', text: ok('BYE', { Contact: '<sip:bob@192.0.2.4>' }) },
    { name: 'Alert-Info in 183', text: response(183, 'INVITE', { 'Alert-Info': '<urn:alert:tone:ring>' }) },
    { name: 'Retry-After in 503', text: response(503, 'INVITE', { 'Retry-After': '120' }) },
    { name: 'WWW-Authenticate in 407', text: response(407, 'INVITE', { 'WWW-Authenticate': 'Digest realm="a"' }) },
    { name: 'WWW-Authenticate in 494', text: response(494, 'REGISTER', { 'WWW-Authenticate': 'Digest realm="a"' }) },
    { name: 'Error-Info in 404', text: response(404, 'INVITE', { 'Error-Info': '<sip:sorry@example.net>' }) },
    { name: 'Min-Expires of SUBSCRIBE', text: response(423, 'SUBSCRIBE') },
    { name: 'header fields of requests have a rule', text: ok('BYE', { 'Max-Forwards': '70' }), options: STRICT },
    {
      name: 'a challenge to CANCEL has a rule',
      text: response(401, 'CANCEL', { 'WWW-Authenticate': 'Digest realm="a"' }),
    },
    { name: 'a status that is none', text: ok('BYE', { startLine: 'SIP/2.0 777 Seven' }) },
    { name: 'no method', text: ok('BYE', { CSeq: null, Unsupported: 'foo' }) },
  ],
  bad: [
    {
      name: 'Unsupported in 421',
      text: response(421, 'INVITE', { '<|Unsupported|>': 'foo' }),
      findings: [{ severity: 'warning' }],
    },
    { name: 'Alert-Info in 200', text: ok('INVITE', { '<|Alert-Info|>': '<urn:alert:tone:ring>' }) },
    { name: 'WWW-Authenticate in 403', text: response(403, 'INVITE', { '<|WWW-Authenticate|>': 'Digest realm="a"' }) },
    {
      name: 'Authentication-Info in 401',
      text: response(401, 'REGISTER', { '<|Authentication-Info|>': 'nextnonce="a"' }),
    },
    { name: 'Error-Info in 200', text: ok('INVITE', { '<|Error-Info|>': '<sip:sorry@example.net>' }) },
    {
      name: 'Retry-After in 403 is an information',
      text: response(403, 'INVITE', { '<|Retry-After|>': '5' }),
      findings: [{ severity: 'info', data: { header: 'Retry-After', status: 403, method: 'INVITE' } }],
    },
    {
      name: 'Record-Route in 200 to REGISTER aside, nothing is tolerated',
      text: response(404, 'REGISTER', { '<|Record-Route|>': '<sip:a;lr>' }),
      options: STRICT,
    },
    {
      name: 'Supported in 486',
      text: response(486, 'INVITE', { '<|k|>': 'a' }),
      options: STRICT,
      fixed: response(486, 'INVITE'),
    },
    {
      name: 'an option for some codes only',
      text: response(486, 'INVITE', { '<|Supported|>': 'a' }),
      options: { tolerated: [{ header: 'Supported', statuses: ['400-485', 487] }] },
    },
  ],
});

testRule(requestHeaderInResponse, {
  good: [{ name: 'an extension', text: ok('BYE', { 'X-Priority': '1' }) }],
  bad: [
    ...[
      'Max-Forwards: 70',
      'Route: <sip:p1.example.com;lr>',
      's: lunch',
      'Priority: normal',
      'In-Reply-To: a',
      'Proxy-Require: a',
    ].map((row) => {
      const [name = '', value = ''] = row.split(': ');
      return {
        name,
        text: ok('OPTIONS', { [`<|${name}|>`]: value }),
        findings: [{ messageId: 'ignored', severity: 'info' as const }],
        safety: 'safe' as const,
        fixed: ok('OPTIONS'),
      };
    }),
    {
      name: 'credentials',
      text: ok('REGISTER', { '<|Proxy-Authorization|>': 'Digest x="y"' }),
      findings: [{ messageId: 'credentials', severity: 'warning' }],
    },
  ],
});

testRule(responseHeaderInRequest, {
  good: [{ name: 'User-Agent', text: bye({ 'User-Agent': 'x/1' }) }],
  bad: [
    {
      name: 'Server',
      text: bye({ '<|Server|>': 'x/1' }),
      findings: [{ severity: 'info' }],
      fixed: bye({ 'User-Agent': 'x/1' }),
    },
    {
      name: 'Server beside User-Agent',
      text: bye({ '<|Server|>': 'x/1', 'User-Agent': 'y/1' }),
      fixed: bye({ 'User-Agent': 'y/1' }),
    },
    { name: 'Warning', text: request('MESSAGE', { '<|Warning|>': '399 a.b "c"' }), findings: [{ severity: 'info' }] },
    {
      name: 'a challenge',
      text: invite({ '<|WWW-Authenticate|>': 'Digest realm="a"' }),
      findings: [{ messageId: 'ignored', severity: 'warning' }],
      fixed: invite(),
    },
  ],
});
