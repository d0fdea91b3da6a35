import { JoinedReader } from '../input/joined-reader.js';
import { readSipFile } from '../input/sip-file.js';
import { looksLikeSip } from '../input/sniff.js';
import type { SipMessage } from '../syntax/message.js';
import { JoinedText } from '../text/joined-text.js';
import type { SourceText } from '../text/source-text.js';
import { applyDirectives, type DirectedFindings } from './apply-directives.js';
import type { FileResult } from './file-result.js';
import type { Finding, Fix, RelatedLocation } from './finding.js';
import type { Profiler } from './invoker.js';
import { LintFile } from './lint-file.js';
import type { FileConfig } from './lint-source.js';
import { judgeFile } from './linter.js';
import type { RuleSet } from './rule-set.js';

/** A file that is linted together with others. */
export interface FileOfFlow {
  readonly path: string;
  readonly source: SourceText;
  readonly config: FileConfig;
  /** True if the user named it, so that it is judged even if nothing in it looks like SIP. */
  readonly isNamed?: boolean;
}

/**
 * Lints files whose messages make calls together, in this order: a folder with a message in each file. Every message is read
 * as its own file gives it and judged by that file's rules, and directives hold in their own file; what shows between messages
 * is reported at the guilty one and may point into another file. A fix that would have to edit several files is left out.
 * @returns a result for each file, in their order
 */
export function lintTogether(
  files: readonly FileOfFlow[],
  { profiler }: { readonly profiler?: Profiler | undefined } = {},
): readonly FileResult<SourceText>[] {
  const judged = files.filter(({ isNamed, source }) => isNamed || looksLikeSip(source.text));
  const results = new Map(judgeTogether(judged, profiler).map((result, i) => [judged[i], result]));
  return files.map(
    (file) =>
      results.get(file) ?? {
        path: file.path,
        source: file.source,
        messages: 0,
        skipped: true,
        findings: [],
        suppressed: [],
        crashes: [],
      },
  );
}

function judgeTogether(files: readonly FileOfFlow[], profiler: Profiler | undefined): FileResult<SourceText>[] {
  const [first] = files;
  if (!first) return [];
  const text = new JoinedText(files);
  const settings = files.map(({ config }) => config.input);
  const read = () => new JoinedReader(text, settings);
  const reader = read();
  const file = new LintFile(first.path, text, reader, read, first.config.limits);
  const rulesFor = (message: SipMessage): RuleSet => {
    const { selection } = files[text.placeAt(message.offset).part]?.config ?? first.config;
    return selection.forMessage?.(message) ?? selection.forFile;
  };
  const selection = { forFile: first.config.selection.forFile, forMessage: rulesFor };
  const { findings, crashes } = judgeFile(file, selection, { profiler });
  const findingsOf = files.map((): Finding[] => []);
  for (const finding of findings) findingsOf[text.placeAt(finding.start).part]?.push(finding);
  return files.map(({ path, source, config }, part) => {
    const ownPlaces = new OwnPlaces(text, part, reader.firstIndexOf(part));
    const own = (findingsOf[part] ?? []).map((finding) => ownPlaces.finding(finding));
    return {
      path,
      source,
      messages: reader.firstIndexOf(part + 1) - reader.firstIndexOf(part),
      skipped: false,
      ...(reader.hasDirectives(part) || config.expectations === 'required'
        ? directed(own, source, config)
        : { findings: own, suppressed: [] }),
      relatedSources: ownPlaces.others,
      crashes: part === 0 ? crashes : [],
    };
  });
}

/** Directives hold in their file, so they are applied to what that has. */
function directed(findings: readonly Finding[], source: SourceText, config: FileConfig): DirectedFindings {
  const { messages, directives, problems } = readSipFile(source, config.input);
  return applyDirectives(findings, { file: { source, readMessages: () => messages }, directives, problems }, config);
}

/** Brings what was found in joined files to the places that it has in one of them. */
class OwnPlaces {
  /** The texts of the other files that findings point into, by their paths. */
  readonly others = new Map<string, SourceText>();
  readonly #start: number;

  constructor(
    private readonly text: JoinedText,
    private readonly part: number,
    private readonly firstIndex: number,
  ) {
    this.#start = text.startOf(part);
  }

  finding(finding: Finding): Finding {
    const { start, end, messageIndex, related, fix } = finding;
    return {
      ...finding,
      start: start - this.#start,
      end: end - this.#start,
      messageIndex: messageIndex === undefined ? undefined : messageIndex - this.firstIndex,
      related: related.map((other) => this.#related(other)),
      fix: fix && this.#fix(fix),
    };
  }

  #related({ message, start, end }: RelatedLocation): RelatedLocation {
    const { part, offset } = this.text.placeAt(start);
    const own = { message, start: offset, end: offset + end - start };
    const other = this.text.parts[part];
    if (part === this.part || !other) return own;
    this.others.set(other.path, other.source);
    return { ...own, path: other.path };
  }

  #fix(fix: Fix): Fix | undefined {
    if (fix.edits.some(({ start }) => this.text.placeAt(start).part !== this.part)) return undefined;
    const edits = fix.edits.map(({ start, end, text }) => ({
      start: start - this.#start,
      end: end - this.#start,
      text,
    }));
    return { ...fix, edits };
  }
}

/** The findings of files that were linted together with the places and indexes that they have in the joined text. */
export function placedTogether(results: readonly FileResult[], text: JoinedText): readonly Finding[] {
  let firstIndex = 0;
  return results.flatMap(({ findings, messages }, part) => {
    const first = firstIndex;
    firstIndex += messages;
    const start = text.startOf(part);
    return findings.map((finding) => ({
      ...finding,
      start: start + finding.start,
      end: start + finding.end,
      messageIndex: finding.messageIndex === undefined ? undefined : first + finding.messageIndex,
    }));
  });
}
