import { methods, registeredHeaderFields, wellKnownHeaderFields } from './annotated.mjs';
import { nameDefinitions, readName, readPredefined } from './names.mjs';
import { parseReferences, withSection } from './references.mjs';

/**
 * The modules of IANA's SIP registries: header fields and what start lines hold.
 * @param {import('./registries.mjs').Sources} sources
 */
export function sipMessageModules({ rows, annotations, updated }) {
  const sip = `IANA sip-parameters (${updated('sip-parameters')})`;
  return [
    {
      file: 'header-fields',
      source: `${sip}, header-annotations.yaml, well-known-headers.yaml`,
      tables: [
        {
          name: 'REGISTERED_HEADER_FIELDS',
          type: 'HeaderDefinition',
          doc: "Every header field of IANA's registry, in its order.",
          rows: registeredHeaderFields(rows('sip-parameters-2'), annotations('header-annotations.yaml')),
        },
        {
          name: 'WELL_KNOWN_HEADER_FIELDS',
          type: 'HeaderDefinition',
          doc: 'Header fields in wide use that IANA does not list.',
          rows: wellKnownHeaderFields(annotations('well-known-headers.yaml')),
        },
      ],
    },
    {
      file: 'methods',
      source: `${sip}, methods.yaml`,
      tables: [
        {
          name: 'METHODS',
          type: 'MethodDefinition',
          doc: 'Every registered method.',
          rows: methods(rows('sip-parameters-6'), annotations('methods.yaml')),
        },
      ],
    },
    {
      file: 'status-codes',
      source: `${sip}, status-code-sections.yaml`,
      tables: [
        {
          name: 'STATUS_CODES',
          type: 'StatusCodeDefinition',
          doc: 'Every registered response code.',
          rows: statusCodes(rows('sip-parameters-7'), annotations('status-code-sections.yaml')),
        },
      ],
    },
    {
      file: 'option-tags',
      source: sip,
      tables: [
        {
          name: 'optionTags',
          type: 'NameDefinition',
          doc: 'Every registered option tag.',
          rows: nameDefinitions(rows('sip-parameters-4')),
        },
      ],
    },
    {
      file: 'uri-params',
      source: `${sip}, IANA tel-uri-parameters (${updated('tel-uri-parameters')})`,
      tables: [
        {
          name: 'uriParameters',
          type: 'UriParameterDefinition',
          doc: 'Every registered parameter of SIP and SIPS URIs; `param[n]` stands for param1, param2 and so on.',
          rows: uriParameters(rows('sip-parameters-11')),
        },
        {
          name: 'telUriParameters',
          type: 'UriParameterDefinition',
          doc: 'Every registered parameter of tel URIs.',
          rows: rows('tel-uri-parameters-1').map(({ parameter, reference }) => ({
            name: parameter,
            predefinedValues: false,
            references: parseReferences(reference),
          })),
        },
      ],
    },
    {
      file: 'header-params',
      source: `${sip}, IANA media-feature-tags (${updated('media-feature-tags')})`,
      tables: [
        {
          name: 'headerParameters',
          type: 'HeaderParameterDefinition',
          doc: 'Every registered header field parameter.',
          rows: headerParameters(rows('sip-parameters-12')),
        },
        {
          name: 'featureTags',
          type: 'NameDefinition',
          doc: 'The media feature tags of the SIP and the global tree, and those of the IETF tree that RFC 3840 takes up.',
          rows: nameDefinitions(featureTags(rows), { name: 'name' }),
        },
      ],
    },
  ];
}

/** Of the IETF tree, which mostly describes printers, base-tags of RFC 3840 §9 has only these two. */
function featureTags(rows) {
  const ietfTree = rows('media-feature-tags-1').filter(({ name }) => name === 'type' || name === 'language');
  return [...rows('media-feature-tags-4'), ...rows('media-feature-tags-2'), ...ietfTree];
}

function statusCodes(registry, sections) {
  return registry.map(({ value, description, reference }) => {
    const code = Number(value);
    const { name: reason, deprecated } = readName(description);
    const references = reference ? parseReferences(reference) : [{ rfc: 3261 }];
    return { code, reason, references: withSection(references, sections[code]), deprecated };
  });
}

/** The registry lists `method` twice, once for each document; both are one name to a URI. */
function uriParameters(registry) {
  const parameters = new Map();
  for (const { value: name, predefined, reference } of registry) {
    const known = parameters.get(name);
    parameters.set(name, {
      name,
      predefinedValues: readPredefined(predefined) || (known?.predefinedValues ?? false),
      references: [...parseReferences(reference), ...(known?.references ?? [])],
    });
  }
  return [...parameters.values()];
}

/** `fcap-name` is a placeholder of the registry for any feature-capability indicator. */
function headerParameters(registry) {
  return registry
    .filter(({ value }) => value !== 'fcap-name')
    .map(({ header_field: header, value, predefined, reference }) => {
      const { name, deprecated } = readName(value);
      return {
        header,
        name,
        predefinedValues: readPredefined(predefined),
        references: parseReferences(reference),
        deprecated,
      };
    });
}
