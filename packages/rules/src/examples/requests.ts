import type { DefaultMessage } from './messages.js';

/** The SDP offer of Alice and the answer of Bob. */
export const OFFER = sdp('alice', '2890844526', '192.0.2.1', 49172);
export const ANSWER = sdp('bob', '2808844564', '192.0.2.4', 3456);

export const ALICE = '<sip:alice@example.com>';
export const BOB = '<sip:bob@example.net>';
export const ALICE_CONTACT = '<sip:alice@pc33.example.com>';
export const BOB_CONTACT = '<sip:bob@client.example.net>';
const ALLOW = 'INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, UPDATE, PRACK, INFO';

export interface Identity {
  readonly branch: string;
  readonly fromTag: string;
  readonly toTag: string;
  readonly callId: string;
  readonly cseq: number;
}

/** What the fields of a request by Alice are beyond those that every request has. */
interface Profile {
  /** Where it goes; Bob's address of record if absent. */
  readonly to?: 'contact' | 'registrar' | 'herself';
  /** True if it is sent within the dialog of the default INVITE. */
  readonly inDialog?: boolean;
  readonly contact?: string;
  readonly fields?: readonly (readonly [string, string])[];
  readonly body?: readonly [contentType: string, text: string];
}

const IN_DIALOG = { to: 'contact', inDialog: true } as const;

const PROFILES: ReadonlyMap<string, Profile> = new Map<string, Profile>([
  [
    'INVITE',
    {
      contact: ALICE_CONTACT,
      fields: [
        ['Allow', ALLOW],
        ['Supported', 'replaces'],
      ],
      body: ['application/sdp', OFFER],
    },
  ],
  ['ACK', IN_DIALOG],
  ['BYE', IN_DIALOG],
  ['CANCEL', {}],
  ['INFO', IN_DIALOG],
  ['UPDATE', { ...IN_DIALOG, contact: ALICE_CONTACT }],
  ['PRACK', { ...IN_DIALOG, fields: [['RAck', '776656 314159 INVITE']] }],
  [
    'NOTIFY',
    {
      ...IN_DIALOG,
      contact: ALICE_CONTACT,
      fields: [
        ['Event', 'refer'],
        ['Subscription-State', 'active;expires=60'],
      ],
    },
  ],
  ['OPTIONS', { contact: ALICE_CONTACT, fields: [['Accept', 'application/sdp']] }],
  ['REGISTER', { to: 'registrar', contact: ALICE_CONTACT, fields: [['Expires', '7200']] }],
  [
    'SUBSCRIBE',
    {
      contact: ALICE_CONTACT,
      fields: [
        ['Event', 'presence'],
        ['Expires', '3600'],
      ],
    },
  ],
  [
    'PUBLISH',
    {
      to: 'herself',
      fields: [
        ['Event', 'presence'],
        ['Expires', '3600'],
      ],
    },
  ],
  ['REFER', { contact: ALICE_CONTACT, fields: [['Refer-To', '<sip:carol@example.org>']] }],
  ['MESSAGE', { body: ['text/plain', 'Watson, come here.\r\n'] }],
]);

/** A request by Alice as RFC 3261 would have it: the first of its call, or in the dialog of the default INVITE. */
export function requestDefaults(method: string): DefaultMessage {
  const { to, inDialog = false, contact, fields = [], body } = PROFILES.get(method) ?? {};
  const uri = to === 'registrar' ? 'sip:example.com' : inside(to === 'contact' ? BOB_CONTACT : addressee(method));
  const { branch, fromTag, toTag, callId, cseq } = identityOf(method);
  return {
    startLine: `${method} ${uri} SIP/2.0`,
    fields: [
      ['Via', `SIP/2.0/UDP pc33.example.com;branch=${branch}`],
      ['Max-Forwards', '70'],
      ['To', `${addressee(method)}${inDialog ? `;tag=${toTag}` : ''}`],
      ['From', `${ALICE};tag=${fromTag}`],
      ['Call-ID', callId],
      ['CSeq', `${cseq} ${method}`],
      ...(contact === undefined ? [] : [['Contact', contact] as const]),
      ...fields,
      ...(body === undefined ? [] : [['Content-Type', body[0]] as const]),
    ],
    body: body?.[1] ?? '',
  };
}

/** The To URI of the default request of a method: a registrar is told about Alice herself, and so is who publishes her state. */
export function addressee(method: string): string {
  const to = PROFILES.get(method)?.to;
  return to === 'registrar' || to === 'herself' ? ALICE : BOB;
}

const INVITE_CALL = {
  fromTag: '9fxced76sl',
  toTag: '8321234356',
  callId: '3848276298220188511@pc33.example.com',
};
const CSEQ_OF_INVITE = 314159;
/** The others have the number that follows: an example with two of them has to tell the second from it (§12.2.1.1). */
const CSEQ_IN_CALL: ReadonlyMap<string, number> = new Map([
  ['INVITE', CSEQ_OF_INVITE],
  ['ACK', CSEQ_OF_INVITE],
  ['CANCEL', CSEQ_OF_INVITE],
  ['PRACK', CSEQ_OF_INVITE + 1],
  ['UPDATE', CSEQ_OF_INVITE + 1],
  ['INFO', CSEQ_OF_INVITE + 1],
  ['NOTIFY', CSEQ_OF_INVITE + 1],
  ['BYE', CSEQ_OF_INVITE + 1],
]);

/**
 * What tells a request's transaction and dialog: those of one call share Call-ID and From tag, a CANCEL shares the branch of
 * its INVITE (§9.1), every other transaction has its own.
 */
export function identityOf(method: string): Identity {
  const cseq = CSEQ_IN_CALL.get(method);
  const branch = `z9hG4bK776asdhds-${method === 'CANCEL' ? 'invite' : method.toLowerCase()}`;
  if (cseq !== undefined) return { ...INVITE_CALL, branch, cseq };
  const name = method.toLowerCase();
  return {
    branch,
    fromTag: `a6c85cf-${name}`,
    toTag: `1410948204-${name}`,
    callId: `843817637684230-${name}@pc33.example.com`,
    cseq: 1826,
  };
}

function inside(address: string): string {
  return address.slice(1, -1);
}

function sdp(user: string, session: string, address: string, port: number): string {
  return [
    'v=0',
    `o=${user} ${session} ${session} IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 0`,
    'a=rtpmap:0 PCMU/8000',
    '',
  ].join('\r\n');
}
