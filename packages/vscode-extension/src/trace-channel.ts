import { LogLevel, type LogOutputChannel } from 'vscode';

/** A log that takes a trace whatever its level is: who turned the trace on wants to read it. */
export function traceChannel(log: LogOutputChannel): LogOutputChannel {
  return new Proxy(log, {
    get(target, name) {
      if (name === 'logLevel') return LogLevel.Trace;
      const value: unknown = Reflect.get(target, name === 'trace' ? 'info' : name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
