import { testRule } from '@siplint/core/testing';
import { file, invite, ok, options, request, response } from '../../src/examples/messages.js';
import { multipartBody } from '../../src/examples/multipart.js';
import missingAccept from '../../src/header-presence/missing-accept-in-options.js';
import missingAllow from '../../src/header-presence/missing-allow-in-invite.js';
import missingAllowSupported from '../../src/header-presence/missing-allow-supported-in-invite-2xx.js';
import missingCapabilities from '../../src/header-presence/missing-capabilities-in-options-2xx.js';
import missingRetryAfter from '../../src/header-presence/missing-retry-after-in-temporary-failure.js';
import missingSupported from '../../src/header-presence/missing-supported-in-invite.js';
import missingWarning from '../../src/header-presence/missing-warning-in-488.js';

const IN_DIALOG = { To: '<sip:bob@example.net>;tag=8321234356' };
const INVITE = '<|INVITE|> sip:bob@example.net SIP/2.0';
const OPTIONS = '<|OPTIONS|> sip:bob@example.net SIP/2.0';
const OK = 'SIP/2.0 <|200|> OK';

const refusal = (marked = true, status = 488) =>
  response(status, 'INVITE', { startLine: `SIP/2.0 ${marked ? `<|${status}|>` : status} No`, Warning: null });

testRule(missingWarning, {
  good: [
    { name: 'no body in the INVITE', text: file(invite({ body: null }), refusal(false)) },
    {
      name: 'no offer in the INVITE',
      text: file(invite({ 'Content-Type': 'text/plain', body: 'hi' }), refusal(false)),
    },
    {
      name: 'no offer in any part',
      text: file(multipartBody('--b1\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b1--\r\n'), refusal(false)),
    },
    { name: 'a malformed Warning', text: response(488, 'INVITE', { Warning: 'x' }) },
    { name: 'another status', text: response(486, 'INVITE') },
  ],
  bad: [
    { name: 'without the request', text: refusal(), findings: [{ severity: 'info' }] },
    { name: 'an offer', text: file(invite(), refusal()), findings: [{ severity: 'info' }] },
    { name: 'a re-INVITE', text: file(invite(IN_DIALOG), refusal()) },
    {
      name: 'an offer in a part',
      text: file(multipartBody('--b1\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b1--\r\n'), refusal()),
    },
    { name: 'a body that cannot be read', text: file(invite({ 'Content-Encoding': 'gzip' }), refusal()) },
    { name: '606 is a hint', text: refusal(true, 606), findings: [{ severity: 'hint' }] },
    { name: 'once a call', text: file(refusal(), refusal(false)) },
  ],
});

testRule(missingAllow, {
  good: [
    { name: 'in a dialog', text: invite({ ...IN_DIALOG, Allow: null }) },
    { name: 'an empty one', text: invite({ Allow: '' }) },
    { name: 'a To that did not parse', text: invite({ To: 'x', Allow: null }) },
    { name: 'another method', text: options({ Allow: null }) },
    { name: 'a placeholder for rows', text: invite({ Allow: null, rows: ['{{more}}'] }) },
  ],
  bad: [
    {
      name: 'once a call',
      text: file(
        invite({ startLine: INVITE, Allow: null }),
        invite({ Allow: null }),
        invite({ startLine: INVITE, Allow: null, i: '2' }),
      ),
      findings: [{ severity: 'info' }, {}],
    },
  ],
});

testRule(missingSupported, {
  good: [
    { name: 'in a dialog', text: invite({ ...IN_DIALOG, Supported: null }) },
    { name: 'compact and empty', text: invite({ k: '' }) },
  ],
  bad: [
    {
      name: 'adds an empty one',
      text: invite({ startLine: INVITE, Supported: null, Contact: null, Allow: null }),
      findings: [{ severity: 'info' }],
      fixed: invite({ Supported: '', Contact: null, Allow: null }),
    },
    { name: 'has no safe fix', text: invite({ startLine: INVITE, Supported: null }), safety: 'safe', fixed: null },
  ],
});

testRule(missingAllowSupported, {
  good: [
    { name: 'both', text: ok('INVITE', { k: '', Allow: '' }) },
    { name: 'a re-INVITE', text: file(invite(IN_DIALOG), ok('INVITE', { Allow: null })) },
    { name: 'another status', text: response(180, 'INVITE', { Allow: null }) },
    { name: 'another method', text: ok('BYE') },
    { name: 'a broken line', text: ok('INVITE', { Supported: null, rows: ['Supported 100rel'] }) },
  ],
  bad: [
    {
      name: 'names both',
      text: file(invite(), ok('INVITE', { startLine: OK, Allow: null, Supported: null })),
      findings: [{ severity: 'info', data: { missing: 'Allow or Supported' } }],
    },
    {
      name: 'names one',
      text: ok('INVITE', { startLine: OK, Allow: null }),
      findings: [{ data: { missing: 'Allow' } }],
    },
    {
      name: 'once a call',
      text: file(ok('INVITE', { startLine: OK, Allow: null }), ok('INVITE', { Supported: null })),
    },
  ],
});

testRule(missingAccept, {
  good: [
    { name: 'an empty one', text: options({ Accept: '' }) },
    { name: 'another method', text: request('MESSAGE') },
  ],
  bad: [
    {
      name: 'adds one',
      text: options({ startLine: OPTIONS, Contact: null, Accept: null }),
      findings: [{ severity: 'info' }],
      fixed: options({ Contact: null, Accept: 'application/sdp' }),
    },
  ],
});

const BARE = { Allow: null, Accept: null, 'Accept-Encoding': null, 'Accept-Language': null, Supported: null };

testRule(missingCapabilities, {
  good: [
    { name: 'compact and empty', text: ok('OPTIONS', { k: '', Accept: '', Allow: '' }) },
    { name: 'a proxy that tells nothing', text: file(options({ 'Max-Forwards': 0 }), ok('OPTIONS', BARE)) },
    { name: 'another method', text: ok('BYE', BARE) },
    { name: 'a failure', text: response(404, 'OPTIONS', BARE) },
  ],
  bad: [
    {
      name: 'lists the absent ones',
      text: ok('OPTIONS', { ...BARE, startLine: OK, Allow: 'INVITE' }),
      findings: [{ severity: 'info', data: { missing: 'Accept, Accept-Encoding, Accept-Language or Supported' } }],
    },
    {
      name: 'all of them, with hops left',
      text: file(options({ 'Max-Forwards': 1 }), ok('OPTIONS', { ...BARE, startLine: OK })),
      findings: [{ data: { missing: 'Allow, Accept, Accept-Encoding, Accept-Language or Supported' } }],
    },
    {
      name: 'a proxy that tells something leaves Allow out',
      text: file(options({ 'Max-Forwards': 0 }), ok('OPTIONS', { startLine: OK, Allow: null, Supported: null })),
      findings: [{ data: { missing: 'Supported' } }],
    },
  ],
});

testRule(missingRetryAfter, {
  good: [{ name: 'a malformed one', text: response(503, 'INVITE', { 'Retry-After': 'x' }) }],
  bad: [503, 413].map((status) => ({
    name: `${status}`,
    text: file(
      response(status, 'INVITE', { startLine: `SIP/2.0 <|${status}|> No`, 'Retry-After': null }),
      response(status, 'INVITE', { 'Retry-After': null }),
    ),
    findings: [{ severity: 'hint' as const }],
  })),
});
