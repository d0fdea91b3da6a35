import { bye, invite, ok } from '../../src/examples/messages.js';
import { testAlone } from './alone.js';

testAlone('routing', [
  [
    'record-route-missing-lr',
    ok('INVITE', { 'record-route': '<sip:p2.example.com;lr>, "P" <<|sips:p1.example.com:5061;transport=tcp|>>;lrr' }),
  ],
  ['record-route-missing-lr', invite({ 'Record-Route': ['<sip:a.example.com;lr>', '<<|sip:lr@p.example.com;lrx|>>'] })],
  ['record-route-missing-lr', invite({ 'Record-Route': '<<|sip:;lr@p.example.com|>>' })],
  ['record-route-not-sip-uri', ok('INVITE', { 'Record-Route': '<<|http://p.example.com|>>' })],
  ['record-route-not-sip-uri', invite({ 'RECORD-ROUTE': ['<sip:a.example.com;lr>', 'x <<|urn:p:1|>>'] })],
  ['route-not-name-addr', bye({ route: '<sip:a.example.com;lr>,\r\n <|sip:b.example.com;lr=on|>' })],
  ['route-not-name-addr', bye({ Route: ['<sip:a.example.com;lr>', '<sip:b.example.com>;x=1;<|lr=on|>'] })],
  ['route-not-name-addr', ok('INVITE', { 'Record-Route': '<|sips:b.example.com|>' })],
  ['route-not-name-addr', bye({ Route: '<|sip:a.example.com|>, <|sip:b.example.com|>' })],
  ['route-not-name-addr', bye({ Route: '"P" <sip:b.example.com>;<|LR|>' })],
  ['record-route-not-sip-uri', invite({ 'Record-Route': '<<|sipp:p.example.com;lr|>>' })],
]);
