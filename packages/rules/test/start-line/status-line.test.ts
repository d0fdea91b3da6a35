import { testRule } from '@siplint/core/testing';
import { invite, response } from '../../src/examples/messages.js';
import httpCode from '../../src/start-line/http-status-code-in-sip.js';
import phraseCharacter from '../../src/start-line/reason-phrase-invalid-character.js';
import versionCase from '../../src/start-line/sip-version-not-uppercase.js';
import version from '../../src/start-line/sip-version-unsupported.js';
import invalidCode from '../../src/start-line/status-code-invalid.js';
import whitespace from '../../src/start-line/status-line-whitespace.js';
import unknownCode from '../../src/start-line/unknown-status-code.js';

const line = (startLine: string) => response(200, 'INVITE', { startLine });
const requestLine = (startLine: string) => invite({ startLine });

testRule(version, {
  good: [
    { name: 'another case', text: line('sIp/2.0 200 OK') },
    { name: '505', text: line('SIP/2.0 505 Version Not Supported') },
    { name: 'the Via', text: invite({ Via: 'SIP/7.0/UDP a.example.com;branch=z9hG4bK1' }) },
    { name: 'a placeholder', text: line('SIP/{{version}} 200 OK') },
  ],
  bad: [
    {
      name: 'of a request',
      text: requestLine('INVITE sip:bob@example.net <|sip/1.0|>'),
      findings: [{ messageId: 'request', severity: 'error' }],
      fixed: requestLine('INVITE sip:bob@example.net SIP/2.0'),
    },
    { name: 'compared as text', text: line('<|SIP/02.0|> 200 OK'), findings: [{ messageId: 'response' }] },
    { name: 'no digits', text: line('<|SIP/|> 200 OK') },
    { name: 'with a transport', text: requestLine('INVITE sip:bob@example.net <|SIP/2.0/UDP|>') },
  ],
});

testRule(versionCase, {
  good: [
    { name: 'another version', text: line('sip/3.0 200 OK') },
    { name: 'the Via', text: invite({ Via: 'sip/2.0/UDP a.example.com;branch=z9hG4bK1' }) },
  ],
  bad: [
    {
      name: 'warning',
      text: line('<|SiP/2.0|> 200 OK'),
      findings: [{ severity: 'warning' }],
      fixed: line('SIP/2.0 200 OK'),
      safety: 'safe',
    },
  ],
});

testRule(whitespace, {
  good: [
    { name: 'an empty phrase', text: line('SIP/2.0 200 ') },
    { name: 'a phrase of white space', text: line('SIP/2.0 200  \t  OK  ') },
    { name: 'no status code', text: line('SIP/2.0  OK') },
  ],
  bad: [
    {
      name: 'one finding a line, all of it mended',
      text: line('<| |>SIP/2.0 \t200\tOK'),
      findings: [{ messageId: 'whiteSpace', severity: 'error' }],
      fixed: line('SIP/2.0 200 OK'),
      safety: 'safe',
    },
    {
      name: 'only the last space is missing: warning',
      text: line('SIP/2.0 <|200|>'),
      findings: [{ messageId: 'lastSpace', severity: 'warning' }],
      fixed: line('SIP/2.0 200 '),
      safety: 'safe',
    },
    { name: 'no space before the phrase', text: line('SIP/2.0 200<|O|>K'), fixed: line('SIP/2.0 200 OK') },
  ],
});

testRule(invalidCode, {
  good: [
    { name: 'the ends of the range', text: line('SIP/2.0 100 Trying') },
    { name: 'the other end', text: line('SIP/2.0 699 Odd') },
    { name: 'a placeholder', text: line('SIP/2.0 {{code}} OK') },
  ],
  bad: [
    { name: 'another class', text: line('SIP/2.0 <|099|> OK'), findings: [{ severity: 'error' }] },
    { name: 'too short', text: line('SIP/2.0 <|20|> OK') },
    { name: 'too long', text: line('SIP/2.0 <|2000|> OK') },
    { name: 'a sign', text: line('SIP/2.0 <|+200|> OK') },
  ],
});

testRule(unknownCode, {
  good: [
    { name: 'http-status-code-in-sip', text: line('SIP/2.0 303 See Other') },
    { name: 'status-code-invalid', text: line('SIP/2.0 700 Odd') },
    { name: 'deprecated, yet registered', text: line('SIP/2.0 202 Accepted') },
  ],
  bad: [
    {
      name: 'provisional',
      text: line('SIP/2.0 <|155|> Odd'),
      findings: [{ data: { fallback: 183 }, severity: 'info' }],
    },
    { name: 'final', text: line('SIP/2.0 <|699|> Odd'), findings: [{ data: { fallback: 600 } }] },
  ],
});

testRule(httpCode, {
  good: [202, 204, 300, 305, 402, 408, 410, 412, 417, 422].map((code) => ({
    name: `${code}`,
    text: line(`SIP/2.0 ${code} Any`),
  })),
  bad: [
    ...[101, 201, 203, 205, 206, 303, 304, 307].map((code) => ({
      name: `${code}`,
      text: line(`SIP/2.0 <|${code}|> Any`),
      findings: [{ severity: 'warning' }] as const,
    })),
    ...[409, 411].map((code) => ({
      name: `${code} of RFC 2543`,
      text: line(`SIP/2.0 <|${code}|> Any`),
      findings: [{ severity: 'info' }] as const,
    })),
  ],
});

testRule(phraseCharacter, {
  good: [{ name: 'all that there is', text: line("SIP/2.0 200 aZ0-_.!~*'();/?:@&=+$,%2f\té 😀 ") }],
  bad: [
    ...[...'"<>[]{}#^|\\`%'].map((character) => ({
      name: character,
      text: line(`SIP/2.0 200 OK <|${character}|> then`),
      findings: [{ data: { character }, severity: 'error' }] as const,
    })),
    { name: 'the first of them', text: line('SIP/2.0 200 a<|[|>b]c') },
    { name: 'a control character', text: line('SIP/2.0 200 a<|\0|>b') },
    { name: 'half an escape', text: line('SIP/2.0 200 a<|%|>4') },
  ],
});
