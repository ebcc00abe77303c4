import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import {
  byWhenMailed,
  erasedLine,
  isErased,
  type LedgerLine,
  type MailKey,
  type MailLedger,
  sendingLeaseMinutes,
} from '../functions/correspondence/mail-ledger.ts';
import type { StandingMail } from '../functions/lifecycle/standing.ts';

/** A line as data. */
export type SavedLine = {
  readonly line: LedgerLine;
  /** Until when its sender has it to itself. */
  readonly leasedUntil: InstantText;
};

const keyOf = ({ portRequestId, sequence, template }: MailKey) => `${portRequestId} ${sequence} ${template}`;

/** The ledger in memory, which can be saved, with the mails that somebody began to send. */
export type InMemoryMailLedger = MailLedger & {
  readonly save: () => readonly SavedLine[];
  readonly sending: () => readonly StandingMail[];
};

/** A mail ledger in memory that can be saved: empty, or as it was saved. */
export const createKeptMailLedger = (saved: readonly SavedLine[] = []): InMemoryMailLedger => {
  const lines = new Map<string, SavedLine>();
  // An outage makes many ask for the mails of one request.
  const byRequest = new Map<string, string[]>();
  const keep = (line: LedgerLine, leasedUntil: InstantText) => {
    const key = keyOf(line);
    const own = byRequest.get(line.portRequestId) ?? [];
    if (!lines.has(key)) own.push(key);
    byRequest.set(line.portRequestId, own);
    lines.set(key, { line, leasedUntil });
  };
  const remove = (mail: MailKey): boolean => {
    const own = byRequest.get(mail.portRequestId) ?? [];
    byRequest.set(
      mail.portRequestId,
      own.filter((key) => key !== keyOf(mail)),
    );
    return lines.delete(keyOf(mail));
  };
  for (const { line, leasedUntil } of saved) keep(line, leasedUntil);
  // Few of many: an overview must not look through all lines there ever were.
  const begun = new Set([...lines.keys()]);
  const linesOf = (portRequestId: string): readonly LedgerLine[] =>
    (byRequest.get(portRequestId) ?? []).flatMap((key) => lines.get(key)?.line ?? []);
  const change = (line: LedgerLine, changed: Partial<SavedLine>) => {
    const before = lines.get(keyOf(line));
    if (before !== undefined) lines.set(keyOf(line), { ...before, ...changed });
  };
  return {
    begin: async (line, now) => {
      const before = lines.get(keyOf(line));
      if (before !== undefined && before.line.status !== 'sending') return 'sent';
      if (before !== undefined && Temporal.Instant.compare(before.leasedUntil, now) > 0) return 'busy';
      const leasedUntil = toInstantText(now.add({ minutes: sendingLeaseMinutes }));
      keep(line, leasedUntil);
      begun.add(keyOf(line));
      return 'mine';
    },
    sent: async (line, _, at) => {
      const before = lines.get(keyOf(line));
      const sent = { ...line, status: 'sent', at } as const;
      change(line, { line: before !== undefined && isErased(before.line) ? erasedLine(sent) : sent });
    },
    failed: async (line) => {
      remove(line);
    },
    leave: async (mail, now) => {
      const found = lines.get(keyOf(mail));
      if (found !== undefined && Temporal.Instant.compare(found.leasedUntil, now) <= 0)
        begun.delete(keyOf(mail));
    },
    reopen: async (mail) => {
      const found = lines.get(keyOf(mail));
      return found !== undefined && found.line.status !== 'sending' && remove(mail);
    },
    bounced: async (mail) => {
      const found = lines.get(keyOf(mail));
      if (found === undefined) return undefined;
      const line = { ...found.line, status: 'bounced' } as const;
      change(line, { line });
      return line;
    },
    erase: async (portRequestId) => {
      for (const line of linesOf(portRequestId)) change(line, { line: erasedLine(line) });
    },
    list: async (portRequestId) => [...linesOf(portRequestId)].sort(byWhenMailed),
    save: () => [...lines.values()],
    sending: () =>
      [...begun].flatMap((key) => {
        const kept = lines.get(key);
        if (kept?.line.status === 'sending') {
          const { portRequestId, sequence, template } = kept.line;
          return [{ portRequestId, sequence, template, leasedUntil: kept.leasedUntil }];
        }
        begun.delete(key);
        return [];
      }),
  };
};

/** The mail ledger in memory, and nothing but that. */
export const createInMemoryMailLedger = (): MailLedger => createKeptMailLedger();
