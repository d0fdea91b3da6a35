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
  hover(): Promise<string[]>;
  problems(): Promise<string[]>;
  quickFixes(): Promise<string[]>;
  suggestions(): Promise<string[]>;
  close(): Promise<void>;
}

export function openPackedEditor(
  folder: string,
  file: string,
  options?: Omit<WorkbenchOptions, 'userDir' | 'extensionsDir'>,
): Promise<PackedEditor>;
