import type { Statement } from '../statement.js';

export default [
  {
    section: '10.1',
    undecidable: 'capability',
    text: 'The only requirement is that a registrar for some domain MUST be able to read and write data to the location service, and a proxy or a redirect server for that domain MUST be capable of reading that same data.',
  },
  {
    section: '10.2',
    undecidable: 'inner-state',
    text: 'The Record-Route header field has no meaning in REGISTER requests or responses, and MUST be ignored if present.',
  },
  {
    section: '10.2',
    undecidable: 'inner-state',
    text: 'In particular, the UAC MUST NOT create a new route set based on the presence or absence of a Record-Route header field in any response to a REGISTER request.',
  },
  {
    section: '10.2',
    rules: ['missing-to', 'missing-from', 'missing-call-id', 'missing-cseq'],
    text: 'The following header fields, except Contact, MUST be included in a REGISTER request.',
  },
  {
    section: '10.2',
    rules: ['register-request-uri-has-userinfo'],
    text: 'The "userinfo" and "@" components of the SIP URI MUST NOT be present.',
  },
  {
    section: '10.2',
    rules: ['register-to-not-sip-uri'],
    text: 'This address-of-record MUST be a SIP URI or SIPS URI.',
  },
  {
    section: '10.2',
    rules: ['register-call-id-changed'],
    text: 'Call-ID: All registrations from a UAC SHOULD use the same Call-ID header field value for registrations sent to a particular registrar.',
  },
  {
    section: '10.2',
    rules: ['register-cseq-not-incremented'],
    text: 'A UA MUST increment the CSeq value by one for each REGISTER request with the same Call-ID.',
  },
  {
    section: '10.2',
    rules: ['register-overlapping'],
    text: 'UAs MUST NOT send a new registration (that is, containing new Contact header field values, as opposed to a retransmission) until they have received a final response from the registrar for the previous one or the previous REGISTER request has timed out.',
  },
  {
    section: '10.2',
    rules: ['contact-action-parameter-deprecated'],
    text: 'UACs SHOULD NOT use the "action" parameter.',
  },
  { section: '10.2', undecidable: 'inner-state', text: 'Malformed values SHOULD be treated as equivalent to 3600.' },
  {
    section: '10.2.1',
    rules: ['register-contact-not-sips'],
    text: 'If the address-of-record in the To header field of a REGISTER request is a SIPS URI, then any Contact header field values in the request SHOULD also be SIPS URIs.',
  },
  {
    section: '10.2.2',
    undecidable: 'capability',
    text: 'UAs SHOULD support this mechanism so that bindings can be removed before their expiration interval has passed.',
  },
  {
    section: '10.2.2',
    rules: ['register-star-without-expires-zero', 'contact-star-syntax'],
    text: 'The REGISTER-specific Contact header field value of "*" applies to all registrations, but it MUST NOT be used unless the Expires header field is present with a value of "0".',
  },
  { section: '10.2.4', undecidable: 'unseen-cause', text: 'A UA SHOULD NOT refresh bindings set up by other UAs.' },
  {
    section: '10.2.4',
    rules: ['register-call-id-changed'],
    text: 'A UA SHOULD use the same Call-ID for all registrations during a single boot cycle.',
  },
  {
    section: '10.2.4',
    undecidable: 'transport',
    text: 'Registration refreshes SHOULD be sent to the same network address as the original registration, unless redirected.',
  },
  {
    section: '10.2.6',
    rules: ['register-domain-mismatch'],
    text: 'If there is no configured registrar address, the UA SHOULD use the host part of the address-of-record as the Request-URI and address the request there, using the normal SIP server location mechanisms [4].',
  },
  {
    section: '10.2.7',
    undecidable: 'absence',
    text: 'If the transaction layer returns a timeout error because the REGISTER yielded no response, the UAC SHOULD NOT immediately re-attempt a registration to the same registrar.',
  },
  { section: '10.3', rules: ['register-6xx-response'], text: 'A registrar MUST not generate 6xx responses.' },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'Registrars MUST ignore the Record-Route header field if it is included in a REGISTER request.',
  },
  {
    section: '10.3',
    rules: ['register-response-has-record-route'],
    text: 'Registrars MUST NOT include a Record-Route header field in any response to a REGISTER request.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'REGISTER requests MUST be processed by a registrar in the order that they are received.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'REGISTER requests MUST also be processed atomically, meaning that a particular REGISTER request is either processed completely or not at all.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'Each REGISTER message MUST be processed independently of any other registration or binding changes.',
  },
  {
    section: '10.3',
    undecidable: 'absence',
    text: 'If not, and if the server also acts as a proxy server, the server SHOULD forward the request to the addressed domain, following the general behavior for proxying messages described in Section 16.',
  },
  {
    section: '10.3',
    undecidable: 'unseen-cause',
    text: 'To guarantee that the registrar supports any necessary extensions, the registrar MUST process the Require header field values as described for UASs in Section 8.2.2.',
  },
  { section: '10.3', undecidable: 'policy', text: 'A registrar SHOULD authenticate the UAC.' },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'The registrar SHOULD determine if the authenticated user is authorized to modify registrations for this address-of-record.',
  },
  {
    section: '10.3',
    undecidable: 'unseen-cause',
    text: 'If the authenticated user is not authorized to modify bindings, the registrar MUST return a 403 (Forbidden) and skip the remaining steps.',
  },
  {
    section: '10.3',
    undecidable: 'unseen-cause',
    text: 'If the address-of-record is not valid for the domain in the Request-URI, the registrar MUST send a 404 (Not Found) response and skip the remaining steps.',
  },
  { section: '10.3', undecidable: 'inner-state', text: 'The URI MUST then be converted to a canonical form.' },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'To do that, all URI parameters MUST be removed (including the user-param), and any escaped characters MUST be converted to their unescaped form.',
  },
  {
    section: '10.3',
    rules: ['register-star-not-answered-with-400'],
    text: 'If the request has additional Contact fields or an expiration time other than zero, the request is invalid, and the server MUST return a 400 (Invalid Request) and skip the remaining steps.',
  },
  { section: '10.3', undecidable: 'inner-state', text: 'If not, it MUST remove the binding.' },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'If it does agree, it MUST remove the binding only if the CSeq in the request is higher than the value stored for that binding.',
  },
  {
    section: '10.3',
    rules: ['register-cseq-not-incremented'],
    text: 'Otherwise, the update MUST be aborted and the request fails.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'If the field value has an "expires" parameter, that value MUST be taken as the requested expiration.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'If there is no such parameter, but the request has an Expires header field, that value MUST be taken as the requested expiration.',
  },
  {
    section: '10.3',
    undecidable: 'policy',
    text: 'If there is neither, a locally-configured default value MUST be taken as the requested expiration.',
  },
  {
    section: '10.3',
    rules: ['missing-min-expires-in-423'],
    text: 'This response MUST contain a Min-Expires header field that states the minimum expiration interval the registrar is willing to honor.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'If the Call-ID value in the existing binding differs from the Call-ID value in the request, the binding MUST be removed if the expiration time is zero and updated otherwise.',
  },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'If the value is higher than that of the existing binding, it MUST update or remove the binding as above.',
  },
  { section: '10.3', undecidable: 'inner-state', text: 'If not, the update MUST be aborted and the request fails.' },
  {
    section: '10.3',
    undecidable: 'inner-state',
    text: 'The binding updates MUST be committed (that is, made visible to the proxy or redirect server) if and only if all binding updates and additions succeed.',
  },
  {
    section: '10.3',
    undecidable: 'unseen-cause',
    text: 'If any one of them fails (for example, because the back-end database commit failed), the request MUST fail with a 500 (Server Error) response and all tentative binding updates MUST be removed.',
  },
  {
    section: '10.3',
    rules: ['register-2xx-missing-binding'],
    text: 'The response MUST contain Contact header field values enumerating all current bindings.',
  },
  {
    section: '10.3',
    rules: ['register-2xx-contact-without-expires'],
    text: 'Each Contact value MUST feature an "expires" parameter indicating its expiration interval chosen by the registrar.',
  },
  { section: '10.3', rules: ['register-2xx-without-date'], text: 'The response SHOULD include a Date header field.' },
] satisfies readonly Statement[];
