import assert from 'node:assert/strict';
import {
  compareFindings,
  ENGINE_RULES,
  type FileConfig,
  type FileResult,
  type Finding,
  isEngineRule,
  isWellFormedPlan,
  lintSource,
  resolveConfig,
  SEVERITIES,
  SourceText,
} from '@siplint/core';
import { rules } from '@siplint/rules';
import fc from 'fast-check';
import { lines, octets } from './messages.js';
import { runs } from './runs.js';

const TEMPLATES = new Map(rules.map(({ meta }) => [meta.id, meta.messages]));
const STRICT = freshConfig();

function freshConfig(): FileConfig {
  return resolveConfig([], rules, [], { preset: 'strict' }).forFile('');
}

function lint(source: SourceText, config: FileConfig = STRICT): FileResult {
  return lintSource(source, 'fuzz.sip', config, { isNamed: true });
}

/** What every result owes to whoever shows it. */
function assertSound({ source, messages, findings, suppressed, crashes }: FileResult): void {
  assert.deepEqual(crashes, []);
  assert.deepEqual(findings, [...findings].sort(compareFindings));
  for (const finding of [...findings, ...suppressed]) assertFinding(finding, source.length, messages);
}

function assertFinding(finding: Finding, length: number, messages: number): void {
  const { ruleId, messageIndex, severity, related, fix } = finding;
  const isInside = ({ start, end }: { readonly start: number; readonly end: number }) =>
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
  const shown = JSON.stringify(finding);
  assert.ok(isInside(finding), shown);
  assert.ok(related.every(isInside), shown);
  assert.ok(messageIndex === undefined || (0 <= messageIndex && messageIndex < messages), shown);
  assert.ok(SEVERITIES.includes(severity), shown);
  assert.ok(!fix || (fix.title !== '' && isWellFormedPlan(fix.edits, length)), shown);
  assert.deepEqual(JSON.parse(shown), JSON.parse(JSON.stringify(structuredClone(finding))));
  assertText(finding, isEngineRule(ruleId) ? ENGINE_RULES[ruleId].message : TEMPLATES.get(ruleId)?.[finding.messageId]);
}

/** The text is a sentence with all its data, not too long to read. */
function assertText({ message, data, related }: Finding, template: string | undefined): void {
  assert.ok(template, message);
  for (const [, name = ''] of template.matchAll(/\{([A-Za-z]\w*)\}/g)) {
    assert.ok(Object.hasOwn(data, name), `no data for {${name}}: ${message}`);
    assert.notEqual(String(data[name]), 'undefined', message);
  }
  for (const text of [message, ...related.map((place) => place.message)]) {
    assert.ok(text.length > 0 && text.length < 1000, text);
  }
}

function signatures({ findings }: FileResult): string[] {
  return findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`).sort();
}

describe('linting any octets', () => {
  it('gives findings that can be shown, and no rule throws', () => {
    fc.assert(
      fc.property(octets, (bytes) => assertSound(lint(SourceText.fromBytes(bytes)))),
      runs(4000),
    );
  });

  it('gives the same as any text, wire or packet', () => {
    const input = fc.record({
      wire: fc.record({ eol: fc.constantFrom('auto' as const, 'as-is' as const, 'crlf' as const) }),
      placeholders: fc.constantFrom('auto' as const, ['sipp'] as const, [] as const),
      isPacket: fc.boolean(),
    });
    fc.assert(
      fc.property(octets, input, (bytes, settings) =>
        assertSound(lint(SourceText.fromBytes(bytes), { ...STRICT, input: settings })),
      ),
      runs(1500),
    );
  });

  it('takes text that no octets give: lone surrogates', () => {
    fc.assert(
      fc.property(octets, fc.nat(), fc.constantFrom('\ud800', '\udfff\ud800'), (bytes, at, surrogate) => {
        const { text } = SourceText.fromBytes(bytes);
        const place = at % (text.length + 1);
        assertSound(lint(SourceText.fromString(text.slice(0, place) + surrogate + text.slice(place))));
      }),
      runs(300),
    );
  });

  it('remembers nothing of a file: the same again, with rules that are new or have seen others', () => {
    fc.assert(
      fc.property(octets, octets, (bytes, others) => {
        const first = lint(SourceText.fromBytes(bytes));
        lint(SourceText.fromBytes(others));
        const again = lint(SourceText.fromBytes(bytes));
        assert.deepEqual(again.findings, first.findings);
        assert.deepEqual(again.suppressed, first.suppressed);
      }),
      runs(1000),
    );
    fc.assert(
      fc.property(octets, (bytes) => {
        const fresh = lint(SourceText.fromBytes(bytes), freshConfig());
        assert.deepEqual(fresh.findings, lint(SourceText.fromBytes(bytes)).findings);
      }),
      runs(100),
    );
  });

  it('finds the same in a text and in its octets', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const read = SourceText.fromBytes(bytes);
        const { findings } = lint(SourceText.fromString(read.text, read.encoding));
        assert.deepEqual(findings, lint(read).findings);
        if (/[^\0-\x7f]/.test(read.text)) return;
        assert.deepEqual(lint(SourceText.fromString(read.text, 'bytes')).findings, findings);
      }),
      runs(1000),
    );
  });

  it('finds the same whether lines end in CRLF or LF', () => {
    fc.assert(
      fc.property(lines, (message) => {
        const [crlf, lf] = ['\r\n', '\n'].map((end) =>
          lint(SourceText.fromBytes(Buffer.from(message.join(end), 'latin1'))),
        );
        assert.ok(crlf && lf);
        assert.deepEqual(signatures(lf), signatures(crlf));
      }),
      runs(2000),
    );
  });
});
