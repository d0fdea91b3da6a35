import {
  type FileResult,
  type Finding,
  parseMarkedText,
  type RelatedLocation,
  type RuleMeta,
  SourceText,
  type SuppressedFinding,
} from '@siplint/core';
import type { Format, FormatContext, Problem } from '../../src/formats/format.js';
import { Tally } from '../../src/report/tally.js';
import { createColors } from '../../src/terminal/colors.js';

const LENGTH_RULE: RuleMeta = {
  id: 'sample-length',
  category: 'body',
  level: 'MUST',
  severity: 'error',
  title: 'State the length of the body',
  docs: { what: 'Content-Length is the length of the {body}.', why: 'Streams are cut by it.', bad: [], good: [] },
  references: [{ rfc: 3261, section: '20.14' }, { standard: 'House style' }],
  messages: {},
};

/** The second of the ranges that are marked in a file is what the first one's finding relates to. */
function fileOf(path: string, marked: string, make: (places: readonly Place[]) => Findings): FileResult {
  const { text, ranges } = parseMarkedText(marked);
  const { findings = [], suppressed = [] } = make(ranges);
  return {
    path,
    source: SourceText.fromString(text),
    messages: 1,
    skipped: false,
    findings,
    suppressed,
    crashes: [],
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Findings {
  readonly findings?: readonly Finding[];
  readonly suppressed?: readonly SuppressedFinding[];
}

function finding(place: Place | undefined, parts: Partial<Finding>): Finding {
  return {
    ruleId: 'some-rule',
    messageId: 'default',
    data: {},
    message: 'Something is wrong',
    severity: 'warning',
    start: place?.start ?? 0,
    end: place?.end ?? 0,
    messageIndex: 0,
    references: [],
    related: [],
    fix: undefined,
    ...parts,
  };
}

/** A clean file, a file with a finding of each severity, and a hostile one. */
export function sampleResults(): readonly FileResult[] {
  return [
    fileOf('fixtures/clean.sip', 'OPTIONS sip:a SIP/2.0\r\n\r\n', () => ({})),
    fileOf(
      'fixtures/invite.sip',
      'INVITE sip:bob@例え.jp SIP/2.0\r\nTo: <|Bob|> 😀 <sip:b>\r\nContent-Length: <|9999|>\r\n\r\n<|v=0\r\no=-|>\r\n',
      ([to, length, body]) => ({
        findings: [
          finding(undefined, {
            ruleId: 'limit-reached',
            severity: 'info',
            message: 'A limit',
            messageIndex: undefined,
          }),
          finding(to, { severity: 'hint', message: 'A matter of taste' }),
          finding(length, {
            ruleId: 'sample-length',
            severity: 'error',
            message: 'Content-Length says 9999 bytes, the body has 10',
            references: LENGTH_RULE.references ?? [],
            related: [related('the body', body), { ...related('defined here', undefined), path: 'fixtures/other.sip' }],
            fix: { title: 'Set Content-Length to 10', safety: 'safe', edits: [{ ...at(length), text: '10' }] },
          }),
        ],
        suppressed: [
          { ...finding(to, { message: 'Known' }), suppression: { kind: 'directive', reason: 'lab gear' } },
          { ...finding(to, { message: 'Expected' }), suppression: { kind: 'expectation', reason: undefined } },
        ],
      }),
    ),
    fileOf(HOSTILE_PATH, 'INVITE \u001b[31m<|\0x|>\u202e SIP/2.0\n', ([value]) => ({
      findings: [
        finding(value, { message: HOSTILE_MESSAGE, severity: 'error', ruleId: 'house/evil' }),
        finding(value, { message: HOSTILE_MESSAGE, severity: 'error', ruleId: 'house/evil' }),
      ],
    })),
  ];
}

export const HOSTILE_PATH = 'odd/100%,a:b <&"\'>\u001b[1m/x\ny.sip';
export const HOSTILE_MESSAGE =
  'Value "\u001b[31m\u009b1m\r\n::error::owned ]]> <b>&amp;</b> 100% | `x` [a](http://b) {0} \u202e\ufffe\0"';

function related(message: string, place: Place | undefined): RelatedLocation {
  return { message, ...at(place) };
}

function at(place: Place | undefined): Place {
  return { start: place?.start ?? 0, end: place?.end ?? 0 };
}

export const PROBLEMS: readonly Problem[] = [
  { path: 'secret.sip', message: 'cannot read it: permission denied' },
  { path: undefined, message: 'something else' },
];

/** What a format writes for results. */
export function render(
  format: Format,
  results: readonly FileResult[] = sampleResults(),
  { problems = [], ...parts }: Partial<FormatContext> & { readonly problems?: readonly Problem[] } = {},
): string {
  let text = '';
  const tally = new Tally();
  const formatter = format({
    write: (more) => {
      text += more;
    },
    colors: createColors(false),
    width: 80,
    wraps: false,
    failOn: 'error',
    ruleMeta: (ruleId) => (ruleId === LENGTH_RULE.id ? LENGTH_RULE : undefined),
    version: '1.2.3',
    variables: {},
    ...parts,
  });
  for (const result of results) {
    tally.add(result);
    formatter.file(result);
  }
  formatter.end(tally.summary, problems);
  return text;
}
