import { describe, expect, test } from 'vitest';
import { routeTable } from '../../functions/routes.ts';
import { filesBelow, readFile, type SourceFile } from './source-files.ts';
import {
  deployedCodeStandsAlone,
  domainKnowsNoPlatform,
  edgesExportNewHandler,
  exportsHaveDocstrings,
  filesAreShort,
  importsOf,
  isEdge,
  looseVersions,
  namesAreKebabCase,
  namesSayWhat,
  nothingIsCast,
  nothingIsLeftForLater,
  onlyAwsImportsTheSdk,
  onlyDeployedKnowsAws,
  onlyEdgesKnowTheRuntime,
  onlyTheRuntimeTouchesThePlatform,
  operationsAreData,
  type SourceRule,
} from './source-rules.ts';

const deployed = filesBelow(['functions', 'lib', 'bin', 'operations'], '.ts');
const product = [
  ...deployed,
  ...filesBelow(['sandbox', 'scripts', 'bench', 'client/src', 'client/scripts'], '.ts'),
];
const everything = [...product, ...filesBelow(['test'], '.ts')];
const withinProduct = (path: string) => /^(functions|sandbox|lib|bin|client|operations)\//.test(path);

/** Each rule, the files it holds for, and what must and must not break it: a rule that never fails guards nothing. */
const walls: readonly {
  readonly rule: string;
  readonly check: SourceRule;
  readonly files: readonly SourceFile[];
  readonly broken: readonly (readonly [path: string, text: string])[];
  readonly kept: readonly (readonly [path: string, text: string])[];
}[] = [
  {
    rule: 'The domain knows no cloud, no environment and no clock of its own',
    check: domainKnowsNoPlatform,
    files: deployed,
    broken: [
      ['functions/window/open.ts', "import { SQSClient } from '@aws-sdk/client-sqs';"],
      ['functions/window/open.ts', "import middy from '@middy/core';"],
      ['functions/window/open.ts', "import type { Context } from 'aws-lambda';"],
      ['functions/window/open.ts', 'const table = process.env.TABLE;'],
      ['functions/window/open.ts', 'const now = Date.now();'],
      ['functions/window/open.ts', 'const now = new Date( );'],
      ['functions/window/open.ts', 'const now = Temporal.Now.instant();'],
    ],
    kept: [
      ['functions/window/open.ts', "// Date.now() is not asked\nconst text = 'process.env';"],
      ['functions/window/open.ts', 'const day = new Date(milliseconds);'],
      ['functions/runtime/system-clock.ts', 'Temporal.Now.instant();'],
    ],
  },
  {
    rule: 'Only edges and what they share know the runtime',
    check: onlyEdgesKnowTheRuntime,
    files: deployed,
    broken: [
      ['functions/window/open.ts', "import { http } from '../runtime/http.ts';"],
      ['functions/open.ts', "import type { Log } from './runtime/log.ts';"],
    ],
    kept: [
      ['functions/window/open.http.ts', "import { http } from '../runtime/http.ts';"],
      ['functions/window/open.queue.ts', "import { queue } from '../runtime/work.ts';"],
      ['functions/port-request/port-request.edge.ts', "import { hasScope } from '../runtime/json-http.ts';"],
      ['functions/runtime/http.ts', "import { route } from './route.ts';"],
    ],
  },
  {
    rule: 'Only the runtime wraps handlers, reads the environment and asks the clock',
    check: onlyTheRuntimeTouchesThePlatform,
    files: deployed,
    broken: [
      ['functions/window/open.http.ts', "import middy from '@middy/core';"],
      ['functions/window/open.http.ts', 'const table = process.env.TABLE;'],
      ['functions/aws/records.ts', 'Temporal.Now.instant();'],
    ],
    kept: [['functions/runtime/env.ts', "import middy from '@middy/core'; process.env;"]],
  },
  {
    rule: 'Only what is deployed is put together with AWS',
    check: onlyDeployedKnowsAws,
    files: deployed,
    broken: [
      ['functions/window/open.http.ts', "import { realTable } from '../aws/real-table.ts';"],
      ['functions/runtime/http.ts', "import { realLog } from '../aws/real-log.ts';"],
    ],
    kept: [
      ['functions/deployed/window/open.ts', "import { realTable } from '../../aws/real-table.ts';"],
      ['functions/aws/real-waits.ts', "import { realTable } from './real-table.ts';"],
    ],
  },
  {
    rule: 'Only functions/aws imports the AWS SDK',
    check: onlyAwsImportsTheSdk,
    files: product,
    broken: [
      ['functions/runtime/env.ts', "import { SES } from '@aws-sdk/client-ses';"],
      ['functions/window/open.http.ts', "const sdk = await import('@aws-sdk/client-ses');"],
      ['sandbox/world.ts', "export { SES } from '@aws-sdk/client-ses';"],
    ],
    kept: [['functions/aws/ses-mailer.ts', "import { SES } from '@aws-sdk/client-ses';"]],
  },
  {
    rule: 'Nothing that is deployed imports the sandbox, tests or scripts',
    check: deployedCodeStandsAlone,
    files: deployed,
    broken: [
      ['functions/window/open.ts', "import { createWorld } from '../../sandbox/world.ts';"],
      ['functions/open.ts', "import { aContent } from '../test/support/port-request-builder.ts';"],
      ['lib/watch.ts', "import { stateDiagram } from '../scripts/state-diagram.ts';"],
    ],
    kept: [['sandbox/world.ts', "import { aContent } from '../test/support/port-request-builder.ts';"]],
  },
  {
    rule: 'Alarms and dashboards are data',
    check: operationsAreData,
    files: deployed,
    broken: [
      ['operations/alarms.ts', "import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';"],
      ['operations/alarms.ts', "import { readStage } from '../lib/stages.ts';"],
      ['operations/alarms.ts', "import { serviceDimension } from '../functions/runtime/emf-metrics.ts';"],
    ],
    kept: [
      ['operations/alarms.ts', "import { metricNames } from '../functions/metrics/metric-catalogue.ts';"],
      ['lib/watch.ts', "import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';"],
    ],
  },
  {
    rule: 'Every edge exports newHandler',
    check: edgesExportNewHandler,
    files: deployed,
    broken: [['functions/window/open.queue.ts', 'export const handler = 1;']],
    kept: [['functions/window/open.queue.ts', 'export const newHandler = () => 1;']],
  },
  {
    rule: 'Every export says what it answers',
    check: exportsHaveDocstrings,
    files: [...deployed, ...filesBelow(['client/src'], '.ts')],
    broken: [
      ['functions/a.ts', 'export const limit = 3;'],
      ['client/src/a.ts', 'export const limit = 3;'],
      ['functions/a.ts', '// three\nexport const limit = 3;'],
      ['functions/a.ts', '\nexport type Place = { readonly x: number };'],
      ['functions/a.ts', '\nexport class LateError extends Error {}'],
      ['functions/a.ts', '\nexport interface Store {'],
    ],
    kept: [
      ['functions/a.ts', '/** How often. */\nexport const limit = 3;'],
      ['functions/a.ts', '/**\n * How often.\n */\nexport const limit = 3;'],
      ['functions/a.ts', 'export type Size = (typeof sizes)[number];'],
      ['functions/a.ts', 'export type Event = z.infer<typeof event>;'],
      ['functions/a.http.ts', 'export const newHandler = 1;'],
      ['functions/a.ts', "export type { Status } from './status.ts';"],
    ],
  },
  {
    rule: 'Files are named in kebab case',
    check: namesAreKebabCase,
    files: everything,
    broken: [
      ['functions/window/openWindow.ts', ''],
      ['functions/Window/open.ts', ''],
      ['functions/window/open_window.http.ts', ''],
    ],
    kept: [['functions/port-request/open-window.http.ts', '']],
  },
  {
    rule: 'No name is a drawer for everything',
    check: namesSayWhat,
    files: everything,
    broken: [
      ['functions/date-utils.ts', ''],
      ['functions/helpers/date.ts', ''],
      ['functions/window/window-manager.ts', ''],
      ['functions/common/date.ts', ''],
    ],
    kept: [['functions/window/uncommon-days.ts', '']],
  },
  {
    rule: 'No file is longer than 400 lines',
    check: filesAreShort,
    files: product,
    broken: [['functions/a.ts', 'x\n'.repeat(401)]],
    kept: [
      ['functions/a.ts', 'x\n'.repeat(400)],
      ['functions/a-texts.ts', 'x\n'.repeat(401)],
      ['functions/a-texts.nl.ts', 'x\n'.repeat(401)],
    ],
  },
  {
    rule: 'Nothing is cast',
    check: nothingIsCast,
    files: product.filter(({ path }) => withinProduct(path)),
    broken: [
      ['functions/a.ts', 'const a = b as Place;'],
      ['functions/a.ts', 'const a = b as unknown as { x: 1 };'],
      ['functions/a.ts', 'f(b as string);'],
    ],
    kept: [
      ['functions/a.ts', 'const sizes = [10, 100] as const;'],
      ['functions/a.ts', "import * as z from 'zod';\nimport { a as b } from './a.ts';"],
      [
        'functions/a.ts',
        "import {\n  type Route as R,\n  a,\n} from './a.ts';\nexport { a as b } from './b.ts';",
      ],
      ['functions/a.ts', "// as it was\nconst text = 'as it was'; /* as read */"],
    ],
  },
  {
    rule: 'Nothing is left for later',
    check: nothingIsLeftForLater,
    files: [
      ...product,
      ...filesBelow(['docs', 'statemachines'], '.md'),
      ...filesBelow(['statemachines'], '.json'),
    ],
    broken: [
      ['functions/a.ts', '// TODO: the rest'],
      ['functions/a.ts', '/* FIXME */'],
    ],
    kept: [['functions/a.ts', '// to do this']],
  },
];

describe.each(walls)('$rule', ({ check, files, broken, kept }) => {
  test('holds in every file', () => {
    const broken = files.flatMap((file) => check(file).map((fault) => `${file.path}: ${fault}`));
    expect(files.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  test.each(broken)('is broken by example %#, a file %s', (path, text) => {
    expect(check({ path, text })).not.toEqual([]);
  });

  test.each(kept)('is kept by example %#, a file %s', (path, text) => {
    expect(check({ path, text })).toEqual([]);
  });
});

describe('The table of routes', () => {
  const httpFiles = deployed
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.http.ts') && !path.startsWith('functions/runtime/'));

  test('names every HTTP edge by the path of its file', () => {
    const names = httpFiles.map((path) => path.slice('functions/'.length, -'.http.ts'.length));
    expect(Object.keys(routeTable).toSorted()).toEqual(names.toSorted());
  });

  test.each(Object.entries(routeTable))('gives %s every route and the handler of that file', (name, edge) => {
    const table = readFile('functions/routes.ts');
    const file = readFile(`functions/${name}.http.ts`);
    const module = new RegExp(`import \\* as (\\w+) from './${name}\\.http\\.ts'`).exec(table)?.[1];
    const entry = new RegExp(
      `'?${name}'?: \\{\\s*routes: \\[([^\\]]*)\\],\\s*newHandler: (\\S+?),?\\s*\\}`,
    ).exec(table);
    const exported = [...file.matchAll(/^export const (route|\w+Route)\b/gm)].map(
      ([, route]) => `${module}.${route}`,
    );
    if (exported.length === 0) {
      const shared = new RegExp(
        `'${name}': \\{\\s*routes: ${module}\\.routes,\\s*newHandler: ${module}\\.newHandler,?\\s*\\}`,
      );
      expect(table).toMatch(shared);
      expect(edge.routes).toHaveLength(
        importsOf({ path: `functions/${name}.http.ts`, text: file }).length - 1,
      );
      return;
    }
    expect(entry?.[1]?.split(/,\s*/).filter((route) => route !== '')).toEqual(exported);
    expect(entry?.[2]).toBe(`${module}.newHandler`);
    expect(edge.routes).toHaveLength(exported.length);
  });

  test('leads to every route that shares a function', () => {
    const routeFiles = deployed.filter(({ path }) => path.endsWith('.route.ts')).map(({ path }) => path);
    const named = deployed
      .filter(({ path }) => path.endsWith('.http.ts'))
      .flatMap(importsOf)
      .filter((path) => path.endsWith('.route.ts'));
    expect(named.toSorted()).toEqual(routeFiles.toSorted());
  });
});

describe('What is deployed', () => {
  const edgeNames = deployed
    .map(({ path }) => path.slice('functions/'.length))
    .filter(isEdge)
    .map((path) => path.replace(/\.\w+\.ts$/, ''));
  // The authorizer is started by the gateway, with an event of its own.
  const startedByAws = [...edgeNames, 'runtime/authorizer'].toSorted();
  const entryFiles = filesBelow(['functions/deployed'], '.ts').filter(
    ({ path }) => path !== 'functions/deployed/on-business-clock.ts',
  );

  test('has one entry file for every edge, by its name', () => {
    const names = entryFiles.map(({ path }) => path.slice('functions/deployed/'.length, -'.ts'.length));
    expect(names.toSorted()).toEqual(startedByAws);
  });

  test.each(entryFiles.map(({ path, text }) => [path, text] as const))('exports a handler: %s', (_, text) => {
    expect(text).toMatch(/^export const handler = /m);
  });
});

describe('The repository', () => {
  test.each(['package.json', 'client/package.json'])('pins every dependency of %s to one version', (path) => {
    expect(looseVersions(JSON.parse(readFile(path)))).toEqual([]);
  });

  test.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '>=1.0.0', '1.2.3 || 2.0.0'])(
    'would not call %s pinned',
    (version) => {
      expect(looseVersions({ devDependencies: { zod: version } })).toEqual([`zod@${version}`]);
    },
  );
});
