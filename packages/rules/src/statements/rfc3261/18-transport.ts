import type { Statement } from '../statement.js';

export default [
  {
    section: '18',
    undecidable: 'policy',
    text: 'It is RECOMMENDED that connections be kept open for some implementation-defined duration after the last message was sent or received over that connection.',
  },
  {
    section: '18',
    undecidable: 'policy',
    text: 'This duration SHOULD at least equal the longest amount of time the element would need in order to bring a transaction from instantiation to the terminated state.',
  },
  { section: '18', undecidable: 'capability', text: 'All SIP elements MUST implement UDP and TCP.' },
  {
    section: '18',
    rules: ['udp-request-over-1300-bytes'],
    text: 'It has arisen out of the need to handle larger messages, which MUST use TCP, as discussed below.',
  },
  {
    section: '18.1.1',
    rules: ['udp-request-over-1300-bytes'],
    text: 'If a request is within 200 bytes of the path MTU, or if it is larger than 1300 bytes and the path MTU is unknown, the request MUST be sent using an RFC 2914 [43] congestion controlled transport protocol, such as TCP.',
  },
  {
    section: '18.1.1',
    undecidable: 'inner-state',
    text: 'If this causes a change in the transport protocol from the one indicated in the top Via, the value in the top Via MUST be changed.',
  },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'However, implementations MUST be able to handle messages up to the maximum datagram packet size.',
  },
  {
    section: '18.1.1',
    undecidable: 'transport',
    text: 'If an element sends a request over TCP because of these message size constraints, and that request would have otherwise been sent over UDP, if the attempt to establish the connection generates either an ICMP Protocol Not Supported, or results in a TCP reset, the element SHOULD retry the request, using UDP.',
  },
  {
    section: '18.1.1',
    rules: ['via-maddr-missing-for-multicast'],
    text: 'A client that sends a request to a multicast address MUST add the "maddr" parameter to its Via header field value containing the destination multicast address, and for IPv4, SHOULD add the "ttl" parameter with a value of 1.',
  },
  {
    section: '18.1.1',
    rules: ['via-sent-by-invalid'],
    text: 'Before a request is sent, the client transport MUST insert a value of the "sent-by" field into the Via header field.',
  },
  { section: '18.1.1', undecidable: 'policy', text: 'The usage of an FQDN is RECOMMENDED.' },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'Therefore, the client transport MUST be prepared to receive the response on the same connection used to send the request.',
  },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'To handle this case, the transport layer MUST also be prepared to receive an incoming connection on the source IP address from which the request was sent and port number in the "sent-by" field.',
  },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'It also MUST be prepared to receive incoming connections on any address and port that would be selected by a server based on the procedures described in Section 5 of [4].',
  },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'For unreliable unicast transports, the client transport MUST be prepared to receive responses on the source IP address from which the request is sent (as responses are sent back to the source address) and the port number in the "sent-by" field.',
  },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'The client MUST be prepared to receive responses on any address and port that would be selected by a server based on the procedures described in Section 5 of [4].',
  },
  {
    section: '18.1.1',
    undecidable: 'capability',
    text: 'For multicast, the client transport MUST be prepared to receive responses on the same multicast group and port to which the request is sent (that is, it needs to be a member of the multicast group it sent the request to.)',
  },
  {
    section: '18.1.1',
    undecidable: 'transport',
    text: 'If a request is destined to an IP address, port, and transport to which an existing connection is open, it is RECOMMENDED that this connection be used to send the request, but another connection MAY be opened and used.',
  },
  {
    section: '18.1.2',
    undecidable: 'inner-state',
    text: 'If the value of the "sent-by" parameter in that header field value does not correspond to a value that the client transport is configured to insert into requests, the response MUST be silently discarded.',
  },
  {
    section: '18.1.2',
    undecidable: 'inner-state',
    text: 'If there is a match, the response MUST be passed to that transaction.',
  },
  {
    section: '18.1.2',
    undecidable: 'inner-state',
    text: 'Otherwise, the response MUST be passed to the core (whether it be stateless proxy, stateful proxy, or UA) for further processing.',
  },
  {
    section: '18.2.1',
    undecidable: 'capability',
    text: 'A server SHOULD be prepared to receive requests on any IP address, port and transport combination that can be the result of a DNS lookup on a SIP or SIPS URI [4] that is handed out for the purposes of communicating with that server.',
  },
  {
    section: '18.2.1',
    undecidable: 'capability',
    text: 'It is also RECOMMENDED that a server listen for requests on the default SIP ports (5060 for TCP and UDP, 5061 for TLS over TCP) on all public interfaces.',
  },
  {
    section: '18.2.1',
    undecidable: 'capability',
    text: 'For any port and interface that a server listens on for UDP, it MUST listen on that same port and interface for TCP.',
  },
  {
    section: '18.2.1',
    undecidable: 'inner-state',
    text: 'When the server transport receives a request over any transport, it MUST examine the value of the "sent-by" parameter in the top Via header field value.',
  },
  {
    section: '18.2.1',
    rules: ['received-missing-for-other-source', 'via-received-missing-for-host-name'],
    text: 'If the host portion of the "sent-by" parameter contains a domain name, or if it contains an IP address that differs from the packet source address, the server MUST add a "received" parameter to that Via header field value.',
  },
  {
    section: '18.2.1',
    rules: ['received-missing-for-other-source', 'via-received-invalid'],
    text: 'This parameter MUST contain the source address from which the packet was received.',
  },
  { section: '18.2.2', undecidable: 'inner-state', text: 'It MUST follow the following process:' },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'If the "sent-protocol" is a reliable transport protocol such as TCP or SCTP, or TLS over those, the response MUST be sent using the existing connection to the source of the original request that created the transaction, if that connection is still open.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'If that connection is no longer open, the server SHOULD open a connection to the IP address in the "received" parameter, if present, using the port in the "sent-by" value, or the default port for that transport, if no port is specified.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'If that connection attempt fails, the server SHOULD use the procedures in [4] for servers in order to determine the IP address and port to open the connection and send the response to.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'Otherwise, if the Via header field value contains a "maddr" parameter, the response MUST be forwarded to the address listed there, using the port indicated in "sent-by", or port 5060 if none is present.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'If the address is a multicast address, the response SHOULD be sent using the TTL indicated in the "ttl" parameter, or with a TTL of 1 if that parameter is not present.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'Otherwise (for unreliable unicast transports), if the top Via has a "received" parameter, the response MUST be sent to the address in the "received" parameter, using the port indicated in the "sent-by" value, or using port 5060 if none is specified explicitly.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'If this fails, for example, elicits an ICMP "port unreachable" response, the procedures of Section 5 of [4] SHOULD be used to determine where to send the response.',
  },
  {
    section: '18.2.2',
    undecidable: 'transport',
    text: 'Otherwise, if it is not receiver-tagged, the response MUST be sent to the address indicated by the "sent-by" value, using the procedures in Section 5 of [4].',
  },
  {
    section: '18.3',
    undecidable: 'inner-state',
    text: 'If there are additional bytes in the transport packet beyond the end of the body, they MUST be discarded.',
  },
  { section: '18.3', undecidable: 'inner-state', text: 'If the message is a response, it MUST be discarded.' },
  {
    section: '18.3',
    undecidable: 'unseen-cause',
    text: 'If the message is a request, the element SHOULD generate a 400 (Bad Request) response.',
  },
  {
    section: '18.3',
    rules: ['missing-content-length-on-stream'],
    text: 'The Content-Length header field MUST be used with stream oriented transports.',
  },
  {
    section: '18.4',
    undecidable: 'inner-state',
    text: 'Host, network, port or protocol unreachable errors, or parameter problem errors SHOULD cause the transport layer to inform the transport user of a failure in sending.',
  },
  {
    section: '18.4',
    undecidable: 'inner-state',
    text: 'Source quench and TTL exceeded ICMP errors SHOULD be ignored.',
  },
  {
    section: '18.4',
    undecidable: 'inner-state',
    text: 'If the transport user asks for a request to be sent over a reliable transport, and the result is a connection failure, the transport layer SHOULD inform the transport user of a failure in sending.',
  },
] satisfies readonly Statement[];
