/** What a new SIP file may begin with; valid as it is. */
export interface Template {
  readonly label: string;
  readonly description: string;
  readonly content: string;
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');

const OPTIONS = lines(
  'OPTIONS sip:bob@example.net SIP/2.0',
  'Via: SIP/2.0/UDP client.example.com:5060;branch=z9hG4bK-template-1',
  'Max-Forwards: 70',
  'To: <sip:bob@example.net>',
  'From: <sip:alice@example.com>;tag=template-1',
  'Call-ID: template-1@client.example.com',
  'CSeq: 1 OPTIONS',
  'Contact: <sip:alice@client.example.com>',
  'Accept: application/sdp',
  'Content-Length: 0',
  '',
);

const OFFER = lines(
  'v=0',
  'o=alice 2890844526 2890844526 IN IP4 192.0.2.1',
  's=-',
  'c=IN IP4 192.0.2.1',
  't=0 0',
  'm=audio 49170 RTP/AVP 0',
  'a=rtpmap:0 PCMU/8000',
);

const INVITE =
  lines(
    'INVITE sip:bob@example.net SIP/2.0',
    'Via: SIP/2.0/UDP client.example.com:5060;branch=z9hG4bK-template-2',
    'Max-Forwards: 70',
    'To: <sip:bob@example.net>',
    'From: <sip:alice@example.com>;tag=template-2',
    'Call-ID: template-2@client.example.com',
    'CSeq: 1 INVITE',
    'Contact: <sip:alice@client.example.com>',
    'Allow: INVITE, ACK, CANCEL, OPTIONS, BYE',
    'Supported: replaces',
    'Content-Type: application/sdp',
    `Content-Length: ${OFFER.length}`,
    '',
  ) + OFFER;

const REGISTER = lines(
  'REGISTER sip:example.com SIP/2.0',
  'Via: SIP/2.0/UDP client.example.com:5060;branch=z9hG4bK-template-3',
  'Max-Forwards: 70',
  'To: <sip:alice@example.com>',
  'From: <sip:alice@example.com>;tag=template-3',
  'Call-ID: template-3@client.example.com',
  'CSeq: 1 REGISTER',
  'Contact: <sip:alice@client.example.com>',
  'Expires: 3600',
  'Content-Length: 0',
  '',
);

export const TEMPLATES: readonly Template[] = [
  { label: 'OPTIONS', description: 'ask what the other side can do', content: OPTIONS },
  { label: 'INVITE', description: 'begin a call, with an offer', content: INVITE },
  { label: 'REGISTER', description: 'bind an address', content: REGISTER },
];
