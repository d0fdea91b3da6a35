import { Dialog } from './dialog.js';
import { type Body, fieldOf, type OtherField, type Request, type Response, responseTo } from './message.js';
import type { ServerTransaction } from './server-transaction.js';
import { tagOf, type Uri, withParam } from './uri.js';
import type { Usage, UserAgent } from './user-agent.js';

const CONTENT: ReadonlyMap<string, Body> = new Map([
  ['message-summary', { type: 'application/simple-message-summary', text: 'Messages-Waiting: yes\r\n' }],
]);

/** The side that subscribes (RFC 6665 §4.1): a dialog for each notifier that the SUBSCRIBE reached. */
export class Subscription {
  readonly dialogs = new Map<string, Dialog>();
  #subscribe: Request | undefined;
  onNotify: ((dialog: Dialog, state: string) => void) | undefined;

  constructor(
    readonly agent: UserAgent,
    readonly event: string,
  ) {}

  start(target: Uri, expires: number): void {
    const others: OtherField[] = [...this.#fields(expires), ['Allow-Events', this.event]];
    const draft = this.agent.draft('SUBSCRIBE', target, { contacts: [this.agent.contact], others });
    const { callId, from } = draft;
    this.agent.servers.set('NOTIFY', (_, transaction) => this.agent.reply(transaction, 481));
    this.agent.awaitDialogs(callId, tagOf(from), (request, transaction) => this.#receiveFirst(request, transaction));
    this.agent.request(draft, {
      onResponse: (response, request) => {
        if (response.status >= 200 && response.status < 300) this.#open(response, request);
      },
    });
    this.#subscribe = { ...draft, vias: [] };
  }

  #fields(expires: number): OtherField[] {
    return [
      ['Event', this.event],
      ['Expires', String(expires)],
      ['Accept', CONTENT.get(this.event)?.type ?? 'application/sdp'],
    ];
  }

  #open(response: Response, request: Request): void {
    const tag = tagOf(response.to) ?? '';
    if (!this.dialogs.has(tag)) this.#keep(tag, Dialog.ofCaller(request, response));
  }

  #keep(tag: string, dialog: Dialog): void {
    dialog.isConfirmed = true;
    this.dialogs.set(tag, dialog);
    this.agent.use({ dialog, onAck: () => undefined, onRequest: (request, of) => this.#receive(dialog, request, of) });
  }

  /** A NOTIFY that came before any 2xx, or from another notifier (§4.4.1). */
  #receiveFirst(request: Request, transaction: ServerTransaction): void {
    const subscribe = this.#subscribe;
    if (request.method !== 'NOTIFY' || !subscribe) {
      this.agent.reply(transaction, 481);
      return;
    }
    const dialog = Dialog.ofCallee(request, request.to, subscribe.cseq);
    this.#keep(tagOf(request.from) ?? '', dialog);
    this.#receive(dialog, request, transaction);
  }

  #receive(dialog: Dialog, request: Request, transaction: ServerTransaction): void {
    if (request.method !== 'NOTIFY') {
      this.agent.reply(transaction, 200);
      return;
    }
    const [contact] = request.contacts;
    if (contact) dialog.target = contact.uri;
    this.agent.reply(transaction, 200);
    const state = fieldOf(request, 'Subscription-State') ?? '';
    if (state.startsWith('terminated')) dialog.isOver = true;
    this.onNotify?.(dialog, state);
  }

  /** Zero ends it. */
  refresh(dialog: Dialog, expires: number): void {
    if (dialog.isOver) return;
    this.agent.requestIn(
      dialog,
      'SUBSCRIBE',
      { contacts: [this.agent.contact], others: this.#fields(expires) },
      { onResponse: () => undefined },
    );
  }
}

/** The side that notifies (RFC 6665 §4.2). */
export class Notifier {
  readonly usages: Usage[] = [];
  readonly #events = new Map<Dialog, string>();
  /** 200, or the deprecated 202. */
  status = 200;

  constructor(readonly agent: UserAgent) {
    agent.servers.set('SUBSCRIBE', (request, transaction) => this.#receive(request, transaction));
  }

  #receive(request: Request, transaction: ServerTransaction): void {
    const { agent } = this;
    const to = withParam(request.to, 'tag', agent.tagFor(transaction));
    const dialog = Dialog.ofCallee(request, to, agent.world.random.int(0, 10000));
    const usage: Usage = {
      dialog,
      onAck: () => undefined,
      onRequest: (again, of) => this.#answer(dialog, again, of),
    };
    this.usages.push(usage);
    agent.use(usage);
    this.#answer(dialog, request, transaction);
  }

  #answer(dialog: Dialog, request: Request, transaction: ServerTransaction): void {
    const expires = fieldOf(request, 'Expires') ?? '3600';
    const to = withParam(request.to, 'tag', tagOf(dialog.local));
    const { recordRoutes } = request;
    const isFirst = tagOf(request.to) === undefined;
    const contacts = [this.agent.contact];
    const event = fieldOf(request, 'Event') ?? '';
    this.#events.set(dialog, event);
    const others: OtherField[] = [['Expires', expires]];
    const response = { to, contacts, others, recordRoutes: isFirst ? recordRoutes : [] };
    transaction.respond(responseTo(request, this.status, response));
    this.notify(dialog, expires === '0' ? 'terminated;reason=timeout' : `active;expires=${expires}`);
  }

  notify(dialog: Dialog, state: string): void {
    if (dialog.isOver) return;
    const event = this.#events.get(dialog) ?? '';
    const others: OtherField[] = [
      ['Event', event],
      ['Subscription-State', state],
    ];
    if (state.startsWith('terminated')) dialog.isOver = true;
    const onResponse = ({ status }: Response): void => {
      if (status === 481) dialog.isOver = true;
    };
    const body = CONTENT.get(event);
    this.agent.requestIn(dialog, 'NOTIFY', { contacts: [this.agent.contact], others, body }, { onResponse });
  }
}
