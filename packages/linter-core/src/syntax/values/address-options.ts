import { GENERIC_PARAMS, type ParamOptions } from './params.js';

/** What differs between the header fields that hold addresses. */
export interface AddressOptions {
  readonly params: ParamOptions;
  /** True if a comma separates addresses. */
  readonly isList: boolean;
  /** The code of a `?` or `,` in an address without brackets. */
  readonly bracketsNeeded: string;
  /** The code of a header parameter that the sender meant for the URI, tolerated; undefined where it is not looked for. */
  readonly uriParamOutside: string | undefined;
  /** True for the name of a parameter that belongs into the URI. */
  readonly isUriParam: (key: string) => boolean;
}

/** The parameters of SIP URIs (§19.1.1). */
export function isUriParam(key: string): boolean {
  switch (key) {
    case 'transport':
    case 'user':
    case 'maddr':
    case 'ttl':
    case 'method':
    case 'lr':
      return true;
    default:
      return false;
  }
}

/** Addresses of header fields without rules of their own: Reply-To (§20.31), P-Asserted-Identity, Diversion and others. */
export const ADDRESS: AddressOptions = {
  params: GENERIC_PARAMS,
  isList: false,
  bracketsNeeded: 'addr-spec.brackets-needed',
  uriParamOutside: 'addr-spec.uri-param-outside',
  isUriParam,
};

export const ADDRESS_IN_LIST: AddressOptions = { ...ADDRESS, isList: true };
