import type { OtherField, Request, Response } from './message.js';
import { type Address, address, hasParam, tagOf, type Uri } from './uri.js';

/** RFC 3261 §12: the state of one side of a dialog. */
export class Dialog {
  remoteSeq: number | undefined;
  isConfirmed = false;
  isOver = false;

  private constructor(
    readonly callId: string,
    readonly local: Address,
    readonly remote: Address,
    public localSeq: number,
    public target: Uri,
    readonly routes: readonly Address[],
    readonly isCaller: boolean,
  ) {}

  /** §12.1.2. */
  static ofCaller(request: Request, response: Response): Dialog {
    const { callId, from, to, contacts, recordRoutes } = response;
    const target = contacts[0]?.uri ?? request.uri;
    return new Dialog(callId, from, to, request.cseq, target, recordRoutes.toReversed(), true);
  }

  /** §12.1.1. */
  static ofCallee(request: Request, to: Address, localSeq: number): Dialog {
    const { callId, from, contacts, recordRoutes, cseq } = request;
    const dialog = new Dialog(callId, to, from, localSeq, contacts[0]?.uri ?? from.uri, recordRoutes, false);
    dialog.remoteSeq = cseq;
    return dialog;
  }

  get id(): string {
    return dialogId(this.callId, tagOf(this.local), tagOf(this.remote));
  }

  /** §12.2.1.1: Request-URI and Route, past a strict router too. */
  way(): Pick<Request, 'uri' | 'routes' | 'hop'> {
    const [first, ...others] = this.routes;
    if (!first || hasParam(first.uri, 'lr')) return { uri: this.target, routes: this.routes };
    return { uri: first.uri, routes: [...others, address(this.target)], hop: first.uri };
  }

  request(method: string, cseq: number, others: readonly OtherField[]): Omit<Request, 'vias'> {
    return {
      kind: 'request',
      method,
      ...this.way(),
      from: this.local,
      to: this.remote,
      callId: this.callId,
      cseq,
      maxForwards: 70,
      contacts: [],
      recordRoutes: [],
      others,
    };
  }
}

export function dialogId(callId: string, localTag: string | undefined, remoteTag: string | undefined): string {
  return `${callId} ${localTag} ${remoteTag}`;
}
