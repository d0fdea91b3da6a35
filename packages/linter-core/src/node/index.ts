// What siplint does with files: it finds and loads configurations and plugins, finds the files to lint, reads and writes
// them. Everything heavy is loaded when it is needed.

export { Configs, type ConfigsOptions, type LoadedConfig } from './configs.js';
export { type FileSearch, type FileSearchOptions, type FoundFile, findFiles } from './file-search.js';
export { CONFIG_NAMES } from './find-config.js';
export { type OpenText, openText, textOf, wholeTextOf } from './open-text.js';
export { displayPath, withSlashes } from './paths.js';
export { FileTooLarge, readFileBytes } from './read-file.js';
export { reasonOf } from './system-reason.js';
export { writeFileAtomically } from './write-file.js';
