import type {
  AuthValue,
  CallIdValue,
  ContactValue,
  CSeq,
  DateValue,
  DeltaSecondsValue,
  InfoUri,
  MediaTypeValue,
  NameAddr,
  NumberValue,
  RAckValue,
  TextNode,
  TimestampValue,
  TokenValue,
  Via,
  WarningValue,
} from './nodes.js';

/** The type of one value of each header field, by registered name, as its grammar in the header table reads it. */
export interface HeaderValueTypes {
  Accept: MediaTypeValue;
  'Accept-Encoding': TokenValue;
  'Accept-Language': TokenValue;
  'Alert-Info': InfoUri;
  Allow: TextNode;
  'Allow-Events': TextNode;
  'Authentication-Info': AuthValue;
  Authorization: AuthValue;
  'Call-ID': CallIdValue;
  'Call-Info': InfoUri;
  Contact: ContactValue;
  'Content-Disposition': TokenValue;
  'Content-Encoding': TextNode;
  'Content-Language': TextNode;
  'Content-Length': NumberValue;
  'Content-Type': MediaTypeValue;
  CSeq: CSeq;
  Date: DateValue;
  'Error-Info': InfoUri;
  Event: TokenValue;
  Expires: NumberValue;
  From: NameAddr;
  'In-Reply-To': CallIdValue;
  'Max-Forwards': NumberValue;
  'Min-Expires': NumberValue;
  'Min-SE': DeltaSecondsValue;
  'MIME-Version': TextNode;
  Organization: TextNode;
  'P-Asserted-Identity': NameAddr;
  Path: NameAddr;
  Priority: TextNode;
  'Proxy-Authenticate': AuthValue;
  'Proxy-Authorization': AuthValue;
  'Proxy-Require': TextNode;
  RAck: RAckValue;
  Reason: TokenValue;
  'Record-Route': NameAddr;
  'Refer-To': NameAddr;
  'Referred-By': NameAddr;
  Replaces: CallIdValue;
  'Reply-To': NameAddr;
  Require: TextNode;
  'Retry-After': DeltaSecondsValue;
  Route: NameAddr;
  RSeq: NumberValue;
  Server: TextNode;
  'Service-Route': NameAddr;
  'Session-Expires': DeltaSecondsValue;
  Subject: TextNode;
  'Subscription-State': TokenValue;
  Supported: TextNode;
  Timestamp: TimestampValue;
  To: NameAddr;
  Unsupported: TextNode;
  'User-Agent': TextNode;
  Via: Via;
  Warning: WarningValue;
  'WWW-Authenticate': AuthValue;
}
