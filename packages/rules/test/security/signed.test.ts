import { testRule } from '@siplint/core/testing';
import { options, register, request } from '../../src/examples/messages.js';
import { signedBody, signedType, tunneled } from '../../src/examples/signed.js';
import signedProtocol from '../../src/security/multipart-signed-protocol.js';
import tunneledMessage from '../../src/security/tunneled-message-date-mismatch.js';

const NOON = 'Thu, 21 Feb 2002 12:00:00 GMT';
const THOROUGH = { thorough: true };

const message = (type: string, body: string) => request('MESSAGE', { 'Content-Type': type, body });

testRule(signedProtocol, {
  good: [
    { name: 'any case', text: message(signedType({ protocol: '"Application/PKCS7-Signature"' }), signedBody('Hi')) },
    {
      name: 'the old name',
      text: message(signedType({ protocol: '"application/x-pkcs7-signature"' }), signedBody('Hi')),
    },
    {
      name: 'a boundary missing, which is another rule',
      text: message('multipart/signed; protocol="application/pkcs7-signature"; micalg=sha1', signedBody('Hi')),
    },
    { name: 'one that is cut off', text: message(signedType(), signedBody('Hi').replace('--b42--\n', '--b42\n\nx')) },
    {
      name: 'a Content-Type that did not parse',
      text: message('multipart/signed; protocol=a/b; boundary=b42', signedBody('Hi')),
    },
  ],
  bad: [
    {
      name: 'neither protocol nor micalg',
      text: message('<|multipart/signed|>; boundary=b42', signedBody('Hi')),
      findings: [{ messageId: 'missing', data: { missing: 'protocol and no micalg' }, severity: 'warning' }],
    },
    {
      name: 'one part',
      text: message(`<|multipart/signed|>${signedType().slice(16)}`, '--b42\n\nHi\n--b42--\n'),
      findings: [{ messageId: 'partCount', data: { count: 1 } }],
    },
    {
      name: 'inside another multipart',
      text: message(
        'multipart/mixed; boundary=m',
        `--m\nContent-Type: <|multipart/signed|>; protocol="application/pkcs7-signature"; boundary=b42\n\n${signedBody('Hi')}--m--\n`,
      ),
      findings: [{ messageId: 'missing', data: { missing: 'micalg' } }],
    },
  ],
});

testRule(tunneledMessage, {
  good: [
    { name: 'a Date in one of both', text: tunneled({ Date: NOON }, options()) },
    { name: 'the same Date', text: tunneled({ Date: NOON }, options({ Date: NOON })), options: THOROUGH },
    {
      name: 'a Date that did not parse',
      text: tunneled({ Date: 'yesterday' }, options({ Date: NOON })),
      options: THOROUGH,
    },
    {
      name: 'what proxies change',
      text: tunneled({ Via: 'SIP/2.0/UDP p;branch=z9hG4bK1', 'Max-Forwards': 69, Route: '<sip:p;lr>' }, options()),
      options: THOROUGH,
    },
    {
      name: 'the same in another spelling',
      text: tunneled({ To: '<sip:bob@example.net>' }, options({ To: null, t: '  <sip:bob@Example.net>' })),
      options: THOROUGH,
    },
    { name: 'header fields that are not signed', text: tunneled({ Subject: 'lunch' }, options()), options: THOROUGH },
    {
      name: 'a part that nothing signs',
      text: register({
        Date: NOON,
        'Content-Type': 'multipart/mixed; boundary=b42',
        body: signedBody('REGISTER sip:a SIP/2.0\nDate: Thu, 21 Feb 2002 13:00:00 GMT\n', 'message/sip'),
      }),
      options: THOROUGH,
    },
    {
      name: 'a part whose first line is none',
      text: tunneled({ Date: NOON }, options({ startLine: 'hello', Date: 'Thu, 21 Feb 2002 13:00:00 GMT' })),
      options: THOROUGH,
    },
  ],
  bad: [
    {
      name: 'another Date',
      text: tunneled({ Date: NOON }, options({ Date: '<|Thu, 21 Feb 2002 13:00:00 GMT|>' })),
      findings: [{ messageId: 'dateDiffers', severity: 'warning' }],
    },
    {
      name: 'no Date outside',
      text: tunneled({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' }, options({ Date: NOON })),
      options: THOROUGH,
      findings: [{ messageId: 'dateMissing', severity: 'info' }],
    },
    {
      name: 'no identifiers',
      text: tunneled({}, options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', From: null, CSeq: null })),
      options: THOROUGH,
      findings: [{ messageId: 'identifierMissing', data: { missing: 'From, CSeq' }, severity: 'info' }],
    },
    {
      name: 'another value in several rows',
      text: tunneled({ Supported: ['a', 'b'] }, options({ Supported: ['<|a|>', 'c'] })),
      options: THOROUGH,
      findings: [{ messageId: 'fieldDiffers', data: { header: 'Supported' }, severity: 'info' }],
    },
  ],
});
