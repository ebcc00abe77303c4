import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppProps, Stack } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { afterAll } from 'vitest';
import * as z from 'zod';
import { createPortingApp } from '../../lib/porting-app.ts';
import type { StageName } from '../../lib/stages.ts';
import { readFile } from '../repository/source-files.ts';

const properties = z.record(z.string(), z.unknown());

const resource = z.object({
  Type: z.string(),
  Properties: properties.default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});

const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});

export type Resource = z.infer<typeof resource>;

/** A CloudFormation template. */
export type StackTemplate = z.infer<typeof template>;

/** All templates of a stage. */
export type StageTemplates = {
  readonly records: StackTemplate;
  readonly api: StackTemplate;
  readonly porting: StackTemplate;
};

const cdkJson = z.object({ context: properties }).parse(JSON.parse(readFile('cdk.json')));

const folder = mkdtempSync(join(tmpdir(), 'porting-stack-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The app of a stage as `cdk synth` makes it, but with unbundled functions, which takes a tenth of the time. */
export const appOf = (stage: string, props: AppProps = {}) =>
  createPortingApp({
    outdir: mkdtempSync(join(folder, `${stage}-`)),
    context: { ...cdkJson.context, stage, 'aws:cdk:bundling-stacks': [] },
    ...props,
  });

/** The template of one stack. */
export const templateOf = (assembly: CloudAssembly, { stackName }: Stack): StackTemplate =>
  template.parse(assembly.getStackByName(stackName).template);

/** Synthesises a stage. */
export const templatesOf = (stage: StageName): StageTemplates => {
  const { app, records, api, porting } = appOf(stage);
  const assembly = app.synth();
  return {
    records: templateOf(assembly, records),
    api: templateOf(assembly, api),
    porting: templateOf(assembly, porting),
  };
};

/** The member at a path; undefined where there is none. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  );

/** A member that is a list; empty where there is none. */
export const listAt = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = at(value, ...path);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
};

/** Every resource of a type, by its logical id. */
export const resourcesOf = (
  { Resources }: StackTemplate,
  type: string,
): readonly (readonly [id: string, resource: Resource])[] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type);

/** Every logical id, or name of an import, that a value refers to. */
export const referencesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return Object.entries(value).flatMap(([key, member]): readonly string[] => {
    if (key === 'Ref' && typeof member === 'string') return [member];
    if (key === 'Fn::GetAtt' && Array.isArray(member)) return [String(member[0])];
    if (key === 'Fn::ImportValue' && typeof member === 'string') return [member];
    return referencesIn(member);
  });
};

/** A copy of a template with one resource of a type, the first that fits, changed by a function. */
export const changed = (
  original: StackTemplate,
  type: string,
  change: (properties: Record<string, unknown>, resource: Resource) => void,
  fits: (resource: Resource) => boolean = () => true,
): StackTemplate => {
  const copy = structuredClone(original);
  const found = Object.values(copy.Resources).find((candidate) => candidate.Type === type && fits(candidate));
  if (found === undefined) throw new Error(`No ${type} to change`);
  change(found.Properties, found);
  return copy;
};
