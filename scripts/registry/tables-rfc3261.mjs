const methods = ['ACK', 'BYE', 'CANCEL', 'INVITE', 'OPTIONS', 'REGISTER'];
const contexts = ['requestUri', 'to', 'from', 'regContact', 'dialog', 'external'];

/**
 * The modules of the tables of RFC 3261.
 * @param {import('./registries.mjs').Sources} sources
 */
export function rfc3261Modules({ annotations }) {
  return [
    {
      file: 'header-presence',
      source: 'RFC 3261 §20, rfc3261-tables-2-3.yaml, header-presence-overrides.yaml',
      tables: [
        {
          name: 'headerPresence',
          type: 'HeaderPresenceRow',
          doc: 'Tables 2 and 3 of RFC 3261 §20, row by row.',
          rows: annotations('rfc3261-tables-2-3.yaml').map(presenceRow),
        },
        {
          name: 'headerPresenceOverrides',
          type: 'HeaderPresenceRow',
          doc: 'Rows that other texts add to the tables, with the text that does.',
          rows: annotations('header-presence-overrides.yaml').map(presenceRow),
        },
      ],
    },
    {
      file: 'uri-components',
      source: 'RFC 3261 §19.1.1, rfc3261-table-1.yaml',
      tables: [
        {
          name: 'uriComponents',
          type: 'UriComponentRow',
          doc: 'Table 1 of RFC 3261 §19.1.1, row by row.',
          rows: annotations('rfc3261-table-1.yaml').map((row) => ({
            component: row.component,
            default: row.default,
            contexts: pick(row, contexts),
          })),
        },
      ],
    },
  ];
}

function presenceRow({ header, where, proxy, references, ...cells }) {
  return { header, where, proxy, methods: pick(cells, methods), references };
}

function pick(row, keys) {
  return Object.fromEntries(keys.map((key) => [key, row[key]]));
}
