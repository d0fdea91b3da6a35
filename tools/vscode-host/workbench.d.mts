import type { Page } from 'playwright-core';

/** What is missing for a workbench on this machine, with what installs it; undefined if nothing is. */
export function missingForWorkbench(): string | undefined;

export interface Folders {
  readonly userDir: string;
  readonly extensionsDir: string;
}

/** Installs a packed extension for workbenches with this extensions folder. */
export function installExtension(file: string, folders: Folders): Promise<void>;

export interface WorkbenchOptions extends Partial<Folders> {
  /** False: folders have to be trusted first. */
  readonly isTrusting?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pixels of a picture for each of the viewport. */
  readonly deviceScaleFactor?: number;
}

export interface Workbench {
  readonly page: Page;
  readonly host: string;
  open(folder?: string, payload?: readonly (readonly [string, string])[]): Promise<unknown>;
  /** Opens a folder with tests and extensions that are being developed, by their URIs; resolves to 0 if all tests pass. */
  runTests(folder: string, options: object): Promise<number>;
  close(): Promise<void>;
}

export function openWorkbench(options?: WorkbenchOptions): Promise<Workbench>;
