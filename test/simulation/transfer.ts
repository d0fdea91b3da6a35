import { fieldOf, type OtherField, type Request } from './message.js';
import { OutgoingCall } from './outgoing-call.js';
import type { ServerTransaction } from './server-transaction.js';
import type { Session } from './session.js';
import { address, addressText, uri } from './uri.js';
import type { UserAgent } from './user-agent.js';

/** Takes a REFER within a call and calls whom it names (RFC 3515): the implicit subscription tells how that goes. */
export function acceptTransfer(session: Session, request: Request, transaction: ServerTransaction): void {
  const { agent, dialog } = session;
  agent.reply(transaction, 202, { contacts: [agent.contact] });
  const event = `refer;id=${request.cseq}`;
  const notify = (line: string, state: string): void => {
    if (dialog.isOver) return;
    const others: OtherField[] = [
      ['Event', event],
      ['Subscription-State', state],
    ];
    const body = { type: 'message/sipfrag;version=2.0', text: `SIP/2.0 ${line}\r\n` };
    agent.requestIn(dialog, 'NOTIFY', { contacts: [agent.contact], others, body }, { onResponse: () => undefined });
  };
  notify('100 Trying', 'active;expires=60');
  const { target, replaces } = targetOf(fieldOf(request, 'Refer-To') ?? '');
  const others: OtherField[] = replaces === undefined ? [] : [['Replaces', replaces]];
  const referredBy = fieldOf(request, 'Referred-By');
  if (referredBy !== undefined) others.push(['Referred-By', referredBy]);
  const call = new OutgoingCall(agent, target, { others });
  call.onAnswered = (answered) => {
    notify('200 OK', 'terminated;reason=noresource');
    agent.world.after(agent.world.random.between(1, 5), () => answered.bye());
  };
  call.onFailed = (response) =>
    notify(response ? `${response.status} ${response.reason}` : '408 Request Timeout', 'terminated;reason=noresource');
  call.start();
}

/** Asks the peer of one call to call the peer of another, in place of it (RFC 5589), or just somebody. */
export function transfer(session: Session, to: UserAgent, replaced?: Session): void {
  const { agent } = session;
  const header = replaced ? `?Replaces=${encodeURIComponent(replaced.replaces())}` : '';
  const target = addressText(address(to.aor)).replace('>', `${header}>`);
  const others: OtherField[] = [
    ['Refer-To', target],
    ['Referred-By', addressText(address(agent.aor))],
  ];
  session.request('REFER', { contacts: [agent.contact], others });
}

function targetOf(referTo: string): { target: ReturnType<typeof uri>; replaces: string | undefined } {
  const [, scheme, user, host = '', header] = /^<(sips?):([^@]+)@([^?>]+)(?:\?Replaces=([^>]*))?>$/.exec(referTo) ?? [];
  return {
    target: uri(user, host, { scheme: scheme === 'sips' ? 'sips' : 'sip' }),
    replaces: header === undefined ? undefined : decodeURIComponent(header),
  };
}
