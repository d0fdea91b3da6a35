import { registeredHeaderFields, wellKnownHeaderFields } from './header-fields.mjs';
import { readAnnotations } from './registries.mjs';

/**
 * What is generated: one module a file, each with its tables.
 * @param {ReturnType<typeof import('./registries.mjs').openRegistries>} registries
 */
export function registryModules({ rows, updated }) {
  const iana = (group, registry) => `IANA ${group}, "${registry}" (${updated(group)})`;
  return [
    {
      file: 'header-fields',
      source: `${iana('sip-parameters', 'Header Fields')}, header-annotations.yaml`,
      tables: [
        {
          name: 'REGISTERED_HEADER_FIELDS',
          type: 'HeaderDefinition',
          doc: "Every header field of IANA's registry, in its order.",
          rows: registeredHeaderFields(rows('sip-parameters-2'), readAnnotations('header-annotations.yaml')),
        },
        {
          name: 'WELL_KNOWN_HEADER_FIELDS',
          type: 'HeaderDefinition',
          doc: 'Header fields in wide use that IANA does not list.',
          rows: wellKnownHeaderFields(readAnnotations('well-known-headers.yaml')),
        },
      ],
    },
  ];
}
