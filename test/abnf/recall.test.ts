import assert from 'node:assert/strict';
import {
  DEFAULT_INPUT_SETTINGS,
  type InputSettings,
  readSipFile,
  type SyntaxIssue,
  syntaxIssuesOf,
} from '@siplint/core';
import { Random, seedOf } from '../random.js';
import { FIELDS } from './fields.js';
import { Generator } from './generator.js';
import { LENIENT_SIP, SIP } from './grammars.js';
import { sourceOf } from './message.js';
import { mutate } from './mutations.js';
import { isDerivable } from './recognizer.js';
import { runs, SEED, shown } from './runs.js';

const LONG_TEST = 3_600_000;
const AS_IT_IS: InputSettings = { ...DEFAULT_INPUT_SETTINGS, placeholders: [] };

/** Codes of what no grammar forbids: a text that has them may be derivable all the same. */
const BEYOND_GRAMMAR: ReadonlySet<string> = new Set([
  // Numbers that the grammar admits and nobody can use
  ...['delta-seconds.too-large', 'contact-expires.too-large', 'max-forwards.out-of-range'],
  ...['sip-uri.port-out-of-range', 'via.sent-by-port-out-of-range'],
  // The same name twice (§7.3.1, §19.1.1)
  ...['param.duplicate', 'sip-uri.param-duplicate'],
  // A parameter on the other side of the bracket than it was meant for
  ...['addr-spec.uri-param-outside', 'refer-to.uri-param-outside', 'referred-by.uri-param-outside', 'route.lr-outside'],
  // A continuation line of white space only, which an LWS behind another one can be
  'frame.fold-blank',
]);

/** Codes for a URI that has a scheme by grammar, if what stands there is in all likelihood a host and its port. */
const SCHEME_MISSING: ReadonlySet<string> = new Set(['uri.scheme-missing', 'info-uri.no-uri', 'request-uri.malformed']);
const HOST_AND_PORT = /^[a-z](?:[a-z0-9.-]*[a-z0-9.])?:[1-9][0-9]{0,4}(?:$|[;?])/i;

const HAS_DIGEST_PARAMS = /Auth/;
/** Header fields of which only values with this scheme have a grammar: others hold data in a form of their own. */
const OF_DIGEST = /^(?:WWW-Authenticate|Proxy-Authenticate|(?:Proxy-)?Authorization)$/;
const DIGEST = /^digest\s/i;
/**
 * A parameter of Digest without the quotes that it has to have, which a rule tells of: it is read as far as it may be meant to
 * reach, white space and all.
 */
const BARE_VALUE =
  /(?:^|[\s,])(?:username|realm|nonce|uri|response|cnonce|opaque|domain|qop|nextnonce|rspauth)\s*=\s*[^"\s]/i;

describe('the parser reports what the grammar does not derive, and nothing else', () => {
  for (const { name, rule } of FIELDS) {
    it(`in ${name}`, () => {
      eachOf(rule, (text, random) => {
        const value = trim(changed(text.slice(text.indexOf(':') + 1), random));
        if (value === '' || breaksLine(value) || (OF_DIGEST.test(name) && !DIGEST.test(value))) return;
        const isRight = isDerivable(LENIENT_SIP, rule, `${name}:${value}`);
        if (isRight || !(HAS_DIGEST_PARAMS.test(name) && BARE_VALUE.test(value))) {
          compare(isRight, issuesOfRow(name, value), value);
        }
      });
    }).timeout(LONG_TEST);
  }

  for (const rule of ['SIP-URI', 'SIPS-URI', 'absoluteURI']) {
    it(`in ${rule}`, () => {
      eachOf(rule, (text, random) => {
        const value = `<${changed(text, random)}>`;
        if (breaksLine(value)) return;
        compare(isDerivable(LENIENT_SIP, 'Contact', `m:${value}`), issuesOfRow('Contact', value), value);
      });
    }).timeout(LONG_TEST);
  }

  for (const rule of ['Request-Line', 'Status-Line']) {
    it(`in ${rule}`, () => {
      eachOf(rule, (text, random) => {
        const line = changed(text.slice(0, -2), random);
        if (/[\r\n]/.test(line) || line === '') return;
        const isRight = ['Request-Line', 'Status-Line'].some((either) =>
          isDerivable(LENIENT_SIP, either, `${line}\r\n`),
        );
        compare(isRight, issuesOfStartLine(line), line);
      });
    }).timeout(LONG_TEST);
  }
});

/** Gives texts of a rule to a judge, and the random numbers to change them. */
function eachOf(rule: string, judge: (text: string, random: Random) => void): void {
  const random = new Random(seedOf(rule, SEED + 1));
  const generator = new Generator(SIP, random);
  for (let run = runs(150); run > 0; run--) judge(generator.derive(rule), random);
}

/** The text, mostly with changes that may or may not break it. */
function changed(text: string, random: Random): string {
  return random.chance(0.1) ? text : mutate(text, random);
}

function compare(isRight: boolean, issues: readonly SyntaxIssue[], text: string): void {
  const defects = isRight ? issues.filter((issue) => !isBeyondGrammar(issue)) : issues;
  const found = issues.map(({ code }) => code).join(', ');
  const verdict = isRight ? `is derivable, but has ${found}` : 'is not derivable, but has no issue';
  assert.ok(isRight === (defects.length === 0), `${shown(text)} ${verdict}`);
}

function isBeyondGrammar({ code, data }: SyntaxIssue): boolean {
  return BEYOND_GRAMMAR.has(code) || (SCHEME_MISSING.has(code) && HOST_AND_PORT.test(String(data?.found)));
}

function issuesOfRow(name: string, value: string): readonly SyntaxIssue[] {
  const [message] = readSipFile(
    sourceOf(`OPTIONS sip:b@example.com SIP/2.0\r\n${name}: ${value}\r\n\r\n`),
    AS_IT_IS,
  ).messages;
  assert.ok(message, shown(value));
  const issues = [...syntaxIssuesOf(message)];
  const [field] = message.fields;
  // Two challenges in a row are read as two values; that there may be one only is for a rule to say.
  const isTooMany = OF_DIGEST.test(name) && field !== undefined && field.values.length > 1;
  return isTooMany ? [...issues, { code: 'two values', start: 0, end: 0 }] : issues;
}

function issuesOfStartLine(line: string): readonly SyntaxIssue[] {
  const [message] = readSipFile(sourceOf(`${line}\r\nSubject: a\r\nTo: <sip:b@h>\r\n\r\n`), AS_IT_IS).messages;
  // What is not even like a start line begins no message, which is reported too.
  return message ? [...syntaxIssuesOf(message)] : [{ code: 'no message', start: 0, end: 0 }];
}

/** Without the white space around it, which belongs to the colon and to the end of the line (erratum 678). */
function trim(value: string): string {
  return value.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '');
}

/** True if the value goes on in a line that is no continuation, so that it is another value; a bare LF ends a line too. */
function breaksLine(value: string): boolean {
  return /\r\n(?![ \t])|(?<!\r)\n/.test(value);
}
