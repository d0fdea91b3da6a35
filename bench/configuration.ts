import { type ActiveRule, type FileConfig, resolveConfig } from '@siplint/core';
import { rules } from '@siplint/rules';

/** The `recommended` preset, as a run without a configuration has it. */
export function recommended(): FileConfig {
  return resolveConfig([], rules).forFile('traffic.sip');
}

export function activeRules(): readonly ActiveRule[] {
  return recommended().selection.forFile.active;
}
