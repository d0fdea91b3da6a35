import { octets } from '@siplint/core';
import { invite, ok } from '../../src/examples/messages.js';
import { testAlone } from './alone.js';

testAlone('syntax', [
  ['header-name-not-token', invite({ rows: ['<|Content(Type)|>: x'] })],
  ['header-name-not-token', invite({ rows: ['<|Süb|>: x'] })],
  ['header-name-not-token', invite({ rows: ['<|Call ID|>: x'] })],
  ['header-name-not-token', invite({ rows: ['<|"Subject"|>: x'] })],
  ['header-line-malformed', invite({ rows: ['<|Subject|>'] })],
  ['header-line-malformed', invite({ rows: ['<|Subject=lunch|>'] })],
  ['header-line-malformed', invite({ rows: ['<|Subject; lunch|>'] })],
  ['header-line-malformed', ok('BYE', { rows: ['<|today|>'] })],
  ['header-value-control-character', invite({ f: '"a<|\x01|>b" <sip:a@b.example.com>;tag=1' })],
  ['header-value-control-character', invite({ f: '<sip:a<|\x7f|>@b.example.com>;tag=1' })],
  ['header-value-control-character', invite({ 'X-Foo': 'a<|\x0b|>b\x0c' })],
  ['header-value-control-character', invite({ v: 'SIP/2.0/UDP a;branch=z9hG4bK1<|\0|>' })],
  ['header-value-control-character', invite({ 'Max-Forwards': '70<|\x1b|>' })],
  ['header-value-control-character', invite({ 'Call-ID': 'a<|\x08|>b' })],
  ['header-value-invalid-utf8', octets(invite({ f: '"a<|\xe9|>b" <sip:a@b.example.com>;tag=1' }))],
  ['header-value-invalid-utf8', octets(ok('BYE', { Server: 'a (<|\xe9|>b)' }))],
  ['header-value-invalid-utf8', octets(invite({ 'X-A': 'a <|\xed|>\xa0\x80' }))],
  ['header-value-invalid-utf8', octets(invite({ Organization: '<|\xc0|>\x80' }))],
  ['header-field-repeated', invite({ rows: ['<|t|>: <sip:x@y>'] })],
  ['header-field-repeated', invite({ rows: ['<|Subject|>: a'], s: 'b' })],
  ['header-field-repeated', invite({ rows: ['<|CSEQ|>: x y z'] })],
  ['header-field-repeated', invite({ rows: ['<|f|>: <sip:x@y>'] })],
  ['header-continuation-without-header', ok('BYE', { startLine: 'SIP/2.0 200 OK\r\n<| really|>' })],
  ['header-fold-whitespace-only-line', invite({ To: '<sip:bob@example.net>\r\n<|\t|>\r\n ;x=1' })],
  ['header-name-not-token', invite({ rows: ['<|Call ID|>: x'] })],
]);
