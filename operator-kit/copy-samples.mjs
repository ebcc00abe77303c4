import { cpSync } from 'node:fs';

// A package holds nothing from outside its folder, so the published samples are copied in when it is packed.
cpSync(new URL('../docs/examples/operators/', import.meta.url), new URL('samples/', import.meta.url), {
  recursive: true,
});
