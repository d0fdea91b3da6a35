import assert from 'node:assert/strict';
import { bodyOf, partsOf } from '../../../src/syntax/mime/body-part.js';
import { embeddedMessage } from '../../../src/syntax/mime/embedded-message.js';
import { sdpOf } from '../../../src/syntax/mime/sdp-of.js';
import { corpusFiles } from '../../corpus.js';
import { issuesOf, lines, messageOf, withBody } from './message-text.js';

const SDP = lines('v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0');

/** The part of RFC 5621 §4.2 by its header fields. */
function partWith(...fields: string[]) {
  const body = lines('--b1', ...fields, '', SDP, '--b1--');
  const [part] = bodyOf(withBody('multipart/mixed;boundary=b1', body)).parts;
  assert.ok(part);
  return part;
}

describe('body parts', () => {
  it('gives the body of a message the fields of the message', () => {
    const message = withBody(
      'application/sdp',
      SDP,
      'Content-Disposition: Render;handling=optional',
      'Content-Length: x',
    );
    const body = bodyOf(message);
    assert.equal(body.field('Content-Disposition'), message.field('Content-Disposition'));
    assert.equal(body.fields, message.fields);
    assert.deepEqual([body.essence, body.disposition, body.content], ['application/sdp', 'render', SDP]);
    assert.deepEqual(body.issues, []);
    assert.equal(bodyOf(message), body);
  });

  it('resolves types and dispositions by their defaults', () => {
    const cases: [fields: string[], essence: string | undefined, disposition: string | undefined][] = [
      [[], 'text/plain', 'render'],
      [['Content-Type: application/sdp'], 'application/sdp', 'session'],
      [['CONTENT-TYPE: Application/SDP;a=b'], 'application/sdp', 'session'],
      [['Content-Type: application/sdp', 'Content-Disposition: Early-Session'], 'application/sdp', 'early-session'],
      [['Content-Type: application/sdp', 'Content-Disposition: ;'], 'application/sdp', undefined],
      [['c: application/sdp'], 'text/plain', 'render'],
      [['Content-Type: sdp'], undefined, 'render'],
    ];
    for (const [fields, essence, disposition] of cases) {
      const part = partWith(...fields);
      assert.deepEqual([part.essence, part.disposition], [essence, disposition], fields.join());
    }
  });

  it('gives rows of parts with exact ranges', () => {
    const part = partWith('Content-ID : <a@b>', 'Content-Disposition:', ' attachment;', '\tfilename=x', 'X-Y:');
    const { text } = part.message;
    assert.deepEqual(
      part.fields.map(({ start, end, nameNode, rawValue, canonicalName }) => [
        text.slice(start, end),
        nameNode.text,
        rawValue,
        canonicalName,
      ]),
      [
        ['Content-ID : <a@b>\r\n', 'Content-ID', '<a@b>', 'Content-ID'],
        [
          'Content-Disposition:\r\n attachment;\r\n\tfilename=x\r\n',
          'Content-Disposition',
          'attachment;\r\n\tfilename=x',
          'Content-Disposition',
        ],
        ['X-Y:\r\n', 'X-Y', '', 'x-y'],
      ],
    );
    assert.equal(part.field('Content-Disposition')?.value?.params[0]?.value, 'filename=x'.slice(9));
    assert.equal(part.content, SDP);
  });

  it('reports a defect of a field of a part at its place, with its field', () => {
    const part = partWith('Content-Type: application/sdp', 'Content-Disposition: session handling=optional');
    const [issue] = part.issues;
    assert.equal(issue?.field, part.fields[1]);
    assert.match(issue?.code ?? '', /^content-disposition\./);
  });

  it('finds session descriptions and keeps them', () => {
    const part = partWith('Content-Type: application/sdp');
    const sdp = sdpOf(part);
    assert.equal(sdp, sdpOf(part));
    assert.deepEqual([sdp?.start, sdp?.end, sdp?.isBodyPart], [part.contentStart, part.contentEnd, true]);
    assert.deepEqual(sdp?.issues, []);
    assert.equal(sdpOf(bodyOf(withBody('application/sdp', SDP)))?.isBodyPart, false);
    const without = [
      partWith('Content-Type: application/sdp', 'Content-Transfer-Encoding: base64'),
      partWith('Content-Type: application/sdp', 'Content-Encoding: gzip'),
      partWith('Content-Type: application/trickle-ice-sdpfrag'),
      partWith('Content-Type: application/sdp', 'no header line'),
      bodyOf(withBody('application/sdp', '')),
      bodyOf(messageOf(`INVITE sip:a@b SIP/2.0\r\n\r\n${SDP}`)),
    ];
    for (const other of without) assert.equal(sdpOf(other), undefined);
  });

  it('knows the multiparts around a part', () => {
    const inner = lines('--b2', 'Content-Type: message/sip', '', 'OPTIONS sip:a@b SIP/2.0', '', '', '--b2--');
    const body = lines('--b1', 'Content-Type: multipart/mixed;boundary=b2', '', inner, '--b1--');
    const [outer, , leaf] = partsOf(bodyOf(withBody('multipart/signed;boundary=b1', body)));
    assert.deepEqual(
      [leaf?.isInside('multipart/signed'), leaf?.isInside('multipart/mixed'), leaf?.isInside('message/sip')],
      [true, true, false],
    );
    assert.deepEqual([outer?.isInside('multipart/signed'), leaf?.depth], [false, 2]);
  });

  it('reads the message in a part', () => {
    const tunnelled = lines(
      'INVITE sip:bob@example.com SIP/2.0',
      'Date: Thu, 21 Feb 2002 14:02:03 GMT',
      'Content-Type: application/sdp',
      '',
      SDP,
    );
    const body = lines('--b1', 'Content-Type: message/sip', '', tunnelled, '--b1--');
    const message = withBody('multipart/signed;boundary=b1', body);
    const [part] = bodyOf(message).parts;
    assert.ok(part);
    const embedded = embeddedMessage(part);
    assert.ok(embedded);
    assert.deepEqual([embedded.text, embedded.method, embedded.issues], [tunnelled, 'INVITE', []]);
    const date = embedded.field('Date');
    assert.ok(date);
    const { start, end } = date.valueRange;
    assert.equal(
      message.text.slice(part.contentStart + start, part.contentStart + end),
      'Thu, 21 Feb 2002 14:02:03 GMT',
    );
    assert.equal(sdpOf(bodyOf(embedded))?.isSdp, true);
    assert.equal(embeddedMessage(bodyOf(message)), undefined);
    const fragment = embeddedMessage(bodyOf(withBody('message/sipfrag;version=2.0', 'SIP/2.0 100 Trying')));
    assert.deepEqual([fragment?.statusCode, fragment?.body.end], [100, 18]);
  });

  it('loses nothing of the binary part of RFC 4475 mpart01', () => {
    for (const { bytes } of corpusFiles('rfc4475').filter(({ path }) => path.endsWith('/mpart01.sip'))) {
      const message = messageOf(bytes);
      assert.deepEqual(issuesOf(message), []);
      const [text, binary, ...more] = bodyOf(message).parts;
      assert.deepEqual([text?.essence, text?.content, more.length], ['text/plain', 'Hello', 0]);
      assert.deepEqual([binary?.essence, binary?.content.length], ['application/octet-stream', 342]);
      assert.ok(binary?.content.includes('\0') && binary.content.includes('\n') && !binary.content.includes('\r\n'));
      const octets = Buffer.from(bytes).subarray(binary?.contentStart, binary?.contentEnd).toString('latin1');
      assert.equal(binary?.content, octets);
    }
  });

  it('divides the example of RFC 5621 §4.2', () => {
    const list = '<?xml version="1.0" encoding="UTF-8"?>\r\n';
    const body = lines(
      '--boundary1',
      'Content-Type: application/sdp',
      '',
      `${SDP}`,
      '',
      '--boundary1',
      'Content-Type: application/resource-lists+xml',
      'Content-Disposition: recipient-list',
      '',
      list,
      '--boundary1--',
    );
    const message = withBody('multipart/mixed;boundary="boundary1"', body);
    assert.deepEqual(issuesOf(message), []);
    assert.deepEqual(
      bodyOf(message).parts.map(({ essence, disposition, content }) => [essence, disposition, content]),
      [
        ['application/sdp', 'session', `${SDP}\r\n`],
        ['application/resource-lists+xml', 'recipient-list', list],
      ],
    );
  });
});
