import { readFileSync } from 'node:fs';

// Calls as they pass on the wire, whole and without a defect, and what can go wrong with one message of them.

/** Name of a file below `calls/`. */
export type CallName = 'basic' | 'proxied' | 'forked' | 'cancelled' | 'refused' | 're-invite' | 'registration';

export const CALL_NAMES: readonly CallName[] = [
  'basic',
  'proxied',
  'forked',
  'cancelled',
  'refused',
  're-invite',
  'registration',
];

/** What becomes of a message; more than one where it is sent again. */
export type Change = (message: string) => string;

export function textOf(call: CallName): string {
  return readFileSync(new URL(`calls/${call}.sip`, import.meta.url), 'utf8');
}

/** The same change to several messages: `F1 F2`. */
export function each(names: string, change: Change): Record<string, Change> {
  return Object.fromEntries(names.split(' ').map((name) => [name, change]));
}

/** The call with some of its messages changed, by the numbers in their titles. */
export function damaged(call: CallName, changes: Readonly<Record<string, Change>>): string {
  const [head = '', ...messages] = textOf(call).split(/^(?=### )/m);
  const names = messages.map(nameOf);
  for (const name of Object.keys(changes)) if (!names.includes(name)) throw new Error(`${call} has no ${name}`);
  const text = [head, ...messages.map((message) => changes[nameOf(message)]?.(message) ?? message)].join('');
  // The blank line behind each message but the last separates it from the next.
  return text.replace(/\n{3}$/, '\n\n');
}

/** `F3` of the title `### F3 180`. */
function nameOf(message: string): string {
  return /^### (\S+)/.exec(message)?.[1] ?? '';
}

/** The name of the message that stands at an offset. */
export function nameAt(text: string, offset: number): string {
  return nameOf(text.slice(text.lastIndexOf('\n### ', offset) + 1));
}

/** Text of it is replaced by another. */
export const replaced =
  (found: string, by: string): Change =>
  (message) => {
    if (!message.includes(found)) throw new Error(`no "${found}" in ${message}`);
    return message.replace(found, by);
  };

/** It has another tag in From or To. */
export const retagged = (field: 'From' | 'To', tag: string): Change => {
  const row = new RegExp(`^(${field}: <[^>]*>).*$`, 'm');
  return (message) => message.replace(row, `$1;tag=${tag}`);
};

/** It has no tag in From or To. */
export const untagged = (field: 'From' | 'To'): Change => {
  const row = new RegExp(`^(${field}: <[^>]*>).*$`, 'm');
  return (message) => message.replace(row, '$1');
};

/** It is another response. */
export const answering = (status: string): Change => {
  return (message) => message.replace(/^SIP\/2\.0 .*/m, `SIP/2.0 ${status}`);
};

/** It says that there is no such call. */
export const refused: Change = answering('481 Call/Transaction Does Not Exist');

/** It lacks a header field. */
export const without =
  (field: string): Change =>
  (message) =>
    message.replace(new RegExp(`^${field}: .*\\n`, 'm'), '');

/** It has one more header field. */
export const having =
  (row: string): Change =>
  (message) =>
    message.replace(/^Content-Length/m, `${row}\nContent-Length`);

/** It comes without a body. */
export const bodiless: Change = (message) =>
  `${without('Content-Type')(message).split('\n\n', 1)[0]}\n\n`.replace(/^Content-Length: .*/m, 'Content-Length: 0');

/** It comes with a session description. */
export const withSession: Change = (message) => {
  const body = 'v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\nm=audio 4000 RTP/AVP 0\n';
  const length = body.length + body.split('\n').length - 1;
  return `${message.trimEnd().replace(/^Content-Length: .*/m, `Content-Type: application/sdp\nContent-Length: ${length}`)}\n\n${body}`;
};

/** It is never sent. */
export const missing: Change = () => '';

/** One change after the other. */
export const all =
  (...changes: readonly Change[]): Change =>
  (message) =>
    changes.reduce((changed, change) => change(changed), message);

/** It is sent as it is, and then once more with a change. */
export const again =
  (name: string, change: Change): Change =>
  (message) =>
    `${message}\n${change(message).replace(/^### \S+/, `### ${name}`)}`;
