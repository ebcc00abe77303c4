import { createHash } from 'node:crypto';
import type { HistoryEntry } from '../../../functions/port-request/history.ts';
import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import type { Answer } from '../sandbox-client.ts';
import { daysAfter } from './own-calendar.ts';
import { must, type Trial } from './trial.ts';

type Json = Answer['json'];

/** JSON with the members of every object in the order of RFC 8785; what histories hold needs no more of it. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
};

/** The chain, counted again: no entry is missing, altered, or says who somebody is. */
const judgeChain = (entries: readonly Json[]): void => {
  let previous = '0'.repeat(64);
  entries.forEach(({ hash, previousHash, ...entry }, index) => {
    const expected = createHash('sha256')
      .update(`${previous}\n${canonical(entry)}`, 'utf8')
      .digest('hex');
    must(entry.sequence === index + 1, () => `A gap before ${JSON.stringify(entry)}`);
    must(
      previousHash === previous && hash === expected,
      () => `The chain breaks at ${JSON.stringify(entry)}`,
    );
    previous = hash;
  });
  const text = JSON.stringify(entries.map(({ data, actor }) => [data, actor]));
  must(!/Marie|Dupont|Luc |"(\+32|0)2580|@/.test(text), () => `A history names somebody: ${text}`);
};

const plain: Readonly<Record<string, readonly string[]>> = {
  'port_request.submitted': ['request_received'],
  'port_request.approved': ['approved'],
  'port_request.rejected': ['rejected'],
  'port_request.window_opened': ['window_opened'],
  'port_request.start_link_renewed': ['start_link_renewed'],
  'port_request.started': ['started'],
  'port_request.partly_completed': ['partly_completed'],
  'port_request.completed': ['completed'],
  'port_request.interruption_overrun': ['interruption_overrun', 'desk_interruption_overrun'],
  'port_request.expired': ['expired'],
  'port_request.cancelled': ['cancelled'],
  'port_request.answer_overdue': ['desk_answer_overdue', 'answer_overdue'],
  'port_request.reminded': ['start_reminder', 'last_day', 'check_up'],
  'port_request.failed': ['start_link_renewed'],
  'incident.opened': ['incident_received', 'desk_incident'],
  'incident.escalated': ['incident_updated'],
  'incident.updated': ['incident_updated'],
  'incident.resolved': ['incident_updated'],
};

/** The mails that an entry may cause. */
const mayCause = ({ type, data }: HistoryEntry): readonly string[] => {
  const templates = plain[type] ?? [];
  if (type === 'port_request.reminded') return templates.filter((template) => template === data['reminder']);
  return data['escalate'] === true ? [...templates, 'desk_escalation'] : templates;
};

/** Mails that are left out where they would say what is no longer so, or that go out only sometimes. */
const mayBeMissing = (template: string, { actor, type }: HistoryEntry): boolean =>
  [
    'window_opened',
    'start_reminder',
    'last_day',
    'start_link_renewed',
    'partly_completed',
    'answer_overdue',
  ].includes(template) ||
  (actor.kind === 'clock' && type.startsWith('incident.'));

/** One mail for each event and template, in the ledger and in the mailbox. */
const judgeMails = (
  trial: Trial,
  request: PortRequest,
  entries: readonly HistoryEntry[],
  ledger: readonly Json[],
): void => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const lines = new Set<string>();
  for (const { template, causedBy, status } of ledger) {
    const entry = byId.get(causedBy);
    const key = `${request.id} ${entry?.sequence} ${template}`;
    must(!lines.has(key), () => `Twice in the ledger: ${key}`);
    lines.add(key);
    must(entry !== undefined && mayCause(entry).includes(template), () => `Who asked for ${key}?`);
    // What became needless before a failed try could be repeated is tried no more, and nobody knows whether it went out.
    const isGivenUp =
      status === 'sending' &&
      trial.failures.length > 0 &&
      entry !== undefined &&
      (mayBeMissing(template, entry) || request.erasedAt !== null);
    must(status === 'sent' || isGivenUp, () => `${key} is ${status}`);
    const { sent, excused } = trial.mailed.get(key) ?? { sent: 0, excused: 0 };
    must(
      (sent >= 1 || isGivenUp) && sent <= 1 + excused,
      () => `${key} went out ${sent} times, ${excused} excused`,
    );
  }
  const overdue = [...lines].filter((line) => line.endsWith(' answer_overdue')).length;
  must(overdue <= request.attempts.length, () => `The contact heard ${overdue} times of overdue answers`);
  for (const [key] of trial.mailed)
    must(!key.startsWith(`${request.id} `) || lines.has(key), () => `Not in the ledger: ${key}`);
  // A mail that an outage held up until its recipient was erased has nobody to go to.
  if (request.erasedAt !== null && trial.failures.length > 0) return;
  const erased = entries.find(({ data }) => data['code'] === 'erased')?.sequence ?? Infinity;
  for (const entry of entries.filter(({ sequence }) => sequence < erased))
    for (const template of mayCause(entry))
      must(
        mayBeMissing(template, entry) || lines.has(`${request.id} ${entry.sequence} ${template}`),
        () => `No ${template} after ${JSON.stringify(entry)}: ${[...lines]}`,
      );
};

/** Once it is erased, nothing that is kept of a request says who somebody is, whatever was written since. */
const judgeErasure = async (trial: Trial, request: PortRequest, ledger: readonly Json[]): Promise<void> => {
  if (request.erasedAt === null) return;
  const { records } = trial.client.sandbox.world();
  const contents = await Promise.all(
    request.attempts.map(({ number }) => records.attemptContent(request.id, number)),
  );
  const kept = {
    request,
    contents,
    enclosures: await records.enclosures(request.id),
    ledger,
  };
  for (const [what, value] of Object.entries(kept)) {
    const text = JSON.stringify(value).replaceAll('desk@fonzer.example', '');
    must(!/Marie|Dupont|Luc |@/.test(text), () => `Not erased from ${what}: ${text}`);
  }
};

const stands: Readonly<Record<string, (view: Json, item: Json) => boolean>> = {
  answer_overdue: ({ status }) => status === 'awaiting_answer',
  rejection: ({ status }) => status === 'rejected',
  approval_misses_desired_date: ({ status }) => status === 'approved' || status === 'ready_to_start',
  interruption_warned: ({ status }) => status === 'in_progress',
  incident: ({ openIncidents }, { incidentId }) => openIncidents.includes(incidentId),
  return_requested: ({ emergencyReturn }) => emergencyReturn?.status === 'requested',
};

/** Every page of the desk's queue, oldest first. */
const readQueue = async ({ ask, tokens }: Trial): Promise<readonly Json[]> => {
  const items: Json[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { json, status, text } = await ask('GET', `/v1/desk/queue?limit=3${query}`, { token: tokens.desk });
    must(status === 200, () => `The queue is answered ${text}`);
    items.push(...json.items);
    cursor = json.nextCursor;
  }
  return items;
};

/** Whatever waits for the desk has a cause, and whatever has a cause waits once. */
const judgeQueue = (queue: readonly Json[], views: ReadonlyMap<string, Json>): void => {
  queue.forEach((item, index) => {
    const view = views.get(item.portRequestId);
    must(view !== undefined, () => `Of no request: ${JSON.stringify(item)}`);
    must(stands[item.what]?.(view, item) ?? true, () => `Nothing behind ${JSON.stringify(item)}`);
    must(index === 0 || queue[index - 1].since <= item.since, () => 'The queue is out of order');
  });
  must(new Set(queue.map(({ id }) => id)).size === queue.length, () => 'Twice in the queue');
};

const waiting = ['draft', 'awaiting_answer', 'rejected', 'expired', 'in_progress', 'completed', 'cancelled'];

/** Every request has ended or waits for somebody, and so have the machine's runs of its attempts. */
const judgeEnd = (trial: Trial, view: Json): void => {
  must(waiting.includes(view.status), () => `Left in ${view.status}: ${JSON.stringify(view)}`);
  const runs = trial.client.sandbox.world().lifecycle.executionsOf(view.id);
  for (const { number, outcome, submittedAt } of view.attempts) {
    const own = runs.filter(({ name }) => name.startsWith(`${view.id}-${number}-`));
    const told = () => `${view.id} attempt ${number}, ${outcome}: ${own.map(({ status }) => status)}`;
    must(own.length > 0, () => `No run of ${told()}`);
    const running = own.filter(({ status }) => status === 'RUNNING').length;
    // A run lasts a year at most, which the runbook has an answer to.
    if (submittedAt < daysAfter(trial.today(), -365) && own.at(-1)?.status === 'TIMED_OUT') continue;
    must(running === (outcome === null ? 1 : 0), () => `Runs of ${told()}`);
    must(running === 1 || own.at(-1)?.status === 'SUCCEEDED', () => `Failed for good: ${told()}`);
  }
};

/** A tenant's feed is all histories of its requests, each in its order. */
const judgeFeeds = async ({ ask, tokens }: Trial, histories: readonly (readonly HistoryEntry[])[]) => {
  const published: Json[] = [];
  for (const token of [tokens.acme, tokens.other]) {
    for (let after = ''; ; ) {
      const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const { status, json, text } = await ask('GET', `/v1/events?limit=100${query}`, { token });
      must(status === 200, () => `The feed is answered ${text}`);
      published.push(...json.items);
      if (json.items.length === 0) break;
      after = json.nextCursor;
    }
  }
  const ofRequest = Map.groupBy(published, ({ portRequestId }) => portRequestId);
  for (const entries of histories) {
    const id = entries[0]?.portRequestId;
    must(
      canonical(ofRequest.get(id)) === canonical(entries),
      () => `The feed has not just the history of ${id}`,
    );
  }
  must(ofRequest.size === histories.length, () => 'The feed has events of no request');
};

/** What has to hold at any quiet moment, of everything that was written. */
export const judgeRecords = async (trial: Trial): Promise<void> => {
  const views = new Map<string, Json>();
  const histories: (readonly HistoryEntry[])[] = [];
  const token = trial.tokens.desk;
  for (const request of trial.requests()) {
    const entries = await trial.client.sandbox.world().records.history(request.id);
    const shown = (await trial.ask('GET', `/v1/port-requests/${request.id}/history`, { token })).json.items;
    must(canonical(shown) === canonical(entries), () => 'Another history is shown than was written');
    judgeChain(shown);
    histories.push(entries);
    const mails = await trial.ask('GET', `/v1/port-requests/${request.id}/mails`, { token });
    judgeMails(trial, request, entries, mails.json.items);
    await judgeErasure(trial, request, mails.json.items);
    views.set(request.id, await trial.client.read(request.id, token));
  }
  judgeQueue(await readQueue(trial), views);
  await judgeFeeds(trial, histories);
};

/** Ends a trial: nothing fails any more, weeks go by, and then nothing is stuck. */
export const endTrial = async (trial: Trial, look: () => Promise<void>): Promise<void> => {
  const world = trial.client.sandbox.world();
  world.faults.clear();
  await trial.client.clock({ by: 'P1D' });
  await look();
  await judgeRecords(trial);
  // Of the silent operators one is enough: each of its days is recorded.
  for (const { id } of trial
    .requests()
    .filter(({ status }) => status === 'awaiting_answer')
    .slice(1))
    must(
      (await trial.ask('POST', `/v1/port-requests/${id}/cancellation`, { token: trial.tokens.desk }))
        .status === 200,
      () => `${id} cannot be cancelled`,
    );
  await trial.client.clock({ by: 'P9W' });
  await look();
  await judgeRecords(trial);
  for (const { id } of trial.requests()) judgeEnd(trial, await trial.client.read(id, trial.tokens.desk));
  must(world.records.unhandledCount() === 0, () => 'Entries are left that nobody has followed up');
  must(
    trial.failures.length > 0 || world.deadLetters().length === 0,
    () => `Put aside: ${JSON.stringify(world.deadLetters())}`,
  );
};
