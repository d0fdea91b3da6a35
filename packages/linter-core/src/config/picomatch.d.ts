/** The part of picomatch that is used here; its entry for POSIX paths runs in a browser. */
declare module 'picomatch/posix.js' {
  interface PicomatchOptions {
    /** Names that begin with a dot match as others do. */
    readonly dot?: boolean;
    readonly noextglob?: boolean;
    readonly nonegate?: boolean;
    readonly strictSlashes?: boolean;
  }
  export default function picomatch(
    glob: string | readonly string[],
    options?: PicomatchOptions,
  ): (path: string) => boolean;
}
