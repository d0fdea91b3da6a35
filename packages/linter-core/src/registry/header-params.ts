import { featureTags, headerParameters } from './generated/header-params.js';
import { lookupByName } from './name-index.js';
import type { HeaderParameterDefinition, NameDefinition } from './types.js';

export * from './generated/header-params.js';

let parametersByHeader: Map<string, HeaderParameterDefinition[]> | undefined;

/** The registered parameters of a header field, by its long name in any case; empty if there are none. */
export function headerParametersOf(header: string): readonly HeaderParameterDefinition[] {
  parametersByHeader ??= groupByHeader();
  return parametersByHeader.get(header.toLowerCase()) ?? [];
}

/** A registered parameter of a header field; both names in any case, the header field's in its long form. */
export function lookupHeaderParameter(header: string, name: string): HeaderParameterDefinition | undefined {
  const key = name.toLowerCase();
  return headerParametersOf(header).find((parameter) => parameter.name.toLowerCase() === key);
}

/** base-tags of RFC 3840 §9, which stand for tags of the SIP tree but for the last two. */
const BASE_TAGS: ReadonlySet<string> = new Set(
  (
    'actor application audio automata class control data description duplex events extensions isfocus methods mobility ' +
    'priority schemes text video language type'
  ).split(' '),
);

const lookupTag = lookupByName(featureTags);

/** The media feature tag that a parameter of Contact, Accept-Contact or Reject-Contact stands for: enc-feature-tag, RFC 3840 §9. */
export function lookupFeatureTag(parameter: string): NameDefinition | undefined {
  if (parameter.startsWith('+')) return lookupTag(parameter.slice(1));
  return BASE_TAGS.has(parameter.toLowerCase()) ? (lookupTag(`sip.${parameter}`) ?? lookupTag(parameter)) : undefined;
}

function groupByHeader(): Map<string, HeaderParameterDefinition[]> {
  const groups = new Map<string, HeaderParameterDefinition[]>();
  for (const parameter of headerParameters()) {
    const key = parameter.header.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(parameter);
    else groups.set(key, [parameter]);
  }
  return groups;
}
