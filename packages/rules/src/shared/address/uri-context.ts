import {
  lookupUriComponent,
  type Range,
  type SipMessage,
  type SipUri,
  type UriContext,
  type UriOccurrence,
  uriComponents,
} from '@siplint/core';
import { setsRemoteTarget } from '../message/place-in-dialog.js';

// Table 1 of RFC 3261 §19.1.1: which components a SIP or SIPS URI may have, depending on where it stands.

/** Methods of later documents whose Contact becomes the remote target of a dialog, as that of an INVITE does. */
const TARGET_METHODS: ReadonlySet<string> = new Set(['NOTIFY', 'REFER', 'SUBSCRIBE', 'UPDATE']);

/** A component of a URI with its name in Table 1, and the text that goes if it is removed. */
export interface UriComponent {
  readonly name: string;
  readonly at: Range;
  readonly removal: Range;
}

/** The column of Table 1 for a URI; undefined where it has none. */
export function uriContextOf({ field, message }: Pick<UriOccurrence, 'field' | 'message'>): UriContext | undefined {
  switch (field?.canonicalName) {
    case undefined:
      return 'requestUri';
    case 'From':
      return 'from';
    case 'To':
      return 'to';
    case 'Route':
    case 'Record-Route':
      return 'dialog';
    case 'Contact':
      return contactContext(message);
    default:
      return undefined;
  }
}

/** The two columns for Contact: messages that establish and maintain dialogs, and those that register or redirect. */
function contactContext(message: SipMessage): UriContext | undefined {
  const { kind, method, statusCode } = message;
  if (statusCode >= 300 && statusCode < 400) return 'regContact';
  const isRequestOrSuccess = kind === 'request' || (statusCode >= 200 && statusCode < 300);
  if (method === 'REGISTER') return isRequestOrSuccess ? 'regContact' : undefined;
  const isTarget = setsRemoteTarget(message) || (isRequestOrSuccess && TARGET_METHODS.has(method ?? ''));
  return isTarget ? 'dialog' : undefined;
}

/** True if Table 1 does not allow a component there. */
export function isDisallowed(component: string, context: UriContext): boolean {
  return lookupUriComponent(component)?.contexts[context] === '-';
}

/** The components of a URI that Table 1 does not allow there, in order. */
export function disallowedComponents(uri: SipUri, context: UriContext): readonly UriComponent[] {
  const { host, port, params, headersRange } = uri;
  if (!port && params.length === 0 && !headersRange) return NONE;
  const disallowed = disallowedIn(context);
  const found: UriComponent[] = [];
  if (host && port && disallowed.has('port')) {
    found.push({ name: 'port', at: port, removal: { start: host.end, end: port.end } });
  }
  for (const param of params) {
    const name = PARAM_COMPONENTS.get(param.key) ?? 'other-param';
    if (disallowed.has(name)) found.push({ name, at: param, removal: { start: param.start - 1, end: param.end } });
  }
  if (headersRange && disallowed.has('headers')) {
    found.push({ name: 'headers', at: headersRange, removal: headersRange });
  }
  return found;
}

const NONE: readonly UriComponent[] = [];

const PARAM_COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['user', 'user-param'],
  ['method', 'method'],
  ['maddr', 'maddr'],
  ['ttl', 'ttl'],
  ['transport', 'transport'],
  ['lr', 'lr'],
]);

const disallowedByContext = new Map<UriContext, ReadonlySet<string>>();

function disallowedIn(context: UriContext): ReadonlySet<string> {
  let disallowed = disallowedByContext.get(context);
  if (!disallowed) {
    disallowed = new Set(uriComponents().flatMap((row) => (row.contexts[context] === '-' ? [row.component] : [])));
    disallowedByContext.set(context, disallowed);
  }
  return disallowed;
}
