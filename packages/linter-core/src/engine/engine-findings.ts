import { LONGEST_PIECE } from '../input/sip-file-reader.js';
import type { SipMessage } from '../syntax/message.js';
import type { Finding, Fix } from './finding.js';
import { fillTemplate } from './message-template.js';
import type { Severity } from './severity.js';

/** A finding that no rule makes: about the run itself, or about what a file says to the linter. */
export interface EngineRule {
  /** An imperative sentence without a full stop. */
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  /** When it comes and what to do then. */
  readonly what: string;
}

/** What the engine itself reports: ids that no rule may take. */
export const ENGINE_RULES = {
  'internal-rule-crash': {
    title: 'Report a rule that threw',
    severity: 'error',
    message: 'Rule "{rule}" crashed and was skipped for the rest of this file: {error}',
    what: 'A rule threw. The other rules went on, and the exit code is 2. This is a defect of the rule: tell its author.',
  },
  'limit-reached': {
    title: 'Say where a limit cut the work short',
    severity: 'warning',
    message: '{what} reached the limit of {limit}; what is beyond it was not judged',
    what: 'A limit of the settings was reached. Raise it if the file is meant to be that large.',
  },
  'fix-rolled-back': {
    title: 'Report a fix that broke a message',
    severity: 'error',
    message: 'A fix of rule "{rule}" was not applied: {problem}',
    what:
      'A fix was undone because its edits overlap, lie outside the file or leave a message with syntax errors that it had ' +
      'not before. This is a defect of the rule: tell its author. Of an unsafe fix it is a warning only, since that may ' +
      'bring to light what was not judged before, such as the value of a header field whose name it corrects.',
  },
  'fixes-unsettled': {
    title: 'Report fixes that never come to rest',
    severity: 'warning',
    message: 'Fixes of {rules} still want to change the file after {passes} passes or undo each other',
    what: 'Two fixes contradict each other, or one never ends. Turn one of the named rules off, or fix the place by hand.',
  },
  'directive-malformed': {
    title: 'Write directives so that they can be read',
    severity: 'warning',
    message: 'Directive not understood: {problem}',
    what: 'A line that begins with "# siplint-" is no directive that siplint knows, or one of its parts cannot be read.',
  },
  'directive-unknown-rule': {
    title: 'Name rules that exist in directives',
    severity: 'warning',
    message: 'There is no rule "{rule}"',
    what: 'A directive names a rule that neither siplint nor a configured plugin has. The fix takes the name out.',
  },
  'suppression-without-effect': {
    title: 'Take out suppressions that suppress nothing',
    severity: 'warning',
    message: 'Suppression of "{rule}" has no effect',
    what:
      'Nothing is reported that the directive would suppress, so it only hides what may come later. Reported if ' +
      'settings.suppressions.reportUnused is on. The fix takes the name, or the whole directive, out.',
  },
  'suppression-without-reason': {
    title: 'Give a reason for each suppression',
    severity: 'warning',
    message: 'Say why: end the directive with " -- " and a reason',
    what: 'A suppression has no reason behind " -- ". Reported if settings.suppressions.requireReasons is on.',
  },
  'expectation-not-met': {
    title: 'Find what a file says it holds',
    severity: 'error',
    message: 'Expected "{rule}" in the next message, which does not have it',
    what: 'A siplint-expect directive names a finding that the message after it does not have.',
  },
  'finding-not-expected': {
    title: 'Find only what a file says it holds',
    severity: 'error',
    message: 'Not expected: {message} ({rule})',
    what: 'Where expectations are required, a message has a finding that no siplint-expect directive before it names.',
  },
} as const satisfies Record<string, EngineRule>;

export type EngineRuleId = keyof typeof ENGINE_RULES;

/** Where in the file an engine finding stands; the start of the file if it is about all of it. */
export interface Placement {
  readonly start: number;
  readonly end: number;
  readonly messageIndex?: number | undefined;
  readonly fix?: Fix | undefined;
}

export function isEngineRule(ruleId: string): ruleId is EngineRuleId {
  return Object.hasOwn(ENGINE_RULES, ruleId);
}

export function crashFinding(rule: string, error: unknown, message: SipMessage | undefined): Finding {
  const text = error instanceof Error ? error.message : String(error);
  return engineFinding('internal-rule-crash', { rule, error: text }, message && placeOf(message));
}

/** `what` begins the sentence; the finding stands at the first message that was not judged, or at the start of the file. */
export function limitFinding(what: string, limit: number, message: SipMessage | undefined): Finding {
  const at = message && { start: message.offset + message.anchor.start, end: message.offset + message.anchor.end };
  return engineFinding('limit-reached', { what, limit }, at);
}

/** The finding for a file that is read no further, since what begins at an offset is longer than any message. */
export function cutFinding(offset: number): Finding {
  const data = { what: 'The number of octets of a message', limit: LONGEST_PIECE };
  return engineFinding('limit-reached', data, { start: offset, end: offset });
}

export function engineFinding(
  ruleId: EngineRuleId,
  data: Readonly<Record<string, string | number>>,
  at: Placement = { start: 0, end: 0 },
): Finding {
  const { severity, message } = ENGINE_RULES[ruleId];
  return {
    ruleId,
    messageId: 'default',
    data,
    message: fillTemplate(message, data),
    severity,
    start: at.start,
    end: at.end,
    messageIndex: at.messageIndex,
    references: [],
    related: [],
    fix: at.fix,
  };
}

function placeOf({ offset, anchor, index }: SipMessage): Placement {
  return { start: offset + anchor.start, end: offset + anchor.end, messageIndex: index };
}
