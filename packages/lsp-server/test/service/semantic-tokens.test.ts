import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type SipDocument, semanticTokensOf, TOKEN_TYPES } from '../../src/service/index.js';
import { documentOf, optionsRequest } from './documents.js';

/** `type:text` of each token. */
function tokens(document: SipDocument): string[] {
  const { data } = semanticTokensOf(document);
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const start = document.offsetAt({ line, character });
    assert.equal(document.positionAt(start + length).line, line, 'a token ends in its line');
    found.push(`${TOKEN_TYPES[type]}:${document.text.slice(start, start + length)}`);
  }
  return found;
}

describe('semantic tokens', () => {
  it('colour requests, header fields and URIs', () => {
    const found = tokens(documentOf(`# a comment\r\n${optionsRequest()}`));
    assert.deepEqual(found.slice(0, 17), [
      'comment:# a comment',
      'keyword:OPTIONS',
      'namespace:sip',
      'variable:carol',
      'type:chicago.example',
      'macro:SIP/2.0',
      'property:Via',
      'type:SIP',
      'number:2.0',
      'type:UDP',
      'type:pc33.atlanta.example',
      'parameter:branch',
      'string:z9hG4bKhjhs8ass877',
      'property:Max-Forwards',
      'number:70',
      'property:To',
      'namespace:sip',
    ]);
    assert.ok(found.includes('string:"Zoë 🙂"'));
    assert.ok(found.includes('keyword:OPTIONS'));
  });

  it('colour session descriptions', () => {
    const text = optionsRequest((request) =>
      request.replace(
        'Content-Length: 0\n\n',
        'Content-Type: application/sdp\n\nv=0\nm=audio 49172 RTP/AVP 0 97\na=sendrecv\na=rtpmap:97 iLBC/8000\n',
      ),
    );
    assert.deepEqual(
      tokens(documentOf(text)).slice(-12),
      [
        'keyword:v',
        'keyword:m',
        'type:audio',
        'number:49172',
        'variable:RTP/AVP',
        'number:0',
        'number:97',
        'keyword:a',
        'property:sendrecv',
        'keyword:a',
        'property:rtpmap',
        'string:97 iLBC/8000',
      ].slice(-12),
    );
  });

  it('are told of any text, in order and within lines', () => {
    const piece = fc.constantFrom(
      'INVITE sip:a SIP/2.0',
      '\r\n',
      '\n',
      'Via: SIP/2.0/UDP a;b',
      'From: "',
      '\\',
      'm=audio',
      'v=0',
      ' ',
      '\t',
      '🙂',
      '#',
      ';',
      '<',
      '\r',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
        (text) => {
          tokens(documentOf(text));
        },
      ),
    );
  });
});
