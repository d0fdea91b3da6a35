import { testRule } from '@siplint/core/testing';
import { file, line, request, response } from '../../src/examples/messages.js';
import { multipart } from '../../src/examples/multipart.js';
import missingCertificate from '../../src/security/missing-certificate-in-493.js';
import disposition from '../../src/security/smime-body-disposition.js';

const TYPE = 'application/pkcs7-mime;smime-type=enveloped-data';
const secured = (contentDisposition: string, type = TYPE) =>
  request('MESSAGE', { 'Content-Type': type, 'Content-Disposition': contentDisposition, body: 'MII' });

testRule(disposition, {
  good: [
    { name: 'quoted', text: secured('attachment;handling="required"') },
    { name: 'a malformed Content-Disposition', text: secured('attachment;handling=') },
    { name: 'no body', text: request('MESSAGE', { 'Content-Type': TYPE, body: '' }) },
    { name: 'another type', text: request('MESSAGE', { 'Content-Type': 'application/pkcs10', body: 'MII' }) },
    {
      name: 'unknown header fields',
      text: request('MESSAGE', { 'Content-Type': TYPE, rows: ['{{more}}'], body: 'MII' }),
    },
  ],
  bad: [
    {
      name: 'a part of a multipart',
      text: multipart({ 'Content-Type': '<|application/pkcs7-signature|>; name=smime.p7s' }),
      findings: [{ messageId: 'noDisposition', severity: 'info' }],
      fixed: null,
    },
    {
      name: 'appends it',
      text: secured('<|attachment|>;filename=smime.p7m'),
      findings: [{ messageId: 'noHandling' }],
      fixed: secured('attachment;filename=smime.p7m;handling=required'),
    },
    {
      name: 'says something else on purpose',
      text: secured('attachment;handling=<|Optional|>;x'),
      findings: [{ messageId: 'otherHandling', data: { handling: 'Optional' } }],
      fixed: null,
    },
  ],
});

const PART = { 'Content-Type': 'application/pkcs7-mime; smime-type="Certs-Only"', 'Content-Disposition': 'attachment' };

testRule(missingCertificate, {
  good: [
    { name: 'another status', text: response(415, 'INVITE') },
    {
      name: 'a type that cannot be read',
      text: response(493, 'INVITE', { 'Content-Type': 'x', 'Content-Disposition': null }),
    },
    {
      name: 'a body that is encoded',
      text: response(493, 'INVITE', { 'Content-Type': 'multipart/mixed;boundary=b', 'Content-Encoding': 'gzip' }),
    },
    {
      name: 'a body that is cut',
      text: response(493, 'INVITE', { 'Content-Type': 'text/plain', 'Content-Length': '900' }),
    },
    {
      name: 'a part of a multipart',
      text: response(493, 'INVITE', {
        'Content-Type': 'multipart/mixed;boundary=b1',
        'Content-Disposition': null,
        body: `--b1\n\nhi\n--b1\nContent-Type: ${PART['Content-Type']}\n\nMII\n--b1--\n`,
      }),
    },
  ],
  bad: [
    {
      name: 'another smime-type',
      text: response(493, 'INVITE', {
        startLine: 'SIP/2.0 <|493|> Undecipherable',
        'Content-Type': 'application/pkcs7-mime; smime-type=signed-data',
      }),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'once a call',
      text: file(
        response(493, 'INVITE', { startLine: 'SIP/2.0 <|493|> Undecipherable', body: null }),
        line('---'),
        response(493, 'INVITE', { body: null }),
      ),
    },
  ],
});
