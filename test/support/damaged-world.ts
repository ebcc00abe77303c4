import { toInstantText } from '../../functions/calendar/clock.ts';
import type { LedgerLine } from '../../functions/correspondence/mail-ledger.ts';
import type { AdapterCall } from '../../sandbox/adapter-calls.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import type { Stores } from '../../sandbox/stores.ts';
import { SandboxClient } from './sandbox-client.ts';

/** A sandbox in which calls get lost as if they had been made, and whose stores can be reached behind its back. */
export type DamagedWorld = {
  readonly client: SandboxClient;
  readonly stores: () => Stores;
  /** From now on these calls are answered and not made, until the next. */
  readonly lose: (isLost: (call: AdapterCall) => boolean) => void;
};

/** What a lost call is answered with: as if all had gone well. */
const answerOf = ({ method }: AdapterCall): string | undefined => (method === 'wake' ? 'woken' : undefined);

/** An empty world. */
export const damagedWorld = async (): Promise<DamagedWorld> => {
  let isLost: (call: AdapterCall) => boolean = () => false;
  let opened: Stores | undefined;
  const client = await SandboxClient.start(undefined, {
    log: { info: () => {}, error: () => {} },
    openStores: async (...given) => {
      opened = await inMemoryStores()(...given);
      return opened;
    },
    doubles: {
      around: async (call, perform) => {
        // Nothing that is lost answers with more than a word.
        if (isLost(call)) return JSON.parse(JSON.stringify(answerOf(call) ?? null));
        return perform();
      },
    },
  });
  return {
    client,
    stores: () => {
      if (opened === undefined) throw new Error('No world was opened');
      return opened;
    },
    lose: (isMeant) => {
      isLost = isMeant;
    },
  };
};

const isPutOf =
  (isOfIt: (given: unknown) => boolean) =>
  ({ target, method, given }: AdapterCall): boolean =>
    target === 'queues' && method === 'put' && [given[0]].flat().some(isOfIt);

const has = (given: unknown, name: string, value: unknown): boolean =>
  typeof given === 'object' && given !== null && Reflect.get(given, name) === value;

/** The message that asks for a mail of a request. */
export const mailOf = (portRequestId: string, template: string) =>
  isPutOf((job) => has(job, 'portRequestId', portRequestId) && has(job, 'template', template));

/** The message that publishes anything of a request. */
export const publicationOf = (portRequestId: string) =>
  isPutOf(
    (job) =>
      has(job, 'portRequestId', portRequestId) && typeof job === 'object' && job !== null && 'tenant' in job,
  );

/** The message that a request has something due. */
export const dueWorkOf = (portRequestId: string) => isPutOf((id) => id === portRequestId);

/** A sender begins a mail and dies; its message is lost with it. */
export const beginMail = async (
  { client, stores }: DamagedWorld,
  id: string,
  template: LedgerLine['template'],
): Promise<void> => {
  const { now } = client.sandbox.world().clock;
  const entry = (await stores().records.history(id)).at(-1);
  if (entry === undefined) throw new Error(`Nothing happened to ${id}`);
  const line: LedgerLine = {
    portRequestId: id,
    sequence: entry.sequence,
    template,
    to: 'luc@reseller.example',
    language: 'nl',
    causedBy: entry.id,
    status: 'sending',
    at: toInstantText(now()),
  };
  if ((await stores().mailLedger.begin(line, now())) !== 'mine') throw new Error('Somebody sends it already');
};

/** How often each kind of repair was made, and how often one failed. */
export const repairsOf = (client: SandboxClient): Readonly<Record<string, number>> =>
  Object.fromEntries(
    client.sandbox
      .world()
      .metrics.all()
      .filter(({ name }) => name === 'Repairs' || name === 'RepairsFailed')
      .map(({ name, dimensions, minutes }) => [
        dimensions['Repair'] ?? name,
        minutes.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0),
      ]),
  );

/** Every value that a gauge was read at, oldest first. */
export const gauge = (client: SandboxClient, name: string, status?: string): readonly number[] =>
  client.sandbox
    .world()
    .metrics.all()
    .filter((series) => series.name === name && series.dimensions['Status'] === status)
    .flatMap(({ minutes }) => minutes.flatMap(({ values }) => values));
