import picomatch from 'picomatch/posix.js';

/** Says whether a path with `/`, relative to the folder of the configuration, is meant. */
export type PathMatcher = (path: string) => boolean;

/**
 * Compiles globs: `*` and `?` within a folder, `**` over folders, `[a-z]`, `{a,b}`. A glob without a slash (but at its end)
 * matches in every folder, and one that matches a folder matches what is in it. `!glob` takes out again; the last glob that
 * matches decides.
 */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const steps = globs.map((glob) => {
    const negated = glob.startsWith('!');
    return { isMeant: !negated, matches: picomatch(patternsOf(negated ? glob.slice(1) : glob), OPTIONS) };
  });
  return (path) => {
    for (let i = steps.length - 1; i >= 0; i--) {
      const step = steps[i];
      if (step?.matches(path)) return step.isMeant;
    }
    return false;
  };
}

const OPTIONS = { dot: true, noextglob: true, nonegate: true, strictSlashes: true } as const;

/** The patterns for the path itself and for what is below it. */
function patternsOf(glob: string): string[] {
  // Groups and quantifiers of regular expressions, which the library lets through, are plain characters here: they would
  // let a configuration from an untrusted folder stall the run.
  const plain = glob.replace(/^\.\//, '').replace(/[()|+@]/g, '\\$&');
  const isFolder = plain.endsWith('/');
  const trimmed = isFolder ? plain.slice(0, -1) : plain;
  const anchored = trimmed.startsWith('/') ? trimmed.slice(1) : trimmed.includes('/') ? trimmed : `**/${trimmed}`;
  return isFolder ? [`${anchored}/**`] : [anchored, `${anchored}/**`];
}
