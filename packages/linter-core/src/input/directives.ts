import type { MessageOrigin } from '../syntax/message.js';
import type { TextNode } from '../syntax/nodes.js';
import { COMMA } from '../syntax/values/codes.js';
import type { Range } from '../text/range.js';

interface DirectiveBase extends Range {
  /** What stands behind ` -- `. */
  readonly reason: string | undefined;
  /** Index of the message that follows; the number of messages if none does. */
  readonly nextMessage: number;
}

export type SuppressionKind = 'disable-next-message' | 'disable' | 'enable' | 'disable-file';

/** `# siplint-disable rule-a, rule-b -- reason` and its kin. */
export interface SuppressionDirective extends DirectiveBase {
  readonly kind: SuppressionKind;
  readonly rules: readonly TextNode[];
}

/** A finding that the next message shall have: of a rule, perhaps at a header field. */
export interface ExpectedFinding extends Range {
  readonly rule: TextNode;
  readonly header: TextNode | undefined;
}

export interface ExpectDirective extends DirectiveBase {
  readonly kind: 'expect';
  readonly expected: readonly ExpectedFinding[];
}

/** What a `siplint-set` directive says of the messages behind it. */
export type OriginValues = Pick<MessageOrigin, 'transport' | 'direction' | 'time' | 'role' | 'dialect'>;

export interface SetDirective extends DirectiveBase {
  readonly kind: 'set';
  readonly values: OriginValues;
  /** Whether the file holds the whole call, if the directive says so. */
  readonly isComplete: boolean | undefined;
}

/** A line `# siplint-…` between messages. All ranges are those of the file. */
export type Directive = SuppressionDirective | ExpectDirective | SetDirective;

/** What is wrong with a directive, for people to read. */
export interface DirectiveProblem extends Range {
  readonly message: string;
}

export interface ParsedDirective {
  /** undefined if nothing of it can be read. */
  readonly directive: Directive | undefined;
  readonly problems: readonly DirectiveProblem[];
}

const SUPPRESSIONS: ReadonlySet<string> = new Set<SuppressionKind>([
  'disable-next-message',
  'disable',
  'enable',
  'disable-file',
]);
const NAMES = [...SUPPRESSIONS, 'set', 'expect'].map((name) => `siplint-${name}`).join(', ');
/** Sets the reason off from what goes before it. */
const REASON_MARK = ' -- ';
const RULE = /^[A-Za-z0-9][\w./:-]*$/;
const HEADER = /^[\w.!%*+`'~-]+$/;

/** Parses the line `[start, end)`, which begins with `#`, white space and `siplint-`. */
export function parseDirective(text: string, start: number, end: number, nextMessage: number): ParsedDirective {
  const reasonMark = markOfReason(text, start, end);
  const [head, ...rest] = pieces(text.slice(start, reasonMark), start, isBetweenWords);
  if (!head) return { directive: undefined, problems: [] };
  const reason = text.slice(reasonMark + REASON_MARK.length, end).trim();
  const base = { start, end, reason: reason === '' ? undefined : reason, nextMessage };
  const name = head.text.slice('siplint-'.length);
  const problems: DirectiveProblem[] = [];
  if (isSuppression(name)) {
    const rules = rulesOf(rest, problems);
    if (rules.length === 0 && problems.length === 0) problems.push(problemAt(head, `${head.text} names no rule`));
    return { directive: { kind: name, ...base, rules }, problems };
  }
  if (name === 'expect') {
    const expected = expectedOf(rest, problems);
    if (expected.length === 0 && problems.length === 0) problems.push(problemAt(head, `${head.text} names no rule`));
    return { directive: { kind: 'expect', ...base, expected }, problems };
  }
  if (name === 'set') {
    const { isComplete, ...values } = valuesOf(rest, problems);
    if (rest.length === 0) problems.push(problemAt(head, `${head.text} sets nothing`));
    return { directive: { kind: 'set', ...base, values, isComplete }, problems };
  }
  return { directive: undefined, problems: [problemAt(head, `${head.text} is none of ${NAMES}`)] };
}

function isSuppression(name: string): name is SuppressionKind {
  return SUPPRESSIONS.has(name);
}

/** Where the reason is set off, or the end of the directive if it has none. */
function markOfReason(text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf(REASON_MARK);
  return at < 0 ? end : start + at;
}

/** The stretches of a text between separators; their offsets count from `offset`. */
function pieces(text: string, offset: number, isSeparator: (code: number) => boolean): TextNode[] {
  const found: TextNode[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
    if (at > start) found.push({ start: offset + start, end: offset + at, text: text.slice(start, at) });
    start = at + 1;
  }
  return found;
}

/** White space of any kind, and the hash that begins the line. */
function isBetweenWords(code: number): boolean {
  if (code > 0x7f) return /\s/.test(String.fromCharCode(code));
  return code === 0x20 || code === 0x23 || (code >= 0x09 && code <= 0x0d);
}

/** Splits words at commas: `a,b , c` is three. */
function itemsOf(words: readonly TextNode[]): TextNode[] {
  return words.flatMap((word) => pieces(word.text, word.start, (code) => code === COMMA));
}

function rulesOf(words: readonly TextNode[], problems: DirectiveProblem[]): TextNode[] {
  return itemsOf(words).filter((item) => {
    if (RULE.test(item.text)) return true;
    problems.push(problemAt(item, `"${item.text}" is no rule id`));
    return false;
  });
}

function expectedOf(words: readonly TextNode[], problems: DirectiveProblem[]): ExpectedFinding[] {
  const expected: ExpectedFinding[] = [];
  for (const item of itemsOf(words)) {
    const at = item.text.indexOf('@');
    const rule = nodePart(item, 0, at < 0 ? item.text.length : at);
    const header = at < 0 ? undefined : nodePart(item, at + 1, item.text.length);
    if (!RULE.test(rule.text)) problems.push(problemAt(item, `"${rule.text}" is no rule id`));
    else if (header && !HEADER.test(header.text))
      problems.push(problemAt(item, `"${header.text}" is no header field name`));
    else expected.push({ start: item.start, end: item.end, rule, header });
  }
  return expected;
}

function nodePart(node: TextNode, from: number, to: number): TextNode {
  return { start: node.start + from, end: node.start + to, text: node.text.slice(from, to) };
}

type SetValues = { -readonly [Key in keyof OriginValues]: OriginValues[Key] } & { isComplete?: boolean };

function valuesOf(words: readonly TextNode[], problems: DirectiveProblem[]): SetValues {
  const values: SetValues = {};
  for (const word of words) {
    const problem = setValue(values, word.text);
    if (problem !== undefined) problems.push(problemAt(word, problem));
  }
  return values;
}

/** Reads one `key=value`; returns what is wrong with it. */
function setValue(values: SetValues, word: string): string | undefined {
  const equal = word.indexOf('=');
  const key = equal < 0 ? word : word.slice(0, equal);
  const value = equal < 0 ? '' : word.slice(equal + 1);
  switch (key) {
    case 'transport':
      if (!/^[A-Za-z][\w-]*$/.test(value)) return `transport is a name such as udp, not "${value}"`;
      values.transport = value.toLowerCase();
      return undefined;
    case 'direction':
      if (value !== 'in' && value !== 'out') return `direction is in or out, not "${value}"`;
      values.direction = value;
      return undefined;
    case 'time':
      if (!/^\d{1,12}(\.\d{1,9})?$/.test(value)) return `time is a number of seconds, not "${value}"`;
      values.time = Number(value);
      return undefined;
    case 'role':
    case 'dialect':
      if (!/^[A-Za-z][\w-]*$/.test(value)) return `${key} is a name, not "${value}"`;
      values[key] = value;
      return undefined;
    case 'complete':
      if (value !== 'yes' && value !== 'no') return `complete is yes or no, not "${value}"`;
      values.isComplete = value === 'yes';
      return undefined;
    default:
      return `"${key}" is none of transport, direction, time, role, dialect, complete`;
  }
}

function problemAt({ start, end }: Range, message: string): DirectiveProblem {
  return { start, end, message };
}
