import type { Random } from '../../test/random.js';
import { Dialog, type SentRequest } from './dialog.js';
import { endpoint, proxies } from './endpoint.js';

type Exchange = (random: Random) => string[];

function newDialog(random: Random): Dialog {
  return new Dialog(random, endpoint(random), endpoint(random), proxies(random));
}

function challenge(random: Random, realm: string): { nonce: string; row: string } {
  const nonce = random.hex(32);
  return { nonce, row: `Digest realm="${realm}", nonce="${nonce}", algorithm=MD5, qop="auth"` };
}

function credentials(random: Random, user: string, realm: string, nonce: string, uri: string): string {
  return (
    `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${random.hex(32)}", ` +
    `algorithm=MD5, cnonce="${random.hex(16)}", qop=auth, nc=00000001`
  );
}

/** REGISTER, 401, REGISTER with credentials, 200. */
const registration: Exchange = (random) => {
  const who = endpoint(random);
  const dialog = new Dialog(random, who, who, proxies(random));
  const target = `sip:${who.domain}`;
  const contact = `Contact: <sip:${who.user}@${who.address}:${who.port}>;expires=3600`;
  const first = dialog.request('REGISTER', { cseq: 1, target, rows: [contact] });
  const { nonce, row } = challenge(random, who.domain);
  dialog.response(401, 'Unauthorized', first, { rows: [`WWW-Authenticate: ${row}`] });
  const authorization = `Authorization: ${credentials(random, who.user, who.domain, nonce, target)}`;
  const second = dialog.request('REGISTER', { cseq: 2, target, rows: [contact, authorization] });
  dialog.response(200, 'OK', second, { rows: [contact] });
  return dialog.messages;
};

function invite(dialog: Dialog, cseq: number, rows: readonly string[] = []): SentRequest {
  return dialog.request('INVITE', { cseq, contact: true, rows, body: dialog.sdp(dialog.caller) });
}

/** INVITE, 407, ACK, INVITE with credentials, 100, 183, PRACK, 180, 200, ACK, now and then UPDATE, BYE, 200. */
const call: Exchange = (random) => {
  const dialog = newDialog(random);
  const { caller, callee } = dialog;
  let cseq = 1;
  let rows: string[] = [];
  if (random.chance(0.5)) {
    const first = invite(dialog, cseq);
    const { nonce, row } = challenge(random, callee.domain);
    dialog.response(407, 'Proxy Authentication Required', first, { rows: [`Proxy-Authenticate: ${row}`] });
    const { branch } = first;
    dialog.isEstablished = true; // the ACK copies the To tag of the 407
    dialog.request('ACK', { cseq, branch, target: `sip:${callee.user}@${callee.domain}` });
    dialog.isEstablished = false;
    rows = [
      `Proxy-Authorization: ${credentials(random, caller.user, callee.domain, nonce, `sip:${callee.user}@${callee.domain}`)}`,
    ];
    cseq++;
  }
  const request = invite(dialog, cseq, rows);
  dialog.response(100, 'Trying', request);
  if (random.chance(0.15)) return cancelled(dialog, request);
  const isReliable = random.chance(0.4);
  const answer = dialog.sdp(callee);
  if (isReliable) {
    dialog.response(183, 'Session Progress', request, {
      contact: true,
      rows: ['Require: 100rel', 'RSeq: 1'],
      body: answer,
    });
    dialog.isEstablished = true;
    const prack = dialog.request('PRACK', { cseq: cseq + 1, rows: [`RAck: 1 ${cseq} INVITE`] });
    dialog.response(200, 'OK', prack);
    dialog.isEstablished = false;
  }
  dialog.response(180, 'Ringing', request, { contact: true });
  dialog.response(200, 'OK', request, { contact: true, ...(isReliable ? {} : { body: answer }) });
  dialog.isEstablished = true;
  dialog.request('ACK', { cseq });
  if (random.chance(0.3)) {
    const update = dialog.request('UPDATE', { cseq: cseq + 2, contact: true, body: dialog.sdp(caller) });
    dialog.response(200, 'OK', update, { contact: true, body: dialog.sdp(callee) });
  }
  const bye = dialog.request('BYE', { cseq: cseq + 3 });
  dialog.response(200, 'OK', bye);
  return dialog.messages;
};

function cancelled(dialog: Dialog, request: SentRequest): string[] {
  const { callee } = dialog;
  const target = `sip:${callee.user}@${callee.domain}`;
  dialog.response(180, 'Ringing', request, { contact: true });
  const { cseq, branch } = request;
  const cancel = dialog.request('CANCEL', { cseq, branch, target });
  dialog.response(200, 'OK', cancel);
  dialog.response(487, 'Request Terminated', request);
  dialog.isEstablished = true;
  dialog.request('ACK', { cseq, branch, target });
  return dialog.messages;
}

/** SUBSCRIBE, 202, NOTIFY, 200. */
const subscription: Exchange = (random) => {
  const dialog = newDialog(random);
  const rows = ['Event: presence', 'Expires: 3600', 'Accept: application/pidf+xml'];
  const subscribe = dialog.request('SUBSCRIBE', { cseq: 1, contact: true, rows });
  dialog.response(200, 'OK', subscribe, { contact: true, rows: ['Expires: 3600'] });
  const back = new Dialog(random, dialog.callee, dialog.caller, dialog.path);
  Object.assign(back, {
    callId: dialog.callId,
    localTag: dialog.remoteTag,
    remoteTag: dialog.localTag,
    isEstablished: true,
  });
  const notify = back.request('NOTIFY', {
    cseq: 1,
    rows: [
      `Contact: <sip:${back.caller.user}@${back.caller.address}>`,
      'Event: presence',
      'Subscription-State: active;expires=3600',
    ],
    body: {
      type: 'application/pidf+xml',
      text:
        '<?xml version="1.0" encoding="UTF-8"?>\r\n<presence xmlns="urn:ietf:params:xml:ns:pidf" ' +
        `entity="pres:${back.caller.user}@${back.caller.domain}"><tuple id="t1"><status><basic>open</basic></status></tuple></presence>\r\n`,
    },
  });
  back.response(200, 'OK', notify);
  return [...dialog.messages, ...back.messages];
};

const pagerMessage: Exchange = (random) => {
  const dialog = newDialog(random);
  const text = `Message number ${random.below(100000)}: are you there?\r\n`;
  const message = dialog.request('MESSAGE', { cseq: 1, body: { type: 'text/plain', text } });
  dialog.response(200, 'OK', message);
  return dialog.messages;
};

const optionsProbe: Exchange = (random) => {
  const dialog = newDialog(random);
  const probe = dialog.request('OPTIONS', {
    cseq: 1 + random.below(1000),
    contact: true,
    rows: ['Accept: application/sdp'],
  });
  dialog.response(200, 'OK', probe, { contact: true, rows: ['Accept: application/sdp', 'Supported: 100rel'] });
  return dialog.messages;
};

const MIX: readonly [Exchange, ...Exchange[]] = [
  call,
  call,
  call,
  call,
  registration,
  subscription,
  pagerMessage,
  optionsProbe,
];

/** Messages of realistic traffic in order, about 750 octets each; the same for the same seed. */
export function* traffic(random: Random): Generator<string> {
  for (;;) yield* random.pick(MIX)(random);
}

/** The same traffic as a busy element sees it: many exchanges at once, a message of one of them at a time. */
export function* interleavedTraffic(random: Random, atOnce: number): Generator<string> {
  const open = Array.from({ length: atOnce }, () => random.pick(MIX)(random).values());
  for (;;) {
    const turn = random.below(atOnce);
    const { value, done } = open[turn]?.next() ?? { done: true };
    if (done) open[turn] = random.pick(MIX)(random).values();
    else yield value;
  }
}

/** `count` messages as one `.sip` text. */
export function trafficFile(random: Random, count: number): string {
  const messages: string[] = [];
  for (const message of traffic(random)) {
    if (messages.push(message) >= count) break;
  }
  return messages.join('');
}
