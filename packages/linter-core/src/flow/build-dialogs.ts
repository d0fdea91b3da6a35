import { Dialog, type DialogRequest, type DialogSide, otherSide } from './dialog.js';
import { isCreating, isRefusal, isSubscription, isTargetRefresh, wasTakenUp } from './dialog-messages.js';
import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import { RemoteTargets } from './remote-targets.js';
import type { Transaction } from './transaction.js';

/** Hops of a creating request that a dialog takes among its messages: a hostile file has as many as it has dialogs. */
const MOST_HOPS = 70;

/** Finds the dialogs of a flow (RFC 3261 §12) and the place of its messages in them. */
export function buildDialogs(flow: Flow): void {
  new DialogsOfFlow(flow).build();
}

/** A request in its dialog, open for the hops that are yet to come. */
interface OpenRequest extends DialogRequest {
  readonly transactions: Transaction[];
}

/** A request that creates dialogs, and those it created. */
interface Creation {
  readonly request: DialogRequest;
  readonly dialogs: Dialog[];
}

interface OpenDialog {
  readonly dialog: Dialog;
  readonly targets: RemoteTargets;
}

class DialogsOfFlow {
  /** By the tag of the caller and that of the callee; these maps are made for the few flows that need them. */
  #byTags: Map<string, OpenDialog> | undefined;
  /** The one that was asked for last, as most flows have no other. */
  #latest: OpenDialog | undefined;
  /** By the first transaction among the hops of the request that creates them. */
  #creations: Map<Transaction, Creation> | undefined;
  /** Of requests that were seen on several hops, by the transaction on the first of them, as far as the Via values tell. */
  #requests: Map<Transaction, { readonly open: OpenDialog; readonly request: OpenRequest }> | undefined;

  /** Pairs of tags of requests within dialogs that got a 2xx. */
  #accepted: ReadonlySet<string> | undefined;

  constructor(private readonly flow: Flow) {}

  build(): void {
    const misfits = misfitsOf(this.flow);
    for (const message of this.flow.messages) {
      const { transaction } = message;
      if (!transaction || message.copyOf || misfits?.has(message)) continue;
      if (message.kind === 'request') this.#addRequest(message, transaction);
      else this.#addResponse(message, transaction);
    }
    // A hop of the creating request may stand behind the first response.
    for (const { messages } of this.flow.dialogs) if (!isInOrder(messages)) messages.sort(byIndex);
  }

  #addRequest(message: FlowMessage, transaction: Transaction): void {
    const { fromTag, toTag } = message;
    if (fromTag === undefined || toTag === undefined || message.method === 'CANCEL') return;
    // The ACK to a failure is part of the transaction of its INVITE; the others have one of their own.
    if (message !== transaction.request) return;
    const known = this.#find(fromTag, toTag) ?? this.#createForRequest(message, fromTag, toTag);
    if (!known) {
      this.flow.outsideDialogs.push(message);
      return;
    }
    const { open, sender } = known;
    this.#join(open.dialog, message);
    const isOnHops = transaction.upstream !== undefined || transaction.downstream.length > 0;
    const first = isOnHops ? firstHop(transaction) : undefined;
    const earlier = first && this.#requests?.get(first);
    if (earlier && earlier.open === open) earlier.request.transactions.push(transaction);
    else {
      const request: OpenRequest = {
        sender,
        request: message,
        transactions: [transaction],
        remoteTargets: open.targets.of(otherSide(sender)),
      };
      open.dialog.requests.push(request);
      if (first) {
        this.#requests ??= new Map();
        this.#requests.set(first, { open, request });
      }
    }
    if (isSubscription(message.method)) open.dialog.hasSubscription = true;
    if (isTargetRefresh(message.method)) open.targets.offer(sender, message);
  }

  #addResponse(message: FlowMessage, transaction: Transaction): void {
    const { request } = transaction;
    const dialog = request?.dialog;
    if (request && dialog) this.#answer(dialog, request, message);
    else if (request && request.toTag !== undefined) return;
    else if (request && isRefusal(message)) this.#refuse(message, transaction);
    else if (!request && this.#answerUnseen(message)) return;
    else if (isCreating(message)) this.#create(message, transaction);
  }

  /** A response to a request that is not in the file; true if another request began its dialog. */
  #answerUnseen(response: FlowMessage): boolean {
    const { fromTag, toTag, method, statusCode, cseqNumber } = response;
    if (fromTag === undefined || toTag === undefined || !isTargetRefresh(method)) return false;
    if (statusCode <= 100 || statusCode >= 300) return false;
    const known = this.#find(fromTag, toTag);
    if (!known) return false;
    const { creation, messages } = known.open.dialog;
    const first = creation?.request ?? messages[0];
    if (known.sender === 'caller' && cseqNumber === first?.cseqNumber) return false;
    this.#join(known.open.dialog, response);
    known.open.targets.answerUnseen(known.sender, response);
    return true;
  }

  /** A response within a dialog. */
  #answer(dialog: Dialog, request: FlowMessage, response: FlowMessage): void {
    this.#join(dialog, response);
    const open = this.#find(dialog.callerTag, dialog.calleeTag)?.open;
    const sender: DialogSide = request.fromTag === dialog.callerTag ? 'caller' : 'callee';
    if (open && isTargetRefresh(request.method)) {
      if (!response.isFinal) open.targets.offer(otherSide(sender), response);
      else if (response.isSuccess || !wasTakenUp(request, dialog.requests)) {
        open.targets.answer(sender, request, response);
      }
    }
    if (request.method === 'BYE' && response.isSuccess) dialog.end ??= response;
  }

  /** A 101-299 with a To tag to a request that can create dialogs (§12.1). */
  #create(response: FlowMessage, transaction: Transaction): void {
    // The request says what tag the caller has, whatever a response made of it.
    const callerTag = transaction.request?.fromTag ?? response.fromTag;
    const { toTag: calleeTag, method } = response;
    if (callerTag === undefined || calleeTag === undefined) return;
    const isSeen = transaction.request !== undefined;
    // Without the request, who called whom is not known: the other side may have re-invited.
    const known = isSeen ? this.#ofTags(callerTag, calleeTag) : this.#find(callerTag, calleeTag)?.open;
    const open = known ?? this.#open(callerTag, calleeTag);
    const { dialog, targets } = open;
    if (isSeen) {
      if (!dialog.creation) this.#setCreation(open, transaction);
      dialog.creatingResponses.push(response);
    }
    this.#join(dialog, response);
    // A NOTIFY in front of the 2xx has created the dialog with its own Contact (RFC 6665 §4.4.1), and not each provisional
    // response to an INVITE refreshes the target of its early dialog (RFC 6141 §4.9).
    if (known && (method !== 'INVITE' || response.isProvisional)) targets.offer('callee', response);
    else targets.accept('callee', response);
  }

  #setCreation({ dialog, targets }: OpenDialog, { hops, method }: Transaction): void {
    const [first] = hops;
    const creation = first && this.#creationBy(first);
    if (!creation) return;
    creation.dialogs.push(dialog);
    dialog.creation = creation.request;
    dialog.forks = creation.dialogs;
    dialog.hasSubscription ||= isSubscription(method);
    const end = Math.min(hops.length, MOST_HOPS);
    for (let hop = 0; hop < end; hop++) {
      const request = hops[hop]?.request;
      if (!request) continue;
      dialog.messages.push(request);
      targets.settle('caller', request);
    }
  }

  #creationBy(first: Transaction): Creation | undefined {
    const { request, hops } = first;
    this.#creations ??= new Map();
    let creation = this.#creations.get(first);
    if (!creation && request) {
      creation = { request: { sender: 'caller', request, transactions: hops, remoteTargets: [] }, dialogs: [] };
      this.#creations.set(first, creation);
    }
    return creation;
  }

  /** A final response that is no 2xx ends the early dialogs of its INVITE (§12.3). */
  #refuse(response: FlowMessage, transaction: Transaction): void {
    const [first = transaction] = transaction.hops;
    for (const dialog of this.#creations?.get(first)?.dialogs ?? []) {
      if (dialog.confirmedBy) continue;
      const isOfBranch = response.toTag === dialog.calleeTag;
      if (transaction.upstream && !isOfBranch) continue;
      if (isOfBranch) this.#join(dialog, response);
      dialog.end ??= response;
    }
  }

  /** A request whose dialog began before the file, or in a NOTIFY (RFC 6665 §4.4.1). */
  #createForRequest(
    { method }: FlowMessage,
    fromTag: string,
    toTag: string,
  ): { readonly open: OpenDialog; readonly sender: DialogSide } | undefined {
    if (method === 'NOTIFY') return { open: this.#open(toTag, fromTag), sender: 'callee' };
    if (this.#creations && !this.#isAccepted(fromTag, toTag)) return undefined;
    return { open: this.#open(fromTag, toTag), sender: 'caller' };
  }

  /** True if the peer answered a request with these tags, in either order, with a 2xx: it knew the dialog. */
  #isAccepted(fromTag: string, toTag: string): boolean {
    this.#accepted ??= new Set(this.flow.transactions.flatMap(acceptedTags));
    return this.#accepted.has(tagsKey(fromTag, toTag)) || this.#accepted.has(tagsKey(toTag, fromTag));
  }

  #open(callerTag: string, calleeTag: string): OpenDialog {
    const open = { dialog: new Dialog(this.flow, callerTag, calleeTag), targets: new RemoteTargets() };
    this.#byTags ??= new Map();
    this.#byTags.set(tagsKey(callerTag, calleeTag), open);
    this.#latest = open;
    this.flow.dialogs.push(open.dialog);
    return open;
  }

  #find(fromTag: string, toTag: string): { readonly open: OpenDialog; readonly sender: DialogSide } | undefined {
    const ofCaller = this.#ofTags(fromTag, toTag);
    if (ofCaller) return { open: ofCaller, sender: 'caller' };
    const ofCallee = this.#ofTags(toTag, fromTag);
    return ofCallee && { open: ofCallee, sender: 'callee' };
  }

  #ofTags(callerTag: string, calleeTag: string): OpenDialog | undefined {
    if (!this.#byTags) return undefined;
    const latest = this.#latest?.dialog;
    if (latest && latest.callerTag === callerTag && latest.calleeTag === calleeTag) return this.#latest;
    // With one dialog there is no other to look for.
    if (latest && this.#byTags.size === 1) return undefined;
    const found = this.#byTags.get(tagsKey(callerTag, calleeTag));
    if (found) this.#latest = found;
    return found;
  }

  #join(dialog: Dialog, message: FlowMessage): void {
    message.dialog = dialog;
    dialog.messages.push(message);
  }
}

function tagsKey(callerTag: string, calleeTag: string): string {
  return `${callerTag}\n${calleeTag}`;
}

function acceptedTags({ request, responses }: Transaction): string[] {
  const { fromTag, toTag } = request ?? {};
  if (fromTag === undefined || toTag === undefined || !responses.some(({ isSuccess }) => isSuccess)) return [];
  return [tagsKey(fromTag, toTag)];
}

/** Undefined if there are none. */
function misfitsOf({ transactions }: Flow): ReadonlySet<FlowMessage> | undefined {
  let found: Set<FlowMessage> | undefined;
  for (const { misfits } of transactions) {
    for (const { message } of misfits) {
      found ??= new Set();
      found.add(message);
    }
  }
  return found;
}

function isInOrder(messages: readonly FlowMessage[]): boolean {
  let last = -1;
  for (const { index } of messages) {
    if (index < last) return false;
    last = index;
  }
  return true;
}

function byIndex(a: FlowMessage, b: FlowMessage): number {
  return a.index - b.index;
}

/** The hop of the request that is nearest to its sender. */
function firstHop(transaction: Transaction): Transaction {
  let first = transaction;
  while (first.upstream) first = first.upstream;
  return first;
}
