import { type FlowMessage, type NameAddr, sipUriWith, type Uri } from '@siplint/core';
import { bindingKey } from '../message/bindings.js';

/**
 * Host and port of a route, the default ports counting as none: what proxies leave of their own URIs as they are, while their
 * parameters, and their user parts, may differ between the messages of a dialog.
 */
export function routeHost(uri: Uri): string {
  return uri.kind === 'sip' ? bindingKey(sipUriWith(uri, { user: undefined })) : uri.text;
}

/** What tells a route from the others of a list: scheme, user, host and port. */
export function routeKey(uri: Uri): string {
  return uri.kind === 'sip' ? `${uri.scheme}:${bindingKey(uri)}` : uri.text;
}

/** A value of Route or Record-Route with its URI. */
export interface RouteValue {
  readonly value: NameAddr;
  readonly uri: Uri;
}

/** The values of a field in order; undefined where one of them did not parse. */
export function routeValuesOf(message: FlowMessage, name: 'Route' | 'Record-Route'): readonly RouteValue[] | undefined {
  const texts = name === 'Route' ? message.routes : message.recordRoutes;
  if (texts === undefined) return undefined;
  const found: RouteValue[] = [];
  if (texts.length === 0) return found;
  for (const value of message.message.valuesOf(name)) if (value.uri) found.push({ value, uri: value.uri });
  return found;
}
