import type { Statement } from '../statement.js';

export default [
  {
    section: '23.1',
    undecidable: 'capability',
    text: "Each user agent that supports S/MIME MUST contain a keyring specifically for end-users' certificates.",
  },
  {
    section: '23.1',
    undecidable: 'policy',
    text: 'Over time, users SHOULD use the same certificate when they populate the originating URI of signaling (the From header field) with the same address-of-record.',
  },
  {
    section: '23.1',
    undecidable: 'policy',
    text: 'However, users SHOULD acquire certificates from known public certificate authorities.',
  },
  {
    section: '23.1',
    undecidable: 'policy',
    text: 'However, the holder of a certificate SHOULD publish their certificate in any public directories as appropriate.',
  },
  {
    section: '23.1',
    undecidable: 'capability',
    text: 'Similarly, UACs SHOULD support a mechanism for importing (manually or automatically) certificates discovered in public directories corresponding to the target URIs of SIP requests.',
  },
  {
    section: '23.2',
    undecidable: 'secret',
    text: 'Whenever the CMS SignedData message is used in S/MIME for SIP, it MUST contain the certificate bearing the public key necessary to verify the signature.',
  },
  {
    section: '23.2',
    undecidable: 'policy',
    text: "When a UAC sends a request containing an S/MIME body that initiates a dialog, or sends a non-INVITE request outside the context of a dialog, the UAC SHOULD structure the body as an S/MIME 'multipart/signed' CMS SignedData body.",
  },
  {
    section: '23.2',
    undecidable: 'policy',
    text: 'If the desired CMS service is EnvelopedData (and the public key of the target user is known), the UAC SHOULD send the EnvelopedData message encapsulated within a SignedData message.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'When a UAS receives a request containing an S/MIME CMS body that includes a certificate, the UAS SHOULD first validate the certificate, if possible, with any available root certificates for certificate authorities.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'The UAS SHOULD also determine the subject of the certificate (for S/MIME, the SubjectAltName will contain the appropriate identity) and compare this value to the From header field of the request.',
  },
  {
    section: '23.2',
    undecidable: 'user-interface',
    text: 'If the certificate cannot be verified, because it is self-signed, or signed by no known authority, or if it is verifiable but its subject does not correspond to the From header field of request, the UAS MUST notify its user of the status of the certificate (including the subject of the certificate, its signer, and any key fingerprint information) and request explicit permission before proceeding.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'If the certificate was successfully verified and the subject of the certificate corresponds to the From header field of the SIP request, or if the user (after notification) explicitly authorizes the use of the certificate, the UAS SHOULD add this certificate to a local keyring, indexed by the address-of-record of the holder of the certificate.',
  },
  {
    section: '23.2',
    undecidable: 'policy',
    text: "When a UAS sends a response containing an S/MIME body that answers the first request in a dialog, or a response to a non-INVITE request outside the context of a dialog, the UAS SHOULD structure the body as an S/MIME 'multipart/signed' CMS SignedData body.",
  },
  {
    section: '23.2',
    undecidable: 'policy',
    text: 'If the desired CMS service is EnvelopedData, the UAS SHOULD send the EnvelopedData message encapsulated within a SignedData message.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'When a UAC receives a response containing an S/MIME CMS body that includes a certificate, the UAC SHOULD first validate the certificate, if possible, with any appropriate root certificate.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'The UAC SHOULD also determine the subject of the certificate and compare this value to the To field of the response; although the two may very well be different, and this is not necessarily indicative of a security breach.',
  },
  {
    section: '23.2',
    undecidable: 'user-interface',
    text: 'If the certificate cannot be verified because it is self-signed, or signed by no known authority, the UAC MUST notify its user of the status of the certificate (including the subject of the certificate, its signator, and any key fingerprint information) and request explicit permission before proceeding.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'If the certificate was successfully verified, and the subject of the certificate corresponds to the To header field in the response, or if the user (after notification) explicitly authorizes the use of the certificate, the UAC SHOULD add this certificate to a local keyring, indexed by the address-of-record of the holder of the certificate.',
  },
  {
    section: '23.2',
    undecidable: 'unseen-cause',
    text: 'If the UAC had not transmitted its own certificate to the UAS in any previous transaction, it SHOULD use a CMS SignedData body for its next request or response.',
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'On future occasions, when the UA receives requests or responses that contain a From header field corresponding to a value in its keyring, the UA SHOULD compare the certificate offered in these messages with the existing certificate in its keyring.',
  },
  {
    section: '23.2',
    undecidable: 'user-interface',
    text: "If there is a discrepancy, the UA MUST notify its user of a change of the certificate (preferably in terms that indicate that this is a potential security breach) and acquire the user's permission before continuing to process the signaling.",
  },
  {
    section: '23.2',
    undecidable: 'inner-state',
    text: 'If the user authorizes this certificate, it SHOULD be added to the keyring alongside any previous value(s) for this address-of-record.',
  },
  {
    section: '23.2',
    undecidable: 'secret',
    text: 'If a UA receives an S/MIME body that has been encrypted with a public key unknown to the recipient, it MUST reject the request with a 493 (Undecipherable) response.',
  },
  {
    section: '23.2',
    rules: ['missing-certificate-in-493'],
    text: 'This response SHOULD contain a valid certificate for the respondent (corresponding, if possible, to any address of record given in the To header field of the rejected request) within a MIME body with a \'certs-only\' "smime-type" parameter.',
  },
  {
    section: '23.2',
    undecidable: 'unseen-cause',
    text: 'Note that a user agent that receives a request containing an S/MIME body that is not optional (with a Content-Disposition header "handling" parameter of "required") MUST reject the request with a 415 Unsupported Media Type response if the MIME type is not understood.',
  },
  {
    section: '23.2',
    undecidable: 'user-interface',
    text: 'A user agent that receives such a response when S/MIME is sent SHOULD notify its user that the remote device does not support S/MIME, and it MAY subsequently resend the request without S/MIME, if appropriate; however, this 415 response may constitute a downgrade attack.',
  },
  {
    section: '23.2',
    undecidable: 'user-interface',
    text: 'If a user agent sends an S/MIME body in a request, but receives a response that contains a MIME body that is not secured, the UAC SHOULD notify its user that the session could not be secured.',
  },
  {
    section: '23.2',
    undecidable: 'unseen-cause',
    text: "However, if a user agent that supports S/MIME receives a request with an unsecured body, it SHOULD NOT respond with a secured body, but if it expects S/MIME from the sender (for example, because the sender's From header field value corresponds to an identity on its keychain), the UAS SHOULD notify its user that the session could not be secured.",
  },
  {
    section: '23.2',
    undecidable: 'user-interface',
    text: 'Finally, if during the course of a dialog a UA receives a certificate in a CMS SignedData message that does not correspond with the certificates previously exchanged during a dialog, the UA MUST notify its user of the change, preferably in terms that indicate that this is a potential security breach.',
  },
  {
    section: '23.3',
    rules: ['multipart-signed-protocol'],
    text: '"multipart/signed" MUST be used only with CMS detached signatures.',
  },
  {
    section: '23.3',
    rules: ['smime-body-disposition'],
    text: 'S/MIME bodies SHOULD have a Content-Disposition header field, and the value of the "handling" parameter SHOULD be "required."',
  },
  {
    section: '23.3',
    undecidable: 'unseen-cause',
    text: 'UACs MAY send an initial request such as an OPTIONS message with a CMS detached signature in order to solicit the certificate of the remote side (the signature SHOULD be over a "message/sip" body of the type described in Section 23.4).',
  },
  {
    section: '23.3',
    undecidable: 'secret',
    text: 'Senders of S/MIME bodies SHOULD use the "SMIMECapabilities" (see Section 2.5.2 of [24]) attribute to express their capabilities and preferences for further communications.',
  },
  {
    section: '23.3',
    undecidable: 'capability',
    text: 'S/MIME implementations MUST at a minimum support SHA1 as a digital signature algorithm, and 3DES as an encryption algorithm.',
  },
  {
    section: '23.3',
    undecidable: 'secret',
    text: 'Each S/MIME body in a SIP message SHOULD be signed with only one certificate.',
  },
  { section: '23.3', undecidable: 'secret', text: 'Parallel signatures SHOULD NOT be used.' },
  {
    section: '23.4',
    undecidable: 'unseen-cause',
    text: 'If a UAS receives a request that contains a tunneled "message/sip" S/MIME body, it SHOULD include a tunneled "message/sip" body in the response with the same smime-type.',
  },
  {
    section: '23.4',
    undecidable: 'policy',
    text: 'Any traditional MIME bodies (such as SDP) SHOULD be attached to the "inner" message so that they can also benefit from S/MIME security.',
  },
  {
    section: '23.4.1',
    rules: ['tunneled-message-date-mismatch'],
    text: 'Note that for the purposes of loose timestamping, all SIP messages that tunnel "message/sip" SHOULD contain a Date header in both the "inner" and "outer" headers.',
  },
  {
    section: '23.4.1.1',
    undecidable: 'inner-state',
    text: 'If these header fields are not intact end-to-end, implementations SHOULD NOT consider this a breach of security.',
  },
  {
    section: '23.4.1.1',
    undecidable: 'user-interface',
    text: 'Changes to any other header fields defined in this document constitute an integrity violation; users MUST be notified of a discrepancy.',
  },
  {
    section: '23.4.1.2',
    undecidable: 'user-interface',
    text: 'If the From header field in an encrypted body differs from the value in the "outer" message, the value within the encrypted body SHOULD be displayed to the user, but MUST NOT be used in the "outer" header fields of any future messages.',
  },
  {
    section: '23.4.1.2',
    undecidable: 'secret',
    text: 'They SHOULD NOT however be used in the "outer" headers of any future messages.',
  },
  {
    section: '23.4.1.2',
    rules: ['tunneled-message-date-mismatch'],
    text: 'If present, the Date header field MUST always be the same in the "inner" and "outer" headers.',
  },
  {
    section: '23.4.1.2',
    undecidable: 'secret',
    text: 'UAs SHOULD never include these in an "inner" message if they are not included in the "outer" message.',
  },
  {
    section: '23.4.1.2',
    undecidable: 'inner-state',
    text: 'UAs that receive any of these header fields in an encrypted body SHOULD ignore the encrypted values.',
  },
  {
    section: '23.4.1.2',
    undecidable: 'inner-state',
    text: 'If a SIP UA encounters an unknown header field with an integrity violation, it MUST ignore the header field.',
  },
  {
    section: '23.4.2',
    undecidable: 'policy',
    text: 'In order to eliminate possible confusions about the addition or subtraction of entire header fields, senders SHOULD replicate all header fields from the request within the signed body.',
  },
  {
    section: '23.4.2',
    undecidable: 'policy',
    text: 'Any message bodies that require integrity protection MUST be attached to the "inner" message.',
  },
  {
    section: '23.4.2',
    undecidable: 'inner-state',
    text: 'If a Date header is present in a message with a signed body, the recipient SHOULD compare the header field value with its own internal clock, if applicable.',
  },
  {
    section: '23.4.2',
    undecidable: 'user-interface',
    text: 'If a significant time discrepancy is detected (on the order of an hour or more), the user agent SHOULD alert the user to the anomaly, and note that it is a potential security breach.',
  },
  {
    section: '23.4.2',
    undecidable: 'user-interface',
    text: 'UAs SHOULD notify users of this circumstance and request explicit guidance on how to proceed.',
  },
  {
    section: '23.4.3',
    undecidable: 'inner-state',
    text: 'The message must first be decrypted, and the "inner" From header field MUST be used as an index.',
  },
  {
    section: '23.4.3',
    undecidable: 'secret',
    text: 'In order to provide end-to-end integrity, encrypted "message/sip" MIME bodies SHOULD be signed by the sender.',
  },
] satisfies readonly Statement[];
