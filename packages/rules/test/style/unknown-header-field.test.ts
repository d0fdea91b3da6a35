import { testRule } from '@siplint/core/testing';
import { options } from '../../src/examples/messages.js';
import unknownHeaderField from '../../src/style/unknown-header-field.js';

const row = (text: string) => options({ rows: [text] });

testRule(unknownHeaderField, {
  good: [
    { name: 'private names', text: options({ rows: ['x-subjec: 1', 'P-Access-Network-Inf: 1', 'X-To: 1'] }) },
    { name: 'no registered name is near', text: row('Trace: 1') },
    { name: 'two letters away in a short name', text: row('Sbjt: 1') },
    { name: 'three letters away in a long one', text: row('Record-Rote-XX: 1') },
    { name: 'transfer-encoding-chunked', text: row('Transfer-Encoding: chunked') },
    { name: 'no token', text: row('Subj ect: 1') },
    { name: 'compact forms', text: options({ rows: ['k: 100rel', 'X: 1800'] }) },
    { name: 'well-known names outside the registry', text: row('Diversion: <sip:a@example.com>') },
    { name: 'listed', text: row('SUBJEC: 1'), options: { known: ['Subjec'] } },
  ],
  bad: [
    {
      name: 'one letter',
      text: row('<|subjct|>: lunch'),
      findings: [{ data: { suggestion: 'Subject' }, severity: 'hint' }],
      fixed: row('Subject: lunch'),
    },
    {
      name: 'two of eight or more',
      text: row('<|Recrd-Rout|>: 1'),
      findings: [{ data: { suggestion: 'Record-Route' } }],
    },
    {
      name: 'hyphens and underscores',
      text: row('<|In_ReplyTo|>: a@example.com'),
      findings: [{ data: { suggestion: 'In-Reply-To' } }],
    },
    {
      name: 'the first of several rows, all renamed',
      text: options({ rows: ['<|Suported|>: 100rel', 'suported: timer'] }),
      fixed: options({ rows: ['Supported: 100rel', 'Supported: timer'] }),
    },
    { name: 'beside the header field that is meant', text: row('<|Max-Forward|>: 69'), fixed: null },
    {
      name: 'without a suggestion, where asked',
      text: row('<|Trace|>: 1'),
      options: { withoutSuggestion: true },
      findings: [{ messageId: 'unknown' }],
      fixed: null,
    },
  ],
});
