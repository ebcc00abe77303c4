import { cpSync, rmSync } from 'node:fs';

const samples = new URL('samples/', import.meta.url);

// A package holds nothing from outside its folder, so the published samples are copied in while it is packed. What a packing that
// was broken off has left would be packed too.
rmSync(samples, { recursive: true, force: true });
cpSync(new URL('../docs/examples/operators/', import.meta.url), samples, { recursive: true });
