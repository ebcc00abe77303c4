import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

/** A rule about one file: what breaks it there, each in a few words; empty when nothing does. */
export type SourceRule = (file: SourceFile) => readonly string[];

const commentsAndTexts =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** The code without comments and texts, so that a word in a sentence is no code. */
export const codeOf = (text: string): string => text.replaceAll(commentsAndTexts, "''");

/** What a file imports or exports from: packages by name, own files by their path from the root. */
export const importsOf = ({ path, text }: SourceFile): readonly string[] =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
  );

const isBelow = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

const isPackage = (target: string, name: string): boolean => target === name || target.startsWith(`${name}/`);

const isFunction = (path: string): boolean => isBelow(path, ['functions']);

/** A file that something outside starts: a call, a state of the machine, a queue, a stream, a schedule. */
export const isEdge = (path: string): boolean => /\.(http|task|queue|stream|schedule)\.ts$/.test(path);

/** One route of a function that answers several; the function's own file names them all. */
const isRoute = (path: string): boolean => path.endsWith('.route.ts');

/** What several edges share: `.edge.ts` knows the runtime as they do, and belongs to no rule of the domain. */
const isEdgeSupport = (path: string): boolean => path.endsWith('.edge.ts') || isRoute(path);

/** Rules and decisions: what has to run without a cloud, a clock or an environment. */
export const isDomain = (path: string): boolean =>
  isFunction(path) &&
  !isBelow(path, ['functions/runtime', 'functions/aws', 'functions/deployed']) &&
  !isEdge(path) &&
  !isEdgeSupport(path);

const namesOf = (file: SourceFile, patterns: readonly RegExp[]): readonly string[] => {
  const code = codeOf(file.text);
  return patterns.flatMap((pattern) => code.match(pattern)?.[0] ?? []);
};

/** A domain file that knows the cloud, the environment or the machine's clock cannot be tested by its arguments alone. */
export const domainKnowsNoPlatform: SourceRule = (file) =>
  isDomain(file.path)
    ? [
        ...importsOf(file).filter(
          (target) =>
            isPackage(target, '@aws-sdk') || isPackage(target, '@middy') || isPackage(target, 'aws-lambda'),
        ),
        ...namesOf(file, [/process\.env/, /Date\.now\b/, /new Date\(\s*\)/, /Temporal\.Now\b/]),
      ]
    : [];

/** Only edges, and what they share, know the runtime. */
export const onlyEdgesKnowTheRuntime: SourceRule = (file) =>
  isDomain(file.path) ? importsOf(file).filter((target) => isBelow(target, ['functions/runtime'])) : [];

/** One place wraps handlers, reads the environment and asks the machine's clock. */
export const onlyTheRuntimeTouchesThePlatform: SourceRule = (file) =>
  isFunction(file.path) && !isBelow(file.path, ['functions/runtime'])
    ? [
        ...importsOf(file).filter((target) => isPackage(target, '@middy')),
        ...namesOf(file, [/process\.env/, /Temporal\.Now\b/]),
      ]
    : [];

/** One folder speaks to the cloud. */
export const onlyAwsImportsTheSdk: SourceRule = (file) =>
  isBelow(file.path, ['functions/aws'])
    ? []
    : importsOf(file).filter((target) => isPackage(target, '@aws-sdk'));

/** What Lambda runs is put together in one folder; everything else can be tried without the cloud. */
export const onlyDeployedKnowsAws: SourceRule = (file) =>
  isBelow(file.path, ['functions']) && !isBelow(file.path, ['functions/aws', 'functions/deployed'])
    ? importsOf(file).filter((target) => isBelow(target, ['functions/aws']))
    : [];

/** What is deployed needs nothing that only serves trying it out. */
export const deployedCodeStandsAlone: SourceRule = (file) =>
  isBelow(file.path, ['functions', 'lib', 'operations'])
    ? importsOf(file).filter((target) => isBelow(target, ['sandbox', 'test', 'scripts', 'bench']))
    : [];

/** What is watched and shown is the same wherever it is made: alarms and dashboards are data, and know the domain only. */
export const operationsAreData: SourceRule = (file) =>
  isBelow(file.path, ['operations'])
    ? importsOf(file).filter((target) => !isBelow(target, ['operations']) && !isDomain(target))
    : [];

/** Whoever deploys or runs an edge finds its handler under one name. */
export const edgesExportNewHandler: SourceRule = (file) =>
  isFunction(file.path) &&
  (isEdge(file.path) || isRoute(file.path)) &&
  !/^export const (newHandler\b|\{ routes, newHandler \})/m.test(file.text)
    ? ['no newHandler']
    : [];

/** An edge's handler and routes are what its file is about; a type that is read off a list says what the list says. */
const needsNoDocstring = (line: string): boolean =>
  /^export const (newHandler|handler|route|\w+Route)\b/.test(line) ||
  /^export type \w+ = \(typeof \w+\)\[number\];/.test(line) ||
  /^export type \w+ = (keyof typeof \w+|z\.\w+<typeof \w+>);/.test(line);

/** Every export says what it answers. */
export const exportsHaveDocstrings: SourceRule = ({ path, text }) => {
  if (!isBelow(path, ['functions', 'lib', 'client']) || path.endsWith('.generated.ts')) return [];
  const lines = text.split('\n');
  return lines.filter(
    (line, index) =>
      /^export (type \w+ |interface|const|class|function|abstract|enum|let)/.test(line) &&
      !needsNoDocstring(line) &&
      !lines[index - 1]?.trimEnd().endsWith('*/'),
  );
};

/** `mail-texts.nl.ts`, `create.http.ts`: words in lower case, joined by dashes; a suffix says what starts or makes a file. */
export const namesAreKebabCase: SourceRule = ({ path }) =>
  posix
    .dirname(path)
    .split('/')
    .concat(...posix.basename(path).split('.'))
    .filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));

/** Names that say nothing collect everything. */
export const namesSayWhat: SourceRule = ({ path }) =>
  path.split(/[/.-]/).filter((word) => /^(utils?|helpers?|managers?|common|services?|misc)$/i.test(word));

const maxLines = 400;

/** A longer file has two reasons to change. Files of texts are as long as what there is to say in four languages. */
export const filesAreShort: SourceRule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  const isText = /-texts(\.\w+)?\.ts$/.test(path) || path.endsWith('.generated.ts');
  return lines > maxLines && !isText ? [`${lines} lines`] : [];
};

/** A cast hides what the compiler would have said. */
export const nothingIsCast: SourceRule = ({ text }) =>
  codeOf(text)
    .replaceAll(/\b(?:import|export)\b[^;=]*?\bfrom\b/g, '')
    .match(/\bas\s+(?!const\b)[^\s,;)]+/g) ?? [];

/** A mark for later has no gate, so it stays for ever. */
export const nothingIsLeftForLater: SourceRule = ({ text }) => text.match(/\b(TODO|FIXME|XXX|HACK)\b/g) ?? [];

/** The dependencies of a `package.json` that are not one exact version. */
export const looseVersions = (packageJson: unknown): readonly string[] => {
  const versionsIn = (group: string): readonly [string, unknown][] => {
    const found = typeof packageJson === 'object' && packageJson !== null && Reflect.get(packageJson, group);
    return typeof found === 'object' && found !== null ? Object.entries(found) : [];
  };
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
    .flatMap(versionsIn)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))
    .map(([name, version]) => `${name}@${version}`);
};
