import { hasPlaceholder } from '../syntax/chars.js';
import type { SipMessage } from '../syntax/message.js';
import type { Range } from '../text/range.js';
import type { ActiveRule } from './active-rule.js';
import type { Edit, Finding, Fix, RelatedLocation } from './finding.js';
import type { LintFile } from './lint-file.js';
import type { LintRun } from './lint-run.js';
import { fillTemplate } from './message-template.js';
import { withOwnTexts } from './own-texts.js';
import type {
  FixPlan,
  FlowEdit,
  FlowFixPlan,
  FlowRelatedRange,
  FlowReport,
  FlowRuleContext,
  MessageTemplates,
  RelatedRange,
  Report,
  RuleContext,
  RuleHandlers,
} from './rule.js';
import { milder, type Severity } from './severity.js';

/**
 * An active rule at work: its handlers, and the context that they report through. Made once a configuration; what belongs
 * to a file lives in the run that `beginFile` binds.
 */
export class RuleRunner implements RuleContext, FlowRuleContext {
  readonly handlers: RuleHandlers;
  #run: LintRun | undefined;
  #seen: Set<string> | undefined;
  #findings = 0;
  /** The finding reported last: one that quotes the same shares its words, which matters where a defect stands thousands of times. */
  #last: Finding | undefined;
  /** True behind a crash: the rule rests for the remainder of the file. */
  isDisabled = false;

  constructor(readonly active: ActiveRule) {
    this.handlers = active.rule.create(active.options);
  }

  beginFile(run: LintRun): void {
    this.#run = run;
    this.#seen = undefined;
    this.#findings = 0;
    this.isDisabled = false;
  }

  endFile(): void {
    this.#run = undefined;
    this.#seen = undefined;
    this.#last = undefined;
  }

  get file(): LintFile {
    this.#running.looksAround = true;
    return this.#running.file;
  }

  get message(): SipMessage {
    const message = this.#running.message ?? this.file.messages[0];
    if (!message) throw new Error('a file handler asked for a message in a file that has none');
    return message;
  }

  once(key: string): boolean {
    // What is not reported any more need not be remembered either: a long file has any number of keys.
    if (this.#findings >= this.file.limits.findingsPerRule) return !this.#seen?.has(key);
    this.#seen ??= new Set();
    if (this.#seen.has(key)) return this.#running.reportsCopies;
    this.#seen.add(key);
    return true;
  }

  report(report: AnyReport): void {
    const { reportsSyntax } = this.#running;
    const message = 'in' in report ? report.in : this.#running.message;
    const at = report.at ?? message?.anchor ?? NOWHERE;
    if (message && !reportsSyntax && coversPlaceholder(message, at)) return;
    const limit = this.#running.file.limits.findingsPerRule;
    if (this.#findings >= limit) {
      this.#running.noteLimit(this.active.id, limit);
      return;
    }
    this.#findings++;
    const finding = this.#findingOf(report, at, message);
    if ('in' in report) this.#running.addOfFlow(finding, report.in);
    else this.#running.add(finding);
  }

  get #running(): LintRun {
    if (!this.#run) throw new Error(`rule ${this.active.id} reported outside a run`);
    return this.#run;
  }

  #findingOf(report: AnyReport, at: Range, message: Placed | undefined): Finding {
    const { rule, id } = this.active;
    const template = rule.meta.messages[report.messageId];
    if (template === undefined) throw new Error(`unknown message id "${report.messageId}"`);
    const { messageId } = report;
    const quoted = quoteData(report.data ?? NO_DATA, message);
    const said = this.#last?.messageId === messageId && isSame(this.#last.data, quoted) ? this.#last : undefined;
    const data = said?.data ?? quoted;
    const offset = message?.offset ?? 0;
    const finding: Finding = {
      ruleId: id,
      messageId,
      data,
      message: said?.message ?? fillTemplate(template, data),
      severity: this.#severityOf(report.ceiling, report.ceilingAlways),
      start: offset + at.start,
      end: offset + at.end,
      messageIndex: message?.index,
      references: rule.meta.references ?? NONE,
      related: report.related ? report.related.map((related) => relatedTo(related, message)) : NONE,
      fix: report.fix && this.#fixOf(report.fix, offset),
    };
    this.#last = this.#running.file.isPieced ? withOwnTexts(finding, this.#last) : finding;
    return this.#last;
  }

  #severityOf(ceiling: Severity | undefined, always: boolean | undefined): Severity {
    const { severity, ignoresCeilings } = this.active;
    if (ceiling === undefined || (ignoresCeilings && always !== true)) return severity;
    return milder(severity, ceiling);
  }

  #fixOf(plan: FixPlan | FlowFixPlan, offset: number): Fix {
    const { fixable, fixesLast } = this.active.rule.meta;
    const safety = plan.safety ?? fixable ?? 'unsafe';
    const edits = placedAll(plan.edits, offset);
    return fixesLast ? { title: plan.title, safety, isLast: true, edits } : { title: plan.title, safety, edits };
  }
}

type AnyReport = Report<MessageTemplates> | FlowReport<MessageTemplates>;

/** What a finding needs to know of the message that it is about, parsed or passed. */
type Placed = Pick<SipMessage, 'index' | 'offset' | 'anchor' | 'placeholders'>;

const NOWHERE: Range = { start: 0, end: 0 };
/** Shared by all findings without references or related places. */
const NONE: readonly never[] = Object.freeze([]);

function relatedTo(
  { message: text, at, of }: RelatedRange | FlowRelatedRange,
  message: Placed | undefined,
): RelatedLocation {
  const { offset = 0, anchor = NOWHERE } = of ?? message ?? {};
  const { start, end } = at ?? anchor;
  return { message: text, start: offset + start, end: offset + end };
}

/** Edits with offsets of the file: as they are where the file is one message, as most files are. */
function placedAll(edits: readonly (Edit | FlowEdit)[], offset: number): readonly Edit[] {
  if (offset === 0 && !edits.some((edit) => 'in' in edit)) return edits;
  return edits.map((edit) => placed(edit, offset));
}

/** An edit with offsets of the file; one in another message of the flow names that message. */
function placed(edit: Edit | FlowEdit, offsetOfGuilty: number): Edit {
  const offset = 'in' in edit && edit.in ? edit.in.offset : offsetOfGuilty;
  return { start: offset + edit.start, end: offset + edit.end, text: edit.text };
}

/** Placeholders follow each other, so the first that ends behind the start of the range decides. */
function coversPlaceholder({ placeholders }: Placed, at: Range): boolean {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeholders[middle]?.end ?? 0) > at.start) high = middle;
    else low = middle + 1;
  }
  const placeholder = placeholders[low];
  return placeholder !== undefined && placeholder.start < at.end;
}

/** Longest quotation of a value in a message; what is cut off shows as `…`. */
const LONGEST_QUOTE = 80;

type Data = Readonly<Record<string, string | number>>;

const NO_DATA: Data = {};

function isSame(a: Data, b: Data): boolean {
  for (const name in a) if (a[name] !== b[name]) return false;
  for (const name in b) if (a[name] !== b[name]) return false;
  return true;
}

/** A fold, which means one space (RFC 3261 §7.3.1) and would break a finding's line. */
const FOLD = /[\r\n]\s*/g;

/** What a message quotes, on one line and cut to a readable length. */
function quoteData(data: Data, message: Placed | undefined): Data {
  const isMasked = message !== undefined && message.placeholders.length > 0;
  let quoted: Record<string, string | number> | undefined;
  for (const name in data) {
    const value = data[name];
    if (typeof value !== 'string') continue;
    const text = isMasked && hasPlaceholder(value) ? '{{…}}' : value.includes('\n') ? value.replace(FOLD, ' ') : value;
    if (text === value && value.length <= LONGEST_QUOTE) continue;
    quoted ??= { ...data };
    quoted[name] = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  }
  return quoted ?? data;
}
