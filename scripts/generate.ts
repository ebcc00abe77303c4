import { readFileSync, writeFileSync } from 'node:fs';
import { apiTypesSource } from '../client/scripts/api-types.ts';
import { openApiDocument } from '../functions/openapi.edge.ts';
import { dialectJsonSchema } from '../functions/operator/dialects/dialect.ts';
import { withPart } from './document-part.ts';
import { mailLayoutSource } from './mail-layout.ts';
import { mandateFontSource } from './mandate-font.ts';
import { metricsTable, platformMetricsTable } from './metrics-tables.ts';
import { numberMetadataSource } from './number-metadata.ts';
import { movesTable, rejectionReasonsTable, settingsTable } from './porting-rules-tables.ts';
import { stateDiagram } from './state-diagram.ts';

/** A file that is made from others, or has a part that is. */
type GeneratedFile = { readonly path: string; readonly content: () => Promise<string> };

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const files: readonly GeneratedFile[] = [
  { path: 'functions/authorisation/mandate-font.generated.ts', content: mandateFontSource },
  { path: 'functions/correspondence/mail-layout.generated.ts', content: mailLayoutSource },
  { path: 'functions/numbers/number-metadata.generated.ts', content: numberMetadataSource },
  { path: 'docs/openapi.json', content: async () => `${JSON.stringify(openApiDocument(), null, 2)}\n` },
  {
    path: 'docs/operator-dialect.schema.json',
    content: async () => `${JSON.stringify(dialectJsonSchema(), null, 2)}\n`,
  },
  { path: 'client/src/api.generated.ts', content: async () => apiTypesSource(openApiDocument()) },
  {
    path: 'docs/architecture.md',
    content: async () =>
      withPart(
        read('docs/architecture.md'),
        'state diagram',
        `\`\`\`mermaid\n${stateDiagram(JSON.parse(read('statemachines/port-lifecycle.asl.json')))}\n\`\`\``,
      ),
  },
  {
    path: 'docs/runbook.md',
    content: async () =>
      [['metrics', metricsTable()] as const, ['platform metrics', platformMetricsTable()] as const].reduce(
        (document, [name, part]) => withPart(document, name, part),
        read('docs/runbook.md'),
      ),
  },
  {
    path: 'docs/porting-rules.md',
    content: async () =>
      [
        ['settings', settingsTable()] as const,
        ['moves', movesTable()] as const,
        ['rejection reasons', rejectionReasonsTable()] as const,
      ].reduce((document, [name, part]) => withPart(document, name, part), read('docs/porting-rules.md')),
  },
];

const existing = (path: string): string | undefined => {
  try {
    return read(path);
  } catch {
    return undefined;
  }
};

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const { path, content } of files) {
  const made = await content();
  if (existing(path) === made) continue;
  stale.push(path);
  if (!isCheck) writeFileSync(new URL(`../${path}`, import.meta.url), made);
}

if (isCheck && stale.length > 0) {
  console.error(`Out of date, run "npm run generate": ${stale.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'All generated files are up to date' : `Written: ${stale.join(', ')}`);
}
