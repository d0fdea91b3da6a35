import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { callFlowOf } from '../../src/service/index.js';
import { documentOf, optionsRequest } from './documents.js';

const ANSWER = `SIP/2.0 200 OK
Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bKhjhs8ass877;received=192.0.2.4
To: <sip:carol@chicago.example>;tag=93810874
From: "Zoë 🙂" <sip:alice@atlanta.example>;tag=1928301774
Call-ID: a84b4c76e66710
CSeq: 63104 OPTIONS
Content-Length: 0

`;

describe('call flow', () => {
  it('draws each message of the document, and knows where it stands', () => {
    const document = documentOf(`# who asks\r\n${optionsRequest()}${ANSWER.replaceAll('\n', '\r\n')}`);
    const { svg, mermaid, messages } = callFlowOf(document, 'dark');
    parseXml(svg);
    assert.deepEqual(
      [...svg.matchAll(/data-message="(\d+)"/g)].map(([, index]) => index),
      ['0', '1'],
    );
    assert.ok(svg.includes('call.sip') && mermaid.startsWith('sequenceDiagram'));
    assert.deepEqual(
      messages.map(({ range }) => range.start.line),
      [1, 12],
    );
  });

  it('is drawn of any text', () => {
    const piece = fc.constantFrom(
      'INVITE sip:a SIP/2.0\r\n',
      '\r\n',
      'Via: SIP/2.0/UDP a;branch=1\r\n',
      'To: <',
      '>',
      '&',
      ']]>',
      '\0',
      '🙂',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
        (text) => {
          parseXml(callFlowOf(documentOf(text)).svg);
        },
      ),
    );
  });
});
