import { bye, invite, ok, response } from '../../src/examples/messages.js';
import { testAlone } from './alone.js';

testAlone('from-to', [
  ['from-tag-missing', response(180, 'INVITE', { From: '<|sip:alice@example.com|>' })],
  ['from-tag-missing', invite({ From: '<|"tag=1" <sip:alice;tag=1@example.com>|>' })],
  ['from-tag-missing', bye({ From: '<|Alice\r\n <sip:alice@example.com>|>' })],
  [
    'from-to-tags-identical',
    response(200, 'OPTIONS', { From: '<sip:a@example.com>;tag=AbC', t: '<sip:b@example.com>;TAG=<|aBc|>' }),
  ],
  [
    'from-to-tags-identical',
    response(180, 'INVITE', { From: 'sip:a@example.com ; tag = x1', To: 'sip:b@example.com;y=1;tag\r\n = <|x1|>' }),
  ],
  ['tag-inside-uri', invite({ f: '"A" <sip:a@example.com;x=1;<|TAG=12|>?y=1>' })],
  ['tag-inside-uri', bye({ To: '<sips:bob@example.net;<|tag=12|>>;x=1' })],
  ['tag-inside-uri', response(486, 'INVITE', { To: '<sip:bob@example.net;<|tag=12|>>' })],
  ['tag-inside-uri', invite({ From: '<sip:alice@example.com;<|tag|>>' })],
  ['tag-value-malformed', ok('BYE', { t: '<sip:bob@example.net>;tag=<|a/b|>' })],
  ['tag-value-malformed', ok('BYE', { To: 'sip:bob@example.net;tag=<|""|>' })],
  ['tag-value-malformed', ok('BYE', { To: 'sip:bob@example.net;<|tag|>;x=1' })],
  ['tag-value-malformed', ok('BYE', { To: '<sip:bob@example.net>;tag=<|1 2|>' })],
  ['tag-value-malformed', ok('BYE', { To: '<sip:bob@example.net>;tag=<|é|>' })],
  ['tag-value-malformed', ok('BYE', { To: '<sip:bob@example.net>;tag=<|a=b|>' })],
  ['tag-value-malformed', ok('BYE', { To: '<sip:bob@example.net>;tag=<|<abc>|>' })],
  ['to-tag-missing-in-response', response(401, 'REGISTER', { To: '<|sip:alice@example.com|>' })],
  ['to-tag-missing-in-response', response(202, 'REFER', { To: '<|<tel:+1>|>' })],
]);
