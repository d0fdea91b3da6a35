/** Texts made to hurt a parser, each growing with `n`: the shapes of row P8. */
export type HostileShape = (n: number) => string;

const HEAD = 'OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds\r\n';
const TAIL =
  'Max-Forwards: 70\r\nTo: <sip:bob@example.com>\r\nFrom: <sip:alice@example.com>;tag=1928301774\r\n' +
  'Call-ID: a84b4c76e66710@192.0.2.101\r\nCSeq: 1 OPTIONS\r\n';

function withRows(rows: string, body = ''): string {
  return `${HEAD}${rows}${TAIL}Content-Length: ${body.length}\r\n\r\n${body}`;
}

function withBody(type: string, body: string): string {
  return `${HEAD}${TAIL}Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function nestedMultipart(depth: number): string {
  const opening: string[] = [];
  for (let i = 1; i < depth; i++) opening.push(`--b${i}\r\nContent-Type: multipart/mixed;boundary=b${i + 1}\r\n\r\n`);
  return opening.join('');
}

export const HOSTILE_SHAPES: Readonly<Record<string, HostileShape>> = {
  'words in one header': (n) => withRows(`Subject: ${'word '.repeat(n)}\r\n`),
  'display name of words': (n) => withRows(`Contact: ${'word '.repeat(n)}<sip:a@example.com>\r\n`),
  'spaces in one header': (n) => withRows(`Contact:${' '.repeat(n)}<sip:a@example.com>${' '.repeat(n)};q=1\r\n`),
  parameters: (n) =>
    withRows(`Contact: <sip:a@example.com>${Array.from({ length: n }, (_, i) => `;p${i}=v`).join('')}\r\n`),
  'equal parameters': (n) => withRows(`Contact: <sip:a@example.com>${';p=v'.repeat(n)}\r\n`),
  'URI parameters': (n) =>
    withRows(`Contact: <sip:a@example.com${Array.from({ length: n }, (_, i) => `;p${i}`).join('')}>\r\n`),
  'equal URI parameters': (n) => withRows(`Contact: <sip:a@example.com${';transport=udp'.repeat(n)}>\r\n`),
  'comma values': (n) =>
    withRows(`Route: ${Array.from({ length: n }, (_, i) => `<sip:p${i}.example.com;lr>`).join(',')}\r\n`),
  'null elements': (n) => withRows(`Supported: ${','.repeat(n)}\r\n`),
  'open quote with escapes': (n) => withRows(`Contact: "${'\\"'.repeat(n)}\r\n`),
  'open angle brackets': (n) => withRows(`Contact: ${'<'.repeat(n)}\r\n`),
  'open comments': (n) => withRows(`User-Agent: ${'('.repeat(n)}\r\n`),
  'credentials parameters': (n) =>
    withRows(`Authorization: Digest ${Array.from({ length: n }, (_, i) => `p${i}="v"`).join(', ')}\r\n`),
  'Via lines': (n) =>
    withRows(Array.from({ length: n }, (_, i) => `Via: SIP/2.0/UDP h${i}.example.com;branch=z9hG4bK${i}\r\n`).join('')),
  'equal Via lines': (n) => withRows('Via: SIP/2.0/UDP h.example.com;branch=z9hG4bKsame\r\n'.repeat(n)),
  'Contact lines': (n) =>
    withRows(Array.from({ length: n }, (_, i) => `Contact: <sip:a@h${i}.example.com>\r\n`).join('')),
  folds: (n) => withRows(`Subject: a\r\n${' b\r\n'.repeat(n)}`),
  'blank folds': (n) => withRows(`Subject: a\r\n${' \r\n'.repeat(n)} b\r\n`),
  'unknown headers': (n) => withRows(Array.from({ length: n }, (_, i) => `X-Header-${i}: value\r\n`).join('')),
  'misspelt headers': (n) => withRows(Array.from({ length: n }, () => 'Contcat: value\r\n').join('')),
  'lines without colon': (n) => withRows('nothing here\r\n'.repeat(n)),
  'repeated CSeq': (n) => withRows('CSeq: 1 OPTIONS\r\n'.repeat(n)),
  'SDP attributes': (n) =>
    withBody('application/sdp', `v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n${'a=ptime:20\r\n'.repeat(n)}`),
  'SDP media': (n) =>
    withBody(
      'application/sdp',
      `v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n${'m=audio 9 RTP/AVP 0\r\n'.repeat(n)}`,
    ),
  'deep multipart': (n) => withBody('multipart/mixed;boundary=b1', nestedMultipart(n)),
  'multipart parts': (n) => withBody('multipart/mixed;boundary=b', `${'--b\r\n\r\nx\r\n'.repeat(n)}--b--\r\n`),
  'start lines': (n) => 'OPTIONS sip:bob@example.com SIP/2.0\r\n'.repeat(n),
  'start lines apart': (n) => 'OPTIONS sip:bob@example.com SIP/2.0\r\n\r\n'.repeat(n),
  'too long bodies': (n) => `${HEAD}${TAIL}Content-Length: 99999999\r\n\r\nbody\r\n`.repeat(n / 8),
  separators: (n) => '---\r\n'.repeat(n),
  directives: (n) => '# siplint-disable-next-message via-malformed -- reason\r\n'.repeat(n),
  'many dialogs': (n) =>
    Array.from({ length: n / 8 }, (_, i) =>
      withRows('').replace('a84b4c76e66710', `call${i}`).replace('1928301774', `tag${i}`),
    ).join(''),
  placeholders: (n) => withRows(`Subject: ${'{{name}}'.repeat(n)}\r\n`),
};
