import type { Statement } from '../statement.js';

export default [
  {
    section: '26.2.1',
    undecidable: 'capability',
    text: 'The TLS_RSA_WITH_AES_128_CBC_SHA ciphersuite [6] MUST be supported at a minimum by implementers when TLS is used in a SIP application.',
  },
  {
    section: '26.2.1',
    undecidable: 'capability',
    text: 'For purposes of backwards compatibility, proxy servers, redirect servers, and registrars SHOULD support TLS_RSA_WITH_3DES_EDE_CBC_SHA.',
  },
  {
    section: '26.2.2',
    undecidable: 'transport',
    text: 'The use of SIPS in particular entails that mutual TLS authentication SHOULD be employed, as SHOULD the ciphersuite TLS_RSA_WITH_AES_128_CBC_SHA.',
  },
  {
    section: '26.2.2',
    undecidable: 'transport',
    text: 'Certificates received in the authentication process SHOULD be validated with root certificates held by the client; failure to validate a certificate SHOULD result in the failure of the request.',
  },
  {
    section: '26.3.1',
    undecidable: 'capability',
    text: 'Proxy servers, redirect servers, and registrars MUST implement TLS, and MUST support both mutual and one-way authentication.',
  },
  {
    section: '26.3.1',
    undecidable: 'capability',
    text: 'It is strongly RECOMMENDED that UAs be capable initiating TLS; UAs MAY also be capable of acting as a TLS server.',
  },
  {
    section: '26.3.1',
    undecidable: 'policy',
    text: 'Proxy servers, redirect servers, and registrars SHOULD possess a site certificate whose subject corresponds to their canonical hostname.',
  },
  {
    section: '26.3.1',
    undecidable: 'capability',
    text: 'All SIP elements that support TLS MUST have a mechanism for validating certificates received during TLS negotiation; this entails possession of one or more root certificates issued by certificate authorities (preferably well-known distributors of site certificates comparable to those that issue root certificates for web browsers).',
  },
  {
    section: '26.3.1',
    undecidable: 'capability',
    text: 'All SIP elements that support TLS MUST also support the SIPS URI scheme.',
  },
  {
    section: '26.3.1',
    undecidable: 'transport',
    text: 'When a UA attempts to contact a proxy server, redirect server, or registrar, the UAC SHOULD initiate a TLS connection over which it will send SIP messages.',
  },
  {
    section: '26.3.1',
    undecidable: 'capability',
    text: 'Proxy servers, redirect servers, registrars, and UAs MUST implement Digest Authorization, encompassing all of the aspects required in 22.',
  },
  {
    section: '26.3.1',
    undecidable: 'policy',
    text: 'Proxy servers, redirect servers, and registrars SHOULD be configured with at least one Digest realm, and at least one "realm" string supported by a given server SHOULD correspond to the server\'s hostname or domainname.',
  },
  {
    section: '26.3.1',
    undecidable: 'capability',
    text: 'If a UA holds one or more root certificates of certificate authorities in order to validate certificates for TLS or IPSec, it SHOULD be capable of reusing these to verify S/MIME certificates, as appropriate.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: 'When a UA comes online and registers with its local administrative domain, it SHOULD establish a TLS connection with its registrar (Section 10 describes how the UA reaches its registrar).',
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: "The registrar SHOULD offer a certificate to the UA, and the site identified by the certificate MUST correspond with the domain in which the UA intends to register; for example, if the UA intends to register the address-of-record 'alice@atlanta.com', the site certificate must identify a host within the atlanta.com domain (such as sip.atlanta.com).",
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: 'When it receives the TLS Certificate message, the UA SHOULD verify the certificate and inspect the site identified by the certificate.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: 'If the certificate is invalid, revoked, or if it does not identify the appropriate party, the UA MUST NOT send the REGISTER message and otherwise proceed with the registration.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: 'The UA then creates a REGISTER request that SHOULD be addressed to a Request-URI corresponding to the site certificate received from the registrar.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'unseen-cause',
    text: 'When the UA sends the REGISTER request over the existing TLS connection, the registrar SHOULD challenge the request with a 401 (Proxy Authentication Required) response.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: 'The "realm" parameter within the Proxy-Authenticate header field of the response SHOULD correspond to the domain previously given by the site certificate.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'user-interface',
    text: 'When the UAC receives the challenge, it SHOULD either prompt the user for credentials or take an appropriate credential from a keyring corresponding to the "realm" parameter in the challenge.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'policy',
    text: 'The username of this credential SHOULD correspond with the "userinfo" portion of the URI in the To header field of the REGISTER request.',
  },
  {
    section: '26.3.2.1',
    undecidable: 'transport',
    text: 'Once the registration has been accepted by the registrar, the UA SHOULD leave this TLS connection open provided that the registrar also acts as the proxy server to which requests are sent for users in this administrative domain.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'transport',
    text: 'Assuming that the client has completed the registration process described in the preceding section, it SHOULD reuse the TLS connection to the local proxy server when it sends an INVITE request to another user.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'policy',
    text: 'The UA SHOULD reuse cached credentials in the INVITE to avoid prompting the user unnecessarily.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'inner-state',
    text: 'When the local outbound proxy server has validated the credentials presented by the UA in the INVITE, it SHOULD inspect the Request-URI to determine how the message should be routed (see [4]).',
  },
  {
    section: '26.3.2.2',
    undecidable: 'transport',
    text: 'The local outbound proxy server at atlanta.com SHOULD therefore establish a TLS connection with the remote proxy server at biloxi.com.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'transport',
    text: 'Since both of the participants in this TLS connection are servers that possess site certificates, mutual TLS authentication SHOULD occur.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'transport',
    text: 'Each side of the connection SHOULD verify and inspect the certificate of the other, noting the domain name that appears in the certificate for comparison with the header fields of SIP messages.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'transport',
    text: 'The atlanta.com proxy server, for example, SHOULD verify at this stage that the certificate received from the remote side corresponds with the biloxi.com domain.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'transport',
    text: 'The proxy server at biloxi.com SHOULD inspect the certificate of the proxy server at atlanta.com in turn and compare the domain asserted by the certificate with the "domainname" portion of the From header field in the INVITE request.',
  },
  {
    section: '26.3.2.2',
    undecidable: 'inner-state',
    text: 'Once the INVITE has been approved by the biloxi proxy, the proxy server SHOULD identify the existing TLS channel, if any, associated with the user targeted by this request (in this case "bob@biloxi.com").',
  },
  {
    section: '26.3.2.2',
    undecidable: 'policy',
    text: 'Before they forward the request, both proxy servers SHOULD add a Record-Route header field to the request so that all future requests in this dialog will pass through the proxy servers.',
  },
  {
    section: '26.3.2.3',
    undecidable: 'transport',
    text: 'When Carol wishes to send an INVITE to "bob@biloxi.com", her UA SHOULD initiate a TLS connection with the biloxi proxy directly (using the mechanism described in [4] to determine how to best to reach the given Request-URI).',
  },
  {
    section: '26.3.2.3',
    undecidable: 'transport',
    text: 'When her UA receives a certificate from the biloxi proxy, it SHOULD be verified normally before she passes her INVITE across the TLS connection.',
  },
  {
    section: '26.3.2.3',
    undecidable: 'transport',
    text: 'Carol SHOULD then establish a TCP connection with the designated address and send a new INVITE with a Request-URI containing the received contact address (recomputing the signature in the body as the request is readied).',
  },
  {
    section: '26.3.2.4',
    undecidable: 'policy',
    text: 'When the host on which a SIP proxy server is operating is routable from the public Internet, it SHOULD be deployed in an administrative domain with defensive operational policies (blocking source-routed traffic, preferably filtering ping traffic).',
  },
  {
    section: '26.3.2.4',
    undecidable: 'unseen-cause',
    text: 'UAs and proxy servers SHOULD challenge questionable requests with only a single 401 (Unauthorized) or 407 (Proxy Authentication Required), forgoing the normal response retransmission algorithm, and thus behaving statelessly towards unauthenticated requests.',
  },
  {
    section: '26.4.2',
    undecidable: 'policy',
    text: 'For that reason, it is RECOMMENDED that TCP should be used as a transport protocol when S/MIME tunneling is employed.',
  },
  {
    section: '26.4.4',
    undecidable: 'inner-state',
    text: 'To address these concerns, it is RECOMMENDED that recipients of a request whose Request-URI contains a SIP or SIPS URI inspect the To header field value to see if it contains a SIPS URI (though note that it does not constitute a breach of security if this URI has the same scheme but is not equivalent to the URI in the To header field).',
  },
  {
    section: '26.4.4',
    undecidable: 'user-interface',
    text: 'If the UAS has reason to believe that the scheme of the Request-URI has been improperly modified in transit, the UA SHOULD notify its user of a potential security breach.',
  },
  {
    section: '26.5',
    undecidable: 'capability',
    text: 'A user location service can infringe on the privacy of the recipient of a session invitation by divulging their specific whereabouts to the caller; an implementation consequently SHOULD be able to restrict, on a per-user basis, what kind of location and availability information is given out to certain classes of callers.',
  },
] satisfies readonly Statement[];
