import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { WrongUseError } from './wrong-use-error.mjs';

/** In the repository the samples are the published ones, also while it is packed; in a package they lie beside this file. */
const folders = ['../docs/examples/operators/', 'samples/'].map((each) => new URL(each, import.meta.url));
const folder = folders.find((each) => existsSync(each));

/** The names of the samples, `own/request-approved`: what each means to us (`.event`) is not for sending. */
export const sampleNames = () =>
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true })
        .map((path) => String(path).replaceAll('\\', '/'))
        .filter((path) => path.endsWith('.json') && !path.endsWith('.event.json'))
        .map((path) => path.slice(0, -'.json'.length))
        .sort();

const readSample = (name) => {
  const known = sampleNames();
  const found = known.find((each) => each === name || each === `own/${name}`);
  if (found === undefined)
    throw new WrongUseError(`There is no sample "${name}". There are: ${known.join(', ')}`);
  return readFileSync(new URL(`${found}.json`, folder));
};

const readFile = (path) => {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongUseError(`The file ${path} cannot be read.`);
  }
};

const parse = (bytes) => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new WrongUseError('What is to be changed and sent is not JSON.');
  }
};

const isRequestId = (value) => typeof value === 'string' && /^prt_[0-9A-Za-z]+$/.test(value);

/** The same payload about another port request, wherever it names one. */
const aboutRequest = (value, id) => {
  if (isRequestId(value)) return id;
  if (Array.isArray(value)) return value.map((each) => aboutRequest(each, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, aboutRequest(each, id)]));
};

const readValue = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const changed = (value, names, replacement) => {
  const [name, ...rest] = names;
  if (name === undefined) return replacement;
  if (Array.isArray(value))
    return Object.assign([...value], { [name]: changed(value[Number(name)], rest, replacement) });
  const members = typeof value === 'object' && value !== null ? value : {};
  return { ...members, [name]: changed(members[name], rest, replacement) };
};

/** Sets one place: `/data/date=2026-04-20`, a JSON Pointer and a value, as JSON where it is any and as text otherwise. */
const withSetting = (payload, setting) => {
  const equals = setting.indexOf('=');
  if (!setting.startsWith('/') || equals < 0)
    throw new WrongUseError(`--set takes /pointer=value, not "${setting}".`);
  const names = setting
    .slice(1, equals)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return changed(payload, names, readValue(setting.slice(equals + 1)));
};

/** The bytes to send: a file or sample as it is or, where something is to be changed, written anew. */
export const payloadOf = ({ sample, file, request, set = [] }) => {
  if ((sample === undefined) === (file === undefined))
    throw new WrongUseError('Say what to send: either --sample <name> or --file <path>.');
  const bytes = sample === undefined ? readFile(file) : readSample(sample);
  if (request === undefined && set.length === 0) return bytes;
  const payload = request === undefined ? parse(bytes) : aboutRequest(parse(bytes), request);
  return Buffer.from(JSON.stringify(set.reduce(withSetting, payload)));
};
