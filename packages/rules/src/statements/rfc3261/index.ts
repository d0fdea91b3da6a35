import type { Chapter } from '../statement.js';
import messages from './07-messages.js';
import userAgentClient from './08-user-agent-client.js';
import userAgentServer from './08-user-agent-server.js';
import cancel from './09-cancel.js';
import registrations from './10-registrations.js';
import options from './11-options.js';
import dialogs from './12-dialogs.js';
import initiatingASession from './13-initiating-a-session.js';
import modifyingASession from './14-modifying-a-session.js';
import terminatingASession from './15-terminating-a-session.js';
import proxyRequests from './16-proxy-requests.js';
import requestForwarding from './16-request-forwarding.js';
import responseProcessing from './16-response-processing.js';
import timersAndStatelessProxies from './16-timers-and-stateless-proxies.js';
import clientTransactions from './17-client-transactions.js';
import serverTransactions from './17-server-transactions.js';
import transport from './18-transport.js';
import commonComponents from './19-common-components.js';
import headerFields from './20-header-fields.js';
import responseCodes from './21-response-codes.js';
import httpAuthentication from './22-http-authentication.js';
import sMime from './23-s-mime.js';
import grammar from './25-grammar.js';
import security from './26-security.js';
import ianaConsiderations from './27-iana-considerations.js';
import changesFromRfc2543 from './28-changes-from-rfc2543.js';

/** What RFC 3261 demands, sentence by sentence in its order; §3 explains the words for it. */
export const RFC3261_CHAPTERS: readonly Chapter[] = [
  { section: '7', title: 'SIP Messages', statements: messages },
  { section: '8', title: 'General User Agent Behavior', statements: [...userAgentClient, ...userAgentServer] },
  { section: '9', title: 'Canceling a Request', statements: cancel },
  { section: '10', title: 'Registrations', statements: registrations },
  { section: '11', title: 'Querying for Capabilities', statements: options },
  { section: '12', title: 'Dialogs', statements: dialogs },
  { section: '13', title: 'Initiating a Session', statements: initiatingASession },
  { section: '14', title: 'Modifying an Existing Session', statements: modifyingASession },
  { section: '15', title: 'Terminating a Session', statements: terminatingASession },
  {
    section: '16',
    title: 'Proxy Behavior',
    statements: [...proxyRequests, ...requestForwarding, ...responseProcessing, ...timersAndStatelessProxies],
  },
  { section: '17', title: 'Transactions', statements: [...clientTransactions, ...serverTransactions] },
  { section: '18', title: 'Transport', statements: transport },
  { section: '19', title: 'Common Message Components', statements: commonComponents },
  { section: '20', title: 'Header Fields', statements: headerFields },
  { section: '21', title: 'Response Codes', statements: responseCodes },
  { section: '22', title: 'Usage of HTTP Authentication', statements: httpAuthentication },
  { section: '23', title: 'S/MIME', statements: sMime },
  { section: '25', title: 'Augmented BNF for the SIP Protocol', statements: grammar },
  { section: '26', title: 'Security Considerations', statements: security },
  { section: '27', title: 'IANA Considerations', statements: ianaConsiderations },
  { section: '28', title: 'Changes From RFC 2543', statements: changesFromRfc2543 },
];
