import { testRule } from '@siplint/core/testing';
import { options } from '../../src/examples/messages.js';
import lineWhitespace from '../../src/start-line/request-line-whitespace.js';
import angleBrackets from '../../src/start-line/request-uri-angle-brackets.js';
import headersComponent from '../../src/start-line/request-uri-headers-component.js';
import malformedUri from '../../src/start-line/request-uri-malformed.js';
import methodParam from '../../src/start-line/request-uri-method-param.js';
import uriWhitespace from '../../src/start-line/request-uri-whitespace-or-control.js';

const line = (startLine: string) => options({ startLine });
const uri = (text: string) => line(`OPTIONS ${text} SIP/2.0`);

testRule(lineWhitespace, {
  good: [
    { name: 'white space inside the URI', text: uri('sip:bob@example.net; lr') },
    { name: 'a placeholder for the URI', text: uri('{{uri}}') },
  ],
  bad: [
    {
      name: 'one finding a line, all of it mended',
      text: line('<| |>OPTIONS \t sip:bob@example.net  SIP/2.0\t'),
      findings: [{ severity: 'error' }],
      fixed: uri('sip:bob@example.net'),
      safety: 'safe',
    },
    { name: 'a tab behind the method', text: line('OPTIONS<|\t|>sip:bob@example.net SIP/2.0') },
    { name: 'before the version', text: line('OPTIONS sip:bob@example.net<|  |>SIP/2.0') },
    { name: 'at the end', text: line('OPTIONS sip:bob@example.net SIP/2.0<|  |>') },
  ],
});

testRule(uriWhitespace, {
  good: [
    { name: 'three words that are badly divided', text: line('OPTIONS  sip:bob@example.net\tSIP/2.0') },
    { name: 'in angle brackets', text: uri('"Bob Smith" <sip:bob@example.net>') },
    { name: 'a first word that is no method', text: line('(OPTIONS) sip:bob @example.net SIP/2.0') },
  ],
  bad: [
    {
      name: 'deleted next to a separator, escaped in the user part',
      text: uri('sip:bob<| |>a\tb@example.net; lr ;x = y'),
      findings: [{ messageId: 'whiteSpace', severity: 'error' }],
      fixed: uri('sip:bob%20a%09b@example.net;lr;x=y'),
    },
    { name: 'not to be mended elsewhere', text: uri('sip:bob@example<| |>.net; lr'), fixed: null },
    { name: 'no user part', text: uri('sip:example<|  |>.net'), fixed: null },
    {
      name: 'control characters',
      text: uri('sip:bob<|\x7f|>@example.net'),
      findings: [{ data: { name: 'DEL' } }],
      fixed: null,
    },
  ],
});

testRule(angleBrackets, {
  good: [{ name: 'escaped', text: uri('sip:%3cbob%3e@example.net') }],
  bad: [
    {
      name: 'brackets alone are safe to remove',
      text: uri('<|<|>sip:bob@example.net>'),
      findings: [{ data: { found: '<sip:bob@example.net>' }, severity: 'error' }],
      fixed: uri('sip:bob@example.net'),
      safety: 'safe',
    },
    { name: 'a display name is not', text: uri('<|Bob <|>sip:bob@example.net>'), fixed: null, safety: 'safe' },
    { name: 'a display name', text: uri('<|"Bob"<|>sip:bob@example.net>'), fixed: uri('sip:bob@example.net') },
    {
      name: 'parameters behind the brackets',
      text: uri('<|<|>sip:bob@example.net>;lr'),
      fixed: uri('sip:bob@example.net;lr'),
    },
    { name: 'no closing bracket', text: uri('<|<|>sip:bob@example.net'), fixed: uri('sip:bob@example.net') },
  ],
});

testRule(malformedUri, {
  good: [
    { name: 'unknown schemes', text: uri('x-own.scheme+1:anything') },
    { name: 'a defect of a SIP URI', text: uri('sip:bob@exa"mple.net') },
    { name: 'white space', text: uri('bob @example.net') },
    { name: 'brackets', text: uri('<sip:bob@example.net>') },
    { name: 'a placeholder', text: uri('{{user}}@example.net') },
  ],
  bad: [
    {
      name: 'a lone address',
      text: uri('<|bob@example.net:5070|>'),
      findings: [{ messageId: 'noScheme', severity: 'error' }],
      fixed: uri('sip:bob@example.net:5070'),
    },
    { name: 'a lone host', text: uri('<|example.net|>'), fixed: uri('sip:example.net') },
    { name: 'a host that is none', text: uri('<|bob@exam..ple.net|>'), fixed: null },
    { name: 'a number', text: uri('<|+358-555-1234567|>'), findings: [{ messageId: 'noScheme' }], fixed: null },
    { name: 'a star', text: uri('<|*|>'), fixed: null },
    { name: 'an empty string', text: line('OPTIONS<|  |>SIP/2.0'), findings: [{ messageId: 'missing' }], fixed: null },
    { name: 'an empty rest', text: uri('<|urn:|>'), findings: [{ messageId: 'noRest' }] },
    {
      name: 'a character of no URI',
      text: uri('http://example.net/<|{|>a}'),
      findings: [{ messageId: 'character', data: { character: '{' } }],
    },
  ],
});

testRule(methodParam, {
  good: [
    { name: 'in the user part', text: uri('sip:bob;method=INVITE@example.net') },
    { name: 'in a header field', text: options({ 'Refer-To': '<sip:carol@example.org;method=INVITE>' }) },
    { name: 'a URI that did not parse', text: uri('sip:bob@;method=INVITE') },
  ],
  bad: [
    {
      name: 'with any value and case',
      text: uri('sips:bob@example.net;lr;<|Method=INVITE|>;maddr=192.0.2.1'),
      findings: [{ severity: 'warning' }],
      fixed: uri('sips:bob@example.net;lr;maddr=192.0.2.1'),
      safety: 'safe',
    },
  ],
});

testRule(headersComponent, {
  good: [
    { name: 'in the user part', text: uri('sip:bob?a=b&c=d@example.net') },
    { name: 'other schemes', text: uri('http://example.net/?a=b') },
    { name: 'in a header field', text: options({ 'Refer-To': '<sip:carol@example.org?Replaces=1>' }) },
  ],
  bad: [
    {
      name: 'all of it',
      text: uri('sips:example.net;lr<|?Subject=a&Route=%3Csip:b%3E|>'),
      findings: [{ severity: 'error' }],
      fixed: uri('sips:example.net;lr'),
    },
  ],
});
