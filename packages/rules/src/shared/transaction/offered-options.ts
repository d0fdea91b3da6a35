import type { FlowMessage, Transaction } from '@siplint/core';
import { oncePer } from '../once/once-per.js';
import { plainOptions } from './plain-options.js';
import { DEMANDING_FIELDS } from './required-options.js';

type OptionField = (typeof DEMANDING_FIELDS)[number] | 'Supported';

/** The option tags of some header fields in lower case, on all hops of a request; undefined if one of them cannot be read. */
type OptionsOnHops = (hops: Transaction['hops']) => ReadonlySet<string> | undefined;

/** What a request demands in Require and Proxy-Require (RFC 3261 §8.2.2.3, §16.3). */
export const demandedOptions: OptionsOnHops = perRequest((hops) => optionsIn(hops, DEMANDING_FIELDS));

/** What the client understands: the options that it supports, and those that it requires itself (§8.2.4). */
export const understoodOptions: OptionsOnHops = perRequest((hops) => optionsIn(hops, ['Supported', 'Require']));

function perRequest(make: OptionsOnHops): OptionsOnHops {
  const ofFirst = oncePer(({ hops }: Transaction) => make(hops));
  return (hops) => hops[0] && ofFirst(hops[0]);
}

function optionsIn(hops: Transaction['hops'], names: readonly OptionField[]): ReadonlySet<string> | undefined {
  const options = new Set<string>();
  for (const { request } of hops) if (request && !addOptions(options, request, names)) return undefined;
  return options;
}

function addOptions(options: Set<string>, request: FlowMessage, names: readonly OptionField[]): boolean {
  if (request.placeholders.length > 0) return false;
  for (const name of names) {
    const plain = plainOptions(request, name);
    if (plain) {
      for (const option of plain) options.add(option);
      continue;
    }
    for (const { values, isReadable } of request.message.fieldsNamed(name)) {
      if (!isReadable) return false;
      for (const { value } of values) {
        if (!value) return false;
        options.add(value.text.toLowerCase());
      }
    }
  }
  return true;
}
