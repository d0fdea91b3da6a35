/** A header field, and a message in which it may stand. */
export interface TestedField {
  readonly name: string;
  /** Its rule in the grammar files. */
  readonly rule: string;
  /** The method of the message. */
  readonly method: string;
  /** The status code, if the message is a response. */
  readonly status?: number;
}

/** The header fields with a grammar of their own. */
export const FIELDS: readonly TestedField[] = [
  ...requests('OPTIONS', ['Accept', 'Accept-Encoding', 'Accept-Language', 'Allow', 'Authorization', 'Call-ID']),
  ...requests('OPTIONS', ['Content-Length', 'CSeq', 'Date', 'From', 'Max-Forwards', 'Organization']),
  ...requests('OPTIONS', ['Proxy-Authorization', 'Proxy-Require', 'Record-Route', 'Require', 'Route', 'Supported']),
  ...requests('OPTIONS', ['Timestamp', 'To', 'User-Agent', 'Via']),
  ...requests('REGISTER', ['Contact', 'Expires']),
  ...requests('INVITE', ['Alert-Info', 'Call-Info', 'In-Reply-To', 'Priority', 'Reply-To', 'Subject']),
  ...requests('MESSAGE', ['Content-Disposition', 'Content-Encoding', 'Content-Language', 'Content-Type']),
  ...requests('MESSAGE', ['MIME-Version']),
  { name: 'Authentication-Info', rule: 'Authentication-Info', method: 'OPTIONS', status: 200 },
  { name: 'Error-Info', rule: 'Error-Info', method: 'INVITE', status: 404 },
  { name: 'Min-Expires', rule: 'Min-Expires', method: 'REGISTER', status: 423 },
  { name: 'Proxy-Authenticate', rule: 'Proxy-Authenticate', method: 'OPTIONS', status: 407 },
  { name: 'Retry-After', rule: 'Retry-After', method: 'INVITE', status: 503 },
  { name: 'Server', rule: 'Server', method: 'OPTIONS', status: 200 },
  { name: 'Unsupported', rule: 'Unsupported', method: 'OPTIONS', status: 420 },
  { name: 'Warning', rule: 'Warning', method: 'INVITE', status: 488 },
  { name: 'WWW-Authenticate', rule: 'WWW-Authenticate', method: 'OPTIONS', status: 401 },
  { name: 'X-Extension', rule: 'extension-header', method: 'OPTIONS' },
  // Later RFCs
  ...requests('INVITE', ['Accept-Contact', 'Answer-Mode', 'Feature-Caps', 'History-Info', 'Join', 'Max-Breadth']),
  ...requests('INVITE', ['Min-SE', 'Reason', 'Referred-By', 'Reject-Contact', 'Replaces', 'Request-Disposition']),
  ...requests('INVITE', ['Resource-Priority', 'Session-Expires', 'Target-Dialog']),
  ...requests('REGISTER', ['Path']),
  ...requests('PRACK', ['RAck']),
  ...requests('REFER', ['Refer-Sub', 'Refer-To']),
  ...requests('INFO', ['Info-Package']),
  ...requests('NOTIFY', ['Event', 'Subscription-State']),
  ...requests('PUBLISH', ['SIP-If-Match']),
  { name: 'Accept-Resource-Priority', rule: 'Accept-Resource-Priority', method: 'INVITE', status: 417 },
  { name: 'Allow-Events', rule: 'Allow-Events', method: 'REGISTER', status: 200 },
  { name: 'Flow-Timer', rule: 'Flow-Timer', method: 'REGISTER', status: 200 },
  { name: 'Geolocation', rule: 'Geolocation-header', method: 'INVITE' },
  { name: 'P-Asserted-Identity', rule: 'PAssertedID', method: 'INVITE' },
  { name: 'P-Preferred-Identity', rule: 'PPreferredID', method: 'INVITE' },
  { name: 'Privacy', rule: 'Privacy-hdr', method: 'INVITE' },
  { name: 'Recv-Info', rule: 'Recv-Info', method: 'INVITE' },
  { name: 'RSeq', rule: 'RSeq', method: 'INVITE', status: 183 },
  { name: 'Security-Client', rule: 'security-client', method: 'REGISTER' },
  { name: 'Service-Route', rule: 'Service-Route', method: 'REGISTER', status: 200 },
  { name: 'Session-ID', rule: 'session-id', method: 'INVITE' },
  { name: 'SIP-ETag', rule: 'SIP-ETag', method: 'PUBLISH', status: 200 },
];

function requests(method: string, names: readonly string[]): TestedField[] {
  return names.map((name) => ({ name, rule: name, method }));
}
