import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PiecedText, SourceText } from '@siplint/core';
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
import { createColors } from '../terminal/colors.js';
import { printable, printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

/** Draws the call flow of one file. */
export async function flow(file: string, options: FlowOptions, terminal: Terminal): Promise<ExitCode> {
  const problems = new Problems(terminal, false);
  const { stdinFilename } = options;
  const inputs = await findInputs([file], { ignore: false, stdinFilename }, openConfigs(options), problems);
  const [input] = inputs;
  if (input && inputs.length > 1) {
    throw new Failure(`"${file}" is ${inputs.length} files, and flow draws one`, `name one of them, as ${input.path}`);
  }
  const text = input && problems.reading(input.path, () => input.open());
  if (!input || !text) return EXIT.failure;
  try {
    const ladder = ladderOf(input, text.source, options, problems);
    deliver(drawn(ladder, input.path, options, terminal), options, terminal);
  } finally {
    text.close();
  }
  return problems.all.length > 0 ? EXIT.failure : EXIT.clean;
}

/** @throws {Failure} if there is nothing to draw */
function ladderOf(input: Input, source: SourceText | PiecedText, options: FlowOptions, problems: Problems): Ladder {
  const { callId: callIds = [], limit = DEFAULT_LADDER_LIMIT } = options;
  const settings = input.config.input;
  const build = () => {
    if (!options.findings) return buildLadder(source, settings, { callIds, limit });
    const { result } = judgeInput(input, source, undefined, undefined);
    problems.addCrashes(result);
    return buildLadder(source, settings, { callIds, limit, findings: result.findings });
  };
  const ladder = build();
  if (ladder.messages.length > 0) return ladder;
  const path = printable(input.path);
  if (ladder.total === 0) throw new Failure(`${path}: there is no SIP message in it`);
  const known = buildLadder(source, settings).calls.map(({ callId }) => callId);
  const wanted = callIds.map((callId) => `"${callId}"${didYouMean(callId, known)}`);
  const advice = known.length > 0 ? `there is ${printable(known.slice(0, 5).join(', '))}` : 'no message has a Call-ID';
  throw new Failure(`${path}: no message has the Call-ID ${wanted.join(' or ')}`, advice);
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
