import { OFFER } from './bodies.js';
import { flow, sip, sipWithoutLength, valid } from './valid.js';

const HEAD = `Via: SIP/2.0/{{transport}} {{host}}:{{port}};branch=z9hG4bK{{branch}}
  Max-Forwards: {{hops}}
  From: "{{name}}" <sip:{{user}}@{{domain}}>;tag={{tag}}
  To: <{{target}}>
  Call-ID: {{call_id}}
  CSeq: {{cseq}} `;

describe('valid text with placeholders', () => {
  valid(
    'for every value',
    flow(
      sip(
        `INVITE {{target}} SIP/2.0\n${HEAD}INVITE\nContact: {{contact}}\nContent-Type: {{type}}\nContent-Length: {{len}}`,
        '{{sdp}}\n',
      ),
      sip(
        `INVITE sip:{{user}}@{{domain}} SIP/2.0\n${HEAD}INVITE\nContact: <{{contact}}>;expires={{n}};q={{q}}\nContent-Type: application/sdp\nContent-Length: {{len}}`,
        OFFER,
      ),
      sip(`SIP/2.0 {{code}} {{reason}}\n${HEAD}{{method}}`),
      sip(`SIP/2.0 200 OK\n${HEAD}{{method}}`),
      sip(`SIP/2.0 401 Unauthorized\n${HEAD}REGISTER\nWWW-Authenticate: {{challenge}}`),
      sip(`SIP/2.0 401 Unauthorized\n${HEAD}REGISTER\nWWW-Authenticate: Digest {{params}}`),
      sip(
        `SIP/2.0 401 Unauthorized\n${HEAD}REGISTER\nWWW-Authenticate: Digest realm={{realm}}, nonce="{{nonce}}", qop={{qop}}, stale={{stale}}, algorithm={{alg}}`,
      ),
      sip(
        `REGISTER sip:{{domain}} SIP/2.0\n${HEAD}REGISTER\nContact: {{contact}}\nAuthorization: Digest username={{user}}, realm="{{realm}}", nonce="{{nonce}}", uri={{uri}}, response="{{response}}", qop={{qop}}, nc={{nc}}, cnonce="{{cnonce}}"`,
      ),
      sip(`REGISTER sip:{{domain}} SIP/2.0\n${HEAD}REGISTER\nContact: *\nExpires: {{expires}}`),
      sip(
        `REGISTER sip:{{domain}} SIP/2.0\n${HEAD}REGISTER\nContact: {{star}}\nExpires: 0\nAuthorization: {{credentials}}`,
      ),
      sip(`REGISTER sip:{{domain}} SIP/2.0\n${HEAD}REGISTER\nAuthorization: {{scheme}} username="a"`),
      sip(`ACK {{target}} SIP/2.0\n${HEAD}ACK`.replace('<{{target}}>', '{{to}}')),
      sip(`BYE {{target}} SIP/2.0\n${HEAD}BYE`.replace('<{{target}}>', '<sip:a@b.example.com>{{to_tag}}')),
      sip(`BYE {{target}} SIP/2.0\n${HEAD}BYE`.replace('<{{target}}>', '<sip:a@b.example.com>;{{tag_param}}')),
      sip(`BYE {{target}} SIP/2.0\n${HEAD}BYE`.replace('<{{target}}>', '<sip:a@b.example.com>;tag={{tag}}')),
      sip(`{{method}} sip:a@b.example.com SIP/2.0\n${HEAD}{{method}}`),
      sip(`CANCEL {{target}} SIP/2.0\n${HEAD}CANCEL`),
    ),
  );
  valid(
    'for rows and for what stands beside them',
    flow(
      sip(`INVITE sip:bob@example.com SIP/2.0\n{{headers}}\nContent-Type: application/sdp`, OFFER),
      sip(`SIP/2.0 200 OK\n{{headers}}\nCSeq: 1 INVITE`),
      sip(`SIP/2.0 405 Nope\n{{headers}}\nCSeq: 1 INVITE`),
    ),
  );
  valid(
    'for bodies and parts of them',
    flow(
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: application/sdp\nContent-Encoding: gzip\nContent-Length: {{len}}`,
        '{{compressed}}',
      ),
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: text/plain\nContent-Length: 12`,
        'hi {{name}}\n',
      ),
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: multipart/mixed;boundary={{b}}\nContent-Length: {{len}}`,
        '--{{b}}\n\nhi\n--{{b}}--\n',
      ),
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: multipart/mixed;boundary=b1\nContent-Length: {{len}}`,
        '{{parts}}\n',
      ),
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: multipart/mixed;boundary=b1\nContent-Length: {{len}}`,
        '--b1\n\n{{rest}}\n',
      ),
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: multipart/signed;boundary=b1;{{params}}\nContent-Length: {{len}}`,
        '--b1\n\nx\n--b1\n\ny\n--b1--\n',
      ),
      sip(
        `MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE\nContent-Type: multipart/mixed;{{params}}\nContent-Length: {{len}}`,
        '--b1\n\nx\n--b1--\n',
      ),
      sip(
        `INVITE sip:bob@example.com SIP/2.0\n${HEAD}INVITE\nContact: <sip:a@b.example.com>\nContent-Disposition: {{d}};handling={{h}}\nContent-Type: application/sdp`,
        OFFER,
      ),
      sipWithoutLength(`MESSAGE sip:bob@example.com SIP/2.0\n${HEAD}MESSAGE`, '{{body}}'),
    ),
    [],
  );
});

const OPTIONS = `OPTIONS sip:bob@example.com SIP/2.0
  Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKabcdef
  Max-Forwards: 70
  From: <sip:alice@example.com>;tag=1x9k2m
  To: <sip:bob@example.com>
  Call-ID: a84b4c76e66710
  CSeq: 1 OPTIONS`;

describe('valid forms of text', () => {
  for (const transport of ['udp', 'tcp', 'tls', 'ws', 'wss', 'sctp']) {
    valid(`over ${transport} by a directive`, `# siplint-set transport=${transport}\r\n${sip(OPTIONS)}`);
  }
  for (const transport of ['WS', 'WSS', 'SCTP', 'TLS-SCTP', 'UDP', 'ws']) {
    valid(`without Content-Length over ${transport}`, sipWithoutLength(OPTIONS.replace('UDP', transport)));
  }
  valid(
    'over a stream by its Via, but UDP by a directive',
    `# siplint-set transport=udp\r\n${sipWithoutLength(OPTIONS.replace('UDP', 'TCP'))}`,
  );
  valid(
    'comments, titles and blank lines',
    `# about this file\r\n\r\n### one\r\n${sip(OPTIONS)}\r\n\r\n### two\r\n# more\r\n${sip(OPTIONS.replace('710', '711'))}\r\n\r\n`,
  );
  valid(
    'header fields in unusual forms',
    sip(`OPTIONS sip:bob@example.com SIP/2.0
    VIA : SIP / 2.0 / UDP
    >  192.0.2.1:5060 ;branch = z9hG4bKabcdef
    >  ; received = 192.0.2.9
    MAX-FORWARDS:0070
    f:Alice<sip:alice@example.com>;TAG=1x9k2m
    t : sip:bob@example.com
    i:a84b4c76e66710
    cseq:
    > 0001
    >  OPTIONS
    l :0`),
  );
});
