import { testRule } from '@siplint/core/testing';
import answeredWith487 from '../../src/cancel/cancel-answered-with-487.js';
import withBody from '../../src/cancel/cancel-with-body.js';
import requireInCancel from '../../src/cancel/require-in-cancel.js';
import { ack, cancel, invite, ok, response } from '../../src/examples/messages.js';

testRule(requireInCancel, {
  good: [
    { name: 'other requests', text: invite({ Require: '100rel', 'Proxy-Require': 'privacy' }) },
    { name: 'responses', text: ok('CANCEL', { Require: '100rel' }) },
  ],
  bad: [
    {
      name: 'one finding a header field, all of its rows removed',
      text: cancel({ '<|Require|>': '100rel', '<|Proxy-Require|>': 'privacy', rows: ['Require: timer'] }),
      findings: [{ severity: 'error' }, { severity: 'error' }],
      fixed: cancel(),
      safety: 'safe',
    },
    { name: 'a value that cannot be read', text: cancel({ '<|Require|>': '(' }), fixed: cancel() },
  ],
});

testRule(withBody, {
  good: [
    { name: 'no Content-Length', text: cancel({ 'Content-Length': null }) },
    { name: 'blank lines behind the message', text: cancel({ body: '' }) },
    { name: 'Accept', text: cancel({ Accept: 'application/sdp' }) },
    { name: 'other requests', text: ack({ body: 'v=0\n', 'Content-Type': 'application/sdp' }) },
    { name: 'responses', text: ok('CANCEL', { body: 'a', 'Content-Type': 'text/plain' }) },
  ],
  bad: [
    {
      name: 'one finding for all of it',
      text: cancel({
        '<|Content-Type|>': 'text/plain',
        'Content-Disposition': 'render',
        'Content-Encoding': 'gzip',
        'MIME-Version': '1.0',
        body: 'hi',
      }),
      findings: [{ messageId: 'field', data: { header: 'Content-Type' }, severity: 'warning' }],
      fixed: cancel(),
    },
    ...['Content-Disposition', 'Content-Encoding', 'Content-Language', 'MIME-Version'].map((header) => ({
      name: header,
      text: cancel({ [`<|${header}|>`]: 'x' }),
      findings: [{ data: { header } }],
      fixed: cancel(),
    })),
    { name: 'a body alone', text: cancel({ body: '<|hi|>', 'Content-Type': null }), fixed: cancel() },
  ],
});

testRule(answeredWith487, {
  good: [
    { name: 'the INVITE', text: response(487, 'INVITE') },
    { name: 'other answers', text: response(481, 'CANCEL') },
  ],
  bad: [
    {
      name: 'error',
      text: response(487, 'CANCEL', { startLine: 'SIP/2.0 <|487|> Request Terminated' }),
      findings: [{ severity: 'error' }],
    },
  ],
});
