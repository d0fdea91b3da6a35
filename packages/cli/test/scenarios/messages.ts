const LINES = [
  'OPTIONS sip:bob@example.com SIP/2.0',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds',
  'Max-Forwards: 70',
  'To: <sip:bob@example.com>',
  'From: <sip:alice@example.com>;tag=1928301774',
  'Call-ID: a84b4c76e66710@192.0.2.1',
  'CSeq: 63104 OPTIONS',
  'Contact: <sip:alice@192.0.2.1>',
  'Accept: application/sdp',
  'Content-Length: 0',
  '',
  '',
] as const;

/** A request without a fault. */
export const CLEAN = LINES.join('\r\n');
/** One error, content-length-exceeds-body, with a safe fix. */
export const TOO_LONG = CLEAN.replace('Content-Length: 0', 'Content-Length: 5');
/** One warning. */
export const WARNED = CLEAN.replace('z9hG4bK', 'nomagic');
export const WARNED_RULE = 'via-branch-magic-cookie';
export const NOT_SIP = '%Module sipbindings\n\nclass Foo { public: int bar(); };\n';
