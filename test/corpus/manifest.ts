import { dirname, posix } from 'node:path';
import type { Severity } from '@siplint/core';
import { corpusDocuments, corpusFiles } from '../../packages/linter-core/test/corpus.js';

/** A finding that a message has to give: one of these rules, at this severity or worse. */
export interface Demand {
  readonly label: string;
  readonly ruleIds: readonly string[];
  /** How often; a rule may be demanded of several places. */
  readonly times: number;
  readonly floor: Severity;
}

/** A message of the corpus with what somebody who read it says about it. */
export interface JudgedMessage {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** True if no error may come but those of `allowedErrors`. */
  readonly isValid: boolean;
  readonly demands: readonly Demand[];
  /** Rules that may report it, at any severity. */
  readonly allowed: ReadonlySet<string>;
  readonly allowedErrors: ReadonlySet<string>;
}

/** An entry of a manifest: with rule ids under `rules`, or with kinds of findings that map to rules. */
interface Entry {
  readonly file: string;
  readonly verdict?: string;
  readonly rules?: readonly (string | readonly string[])[];
  readonly allowed?: readonly string[];
  readonly allowed_errors?: Readonly<Record<string, string>>;
  readonly expect?: readonly string[];
  readonly also?: readonly string[];
  readonly findings?: readonly string[];
  readonly findings_as_text?: readonly string[];
  readonly reference_findings?: readonly string[];
}

interface Kinds {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Kinds that need not be reported. */
  readonly advice: readonly string[];
  /** Kinds that may be reported at any severity. */
  readonly anySeverity: readonly string[];
  /** Kinds that are no defect where LF stands for CRLF. */
  readonly textForm: readonly string[];
}

const VALID: ReadonlySet<string> = new Set(['valid', 'valid-but-unusual']);
/** Findings listed for these verdicts may come; none has to. */
const NOTHING_DEMANDED: ReadonlySet<string> = new Set(['valid-but-unusual', 'elided', 'deviating']);

/** The messages that the manifests of a folder of the corpus judge; none where the corpus is not at hand. */
export function judgedMessages(folder: string): JudgedMessage[] {
  const [kinds] = corpusDocuments('', 'kind-to-rules.yaml');
  if (!kinds) return [];
  const files = new Map(corpusFiles(folder).map(({ path, bytes }) => [path, bytes]));
  // The documents have this form by their own description; a breach fails the tests that read it.
  const reader = new ManifestReader(kinds.value as Kinds);
  return corpusDocuments(folder, 'manifest.yaml').flatMap(({ path, value }) =>
    (value as { readonly messages: readonly Entry[] }).messages.map((entry) => {
      const file = posix.join(dirname(path), entry.file);
      const bytes = files.get(file);
      if (!bytes) throw new Error(`${path} names a file that is not there: ${entry.file}`);
      return reader.read(entry, file, bytes);
    }),
  );
}

class ManifestReader {
  constructor(private readonly kinds: Kinds) {}

  read(entry: Entry, path: string, bytes: Uint8Array): JudgedMessage {
    const verdict = entry.verdict ?? '';
    const facts = entry.rules ? readRules(entry, entry.rules) : this.#readKinds(entry, verdict, isTextForm(bytes));
    return { path, bytes, isValid: VALID.has(verdict), ...facts };
  }

  #readKinds(
    entry: Entry,
    verdict: string,
    isText: boolean,
  ): Pick<JudgedMessage, 'demands' | 'allowed' | 'allowedErrors'> {
    const found = entry.findings_as_text ?? entry.findings ?? [];
    const demanded = NOTHING_DEMANDED.has(verdict) ? [] : (entry.expect ?? found);
    const demands = demanded
      .filter((kind) => !this.#isOf('advice', kind) && !(isText && this.#isOf('textForm', kind)))
      .map((kind) => ({ label: kind, ruleIds: this.#rulesOf(kind), times: 1, floor: this.#floorOf(kind) }))
      .filter(({ ruleIds }) => ruleIds.length > 0);
    const named = [found, entry.expect, entry.also, entry.findings, entry.reference_findings].flatMap(
      (list) => list ?? [],
    );
    const allowed = new Set(named.flatMap((kind) => this.#rulesOf(kind)));
    return { demands, allowed, allowedErrors: allowed };
  }

  /** Kinds may carry a header name: `header-missing:To` is looked up first, then `header-missing`. */
  #rulesOf(kind: string): readonly string[] {
    return this.kinds.kinds[kind] ?? this.kinds.kinds[withoutName(kind)] ?? [];
  }

  #isOf(list: 'advice' | 'anySeverity' | 'textForm', kind: string): boolean {
    return this.kinds[list].includes(kind) || this.kinds[list].includes(withoutName(kind));
  }

  #floorOf(kind: string): Severity {
    return this.#isOf('anySeverity', kind) ? 'hint' : 'warning';
  }
}

function readRules(
  { allowed = [], allowed_errors = {} }: Entry,
  rules: readonly (string | readonly string[])[],
): Pick<JudgedMessage, 'demands' | 'allowed' | 'allowedErrors'> {
  const times = new Map<string, number>();
  for (const rule of rules) {
    const label = [rule].flat().join(' | ');
    times.set(label, (times.get(label) ?? 0) + 1);
  }
  return {
    demands: [...times].map(([label, count]) => ({
      label,
      ruleIds: label.split(' | '),
      times: count,
      floor: 'warning',
    })),
    allowed: new Set([...rules.flat(), ...allowed]),
    allowedErrors: new Set([...rules.flat(), ...Object.keys(allowed_errors)]),
  };
}

function withoutName(kind: string): string {
  return kind.split(':', 1)[0] ?? kind;
}

function isTextForm(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes).includes('\r\n');
}
