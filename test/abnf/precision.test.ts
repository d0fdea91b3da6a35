import assert from 'node:assert/strict';
import { type AnyRule, type Finding, isAtLeast, lintSource, resolveConfig } from '@siplint/core';
import { rules } from '@siplint/rules';
import { Random, seedOf } from '../random.js';
import { FIELDS, type TestedField } from './fields.js';
import { Generator } from './generator.js';
import { SIP } from './grammars.js';
import { messageWith, messageWithStartLine, randomMessage, sourceOf } from './message.js';
import { runs, SEED, shown } from './runs.js';

const RECOMMENDED = resolveConfig([], rules).forFile('');
/** More runs take longer than other tests may. */
const LONG_TEST = 3_600_000;

/** Findings of rules about grammar that are right all the same. */
const ADMITTED_BY_GRAMMAR: ReadonlySet<string> = new Set([
  // Numbers that the grammar admits and nobody can use
  ...['delta-seconds-invalid/tooLarge', 'delta-seconds-invalid/contactTooLarge', 'max-forwards-invalid/tooLarge'],
  ...['sip-uri-port-invalid/outOfRange', 'via-sent-by-invalid/noSuchPort'],
  // The one version that there is, and what a multipart body needs
  ...['mime-version-invalid/unknown', 'multipart-boundary-missing/missing'],
  // A host with its port is a URI of an unknown scheme too, hence a warning.
  ...['uri-scheme-missing/missing warning', 'request-uri-malformed/noScheme warning'],
  'info-uri-header-malformed/noUri warning',
  // The same name twice, which only the prose forbids (§7.3.1, §19.1.1)
  ...['header-parameter-duplicate/repeated', 'sip-uri-parameter-duplicate/repeated'],
  // Contact: * outside of REGISTER, and beside other values of another row
  'contact-star-syntax',
]);

/** A method of hyphens: in a file, such a line separates messages. */
const SEPARATOR = /^-{3,} /;

/** Errors of other rules: values that are right by themselves, and do not fit each other, the message or the prose. */
const ADMITTED_BY_MEANING: ReadonlySet<string> = new Set([
  // A number, a date or a name that does not fit the rest of the message
  ...['content-length-exceeds-body', 'cseq-method-mismatch', 'cseq-number-out-of-range'],
  // Something is missing that the grammar lets be absent.
  ...['digest-challenge-parameter-missing', 'digest-credentials-parameter-missing', 'digest-md5-sess-without-qop'],
  ...['digest-qop-without-cnonce-or-nc', 'from-tag-missing'],
  ...['register-star-without-expires-zero', 'via-branch-missing'],
  // Values of which the prose admits some only
  ...['record-route-not-sip-uri', 'sips-uri-unreliable-transport', 'via-protocol-not-sip-2-0'],
]);

const GRAMMAR_RULES: ReadonlySet<string> = new Set(rules.filter(isAboutGrammar).map(({ meta }) => meta.id));

describe('texts of the grammar have no defect of grammar', () => {
  for (const field of FIELDS) {
    it(`as ${field.name}`, () => {
      eachOf(field.rule, 300, (row) => {
        const findings = check(messageWith(field, row));
        const error = findings.find(({ ruleId, severity }) => severity === 'error' && !ADMITTED_BY_MEANING.has(ruleId));
        assert.ok(!error || GRAMMAR_RULES.has(error.ruleId), `${error?.ruleId}: ${error?.message}\n${shown(row)}`);
      });
    }).timeout(LONG_TEST);
  }

  for (const rule of ['SIP-URI', 'SIPS-URI', 'absoluteURI']) {
    const register: TestedField = { name: 'Contact', rule: 'Contact', method: 'REGISTER' };
    it(`as ${rule}`, () => {
      eachOf(rule, 1000, (uri) => check(messageWith(register, `Contact: <${uri}>`)));
    }).timeout(LONG_TEST);
  }

  for (const rule of ['Request-Line', 'Status-Line']) {
    it(`as ${rule}`, () => {
      eachOf(rule, 1000, (line) => check(messageWithStartLine(line.slice(0, -2))));
    }).timeout(LONG_TEST);
  }

  it('in messages of nothing else', () => {
    const random = new Random(seedOf('messages', SEED));
    const generator = new Generator(SIP, random);
    for (let run = runs(500); run > 0; run--) check(randomMessage(generator, random));
  }).timeout(LONG_TEST);
});

function eachOf(rule: string, count: number, judge: (text: string) => void): void {
  const generator = new Generator(SIP, new Random(seedOf(rule, SEED)));
  for (let run = runs(count); run > 0; run--) judge(generator.derive(rule));
}

/** Asserts that the message is one, and right by all rules about grammar. */
function check(message: string): readonly Finding[] {
  if (SEPARATOR.test(message)) return [];
  const { findings, messages } = lintSource(sourceOf(message), 'abnf.sip', RECOMMENDED, { isNamed: true });
  assert.equal(messages, 1, shown(message));
  for (const finding of findings) {
    const { ruleId, messageId, severity } = finding;
    const name = `${ruleId}/${messageId} ${severity}`;
    const isAdmitted = [ruleId, `${ruleId}/${messageId}`, name].some((each) => ADMITTED_BY_GRAMMAR.has(each));
    const isFine = isAdmitted || !GRAMMAR_RULES.has(ruleId) || !isAtLeast(severity, 'warning');
    assert.ok(isFine, `${name}: ${finding.message}\n${shown(message)}`);
  }
  return findings;
}

/** True of a rule that tells of what the parser found, or that has the grammar to call on. */
function isAboutGrammar(rule: AnyRule): boolean {
  const { syntax } = rule.create(rule.meta.options?.default);
  return rule.meta.level === 'grammar' || Object.keys(syntax ?? {}).length > 0;
}
