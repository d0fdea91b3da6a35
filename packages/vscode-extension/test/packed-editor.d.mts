import type { Page } from 'playwright-core';
import type { WorkbenchOptions } from '../../../tools/vscode-host/workbench.mjs';

/** The file that `npm run package` writes. */
export const VSIX: string;

export interface PackedEditor {
  readonly page: Page;
  open(name: string): Promise<void>;
  goTo(line: number, column: number): Promise<void>;
  untilSquiggle(severity?: 'error' | 'warning'): Promise<unknown>;
  untilClean(): Promise<unknown>;
  /** These give what is listed, or said of the place of the cursor, as soon as something of it holds `text`. */
  hover(text: string): Promise<string[]>;
  problems(text: string): Promise<string[]>;
  quickFixes(text: string): Promise<string[]>;
  suggestions(text: string): Promise<string[]>;
  close(): Promise<void>;
}

export function openPackedEditor(
  folder: string,
  file: string,
  options?: Omit<WorkbenchOptions, 'userDir' | 'extensionsDir'>,
): Promise<PackedEditor>;
