import { HEADER_FIELDS } from '../registry/headers.js';
import type { HeaderField } from '../syntax/header-field.js';
import { headerName } from '../syntax/header-names.js';
import type { SyntaxIssue } from '../syntax/issue.js';
import type { RequestLine, SipMessage, StatusLine } from '../syntax/message.js';
import type { BodyPart } from '../syntax/mime/body-part.js';
import type { SdpDocument } from '../syntax/sdp/document.js';
import type { UriOccurrence } from '../syntax/uri-occurrence.js';
import type { FlowRuleContext, RuleContext } from './rule.js';
import type { RuleRunner } from './rule-runner.js';

/** One handler of one rule. */
export interface Call<Node> {
  readonly runner: RuleRunner;
  readonly handler: (node: Node, context: RuleContext & FlowRuleContext) => void;
}

/** The handlers that see the messages of one kind, method and status, by what they look at. */
export class DispatchPlan {
  readonly message: Call<SipMessage>[] = [];
  readonly requestLine: Call<RequestLine>[] = [];
  readonly statusLine: Call<StatusLine>[] = [];
  /** By ordinal of the registered header fields. */
  readonly #headers: (Call<HeaderField>[] | undefined)[] = HEADER_FIELDS.map(() => undefined);
  readonly #unregisteredHeaders = new Map<string, Call<HeaderField>[]>();
  readonly anyHeader: Call<HeaderField>[] = [];
  readonly uri: Call<UriOccurrence>[] = [];
  readonly body: Call<BodyPart>[] = [];
  readonly sdp: Call<SdpDocument>[] = [];
  readonly syntax = new Map<string, Call<SyntaxIssue>[]>();
  /** True if bodies need to be read as MIME: somebody looks at them or at a defect that may stand in one. */
  readonly readsBodies: boolean;
  /** True if SDP needs to be parsed. */
  readonly readsSdp: boolean;

  constructor(runners: readonly RuleRunner[]) {
    for (const runner of runners) this.#add(runner);
    const codes = [...this.syntax.keys()];
    this.readsSdp = this.sdp.length > 0 || codes.some((code) => code.startsWith('sdp.'));
    // Header fields of a part are those whose names begin with "Content-" (RFC 2046 §5.1).
    const isOfBody = (code: string): boolean => code.startsWith('mime.') || code.startsWith('content-');
    this.readsBodies = this.readsSdp || this.body.length > 0 || codes.some(isOfBody);
  }

  /** The handlers of a row by its name. */
  headerCalls({ ordinal, canonicalName }: HeaderField): readonly Call<HeaderField>[] | undefined {
    return ordinal >= 0 ? this.#headers[ordinal] : this.#unregisteredHeaders.get(canonicalName);
  }

  #add(runner: RuleRunner): void {
    const { handlers } = runner;
    addCall(this.message, runner, handlers.message);
    addCall(this.requestLine, runner, handlers.requestLine);
    addCall(this.statusLine, runner, handlers.statusLine);
    addCall(this.anyHeader, runner, handlers.anyHeader);
    addCall(this.uri, runner, handlers.uri);
    addCall(this.body, runner, handlers.body);
    addCall(this.sdp, runner, handlers.sdp);
    // A handler of `headers` takes the value type of its own field; the map's key makes sure that it gets no other.
    const headers = { ...handlers.headers, ...handlers.otherHeaders } as Record<string, Call<HeaderField>['handler']>;
    for (const [name, handler] of Object.entries(headers)) addCall(this.#headerList(name), runner, handler);
    for (const [code, handler] of Object.entries(handlers.syntax ?? {})) {
      addCall(listAt(this.syntax, code), runner, handler);
    }
  }

  #headerList(name: string): Call<HeaderField>[] {
    const { ordinal, canonicalName } = headerName(name);
    if (ordinal < 0 || canonicalName !== name) return listAt(this.#unregisteredHeaders, name);
    const list = this.#headers[ordinal] ?? [];
    this.#headers[ordinal] = list;
    return list;
  }
}

function addCall<Node>(calls: Call<Node>[], runner: RuleRunner, handler: Call<Node>['handler'] | undefined): void {
  if (handler) calls.push({ runner, handler });
}

function listAt<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const known = lists.get(key);
  if (known) return known;
  const list: Value[] = [];
  lists.set(key, list);
  return list;
}
