import type { NameAddr } from '../nodes.js';
import { paramOf } from '../nodes.js';
import { ADDRESS_IN_LIST, type AddressOptions } from './address-options.js';
import { readAddress } from './name-addr.js';
import type { Reader } from './reader.js';

const ROUTE: AddressOptions = {
  ...ADDRESS_IN_LIST,
  bracketsNeeded: 'route.brackets-missing',
  uriParamOutside: undefined,
};

/**
 * route-param = rec-route = name-addr *( SEMI rr-param ): Route (§20.34), Record-Route (§20.30), Path, Service-Route and
 * History-Info. An lr behind the brackets is no URI parameter and turns a loose router into a strict one.
 */
export function readRoute(reader: Reader): NameAddr | undefined {
  const { failures, issues } = reader;
  const reported = issues.length;
  const route = readAddress(reader, ROUTE);
  if (!route || reader.failures !== failures) return route;
  if (!route.bracketed) {
    // This covers the whole value, so what is tolerated in it gives way.
    issues.length = reported;
    reader.fail('route.brackets-missing', route.start, route.end, { found: reader.slice(route.start, route.end) });
  } else if (reader.field?.canonicalName !== 'History-Info') {
    const lr = paramOf(route, 'lr');
    const isInside = route.uri?.kind === 'sip' && paramOf(route.uri, 'lr');
    if (lr && !isInside) reader.fail('route.lr-outside', lr.start, lr.end);
  }
  return route;
}
