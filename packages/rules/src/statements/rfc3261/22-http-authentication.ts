import type { Statement } from '../statement.js';

export default [
  {
    section: '22',
    undecidable: 'inner-state',
    text: 'Once the originator has been identified, the recipient of the request SHOULD ascertain whether or not this user is authorized to make the request in question.',
  },
  {
    section: '22',
    rules: ['auth-basic-scheme'],
    text: 'Servers MUST NOT accept credentials using the "Basic" authorization scheme, and servers also MUST NOT challenge with "Basic".',
  },
  {
    section: '22.1',
    undecidable: 'role',
    text: 'Additionally, registrars and redirect servers MAY make use of 401 (Unauthorized) responses for authentication, but proxies MUST NOT, and instead MAY use the 407 (Proxy Authentication Required) response.',
  },
  {
    section: '22.1',
    undecidable: 'policy',
    text: 'Operators of user agents or proxy servers that will authenticate received requests MUST adhere to the following guidelines for creation of a realm string for their server:',
  },
  { section: '22.1', undecidable: 'uniqueness', text: 'Realm strings MUST be globally unique.' },
  {
    section: '22.1',
    rules: ['digest-realm-without-host-name'],
    text: 'It is RECOMMENDED that a realm string contain a hostname or domain name, following the recommendation in Section 3.2.1 of RFC 2617 [17].',
  },
  {
    section: '22.1',
    undecidable: 'meaning',
    text: 'Realm strings SHOULD present a human-readable identifier that can be rendered to a user.',
  },
  {
    section: '22.1',
    undecidable: 'inner-state',
    text: 'For this reason, any credentials in the INVITE that were accepted by a server MUST be accepted by that server for the ACK.',
  },
  {
    section: '22.1',
    rules: ['ack-or-cancel-challenged', 'response-to-ack'],
    text: 'Servers MUST NOT attempt to challenge an ACK.',
  },
  {
    section: '22.1',
    rules: ['ack-or-cancel-challenged'],
    text: 'Although the CANCEL method does take a response (a 2xx), servers MUST NOT attempt to challenge CANCEL requests since these requests cannot be resubmitted.',
  },
  {
    section: '22.1',
    undecidable: 'unseen-cause',
    text: 'Generally, a CANCEL request SHOULD be accepted by a server if it comes from the same hop that sent the request being canceled (provided that some sort of transport or network layer security association, as described in Section 26.2.1, is in place).',
  },
  {
    section: '22.1',
    undecidable: 'user-interface',
    text: 'When a UAC receives a challenge, it SHOULD render to the user the contents of the "realm" parameter in the challenge (which appears in either a WWW-Authenticate header field or Proxy-Authenticate header field) if the UAC device does not already know of a credential for the realm in question.',
  },
  {
    section: '22.1',
    rules: ['auth-rejected-credentials-repeated'],
    text: 'A UAC MUST NOT re-attempt requests with the credentials that have just been rejected (though the request may be retried if the nonce was stale).',
  },
  {
    section: '22.2',
    rules: ['missing-www-authenticate-in-401'],
    text: 'The WWW-Authenticate response-header field MUST be included in 401 (Unauthorized) response messages.',
  },
  {
    section: '22.2',
    undecidable: 'absence',
    text: 'When the originating UAC receives the 401 (Unauthorized), it SHOULD, if it is able, re-originate the request with the proper credentials.',
  },
  {
    section: '22.2',
    undecidable: 'inner-state',
    text: 'Once authentication credentials have been supplied (either directly by the user, or discovered in an internal keyring), UAs SHOULD cache the credentials for a given value of the To header field and "realm" and attempt to re-use these values on the next request for that destination.',
  },
  {
    section: '22.2',
    rules: ['auth-retry-cseq-not-incremented'],
    text: 'When a UAC resubmits a request with its credentials after receiving a 401 (Unauthorized) or 407 (Proxy Authentication Required) response, it MUST increment the CSeq header field value as it would normally when sending an updated request.',
  },
  {
    section: '22.3',
    rules: ['missing-proxy-authenticate-in-407'],
    text: 'The proxy MUST populate the 407 (Proxy Authentication Required) message with a Proxy-Authenticate header field value applicable to the proxy for the requested resource.',
  },
  {
    section: '22.3',
    rules: ['proxy-added-credentials'],
    text: 'Proxies MUST NOT add values to the Proxy-Authorization header field.',
  },
  {
    section: '22.3',
    undecidable: 'absence',
    text: 'All 407 (Proxy Authentication Required) responses MUST be forwarded upstream toward the UAC following the procedures for any other response.',
  },
  {
    section: '22.3',
    undecidable: 'absence',
    text: 'When the originating UAC receives the 407 (Proxy Authentication Required) it SHOULD, if it is able, re-originate the request with the proper credentials.',
  },
  {
    section: '22.3',
    undecidable: 'inner-state',
    text: 'The UAC SHOULD also cache the credentials used in the re-originated request.',
  },
  {
    section: '22.3',
    undecidable: 'inner-state',
    text: 'The following rule is RECOMMENDED for proxy credential caching:',
  },
  {
    section: '22.3',
    undecidable: 'inner-state',
    text: 'These credentials MUST NOT be cached across dialogs; however, if a UA is configured with the realm of its local outbound proxy, when one exists, then the UA MAY cache credentials for that realm across dialogs.',
  },
  {
    section: '22.3',
    undecidable: 'inner-state',
    text: 'When multiple proxies are used in a chain, a Proxy-Authorization header field value MUST NOT be consumed by any proxy whose realm does not match the "realm" parameter specified in that value.',
  },
  {
    section: '22.3',
    undecidable: 'inner-state',
    text: 'Note that if an authentication scheme that does not support realms is used in the Proxy-Authorization header field, a proxy server MUST attempt to parse all Proxy-Authorization header field values to determine whether one of them has what the proxy server considers to be valid credentials.',
  },
  {
    section: '22.3',
    undecidable: 'policy',
    text: 'Because this is potentially very time-consuming in large networks, proxy servers SHOULD use an authentication scheme that supports realms in the Proxy-Authorization header field.',
  },
  {
    section: '22.3',
    rules: ['proxy-dropped-challenges'],
    text: 'Each WWW-Authenticate and Proxy-Authenticate value received in responses to the forked request MUST be placed into the single response that is sent by the forking proxy to the UA; the ordering of these header field values is not significant.',
  },
  {
    section: '22.3',
    undecidable: 'unseen-cause',
    text: 'As noted above, multiple credentials in a request SHOULD be differentiated by the "realm" parameter.',
  },
  { section: '22.3', undecidable: 'unseen-cause', text: 'The same credentials SHOULD be used for the same realm.' },
  {
    section: '22.4',
    undecidable: 'capability',
    text: 'Since RFC 2543 is based on HTTP Digest as defined in RFC 2069 [39], SIP servers supporting RFC 2617 MUST ensure they are backwards compatible with RFC 2069.',
  },
  {
    section: '22.4',
    rules: ['auth-basic-scheme'],
    text: 'Note, however, that SIP servers MUST NOT accept or request Basic authentication.',
  },
  {
    section: '22.4',
    rules: ['digest-uri-not-quoted'],
    text: "For SIP, the 'uri' MUST be enclosed in quotation marks.",
  },
  {
    section: '22.4',
    rules: ['digest-cnonce-without-qop'],
    text: 'RFC 2617 notes that a cnonce value MUST NOT be sent in an Authorization (and by extension Proxy-Authorization) header field if no qop directive has been sent.',
  },
  {
    section: '22.4',
    rules: ['digest-challenge-without-qop'],
    text: 'However, servers MUST always send a "qop" parameter in WWW-Authenticate and Proxy-Authenticate header field values.',
  },
  {
    section: '22.4',
    rules: ['auth-qop-not-echoed'],
    text: 'If a client receives a "qop" parameter in a challenge header field, it MUST send the "qop" parameter in any resulting authorization header field.',
  },
  {
    section: '22.4',
    undecidable: 'inner-state',
    text: 'These mechanisms MUST be used by a server to determine if the client supports the new mechanisms in RFC 2617 that were not specified in RFC 2069.',
  },
] satisfies readonly Statement[];
