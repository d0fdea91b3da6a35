import { nameDefinitions } from './names.mjs';
import { parseReferences } from './references.mjs';

/**
 * The modules of the words that stand in header field values: event packages, dispositions, schemes and the like.
 * @param {import('./registries.mjs').Sources} sources
 */
export function valueModules({ rows, annotations, updated }) {
  const sip = `IANA sip-parameters (${updated('sip-parameters')})`;
  const named = (name, doc, definitions) => ({ name, type: 'NameDefinition', doc, rows: definitions });
  const events = rows('sip-events-2');
  return [
    {
      file: 'events',
      source: `IANA sip-events (${updated('sip-events')}), ${sip}`,
      tables: [
        named(
          'EVENT_PACKAGES',
          'Every registered event package.',
          nameDefinitions(
            events.filter(({ type }) => type === 'package'),
            { name: 'package_name' },
          ),
        ),
        named(
          'EVENT_TEMPLATE_PACKAGES',
          'Every registered event template-package, which is appended to a package: `presence.winfo`.',
          nameDefinitions(
            events.filter(({ type }) => type === 'template-package'),
            { name: 'package_name' },
          ),
        ),
        named(
          'SUBSCRIPTION_STATE_REASONS',
          'Every registered value of the reason parameter of Subscription-State.',
          nameDefinitions(rows('sip-parameters-69')),
        ),
        named('INFO_PACKAGES', 'Every registered Info Package.', nameDefinitions(rows('sip-parameters-66'))),
      ],
    },
    {
      file: 'header-values',
      source: `${sip}, IANA emergency-call-additional-data (${updated('emergency-call-additional-data')}), call-info-purposes.yaml`,
      tables: [
        named(
          'TRANSPORTS',
          'Every registered transport of Via.',
          nameDefinitions(rows('sip-transport'), { name: 'description', description: '' }),
        ),
        named('PRIORITIES', 'Every registered value of Priority.', nameDefinitions(rows('sip-parameters-73'))),
        named('PRIVACY_VALUES', 'Every registered value of Privacy.', nameDefinitions(rows('sip-parameters-8'))),
        named('REASON_PROTOCOLS', 'Every registered protocol of Reason.', nameDefinitions(rows('sip-parameters-3'))),
        named(
          'SECURITY_MECHANISMS',
          'Every registered mechanism of Security-Client, Security-Server and Security-Verify.',
          nameDefinitions(rows('sip-parameters-9')),
        ),
        named('CALL_INFO_PURPOSES', 'The defined values of the purpose parameter of Call-Info.', [
          ...annotations('call-info-purposes.yaml'),
          ...nameDefinitions(rows('emergency-call-data-types'), { description: '' }).map((definition) => ({
            ...definition,
            name: `EmergencyCallData.${definition.name}`,
          })),
        ]),
        {
          name: 'WARN_CODES',
          type: 'WarnCodeDefinition',
          doc: 'Every registered code of Warning.',
          rows: rows('sip-parameters-5').map(({ value, description, reference }) => ({
            code: Number(value),
            description,
            references: parseReferences(reference),
          })),
        },
      ],
    },
    {
      file: 'content-dispositions',
      source: `IANA cont-disp (${updated('cont-disp')})`,
      tables: [
        named(
          'CONTENT_DISPOSITIONS',
          'Every registered disposition type.',
          nameDefinitions(rows('cont-disp-1'), { name: 'name' }),
        ),
        named(
          'CONTENT_DISPOSITION_PARAMETERS',
          'Every registered parameter of Content-Disposition.',
          nameDefinitions(rows('cont-disp-2'), { name: 'name' }),
        ),
        named(
          'HANDLING_VALUES',
          'Every registered value of the handling parameter.',
          nameDefinitions(rows('cont-disp-4')),
        ),
      ],
    },
    {
      file: 'auth',
      source: `IANA http-authschemes (${updated('http-authschemes')}), http-dig-alg (${updated('http-dig-alg')}), digest-algorithms.yaml`,
      tables: [
        named(
          'AUTH_SCHEMES',
          'Every registered authentication scheme.',
          nameDefinitions(rows('authschemes'), { description: 'notes' }),
        ),
        named('DIGEST_ALGORITHMS', 'The defined values of the algorithm parameter of Digest.', [
          ...nameDefinitions(rows('hash-alg'), { description: '' }),
          ...annotations('digest-algorithms.yaml'),
        ]),
      ],
    },
    {
      file: 'uri-schemes',
      source: `IANA uri-schemes (${updated('uri-schemes')})`,
      tables: [named('URI_SCHEMES', 'Every registered URI scheme.', uriSchemes(rows('uri-schemes-1')))],
    },
    {
      file: 'media-types',
      source: `IANA media-types (${updated('media-types')})`,
      tables: [
        named(
          'MEDIA_TYPES',
          'The registered media types that an RFC or a 3GPP specification defines.',
          mediaTypes(rows),
        ),
      ],
    },
  ];
}

/** A description that only repeats the name says nothing. */
function uriSchemes(registry) {
  return nameDefinitions(registry).map((definition, row) => ({
    ...definition,
    description: definition.description === definition.name ? undefined : definition.description,
    deprecated: definition.deprecated ?? (registry[row].status === 'Historical' || undefined),
  }));
}

/** Most of the registry's media types are formats of some product, which no SIP body carries. */
function mediaTypes(rows) {
  const types = ['application', 'audio', 'font', 'haptics', 'image', 'message', 'model', 'multipart', 'text', 'video'];
  return types.flatMap((type) =>
    nameDefinitions(
      rows(type).filter(({ name, reference }) => reference.includes('RFC') || name.startsWith('vnd.3gpp.')),
      { name: 'name' },
    ).map((definition) => ({ ...definition, name: `${type}/${definition.name}` })),
  );
}
