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
          'eventPackages',
          'Every registered event package.',
          nameDefinitions(
            events.filter(({ type }) => type === 'package'),
            { name: 'package_name' },
          ),
        ),
        named(
          'eventTemplatePackages',
          'Every registered event template-package, which is appended to a package: `presence.winfo`.',
          nameDefinitions(
            events.filter(({ type }) => type === 'template-package'),
            { name: 'package_name' },
          ),
        ),
        named(
          'subscriptionStateReasons',
          'Every registered value of the reason parameter of Subscription-State.',
          nameDefinitions(rows('sip-parameters-69')),
        ),
        named('infoPackages', 'Every registered Info Package.', nameDefinitions(rows('sip-parameters-66'))),
      ],
    },
    {
      file: 'header-values',
      source: `${sip}, IANA emergency-call-additional-data (${updated('emergency-call-additional-data')}), call-info-purposes.yaml`,
      tables: [
        named(
          'transports',
          'Every registered transport of Via.',
          nameDefinitions(rows('sip-transport'), { name: 'description', description: '' }),
        ),
        named('priorities', 'Every registered value of Priority.', nameDefinitions(rows('sip-parameters-73'))),
        named('privacyValues', 'Every registered value of Privacy.', nameDefinitions(rows('sip-parameters-8'))),
        named('reasonProtocols', 'Every registered protocol of Reason.', nameDefinitions(rows('sip-parameters-3'))),
        named(
          'securityMechanisms',
          'Every registered mechanism of Security-Client, Security-Server and Security-Verify.',
          nameDefinitions(rows('sip-parameters-9')),
        ),
        named('callInfoPurposes', 'The defined values of the purpose parameter of Call-Info.', [
          ...annotations('call-info-purposes.yaml'),
          ...nameDefinitions(rows('emergency-call-data-types'), { description: '' }).map((definition) => ({
            ...definition,
            name: `EmergencyCallData.${definition.name}`,
          })),
        ]),
        {
          name: 'warnCodes',
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
          'contentDispositions',
          'Every registered disposition type.',
          nameDefinitions(rows('cont-disp-1'), { name: 'name' }),
        ),
        named(
          'contentDispositionParameters',
          'Every registered parameter of Content-Disposition.',
          nameDefinitions(rows('cont-disp-2'), { name: 'name' }),
        ),
        named(
          'handlingValues',
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
          'authSchemes',
          'Every registered authentication scheme.',
          nameDefinitions(rows('authschemes'), { description: 'notes' }),
        ),
        named('digestAlgorithms', 'The defined values of the algorithm parameter of Digest.', [
          ...nameDefinitions(rows('hash-alg'), { description: '' }),
          ...annotations('digest-algorithms.yaml'),
        ]),
      ],
    },
    {
      file: 'uri-schemes',
      source: `IANA uri-schemes (${updated('uri-schemes')})`,
      tables: [named('uriSchemes', 'Every registered URI scheme.', uriSchemes(rows('uri-schemes-1')))],
    },
    {
      file: 'media-types',
      source: `IANA media-types (${updated('media-types')})`,
      tables: [
        named(
          'mediaTypes',
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
