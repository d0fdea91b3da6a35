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
const PREFIX = 'siplint-';
const NAMES = [...SUPPRESSIONS, 'set', 'expect'].map((name) => PREFIX + name).join(', ');
/** Sets the reason off from what goes before it. */
const REASON_MARK = ' -- ';
const RULE = /^[A-Za-z0-9][\w./:-]*$/;
const HEADER = /^[\w.!%*+`'~-]+$/;

/** Parses a line that begins with `#`, white space and `siplint-` and stands at `start` in its file. */
export function parseDirective(line: string, start: number, nextMessage: number): ParsedDirective {
  const end = start + line.length;
  const mark = line.indexOf(REASON_MARK);
  const stop = mark < 0 ? line.length : mark;
  const head = wordAt(line, start, stop);
  if (!head) return { directive: undefined, problems: [] };
  const behindHead = head.end - start;
  const name = head.text.slice(PREFIX.length);
  const reason = mark < 0 ? undefined : line.slice(mark + REASON_MARK.length).trim() || undefined;
  const problems: DirectiveProblem[] = [];
  if (isSuppression(name)) {
    const rules = rulesOf(pieces(line, behindHead, stop, start, isBetweenItems), problems);
    if (rules.length === 0 && problems.length === 0) problems.push(problemAt(head, `${head.text} names no rule`));
    return { directive: { kind: name, start, end, reason, nextMessage, rules }, problems };
  }
  if (name === 'expect') {
    const expected = expectedOf(pieces(line, behindHead, stop, start, isBetweenItems), problems);
    if (expected.length === 0 && problems.length === 0) problems.push(problemAt(head, `${head.text} names no rule`));
    return { directive: { kind: 'expect', start, end, reason, nextMessage, expected }, problems };
  }
  if (name === 'set') {
    const words = pieces(line, behindHead, stop, start, isBetweenWords);
    const { isComplete, ...values } = valuesOf(words, problems);
    if (words.length === 0) problems.push(problemAt(head, `${head.text} sets nothing`));
    return { directive: { kind: 'set', start, end, reason, nextMessage, values, isComplete }, problems };
  }
  return { directive: undefined, problems: [problemAt(head, `${head.text} is none of ${NAMES}`)] };
}

function isSuppression(name: string): name is SuppressionKind {
  return SUPPRESSIONS.has(name);
}

/** The first word of a line up to `end`; offsets of nodes count from `offset`. */
function wordAt(line: string, offset: number, end: number): TextNode | undefined {
  let start = 0;
  while (start < end && isBetweenWords(line.charCodeAt(start))) start++;
  let stop = start;
  while (stop < end && !isBetweenWords(line.charCodeAt(stop))) stop++;
  return start < stop ? { start: offset + start, end: offset + stop, text: line.slice(start, stop) } : undefined;
}

/** The stretches of `[from, to)` between separators; offsets of nodes count from `offset`. */
function pieces(
  line: string,
  from: number,
  to: number,
  offset: number,
  isSeparator: (code: number) => boolean,
): TextNode[] {
  // Most directives name one rule: an array of just that takes less room than one that was empty first.
  let found: TextNode[] | undefined;
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !isSeparator(line.charCodeAt(at))) continue;
    if (at > start) {
      const piece = { start: offset + start, end: offset + at, text: line.slice(start, at) };
      if (found) found.push(piece);
      else found = [piece];
    }
    start = at + 1;
  }
  return found ?? [];
}

/** White space of any kind, and the hash that begins the line. */
function isBetweenWords(code: number): boolean {
  if (code > 0x7f) return /\s/.test(String.fromCharCode(code));
  return code === 0x20 || code === 0x23 || (code >= 0x09 && code <= 0x0d);
}

/** Items stand between white space and commas: `a,b , c` is three. */
function isBetweenItems(code: number): boolean {
  return code === COMMA || isBetweenWords(code);
}

function rulesOf(items: TextNode[], problems: DirectiveProblem[]): readonly TextNode[] {
  const isRule = ({ text }: TextNode): boolean => RULE.test(text);
  if (items.every(isRule)) return items;
  for (const item of items) if (!isRule(item)) problems.push(problemAt(item, `"${item.text}" is no rule id`));
  return items.filter(isRule);
}

function expectedOf(items: readonly TextNode[], problems: DirectiveProblem[]): ExpectedFinding[] {
  const expected: ExpectedFinding[] = [];
  for (const item of items) {
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
