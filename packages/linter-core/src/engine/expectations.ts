import type { Directive, ExpectDirective, ExpectedFinding } from '../input/directives.js';
import { lookupHeader } from '../registry/headers.js';
import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import { rowAt } from './row-at.js';

/** A finding that a directive says the next message has. */
export interface Expectation {
  readonly directive: ExpectDirective;
  readonly expected: ExpectedFinding;
  /** Undefined if no message follows. */
  readonly messageIndex: number | undefined;
}

export interface MatchedExpectations {
  /** The findings that were expected, each with the expectation that names it. */
  readonly met: ReadonlyMap<Finding, Expectation>;
  readonly unmet: readonly Expectation[];
}

/**
 * Pairs expectations with findings, one to one: two findings of a rule are two expectations. Those that name a header field
 * choose first. An expectation may name a finding of any severity.
 */
export function matchExpectations(
  directives: readonly Directive[],
  findings: readonly Finding[],
  file: { readMessages(): Iterable<SipMessage> },
): MatchedExpectations {
  if (!directives.some(({ kind }) => kind === 'expect')) return { met: new Map(), unmet: [] };
  const messages = wantedMessages(directives, file.readMessages());
  const expectations = expectationsOf(directives, messages);
  const candidates = new Candidates(findings, messages);
  const met = new Map<Finding, Expectation>();
  const unmet: Expectation[] = [];
  const precise = expectations.filter(({ expected }) => expected.header !== undefined);
  const plain = expectations.filter(({ expected }) => expected.header === undefined);
  for (const expectation of [...precise, ...plain]) {
    const finding = candidates.take(expectation);
    if (finding) met.set(finding, expectation);
    else unmet.push(expectation);
  }
  return { met, unmet };
}

/** The messages behind the directives that expect something of them, by index. */
function wantedMessages(directives: readonly Directive[], messages: Iterable<SipMessage>): Map<number, SipMessage> {
  const indexes = new Set(directives.flatMap(({ kind, nextMessage }) => (kind === 'expect' ? [nextMessage] : [])));
  const wanted = new Map<number, SipMessage>();
  for (const message of messages) if (indexes.has(message.index)) wanted.set(message.index, message);
  return wanted;
}

type Messages = ReadonlyMap<number, SipMessage>;

function expectationsOf(directives: readonly Directive[], messages: Messages): Expectation[] {
  return directives.flatMap((directive) => {
    if (directive.kind !== 'expect') return [];
    const messageIndex = messages.get(directive.nextMessage)?.index;
    return directive.expected.map((expected) => ({ directive, expected, messageIndex }));
  });
}

/** The findings that can be expected, by message and rule, and by header field as well; each is taken once. */
class Candidates {
  readonly #lists = new Map<string, Finding[]>();
  readonly #taken = new Set<Finding>();

  constructor(findings: readonly Finding[], messages: Messages) {
    // From the last to the first, so that `pop` gives them in document order.
    for (let i = findings.length - 1; i >= 0; i--) {
      const finding = findings[i];
      const message = finding?.messageIndex === undefined ? undefined : messages.get(finding.messageIndex);
      if (!finding || !message) continue;
      this.#list(message.index, finding.ruleId).push(finding);
      const field = message.fields[rowAt(message, finding.start - message.offset)];
      if (field) this.#list(message.index, finding.ruleId, field.canonicalName).push(finding);
    }
  }

  take({ expected, messageIndex }: Expectation): Finding | undefined {
    const list = this.#list(messageIndex, expected.rule.text, expected.header?.text);
    for (let finding = list.pop(); finding; finding = list.pop()) {
      if (this.#taken.has(finding)) continue;
      this.#taken.add(finding);
      return finding;
    }
    return undefined;
  }

  #list(messageIndex: number | undefined, ruleId: string, field?: string): Finding[] {
    const name = field === undefined ? '' : (lookupHeader(field)?.name ?? field.toLowerCase());
    const key = `${messageIndex} ${ruleId} ${name}`;
    let list = this.#lists.get(key);
    if (!list) {
      list = [];
      this.#lists.set(key, list);
    }
    return list;
  }
}
