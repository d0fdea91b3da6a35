export type Params = readonly (readonly [name: string, value?: string])[];

export interface Uri {
  readonly scheme: 'sip' | 'sips';
  readonly user?: string | undefined;
  /** IPv6 in brackets. */
  readonly host: string;
  readonly port?: number | undefined;
  readonly params: Params;
}

/** What stands in From, To, Contact, Route and Record-Route. */
export interface Address {
  readonly display?: string | undefined;
  readonly uri: Uri;
  readonly params: Params;
}

export function uri(user: string | undefined, host: string, more: Partial<Uri> = {}): Uri {
  return { scheme: 'sip', user, host, params: [], ...more };
}

export function address(of: Uri, params: Params = [], display?: string): Address {
  return { uri: of, params, display };
}

export function uriText({ scheme, user, host, port, params }: Uri): string {
  const userinfo = user === undefined ? '' : `${user}@`;
  return `${scheme}:${userinfo}${hostPortText(host, port)}${paramsText(params)}`;
}

export function addressText({ display, uri: of, params }: Address): string {
  const name = display === undefined ? '' : /^[A-Za-z ]+$/.test(display) ? `${display} ` : `"${display}" `;
  return `${name}<${uriText(of)}>${paramsText(params)}`;
}

export function hostPortText(host: string, port: number | undefined): string {
  return port === undefined ? host : `${host}:${port}`;
}

export function paramsText(params: Params): string {
  return params.map(([name, value]) => (value === undefined ? `;${name}` : `;${name}=${value}`)).join('');
}

export function hasParam({ params }: { readonly params: Params }, name: string): boolean {
  return params.some(([key]) => key === name);
}

export function paramOf({ params }: { readonly params: Params }, name: string): string | undefined {
  return params.find(([key]) => key === name)?.[1];
}

export function withParam<T extends { readonly params: Params }>(of: T, name: string, value?: string): T {
  const others = of.params.filter(([key]) => key !== name);
  return { ...of, params: [...others, value === undefined ? [name] : [name, value]] };
}

export function tagOf(of: Address): string | undefined {
  return paramOf(of, 'tag');
}
