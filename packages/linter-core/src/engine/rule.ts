import type { Dialog } from '../flow/dialog.js';
import type { Flow } from '../flow/flow.js';
import type { FlowMessage } from '../flow/flow-message.js';
import type { Transaction } from '../flow/transaction.js';
import type { InputSettings } from '../input/settings.js';
import type { Reference } from '../registry/types.js';
import type { HeaderField } from '../syntax/header-field.js';
import type { HeaderValueTypes } from '../syntax/header-value-types.js';
import type { SyntaxIssue } from '../syntax/issue.js';
import type { RequestLine, SipMessage, StatusLine } from '../syntax/message.js';
import type { BodyPart } from '../syntax/mime/body-part.js';
import type { SdpDocument } from '../syntax/sdp/document.js';
import type { UriOccurrence } from '../syntax/uri-occurrence.js';
import type { Range } from '../text/range.js';
import type { TextEncoding } from '../text/source-text.js';
import type { Edit, FixSafety } from './finding.js';
import type { LintFile } from './lint-file.js';
import type { Severity } from './severity.js';

/** The version of the plugin interface. It grows only by additions; a breaking change raises it. */
export const API_VERSION = 1;

/** How strongly the documents demand it. `grammar`: the ABNF; `advice`: practice, no requirement. */
export type RequirementLevel = 'MUST' | 'SHOULD' | 'grammar' | 'advice';

/** An example: a file of one message or more, with `<|` and `|>` around what the rule reports. */
export type Example = string | ExampleFile;

export interface ExampleFile {
  /** With its marks; a tag or builder may make it on demand. */
  readonly text: string;
  /** True if it is about line ends or about where a file starts and ends, so that it is tested with its own only. */
  readonly isRaw?: boolean;
  /** How its octets were read; `bytes` for one that is no UTF-8. */
  readonly encoding?: TextEncoding;
  /** Settings that its point depends on. */
  readonly input?: Partial<InputSettings>;
}

export interface RuleDocs {
  /** What the rule demands, in a sentence or two. */
  readonly what: string;
  /** Why it matters: what breaks, and for whom. */
  readonly why: string;
  /** When a finding may be wrong or unwanted, and what to do then. */
  readonly falsePositives?: string;
  /** Why its fix is safe or unsafe. */
  readonly fixSafety?: string;
  /** Messages in which exactly this rule fires, at the marked range. */
  readonly bad: readonly Example[];
  /** Messages in which it is silent. */
  readonly good: readonly Example[];
}

/** JSON Schema of a rule's options. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface RuleOptions<Options> {
  readonly schema: JsonSchema;
  readonly default: Options;
  /** What the `strict` preset gives instead; the default if absent. */
  readonly strict?: Options;
}

export type MessageTemplates = Readonly<Record<string, string>>;

/** The facts of a rule. A plugin's rule may leave out what only siplint's own must have. */
export interface RuleMeta<Messages extends MessageTemplates = MessageTemplates, Options = unknown> {
  /** Kebab case; never reused for something else. */
  readonly id: string;
  readonly category: string;
  readonly level?: RequirementLevel;
  /** What `recommended` gives (and `strict`, unless `strictSeverity` says otherwise). */
  readonly severity: Severity;
  readonly strictSeverity?: Severity;
  /** The presets that turn it on; `strict` has every rule. */
  readonly presets?: readonly string[];
  /** An imperative sentence without a full stop. */
  readonly title: string;
  readonly docs?: RuleDocs;
  readonly references?: readonly Reference[];
  readonly fixable?: FixSafety;
  /** True if its fix depends on what the fixes of other rules leave (Content-Length): it is applied behind them. */
  readonly fixesLast?: boolean;
  readonly options?: RuleOptions<Options>;
  /** The version that brought it. */
  readonly since?: string;
  /** Message texts by id, with `{placeholders}` that the compiler checks. */
  readonly messages: Messages;
  /**
   * Rules whose finding is dropped where this rule reports the same defect: on the same row of the same message, or when
   * that finding stands at the message as a whole.
   */
  readonly winsOver?: readonly string[];
}

/** Which messages a rule sees; absent members mean all. As data, so that dispatch is by index. */
export interface Applicability {
  readonly kinds?: readonly ('request' | 'response')[];
  /** Methods; for a response the CSeq method. */
  readonly methods?: readonly string[];
  /** Status codes, single or ranges such as `'200-299'`. With it a rule sees responses only. */
  readonly statuses?: readonly (number | `${number}-${number}`)[];
}

type PlaceholdersOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

type DataOf<Template extends string> = [PlaceholdersOf<Template>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<PlaceholdersOf<Template>, string | number>> };

/** Edits relative to the message that is reported on, or to the file in a `file` handler. The rule's `fixable` gives the safety unless it is said here. */
export interface FixPlan {
  readonly title: string;
  readonly safety?: FixSafety | undefined;
  readonly edits: readonly Edit[];
}

export interface RelatedRange {
  readonly message: string;
  readonly at: Range;
  /** The SIP message that `at` is relative to; the one reported on if absent. */
  readonly of?: SipMessage;
}

interface Ceiling {
  /** The milder of this and the configured severity is reported; the `strict` preset ignores it … */
  readonly ceiling?: Severity | undefined;
  /** … unless this says that it always holds. */
  readonly ceilingAlways?: boolean;
}

interface ReportBase extends Ceiling {
  /** Where, relative to the message; in a `file` handler relative to the file. */
  readonly at: Range;
  readonly related?: readonly RelatedRange[];
  readonly fix?: FixPlan | undefined;
}

type ReportOf<Messages extends MessageTemplates, Base> = {
  [Id in keyof Messages & string]: Base & { readonly messageId: Id } & DataOf<Messages[Id]>;
}[keyof Messages & string];

/** What a rule says of a defect: a message id with just the data that its text quotes. */
export type Report<Messages extends MessageTemplates> = ReportOf<Messages, ReportBase>;

/** An edit in a message of a flow: in the one reported on, or in the one that it names. */
export interface FlowEdit extends Edit {
  readonly in?: FlowMessage;
}

/** A fix whose edits may lie in several messages; all are applied or none. */
export interface FlowFixPlan {
  readonly title: string;
  readonly safety?: FixSafety | undefined;
  readonly edits: readonly FlowEdit[];
}

export interface FlowRelatedRange {
  readonly message: string;
  readonly of: FlowMessage;
  /** Relative to that message; its method or status code if absent. */
  readonly at?: Range | undefined;
}

interface FlowReportBase extends Ceiling {
  /** The guilty message. */
  readonly in: FlowMessage;
  /** Relative to that message; its method or status code if absent. */
  readonly at?: Range | undefined;
  readonly related?: readonly FlowRelatedRange[];
  readonly fix?: FlowFixPlan | undefined;
}

/** What a rule says of a defect that shows between messages. */
export type FlowReport<Messages extends MessageTemplates> = ReportOf<Messages, FlowReportBase>;

/** What a handler can ask and tell. */
export interface RuleContext<Messages extends MessageTemplates = MessageTemplates> {
  /** The file, with what is known between its messages. */
  readonly file: LintFile;
  /** The message under judgement; in a `file` handler the first one of the file, which must have one then. */
  readonly message: SipMessage;
  report(report: Report<Messages>): void;
  /** True the first time that this rule asks with this key in this file: for findings that come once a value. */
  once(key: string): boolean;
}

/** What a handler of transactions, dialogs or flows can ask and tell. */
export interface FlowRuleContext<Messages extends MessageTemplates = MessageTemplates> {
  readonly file: LintFile;
  report(report: FlowReport<Messages>): void;
  /** True the first time that this rule asks with this key in this file. */
  once(key: string): boolean;
}

type FlowHandler<Node, Messages extends MessageTemplates> = (node: Node, context: FlowRuleContext<Messages>) => void;

type Handler<Node, Messages extends MessageTemplates> = (node: Node, context: RuleContext<Messages>) => void;

/** What a rule does, by what it looks at. A handler sees only what parsed, except under `syntax`. */
export interface RuleHandlers<Messages extends MessageTemplates = MessageTemplates> {
  /** A request or response whose start line was recognised. */
  readonly message?: Handler<SipMessage, Messages>;
  readonly requestLine?: Handler<RequestLine, Messages>;
  readonly statusLine?: Handler<StatusLine, Messages>;
  /** By registered long name: each row; of a field that may stand only once, the first. */
  readonly headers?: {
    readonly [Name in keyof HeaderValueTypes]?: Handler<HeaderField<HeaderValueTypes[Name]>, Messages>;
  };
  /** The same for names without a value type: extension fields by registered name, unregistered ones in lower case. */
  readonly otherHeaders?: Readonly<Record<string, Handler<HeaderField, Messages>>>;
  /** Every row, whatever its name. */
  readonly anyHeader?: Handler<HeaderField, Messages>;
  /** Every URI that parsed: Request-URI and addresses of header fields. */
  readonly uri?: Handler<UriOccurrence, Messages>;
  /** The body and each of its MIME parts; only of messages that have a body. */
  readonly body?: Handler<BodyPart, Messages>;
  /** Each SDP body or part. */
  readonly sdp?: Handler<SdpDocument, Messages>;
  /** Defects of grammar by the code that the parser gives them. */
  readonly syntax?: Readonly<Record<string, Handler<SyntaxIssue, Messages>>>;
  /**
   * Each transaction, when its flow closes: at the end of the file, or before if the flow rested while very many messages
   * passed. A rule sees the transactions that hold a message which it applies to.
   */
  readonly transaction?: FlowHandler<Transaction, Messages>;
  /** Each dialog, behind the transactions of its flow; whatever `appliesTo` says. */
  readonly dialog?: FlowHandler<Dialog, Messages>;
  /** The messages of each Call-ID, behind its dialogs; whatever `appliesTo` says. */
  readonly flow?: FlowHandler<Flow, Messages>;
  /** Once a file, after its messages and flows. */
  readonly file?: Handler<LintFile, Messages>;
}

/** A rule: facts, applicability as data, and a factory that is called once a configuration and keeps no state of a file. */
export interface Rule<Messages extends MessageTemplates = MessageTemplates, Options = unknown> {
  readonly meta: RuleMeta<Messages, Options>;
  readonly appliesTo?: Applicability;
  readonly create: (options: Options) => RuleHandlers<Messages>;
}

/** A rule whose messages and options are its own business: what the engine and lists of rules deal in. */
export interface AnyRule {
  readonly meta: RuleMeta<MessageTemplates, unknown>;
  readonly appliesTo?: Applicability;
  create(options: unknown): RuleHandlers<MessageTemplates>;
}

/** Checks a rule's types and returns it as it is. */
export function defineRule<const Messages extends MessageTemplates, Options = undefined>(
  rule: Rule<Messages, Options>,
): AnyRule {
  // Sound by the engine: it calls `create` with the rule's own validated options and gives its handlers a context that
  // fills in any of the rule's own messages.
  return rule as unknown as AnyRule;
}

/** A package of rules: the default export of a plugin module. */
export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly apiVersion: number };
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly presets?: Readonly<Record<string, { readonly rules: Readonly<Record<string, unknown>> }>>;
}
