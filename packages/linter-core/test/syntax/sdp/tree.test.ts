import assert from 'node:assert/strict';
import { fmtpParameters } from '../../../src/syntax/sdp/attribute-grammars.js';
import { issuesOf, joined, read } from './sdp-text.js';

/** The example of RFC 8866 §5, with attributes of RFC 5888 and RFC 9143. */
const EXAMPLE = [
  'v=0',
  'o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1',
  's=Call to John Smith',
  'i=SDP Offer #1',
  'u=http://www.jdoe.example.com/home.html',
  'e=Jane Doe <jane@jdoe.example.com>',
  'p=+1 617 555-6011',
  'c=IN IP4 198.51.100.1',
  'b=CT:128',
  't=0 0',
  'r=7d 1h 0 25h',
  'z=3730928400 -1h 3749680800 0',
  'k=base64:YWJj',
  'a=group:BUNDLE v 2',
  'a=inactive',
  'm=audio 49170 RTP/AVP 0 101',
  'a=sendrecv',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-16',
  'm=audio 49180 RTP/AVP 0',
  'm=video 0/2 RTP/AVP 99',
  'c=IN IP6 2001:db8::2',
  'b=AS:64',
  'a=mid:v',
  'a=rtpmap:99 h263-1998/90000',
  'a=rtpmap:100 L16/44100/2',
  'a=ptime:20.5',
  'a=bundle-only',
  '',
].join('\r\n');

describe('tree of a session description', () => {
  const sdp = read(EXAMPLE);
  const [first, second, third] = sdp.media;

  it('reads the example without issues and loses nothing', () => {
    assert.deepEqual(issuesOf(sdp), []);
    assert.equal(joined(sdp), EXAMPLE);
    assert.equal(sdp.isSdp, true);
  });

  it('divides session and media', () => {
    assert.equal(sdp.session.lines.length, 15);
    assert.deepEqual(
      sdp.media.map(({ index, lines }) => [index, lines.length]),
      [
        [0, 4],
        [1, 1],
        [2, 8],
      ],
    );
    assert.equal(sdp.media.at(-1)?.end, sdp.end);
    assert.equal(sdp.session.end, first?.start);
  });

  it('types the lines of the session', () => {
    const { session } = sdp;
    assert.equal(session.line('v')?.value?.value, 0);
    const origin = session.line('o')?.value;
    assert.equal(origin?.username.text, 'jdoe');
    assert.equal(origin?.sessionId.value, 3724394400);
    assert.equal(origin?.sessionVersion.text, '3724394405');
    assert.deepEqual([origin?.networkType.text, origin?.addressType.text], ['IN', 'IP4']);
    assert.deepEqual([origin?.address.text, origin?.address.kind], ['198.51.100.1', 'ipv4']);
    assert.equal(session.line('s')?.value?.text, 'Call to John Smith');
    assert.equal(session.line('i')?.rawValue, 'SDP Offer #1');
    assert.equal(session.line('e')?.value?.text, 'Jane Doe <jane@jdoe.example.com>');
    const bandwidth = session.line('b')?.value;
    assert.deepEqual([bandwidth?.type.text, bandwidth?.bandwidth.value], ['CT', 128]);
    const timing = session.line('t')?.value;
    assert.deepEqual([timing?.startTime.value, timing?.stopTime.value], [0, 0]);
    const repetition = session.line('r')?.value;
    assert.deepEqual([repetition?.interval.seconds, repetition?.duration.seconds], [604800, 3600]);
    assert.deepEqual(
      repetition?.offsets.map(({ seconds }) => seconds),
      [0, 90000],
    );
    assert.deepEqual(
      session.line('z')?.value?.map(({ offset }) => offset.seconds),
      [-3600, 0],
    );
    assert.deepEqual([session.line('k')?.value?.method.text, session.line('k')?.value?.key?.text], ['base64', 'YWJj']);
    const group = session.attribute('group')?.value;
    assert.deepEqual([group?.semantics.text, group?.tags.map(({ text }) => text)], ['BUNDLE', ['v', '2']]);
  });

  it('types media lines and attributes', () => {
    assert.deepEqual(
      first?.description?.formats.map(({ text }) => text),
      ['0', '101'],
    );
    assert.equal(third?.description?.media.text, 'video');
    assert.deepEqual([third?.description?.port.value, third?.description?.portCount?.value], [0, 2]);
    assert.equal(third?.description?.protocol.text, 'RTP/AVP');
    const [map, stereo] = third?.attributesNamed('rtpmap') ?? [];
    assert.equal(map?.value?.payloadType.value, 99);
    assert.equal(map?.value?.encoding.text, 'h263-1998');
    assert.equal(map?.value?.clockRate.value, 90000);
    assert.equal(map?.value?.channels, undefined);
    assert.equal(stereo?.value?.channels?.value, 2);
    assert.equal(third?.attribute('ptime')?.value?.value, 20.5);
    assert.equal(third?.attribute('mid')?.value?.text, 'v');
    assert.equal(first?.attribute('fmtp')?.value?.params.text, '0-16');
    assert.equal(third?.linesOf('c').length, 1);
    assert.equal(third?.hasAttribute('rtcp'), false);
  });

  it('resolves session values as the defaults of media', () => {
    assert.deepEqual(
      sdp.media.map(({ direction }) => direction),
      ['sendrecv', 'inactive', 'inactive'],
    );
    assert.equal(first?.effectiveConnection?.value?.address.text, '198.51.100.1');
    assert.equal(third?.effectiveConnection?.value?.address.kind, 'ipv6');
    assert.equal(second?.effectiveAttribute('group')?.start, sdp.session.attribute('group')?.start);
    assert.equal(read('v=0\r\nm=audio 1 RTP/AVP 0\r\n').media[0]?.direction, 'sendrecv');
  });

  it('knows which media are active', () => {
    const body = 'm=audio 0 RTP/AVP 0\r\nm=audio 1 RTP/AVP 0\r\nm=audio 0 RTP/AVP 0\r\na=bundle-only\r\nm=audio\r\n';
    assert.deepEqual(
      read(body).media.map(({ isActive }) => isActive),
      [false, true, true, true],
    );
  });

  it('gives directions in the order they stand', () => {
    const [media] = read('m=audio 1 RTP/AVP 0\r\na=recvonly\r\na=sendrecv\r\na=recvonly\r\n').media;
    assert.deepEqual(
      media?.directions.map(({ name }) => name),
      ['recvonly', 'sendrecv', 'recvonly'],
    );
    assert.equal(media?.direction, 'recvonly');
  });

  it('keeps a second description apart', () => {
    const twice = read('v=0\r\no=- 1 1 IN IP4 a\r\ns=-\r\nv=0\r\no=- 2 1 IN IP4 a\r\nm=audio 1 RTP/AVP 0\r\n');
    assert.deepEqual(
      twice.surplus.map(({ type }) => type),
      ['v', 'o', 'm'],
    );
    assert.deepEqual([twice.media.length, twice.session.lines.length], [0, 3]);
    assert.equal(read('v=0\r\nv=0\r\no=- 1 1 IN IP4 a\r\n').surplus.length, 0);
  });

  it('keeps the terminator of each line', () => {
    assert.deepEqual(
      [...read('v=0\r\ns=-\nt=0 0').lines()].map(({ terminator }) => terminator),
      ['\r\n', '\n', ''],
    );
    assert.deepEqual(lineValues('v=0\rs=-\r'), [
      ['v', '0', '\r'],
      ['s', '-', '\r'],
    ]);
    assert.deepEqual(lineValues('s=a\rb\n'), [['s', 'a\rb', '\n']]);
    assert.deepEqual(lineValues('v=0\r\r\ns=-\r\n'), [
      ['v', '0', '\r\n'],
      ['s', '-', '\r\n'],
    ]);
  });

  it('divides format parameters with exact ranges', () => {
    const body = 'm=audio 1 RTP/AVP 96\r\na=fmtp:96 mode-set=0,2;; octet-align = 1 ;0-15; x=\r\n';
    const sdp = read(body);
    const fmtp = sdp.media[0]?.attribute('fmtp')?.value;
    assert.ok(fmtp);
    const found = fmtpParameters(fmtp).map(({ name, value, start, end }) => {
      for (const node of [name, value]) if (node) assert.equal(sdp.text.slice(node.start, node.end), node.text);
      return [name?.text, value.text, sdp.text.slice(start, end)];
    });
    assert.deepEqual(found, [
      ['mode-set', '0,2', 'mode-set=0,2'],
      ['octet-align', '1', 'octet-align = 1'],
      [undefined, '0-15', '0-15'],
      ['x', '', 'x='],
    ]);
  });

  it('gives name and value of any attribute', () => {
    const [flag, valued, blank] = read('a=rtcp-mux\r\na=x:a:b \r\na=y: \r\n').session.attributes;
    assert.deepEqual([flag?.nameNode.text, flag?.valueNode], ['rtcp-mux', undefined]);
    assert.equal(flag?.value !== undefined, true);
    assert.deepEqual([valued?.name, valued?.valueNode?.text], ['x', 'a:b ']);
    assert.equal(blank?.valueNode?.text, ' ');
  });
});

function lineValues(body: string): string[][] {
  return [...read(body).lines()].map(({ type, rawValue, terminator }) => [type, rawValue, terminator]);
}
