import { octets } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import dispositionMalformed from '../../src/content/content-disposition-malformed.js';
import encodingNotApplied from '../../src/content/content-encoding-not-applied.js';
import typeMalformed from '../../src/content/content-type-malformed.js';
import mimeVersion from '../../src/content/mime-version-invalid.js';
import missingType from '../../src/content/missing-content-type.js';
import dispositionNotSession from '../../src/content/sdp-disposition-not-session.js';
import transferEncoding from '../../src/content/transfer-encoding-chunked.js';
import { ack, altered, cancel, invite, ok, options, request, response } from '../../src/examples/messages.js';
import { multipart } from '../../src/examples/multipart.js';
import { OFFER } from '../../src/examples/requests.js';

testRule(mimeVersion, {
  good: [{ name: 'a placeholder', text: invite({ 'MIME-Version': '{{version}}' }) }],
  bad: [
    { name: 'one number', text: invite({ 'MIME-Version': '<|1|>' }), findings: [{ severity: 'error' }] },
    { name: 'a comment of RFC 2045', text: invite({ 'MIME-Version': '<|1.0 (x)|>' }) },
    {
      name: 'another version',
      text: invite({ 'MIME-Version': '<|2.0|>' }),
      findings: [{ messageId: 'unknown', severity: 'warning' }],
      fixed: invite({ 'MIME-Version': '1.0' }),
    },
  ],
});

const disposed = (value: string) => invite({ 'Content-Disposition': value });

testRule(dispositionMalformed, {
  good: [
    { name: 'white space', text: disposed('session ; handling = required') },
    { name: 'registered in another case', text: disposed('Recipient-List;Handling=OPTIONAL') },
    { name: 'a placeholder', text: disposed('{{disposition}}') },
    { name: 'no field of a part', text: multipart({ 'X-Content-Disposition': 'x y' }) },
    { name: 'a repeated parameter is another rule', text: disposed('session;a=1;a=2') },
  ],
  bad: [
    {
      name: 'the RFC 3261 slip',
      text: disposed('attachment; filename=<|smime.p7m handling=required|>'),
      findings: [
        { messageId: 'semicolonMissing', severity: 'warning', data: { value: 'smime.p7m handling=required' } },
      ],
      fixed: disposed('attachment; filename=smime.p7m; handling=required'),
    },
    {
      name: 'a fold in it reads as a space',
      text: disposed('attachment; filename=<|smime.p7m\r\n handling=required|>'),
      findings: [{ data: { value: 'smime.p7m handling=required' } }],
      fixed: disposed('attachment; filename=smime.p7m;\r\n handling=required'),
    },
    {
      name: 'behind a quoted string',
      text: disposed('attachment;filename=<|"a b" handling=required|>'),
      fixed: disposed('attachment;filename="a b"; handling=required'),
    },
    {
      name: 'behind the type',
      text: disposed('session  <|handling=optional|>'),
      findings: [{ messageId: 'trailingText' }],
      fixed: disposed('session;  handling=optional'),
    },
    { name: 'text that is no parameter', text: disposed('attachment;filename=<|a b|>'), fixed: null },
    { name: 'a list', text: disposed('session<|, render|>'), fixed: null },
    { name: 'empty parameters', text: disposed('session<|;;|>'), findings: [{ messageId: 'parameterEmpty' }] },
    {
      name: 'an unregistered type with a near one',
      text: disposed('<|Sessions|>'),
      findings: [
        {
          severity: 'info',
          message:
            'Disposition type "Sessions" is not registered: a receiver that must understand it answers 415 (did you mean session?)',
        },
      ],
    },
    {
      name: 'type and handling',
      text: disposed('<|x-own|>;handling=<|never|>'),
      findings: [{ messageId: 'unknownType', data: { suggestion: '' } }, { messageId: 'unknownHandling' }],
    },
    { name: 'quoted handling', text: disposed('session;handling="<|must|>"') },
    { name: 'in a part', text: multipart({ 'Content-Disposition': '<|sesion|>' }), findings: [{ severity: 'info' }] },
    {
      name: 'grammar in a part',
      text: multipart({ 'Content-Disposition': 'render<|;|>' }),
      findings: [{ severity: 'error' }],
    },
  ],
});

const typed = (value: string) => invite({ 'Content-Type': value });

testRule(typeMalformed, {
  good: [
    { name: 'white space around "/"', text: typed('application / sdp') },
    { name: 'quoted parameter', text: typed('text/plain;charset="a b"') },
    { name: 'an empty one is another rule', text: typed('') },
    { name: 'a repeated parameter is another rule', text: typed('text/plain;a=1;a=2') },
    { name: 'an unterminated quote is another rule', text: typed('text/plain;a="b') },
  ],
  bad: [
    {
      name: 'one semicolon at the end',
      text: typed('text/plain<|;|>'),
      findings: [{ messageId: 'trailingSemicolon', severity: 'warning' }],
    },
    { name: 'two', text: typed('text/plain<|;;|>'), findings: [{ messageId: 'parameterEmpty', severity: 'error' }] },
    { name: 'a flag', text: typed('text/plain;<|x|>'), findings: [{ messageId: 'valueMissing' }] },
    { name: 'any type', text: typed('<|*/*|>'), findings: [{ messageId: 'wildcard' }] },
    {
      name: 'an unquoted boundary',
      text: typed('multipart/mixed;boundary=<|a/b|>'),
      findings: [{ messageId: 'valueMalformed' }],
    },
    { name: 'a list', text: typed('text/plain<|, text/html|>') },
    { name: 'in a part', text: multipart({ 'Content-Type': 'text/plain;<|charset|>' }) },
  ],
});

testRule(missingType, {
  good: [
    {
      name: 'a placeholder that may stand for nothing',
      text: options({ body: '{{body}}\n', 'Content-Length': '{{length}}' }),
    },
    { name: 'compact form', text: invite({ 'Content-Type': null, c: 'application/sdp' }) },
    { name: 'white space alone', text: options({ body: ' \r\n\t\r\n' }) },
    { name: 'a surplus behind the declared length', text: options({ 'Content-Length': '0', body: 'hello' }) },
    { name: 'CANCEL has no body', text: cancel({ body: 'hello' }) },
    { name: 'an empty one is another rule', text: invite({ 'Content-Type': '' }) },
    { name: 'a placeholder for whole rows', text: options({ rows: ['{{rows}}'], body: 'hello' }) },
    {
      name: 'text without an empty line before it',
      text: altered(options({ body: 'lunch at noon\r\n' }), (whole) => whole.replace('\r\n\r\n', '\r\n'), {
        isRaw: true,
      }),
    },
  ],
  bad: [
    {
      name: 'SDP',
      text: invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', 'Content-Type': null }),
      findings: [{ severity: 'error' }],
      fixed: altered(invite({ 'Content-Type': null }), (whole) =>
        whole.replace('CSeq: 314159 INVITE\r\n', 'CSeq: 314159 INVITE\r\nContent-Type: application/sdp\r\n'),
      ),
    },
    {
      name: 'other text, with no Content-Length',
      text: request('INFO', { startLine: '<|INFO|> sip:a@b.c SIP/2.0', 'Content-Length': null, body: 'Signal=1\r\n' }),
      fixed: null,
    },
    {
      name: 'header fields behind an empty line too many',
      text: options({ 'Max-Forwards': '70\r\n\r\n<|t|>: <sip:bob@example.net>', To: null, From: null }),
      findings: [{ messageId: 'behindEmptyLine', data: { header: 't' } }],
      fixed: options({ 'Max-Forwards': '70\r\nt: <sip:bob@example.net>', To: null, From: null }),
    },
    {
      name: 'a body that begins with a header field that is there',
      text: options({ startLine: '<|OPTIONS|> sip:a@b.c SIP/2.0', body: 'To: Bob\r\n' }),
      findings: [{ messageId: 'missing' }],
    },
    {
      name: 'part of it is declared',
      text: options({ startLine: '<|OPTIONS|> sip:a@b.c SIP/2.0', 'Content-Length': '2', body: 'hello' }),
    },
  ],
});

const GZIP = '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x04\x00';

testRule(encodingNotApplied, {
  good: [
    { name: 'an encoded body', text: octets(invite({ 'Content-Encoding': 'gzip', body: GZIP })) },
    { name: 'an unknown coding of text', text: invite({ 'Content-Encoding': 'aes128gcm' }) },
    { name: 'a body that was cut off', text: options({ e: 'gzip', 'Content-Length': '99' }) },
    { name: 'a list with an unknown coding first', text: invite({ e: 'x, gzip' }) },
  ],
  bad: [
    { name: 'identity', text: invite({ e: '<|Identity|>' }), findings: [{ severity: 'warning' }], fixed: invite() },
    {
      name: 'identity beside an applied one',
      text: octets(invite({ e: 'gzip, <|identity|>', body: GZIP })),
      fixed: octets(invite({ e: 'gzip', body: GZIP })),
    },
    {
      name: 'no body is one finding',
      text: options({ e: ['<|gzip|>, deflate', 'br'] }),
      findings: [{ messageId: 'noBody' }],
      fixed: options(),
    },
    { name: 'text', text: invite({ e: '<|deflate|>' }), findings: [{ messageId: 'plainText' }], fixed: invite() },
  ],
});

const CHUNKED = { 'Content-Type': 'text/plain', 'Content-Length': null };

testRule(transferEncoding, {
  good: [{ name: 'of a body part', text: multipart({ 'Content-Transfer-Encoding': 'binary' }) }],
  bad: [
    { name: 'no body', text: options({ '<|transfer-encoding|>': 'chunked' }), fixed: options() },
    {
      name: 'another coding, with no fix',
      text: options({ '<|Transfer-Encoding|>': 'gzip' }),
      findings: [{ severity: 'error' }],
      fixed: null,
    },
    {
      name: 'two chunks and a trailer',
      text: invite({
        ...CHUNKED,
        '<|Transfer-Encoding|>': 'chunked',
        body: '3\r\n€\r\n2 ;a=b\r\n!!\r\n0\r\nX: y\r\n\r\n',
      }),
      // The last line end is that of the file, for lack of a Content-Length.
      fixed: invite({ ...CHUNKED, body: '€!!\r\n' }),
    },
    {
      name: 'a body that is not chunked',
      text: invite({ '<|Transfer-Encoding|>': 'Chunked' }),
      fixed: invite(),
    },
    {
      name: 'chunks that do not fit, with no fix',
      text: invite({ ...CHUNKED, '<|Transfer-Encoding|>': 'chunked', body: '2\r\nhi\r\nff\r\nrest\r\n' }),
      fixed: null,
    },
    {
      name: 'two rows are one finding',
      text: options({ rows: ['<|Transfer-Encoding|>: chunked', 'Transfer-Encoding: chunked'] }),
      fixed: options(),
    },
  ],
});

testRule(dispositionNotSession, {
  good: [
    { name: 'no disposition', text: invite() },
    ...['session', 'Session;handling=optional', 'icon', 'alert', 'early-session', 'recording-session', 'x-own'].map(
      (value) => ({
        name: value,
        text: disposed(value),
      }),
    ),
    { name: 'another type', text: invite({ 'Content-Disposition': 'render', 'Content-Type': 'text/plain' }) },
    {
      name: 'another method',
      text: request('MESSAGE', { 'Content-Disposition': 'render', c: 'application/sdp', body: OFFER }),
    },
    { name: 'one that did not parse', text: disposed('render;') },
  ],
  bad: [
    {
      name: 'parameters stay',
      text: disposed('<|Attachment|>;handling=optional'),
      findings: [{ severity: 'info', data: { disposition: 'Attachment' } }],
      fixed: disposed('session;handling=optional'),
    },
    { name: 'ACK', text: ack({ c: 'application/sdp', 'Content-Disposition': '<|render|>', body: OFFER }) },
    { name: 'a response', text: ok('INVITE', { 'Content-Disposition': '<|inline|>' }) },
    {
      name: 'a failure with SDP',
      text: response(488, 'INVITE', { c: 'application/sdp', 'Content-Disposition': '<|render|>', body: OFFER }),
    },
    {
      name: 'a part',
      text: multipart({ 'Content-Type': 'Application/SDP', 'Content-Disposition': '<|render|>' }, OFFER.trimEnd()),
      fixed: multipart({ 'Content-Type': 'Application/SDP', 'Content-Disposition': 'session' }, OFFER.trimEnd()),
    },
  ],
});
