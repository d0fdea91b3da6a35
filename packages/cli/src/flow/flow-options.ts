import { type Command, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../options/did-you-mean.js';
import { append } from '../options/lint-options.js';
import type { ConfigOptions } from '../run/configs.js';

export const FLOW_FORMATS = ['text', 'mermaid', 'svg', 'json'] as const;
export type FlowFormat = (typeof FLOW_FORMATS)[number];

/** The options of flow as the user gave them; absent where not given, unless a default is said. */
export interface FlowOptions extends ConfigOptions {
  readonly format: FlowFormat;
  readonly output?: string;
  readonly callId?: readonly string[];
  readonly limit?: number;
  /** False for `--no-findings`. */
  readonly findings: boolean;
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly width?: number;
  readonly stdinFilename?: string;
}

const WIDTH = { least: 40, most: 1000 } as const;
const LIMIT = { least: 1, most: 1_000_000 } as const;

const HELP = `
Formats:
  text       a ladder for the terminal (default)
  mermaid    a sequence diagram for Markdown
  svg        a picture for a ticket or a page, light and dark
  json       all that the others show (schema/flow.schema.json)

Who sends and receives is read from the addresses of the trace, from Via, Route, Record-Route, Contact and Request-URI; what
follows from From and To only is dashed, and noted below the ladder. Each retransmission has an arrow of its own, marked ×2.

Several files are drawn as one flow, in the order of their names; siplint --together lints them so.

Exit codes:
  0  drawn; findings do not change it
  2  could not draw: usage, configuration, an unreadable file, no SIP message in it, a rule that crashed

Examples:
  siplint flow call.sip
  siplint flow --format svg --output call.svg call.sip
  siplint flow captures/registration
  siplint flow --call-id 2xTb9vxSit55XU7p8@192.0.2.101 trace.sip
`;

/** Adds the argument and the options of flow to a command. */
export function addFlowOptions(command: Command): Command {
  return command
    .argument('<path...>', 'a file, or "-" for standard input; of several files, or a folder, one flow')
    .addOption(
      new Option('--format <name>', 'what to draw').choices(FLOW_FORMATS).default('text').argParser(parseFormat),
    )
    .option('--output <file>', 'write to this file instead of standard output')
    .option('--call-id <id>', 'only the messages of this Call-ID; repeatable', append)
    .option('--limit <count>', 'the most messages to draw (default: 2000)', numberWithin(LIMIT))
    .option('--no-findings', 'do not lint, and draw no findings')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .option('--ascii', 'draw the ladder with ASCII characters only')
    .option('--width <columns>', 'the width of the ladder instead of that of the terminal', numberWithin(WIDTH))
    .option('--stdin-filename <name>', 'the path that standard input ("-") is shown and configured under')
    .option('--config <file>', 'use this configuration file and no other')
    .option('--no-config', 'use no configuration file')
    .option('--preset <name>', 'the preset to start from instead of "recommended"')
    .option('--rule <setting>', "set one rule, as 'id: severity' or 'id: [severity, options]'; repeatable", append)
    .addHelpText('after', HELP);
}

function parseFormat(value: string): FlowFormat {
  const format = FLOW_FORMATS.find((name) => name === value);
  if (format) return format;
  throw new InvalidArgumentError(`Formats are ${FLOW_FORMATS.join(', ')}${didYouMean(value, FLOW_FORMATS)}`);
}

function numberWithin({ least, most }: { readonly least: number; readonly most: number }): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`);
  };
}
