import type { FileResult, Finding, RelatedLocation, SuppressedFinding } from '@siplint/core';
import { fingerprints } from '../report/fingerprint.js';
import { placeOf } from '../report/json-report.js';
import { printable, printableJson } from '../terminal/printable.js';
import type { Format, Problem } from './format.js';
import { SarifRules } from './sarif-rules.js';
import { artifactUri, LEVEL, messageOf } from './sarif-text.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** SARIF 2.1.0 (OASIS), one run. Paths are relative to the working directory; there is no time in it. */
const sarif: Format = ({ write, ruleMeta, version }) => {
  const rules = new SarifRules(ruleMeta);
  const artifacts: JsonObject[] = [];
  const results: JsonObject[] = [];
  return {
    file(result) {
      artifacts.push(artifactOf(result));
      for (const one of resultsOf(result, rules)) results.push(one);
    },
    end(_summary, problems) {
      const run = {
        tool: { driver: { name: 'siplint', version, semanticVersion: version, rules: rules.descriptors } },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(problems)],
        artifacts,
        results,
      };
      const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
      write(`${printableJson(JSON.stringify(log, null, 2))}\n`);
    },
  };
};

function artifactOf({ path, source }: FileResult): JsonObject {
  return {
    location: { uri: artifactUri(path) },
    length: source.octetsBefore(source.length),
    encoding: source.encoding === 'utf-8' ? 'UTF-8' : 'ISO-8859-1',
    roles: ['analysisTarget'],
  };
}

function resultsOf(file: FileResult, rules: SarifRules): JsonObject[] {
  const { path, source, findings, suppressed } = file;
  const place = new Places(file);
  const identities = fingerprints([...findings, ...suppressed], source);
  return [
    ...findings.map((finding, i) => resultOf(finding, path, place, rules, identities[i])),
    ...suppressed.map((finding, i) => ({
      ...resultOf(finding, path, place, rules, identities[findings.length + i]),
      suppressions: [suppressionOf(finding)],
    })),
  ];
}

function resultOf(
  { ruleId, severity, message, start, end, related, fix }: Finding,
  path: string,
  places: Places,
  rules: SarifRules,
  identity: string | undefined,
): JsonObject {
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId, severity),
    level: LEVEL[severity],
    message: messageOf(message),
    locations: [{ physicalLocation: places.at(start, end) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: messageOf(other.message),
        physicalLocation: places.ofRelated(other),
      })),
    }),
    partialFingerprints: { 'siplintContext/v1': identity },
    ...(fix && {
      fixes: [
        {
          description: messageOf(`${fix.title} (${fix.safety})`),
          artifactChanges: [
            {
              artifactLocation: { uri: artifactUri(path) },
              replacements: fix.edits.map((edit) => ({
                deletedRegion: places.region(edit.start, edit.end),
                insertedContent: { text: edit.text },
              })),
            },
          ],
        },
      ],
    }),
  };
}

function suppressionOf({ suppression: { kind, reason } }: SuppressedFinding): JsonObject {
  return {
    kind: kind === 'baseline' ? 'external' : 'inSource',
    ...(reason !== undefined && { justification: printable(reason) }),
  };
}

/** Regions of one file: lines and columns, characters, and octets. */
class Places {
  constructor(private readonly file: Pick<FileResult, 'path' | 'source' | 'relatedSources'>) {}

  /** A place in another file is known by its path only where the text of that is not at hand. */
  ofRelated({ path, start, end }: RelatedLocation): JsonObject {
    if (path === undefined || path === this.file.path) return this.at(start, end);
    const source = this.file.relatedSources?.get(path);
    return source ? new Places({ path, source }).at(start, end) : { artifactLocation: { uri: artifactUri(path) } };
  }

  at(start: number, end: number): JsonObject {
    return { artifactLocation: { uri: artifactUri(this.file.path) }, region: this.region(start, end) };
  }

  region(start: number, end: number): JsonObject {
    const { line, column, endLine, endColumn } = placeOf(this.file.source, start, end);
    const byteOffset = this.file.source.octetsBefore(start);
    return {
      startLine: line,
      startColumn: column,
      endLine,
      endColumn,
      charOffset: start,
      charLength: end - start,
      byteOffset,
      byteLength: this.file.source.octetsBefore(end) - byteOffset,
    };
  }
}

function invocationOf(problems: readonly Problem[]): JsonObject {
  return {
    executionSuccessful: problems.length === 0,
    ...(problems.length > 0 && {
      toolExecutionNotifications: problems.map(({ message, path }) => ({
        level: 'error',
        message: messageOf(message),
        ...(path !== undefined && {
          locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(path) } } }],
        }),
      })),
    }),
  };
}

export default sarif;
