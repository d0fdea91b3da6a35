/** Parameters by name as they are written, quotes and marks included; null takes a default away. */
type DigestChanges = Readonly<Record<string, string | null>>;

/** The answer of Alice to the challenge, changed as told. Parameters that the default does not have come last. */
export function credentials(changes: DigestChanges = {}): string {
  return digest(
    {
      username: '"alice"',
      realm: '"example.com"',
      nonce: '"84f1c1ae"',
      uri: '"sip:example.com"',
      qop: 'auth',
      nc: '00000001',
      cnonce: '"0a4f113b"',
      response: '"6629fae49393a05397450978507c4ef1"',
    },
    changes,
  );
}

/** Credentials in the form of RFC 2069, without qop and what belongs to it. */
export function oldCredentials(changes: DigestChanges = {}): string {
  return credentials({ qop: null, nc: null, cnonce: null, ...changes });
}

/** A challenge of the default registrar, changed as told. */
export function challenge(changes: DigestChanges = {}): string {
  return digest({ realm: '"example.com"', nonce: '"84f1c1ae"', qop: '"auth"' }, changes);
}

function digest(defaults: DigestChanges, changes: DigestChanges): string {
  const params = Object.entries({ ...defaults, ...changes }).filter(([, value]) => value !== null);
  return `Digest ${params.map(([name, value]) => `${name}=${value}`).join(', ')}`;
}
