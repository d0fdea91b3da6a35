import { mkdirSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import {
  type FileOfFlow,
  type Finding,
  type InputSettings,
  JoinedText,
  lintTogether,
  placedTogether,
} from '@siplint/core';
import { buildLadder, DEFAULT_LADDER_LIMIT, type Ladder, renderMermaid, renderSvg } from '@siplint/core/ladder';
import { reasonOf, writeFileAtomically } from '@siplint/core/node';
import { EXIT, type ExitCode, Failure } from '../failure.js';
import type { FlowOptions } from '../flow/flow-options.js';
import { renderText } from '../flow/render-text.js';
import { didYouMean } from '../options/did-you-mean.js';
import { openConfigs } from '../run/configs.js';
import { judgeInput } from '../run/file-judge.js';
import { findInputs, type Input } from '../run/inputs.js';
import { Problems } from '../run/problems.js';
import { inOrderOfNames, readAll } from '../run/together.js';
import { createColors } from '../terminal/colors.js';
import { printable, printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

/** Draws the call flow of a file, or of several whose messages make calls together. */
export async function flow(paths: readonly string[], options: FlowOptions, terminal: Terminal): Promise<ExitCode> {
  const problems = new Problems(terminal, false);
  const { stdinFilename } = options;
  const inputs = await findInputs(paths, { ignore: false, stdinFilename }, openConfigs(options), problems);
  // Without a file that was meant to be in it, a flow is another one.
  if (problems.all.length > 0) return EXIT.failure;
  const text = inputs.length > 1 ? openTogether(inputs, problems) : inputs[0] && openAlone(inputs[0], problems);
  if (!text) return EXIT.failure;
  const path = inputs.length > 1 ? paths.join(' ') : text.path;
  try {
    deliver(drawn(ladderOf(text, path, options), path, options, terminal), options, terminal);
  } finally {
    text.close();
  }
  return problems.all.length > 0 ? EXIT.failure : EXIT.clean;
}

/** What is drawn: a file, or several as one. */
interface Drawable {
  readonly path: string;
  readonly source: Parameters<typeof buildLadder>[0];
  readonly settings: InputSettings;
  findings(): readonly Finding[];
  close(): void;
}

function openAlone(input: Input, problems: Problems): Drawable | undefined {
  const text = problems.reading(input.path, () => input.open());
  if (!text) return undefined;
  const findings = () => {
    const { result } = judgeInput(input, text.source, undefined, undefined);
    problems.addCrashes(result);
    return result.findings;
  };
  return { path: input.path, source: text.source, settings: input.config.input, findings, close: () => text.close() };
}

function openTogether(inputs: readonly Input[], problems: Problems): Drawable | undefined {
  const files = readAll(inOrderOfNames(inputs), problems);
  const [first] = files;
  if (!first || files.length < inputs.length) return undefined;
  const folders = new Set(files.map(({ path }) => posix.dirname(path)));
  const named = ({ path, source }: FileOfFlow) => ({ path: folders.size > 1 ? path : posix.basename(path), source });
  const text = new JoinedText(files.map(named));
  const findings = () => {
    const results = lintTogether(files);
    for (const result of results) problems.addCrashes(result);
    return placedTogether(results, text);
  };
  return { path: first.path, source: text, settings: first.config.input, findings, close: () => {} };
}

/** @throws {Failure} if there is nothing to draw */
function ladderOf(text: Drawable, path: string, options: FlowOptions): Ladder {
  const { callId: callIds = [], limit = DEFAULT_LADDER_LIMIT } = options;
  const { source, settings } = text;
  const findings = options.findings ? text.findings() : [];
  const ladder = buildLadder(source, settings, { callIds, limit, findings });
  if (ladder.messages.length > 0) return ladder;
  const name = printable(path);
  if (ladder.total === 0) throw new Failure(`${name}: there is no SIP message in it`);
  const known = buildLadder(source, settings).calls.map(({ callId }) => callId);
  const wanted = callIds.map((callId) => `"${callId}"${didYouMean(callId, known)}`);
  const advice = known.length > 0 ? `there is ${printable(known.slice(0, 5).join(', '))}` : 'no message has a Call-ID';
  throw new Failure(`${name}: no message has the Call-ID ${wanted.join(' or ')}`, advice);
}

function drawn(ladder: Ladder, path: string, options: FlowOptions, terminal: Terminal): string {
  switch (options.format) {
    case 'mermaid':
      return renderMermaid(ladder);
    case 'svg':
      return renderSvg(ladder, { title: path });
    case 'json': {
      const { version, ...rest } = ladder;
      return `${printableJson(JSON.stringify({ version, path, ...rest }))}\n`;
    }
    case 'text': {
      const colors =
        options.output === undefined ? terminal.colors(options.color) : createColors(options.color === true);
      return renderText(ladder, { colors, width: options.width ?? terminal.width, isAscii: options.ascii === true });
    }
  }
}

function deliver(text: string, { output }: FlowOptions, terminal: Terminal): void {
  if (output === undefined) {
    terminal.write(text);
    return;
  }
  try {
    mkdirSync(dirname(output), { recursive: true });
    writeFileAtomically(output, Buffer.from(text));
  } catch (error) {
    throw new Failure(`cannot write "${output}": ${reasonOf(error)}`, undefined, { cause: error });
  }
}
