import { toInstantText } from '../calendar/clock.ts';
import type { Content } from './content.ts';
import type { Facts } from './facts.ts';
import { firstPreviousHash } from './history.ts';
import type { PortRequest } from './port-request.ts';
import { type Decision, decided, type Recording, record } from './recording.ts';
import type { Actor } from './status.ts';
import { submitted } from './submit.ts';

type Creation = {
  readonly tenant: string;
  readonly carrier: string;
  readonly content: Content;
  /** False keeps it a draft, for which almost everything may still be missing. */
  readonly submit: boolean;
  readonly actor: Actor;
};

const draftOf = ({ tenant, carrier, content }: Creation, facts: Facts): PortRequest => ({
  id: facts.newId('prt'),
  tenant,
  carrier,
  version: 0,
  lastHash: firstPreviousHash,
  status: 'draft',
  statusSince: toInstantText(facts.now),
  createdAt: toInstantText(facts.now),
  updatedAt: toInstantText(facts.now),
  content,
  attempts: [],
  completedNumbers: {},
  plannedDate: null,
  cancellation: null,
  incidents: [],
  deskTasks: [],
  compensation: null,
  emergencyReturn: null,
  signedMandates: [],
  erasedAt: null,
  dueAt: null,
});

/** Creates a port request, as a draft or submitted at once (F17). Refused as `submit` is. */
export const create = (creation: Creation, facts: Facts): Decision => {
  const draft = draftOf(creation, facts);
  const created: Recording = {
    ...record({ before: undefined, after: draft, entries: [], enclosures: [] }, facts, {
      type: 'port_request.created',
      actor: creation.actor,
      request: draft,
      previousStatus: null,
    }),
    before: undefined,
  };
  return creation.submit ? submitted(created, facts, creation.actor) : decided(created);
};
