import type { Log } from '../../functions/runtime/log.ts';

/** A log that remembers what it was told. */
export const rememberingLog = () => {
  const lines: { readonly message: string; readonly fields: object; readonly error?: unknown }[] = [];
  const log: Log = {
    info: (message, fields) => {
      lines.push({ message, fields });
    },
    error: (message, fields, error) => {
      lines.push({ message, fields, error });
    },
  };
  return { log, lines };
};
