import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../functions/calendar/local-date.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { afterwardsReactions } from './afterwards.ts';
import { createAgenda } from './agenda.ts';
import { callsOf, resellerOf, theDesk } from './calls.ts';
import { chanceOf, seedOf } from './chance.ts';
import { clearUp } from './clear-up.ts';
import { shares, tenants } from './mix.ts';
import type { MonthFile } from './month-file.ts';
import { atTime, calendar, minutesMs, officeMoment } from './office-hours.ts';
import { callAbout, isoOf, type Port, portReactions, type Reaction, type Stage } from './one-port.ts';
import { orderOf } from './orders.ts';
import { outagesOf, planOutages } from './outages.ts';
import { createReceivers } from './receivers.ts';

/** What a month is asked for. */
export type MonthOptions = {
  readonly requests: number;
  readonly seed: number;
  readonly days: number;
  readonly log: Log;
  /** Told of each request that was made. */
  readonly onRequest?: () => void;
};

/** A month without holidays, after two with some. */
const firstDay = '2026-06-01';

/** A port takes four weeks: by then as many end each day as begin. */
const leadInDays = 28;

const samplesEveryMinutes = 60;

const reactions: Partial<Record<HistoryEntry['type'], Reaction>> = {
  ...portReactions,
  ...afterwardsReactions,
};

/** Lives through a month: people call the sandbox as they would the service, each in their time. */
export const simulateMonth = async ({
  requests,
  seed,
  days,
  log,
  onRequest = () => {},
}: MonthOptions): Promise<MonthFile> => {
  const opening = addDays(firstDay, -leadInDays);
  const end = atTime(addDays(firstDay, days), '00:00');
  const outages = outagesOf(firstDay);
  const silentDay = calendar.addWorkingDays(firstDay, 9).date;
  const sandbox: Sandbox = await createSandbox({
    start: Temporal.Instant.fromEpochMilliseconds(atTime(opening, '07:00')),
    baseUrl: 'http://localhost:4010',
    log,
    samplesEveryMinutes,
    receivers: createReceivers(() => now(), {
      host: 'easyoffice',
      from: atTime(silentDay, '13:00'),
      to: atTime(addDays(silentDay, 1), '08:30'),
    }),
  });
  const now = (): number => sandbox.world().clock.now().epochMilliseconds;
  const call = callsOf(sandbox);
  const agenda = createAgenda();
  const ports = new Map<string, Port>();
  const startLinks = new Map<string, string>();

  const stage: Stage = {
    call,
    now,
    plan: (at, act) => agenda.add({ at: Math.max(at, now()), act }),
    startLinkOf: (id) => startLinks.get(id),
    bounce: (portRequestId, sequence, template) =>
      sandbox.world().reportMail({
        source: 'aws.ses',
        detail: {
          eventType: 'Bounce',
          bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
          mail: { tags: { portRequestId: [portRequestId], sequence: [`${sequence}`], template: [template] } },
        },
      }),
  };

  const readMails = (): void => {
    const { mailbox } = sandbox.world();
    for (const { portRequestId, text } of mailbox.mails()) {
      const link = /\/start\/[\w-]+/.exec(text)?.[0];
      if (link !== undefined && portRequestId !== null) startLinks.set(portRequestId, link);
    }
    // Nobody looks at them: a month of mails does not fit into memory.
    mailbox.clear();
  };

  let seen = 0;
  const react = (): void => {
    readMails();
    const happened = sandbox.world().happened();
    for (; seen < happened.length; seen += 1) {
      const entry = happened[seen];
      if (entry?.portRequestId === null || entry === undefined) continue;
      const port = ports.get(entry.portRequestId);
      if (port === undefined) waitingEntries.push(entry);
      else reactions[entry.type]?.(stage, port, entry);
    }
  };

  // A request is sent to its operator before its reseller is told the id.
  let waitingEntries: HistoryEntry[] = [];
  const meet = (port: Port): void => {
    ports.set(port.id, port);
    const own = waitingEntries;
    waitingEntries = [];
    for (const entry of own) reactions[entry.type]?.(stage, port, entry);
  };

  const order = async (index: number): Promise<void> => {
    const chance = chanceOf(seedOf(seed, index));
    const made = orderOf(index, chance, now());
    const reseller = resellerOf(made.tenant);
    const post = (body: unknown) => call({ method: 'POST', target: '/v1/port-requests', by: reseller, body });
    if (chance.happens(0.4))
      await call({
        method: 'POST',
        target: '/v1/number-checks',
        by: reseller,
        body: { numbers: made.body['numbers'] },
      });
    if (chance.happens(shares.refusedAtFirst)) await post({ ...made.body, acknowledgements: {} });
    const isDraft = chance.happens(shares.draftFirst);
    const answer = await post(isDraft ? { ...made.body, submit: false } : made.body);
    if (answer.status >= 500) {
      agenda.add({ at: now() + minutesMs(5), act: () => order(index) });
      return;
    }
    if (answer.status !== 201) throw new Error(`Order ${index}: ${answer.status} ${answer.body}`);
    const { id }: { readonly id: string } = JSON.parse(answer.body);
    const port: Port = { id, order: made, chance, hasFailed: false };
    const path = `/v1/port-requests/${id}`;
    react();
    meet(port);
    if (isDraft)
      stage.plan(now() + minutesMs(chance.whole(5, 90)), async () => {
        await callAbout(stage, port, reseller, 'submission');
      });
    for (let looks = chance.whole(0, 2); looks > 0; looks -= 1)
      stage.plan(now() + minutesMs(chance.logNormal(2_000, 1)), async () => {
        await call({ method: 'GET', target: path, by: reseller });
      });
    if (chance.happens(shares.cancelled))
      stage.plan(now() + minutesMs(chance.whole(60, 14_000)), async () => {
        await callAbout(stage, port, reseller, 'cancellation', { reason: 'The customer stays' });
      });
    onRequest();
  };

  const planOrders = (): void => {
    const chance = chanceOf(seed);
    const openDays = Array.from({ length: leadInDays + days }, (_, day) => addDays(opening, day)).filter(
      calendar.isWorkingDay,
    );
    for (let index = 0; index < requests; index += 1) {
      const day = openDays[chance.whole(0, openDays.length - 1)] ?? opening;
      agenda.add({ at: officeMoment(chance, day), act: () => order(index) });
    }
    const deskTimes = ['09:15', '11:00', '13:45', '16:30'];
    for (const day of openDays)
      for (const time of deskTimes) agenda.add({ at: atTime(day, time), act: () => workOff(chance) });
  };

  /** The desk works off what waits for it: not all of it at once. */
  const workOff = async (chance: ReturnType<typeof chanceOf>): Promise<void> => {
    const { status, body } = await call({ method: 'GET', target: '/v1/desk/queue?limit=100', by: theDesk });
    if (status !== 200) return;
    const { items }: { readonly items: readonly { readonly id: string; readonly since: string }[] } =
      JSON.parse(body);
    for (const { id, since } of items)
      if (since < isoOf(now() - minutesMs(45)) && chance.happens(0.72))
        await call({ method: 'POST', target: `/v1/desk/queue/${encodeURIComponent(id)}/done`, by: theDesk });
  };

  const askForWebhooks = async (): Promise<void> => {
    for (const [tenant] of tenants)
      if (tenant.hasEndpoint)
        await call({
          method: 'POST',
          target: '/v1/webhook-endpoints',
          by: resellerOf(tenant.id),
          body: {
            url: `https://${tenant.id}.example/hooks`,
            types: ['port_request.*'],
            contactEmail: `it@${tenant.id}.example`,
          },
        });
  };

  await askForWebhooks();
  planOrders();
  planOutages(
    outages,
    () => sandbox.world().faults,
    stage.plan,
    () => clearUp(sandbox.world()),
  );

  const nextAt = (): number =>
    Math.min(agenda.nextAt() ?? end, sandbox.world().clock.timers()[0]?.at.epochMilliseconds ?? end);
  for (let next = nextAt(); next < end; next = nextAt()) {
    await sandbox.catchUpWith(Temporal.Instant.fromEpochMilliseconds(next));
    react();
    for (let plan = agenda.takeDue(now()); plan !== undefined; plan = agenda.takeDue(now())) {
      await plan.act();
      react();
    }
  }
  await sandbox.catchUpWith(Temporal.Instant.fromEpochMilliseconds(end));
  readMails();
  return {
    from: isoOf(atTime(firstDay, '00:00')),
    to: isoOf(end),
    samplesEveryMinutes,
    recorded: sandbox.world().metrics.all(),
  };
};
