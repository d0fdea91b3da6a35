/** What the first digit of a status code means (RFC 3261 §7.2). */
export const STATUS_CLASSES: Readonly<Record<number, string>> = {
  1: 'provisional: the request was received and is being processed',
  2: 'success: the request was received, understood and accepted',
  3: 'redirection: further action is needed to complete the request',
  4: 'client error: this server cannot fulfil the request as it is; another one might',
  5: 'server error: this server failed on a request that seems valid',
  6: 'global failure: no server can fulfil the request',
};
