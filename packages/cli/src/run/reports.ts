import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileResult } from '@siplint/core';
import { reasonOf } from '@siplint/core/node';
import { Failure } from '../failure.js';
import type { FormatContext, Formatter, Problem } from '../formats/format.js';
import type { ReportTarget } from '../options/format-option.js';
import type { Summary } from '../report/tally.js';
import { createColors } from '../terminal/colors.js';

/** Where the text of one report goes. */
interface Sink {
  write(text: string): void;
  close(): void;
}

interface Report {
  readonly name: string;
  readonly formatter: Formatter;
  readonly sink: Sink;
}

/** The reports of a run, written side by side. A format that throws ends its own report only. */
export class Reports {
  #open: readonly Report[];

  private constructor(
    reports: readonly Report[],
    private readonly onCrash: (problem: Problem, error: unknown) => void,
  ) {
    this.#open = reports;
  }

  /**
   * Loads the formats and opens their files.
   * @throws {Failure} if a file cannot be written
   */
  static async open(
    targets: readonly ReportTarget[],
    context: FormatContext,
    onCrash: (problem: Problem, error: unknown) => void,
  ): Promise<Reports> {
    const reports: Report[] = [];
    for (const { format, file } of targets) {
      const { default: create } = await format.load();
      const sink: Sink = file === undefined ? { write: (text) => context.write(text), close() {} } : new FileSink(file);
      const own =
        file === undefined
          ? context
          : { ...context, colors: createColors(false), wraps: false, write: (text: string) => sink.write(text) };
      reports.push({ name: format.name, formatter: create(own), sink });
    }
    return new Reports(reports, onCrash);
  }

  file(result: FileResult): void {
    this.#each(({ formatter }) => formatter.file(result));
  }

  end(summary: Summary, problems: readonly Problem[]): void {
    this.#each(({ formatter, sink }) => {
      formatter.end(summary, problems);
      sink.close();
    });
  }

  #each(act: (report: Report) => void): void {
    for (const report of this.#open) {
      try {
        act(report);
      } catch (error) {
        this.#open = this.#open.filter((other) => other !== report);
        const message = `the report in format "${report.name}" could not be written: ${reasonOf(error)}`;
        this.onCrash({ message, path: undefined }, error);
      }
    }
  }
}

const CHUNK = 1 << 16;

/** A file that is written in larger pieces; its folders are made. */
class FileSink implements Sink {
  readonly #descriptor: number;
  #pending = '';

  constructor(file: string) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      this.#descriptor = openSync(file, 'w');
    } catch (error) {
      throw new Failure(`cannot write the report to "${file}": ${reasonOf(error)}`, undefined, { cause: error });
    }
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= CHUNK) this.#pass();
  }

  close(): void {
    this.#pass();
    closeSync(this.#descriptor);
  }

  #pass(): void {
    writeSync(this.#descriptor, this.#pending);
    this.#pending = '';
  }
}
