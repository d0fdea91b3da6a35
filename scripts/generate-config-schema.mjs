// Writes packages/cli/schema/config.schema.json: what configuration files may hold, with the rules and their options.
// node --import tsx --conditions=siplint-source scripts/generate-config-schema.mjs [--check]

import { Catalogue, configSchema } from '@siplint/core';
import { rules } from '@siplint/rules';
import { writeGenerated } from './generated-files.mjs';

const OUTPUT = 'packages/cli/schema/config.schema.json';

writeGenerated(new Map([[OUTPUT, `${JSON.stringify(configSchema(new Catalogue(rules)), undefined, 2)}\n`]]), {
  command: 'node --import tsx --conditions=siplint-source scripts/generate-config-schema.mjs',
});
