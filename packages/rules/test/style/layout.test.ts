import { testRule } from '@siplint/core/testing';
import { altered, invite, options } from '../../src/examples/messages.js';
import compactMixed from '../../src/style/compact-and-long-forms-mixed.js';
import afterColon from '../../src/style/header-colon-not-followed-by-single-space.js';
import nameCase from '../../src/style/header-name-noncanonical-case.js';
import beforeColon from '../../src/style/header-whitespace-before-colon.js';
import lateRouting from '../../src/style/routing-headers-not-near-top.js';

const rows = (...texts: string[]) => invite({ rows: texts });

testRule(beforeColon, {
  good: [
    { name: 'colons in values', text: rows('Subject: a : b') },
    { name: 'a name that is no token', text: rows('Sub ject : x') },
  ],
  bad: [
    {
      name: 'one finding for all places',
      text: rows('Subject<|  |>: x', 'X-A\t:y', 'S : z'),
      findings: [{ severity: 'hint', data: { name: 'Subject' } }],
      fixed: rows('Subject: x', 'X-A:y', 'S: z'),
    },
  ],
});

testRule(afterColon, {
  good: [
    { name: 'empty values', text: rows('Subject:', 'Supported:   ') },
    { name: 'white space behind the value', text: rows('Subject: x  ') },
    { name: 'two folds, the first of which is empty', text: rows('Subject:\r\n \r\n x') },
    { name: 'a name that is no token', text: rows('Sub ject:x') },
  ],
  bad: [
    {
      name: 'one finding for all places',
      text: rows('Subject<|:|>x', 'X-A:\ty', 'X-B:  z', 'X-C: w'),
      findings: [{ messageId: 'none', severity: 'hint' }],
      fixed: rows('Subject: x', 'X-A: y', 'X-B: z', 'X-C: w'),
    },
    {
      name: 'a fold at once',
      text: rows('Subject:<| \r\n\t|>x\r\n y'),
      findings: [{ messageId: 'other' }],
      fixed: rows('Subject: x\r\n y'),
    },
    { name: 'before a placeholder', text: rows('Subject<|:|>{{topic}}') },
  ],
});

testRule(nameCase, {
  good: [
    { name: 'registered forms', text: rows('RSeq: 1', 'SIP-ETag: 1', 'P-Asserted-Identity: <sip:a@h>') },
    { name: 'unregistered names', text: rows('x-trace: 1') },
    { name: 'compact forms', text: rows('S: 1', 'k: 100rel') },
    { name: 'a space in place of the hyphen', text: rows('Reply To: <sip:a@h>') },
    { name: 'registered compact forms', text: rows('s: 1'), options: { compactForms: true } },
  ],
  bad: [
    {
      name: 'one finding for all places',
      text: rows('<|subject|>: x', 'CONTENT-Language: en', 'Reply-to: <sip:a@h>'),
      findings: [{ severity: 'hint', data: { name: 'subject', registered: 'Subject' } }],
      fixed: rows('Subject: x', 'Content-Language: en', 'Reply-To: <sip:a@h>'),
    },
    {
      name: 'compact forms, where asked',
      text: rows('<|S|>: x'),
      options: { compactForms: true },
      fixed: rows('s: x'),
    },
  ],
});

testRule(compactMixed, {
  good: [
    { name: 'all long', text: rows('Subject: x', 'Refer-To: <sip:a@h>') },
    {
      name: 'long names that have no compact form',
      text: altered(
        options(),
        () => 'OPTIONS sip:h SIP/2.0\r\nv: x\r\nMax-Forwards: 70\r\nCSeq: 1 OPTIONS\r\nX: 1\r\n\r\n',
      ),
    },
  ],
  bad: [
    {
      name: 'makes them long',
      text: options({ '<|T|>': '<sip:bob@h>', k: '100rel', o: 'dialog' }),
      findings: [{ severity: 'hint', data: { compact: 'T', long: 'Via' } }],
      fixed: options({ To: '<sip:bob@h>', Supported: '100rel', Event: 'dialog' }),
    },
  ],
});

const HEAD = 'OPTIONS sip:h SIP/2.0\r\n';
const raw = (...lines: string[]) => altered(options(), () => `${HEAD}${lines.join('\r\n')}\r\n\r\n`);

testRule(lateRouting, {
  good: [
    { name: 'before the body fields', text: raw('To: <sip:h>', 'Via: a', 'Route: <sip:p;lr>', 'c: x/y', 'l: 0') },
    { name: 'other header fields', text: raw('Content-Length: 0', 'Max-Forwards: 70', 'Record-Route: <sip:p;lr>') },
  ],
  bad: [
    {
      name: 'behind the rows of their names',
      text: raw('Via: a', 'To: <sip:h>', 'Route: <sip:p;lr>', 'l: 0', '<|Route|>: <sip:q;lr>', 'v: b', 'X: 1'),
      findings: [{ severity: 'hint', data: { name: 'Route', content: 'l' } }],
      fixed: raw('Via: a', 'v: b', 'To: <sip:h>', 'Route: <sip:p;lr>', 'Route: <sip:q;lr>', 'l: 0', 'X: 1'),
    },
    {
      name: 'to the top, Via first',
      text: raw('Content-Type: x/y', '<|Route|>: <sip:p;lr>,\r\n <sip:q;lr>', 'Via: a', 'Via: b'),
      fixed: raw('Via: a', 'Via: b', 'Route: <sip:p;lr>,\r\n <sip:q;lr>', 'Content-Type: x/y'),
    },
    { name: 'with placeholders', text: raw('l: 0', '<|Via|>: {{via}}'), fixed: raw('Via: {{via}}', 'l: 0') },
    {
      name: 'nothing, where the end of the file cuts the row off',
      text: altered(options(), () => `${HEAD}l: 0\r\n<|Via|>: a`),
      fixed: null,
    },
  ],
});
