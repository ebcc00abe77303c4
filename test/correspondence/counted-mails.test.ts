import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { RenderedMail } from '../../functions/correspondence/mail.ts';
import type { LedgerLine } from '../../functions/correspondence/mail-ledger.ts';
import { MailRefusedError } from '../../functions/correspondence/mailer.ts';
import { sendOnce } from '../../functions/correspondence/send-once.ts';
import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { watchedMetrics } from '../support/watched-metrics.ts';

const now = () => Temporal.Instant.from('2026-04-14T07:00:00Z');

const line: LedgerLine = {
  portRequestId: 'prt_1',
  sequence: 4,
  template: 'approved',
  to: 'luc@reseller.example',
  language: 'nl',
  causedBy: 'evt_1',
  status: 'sending',
  at: '2026-04-14T07:00:00Z',
};

const rendered: RenderedMail = { subject: 'Subject', text: 'Text', html: '<p>Text</p>' };

/** A sender; what is given replaces a part of it. */
const createSender = () => {
  const { metrics, texts } = watchedMetrics();
  const deps = {
    now,
    wallClock: now,
    mailLedger: createInMemoryMailLedger(),
    mailer: { send: async () => ({ messageId: 'message-1' }) },
    mailTurn: async () => {},
    metrics,
  };
  const send = (
    changed: Partial<typeof deps> = {},
    write: () => Promise<(RenderedMail & { readonly tags: object }) | undefined> = async () => ({
      ...rendered,
      tags: {},
    }),
  ) => sendOnce({ ...deps, ...changed }, line, line.to, write);
  return { deps, send, texts };
};

describe('sending a mail', () => {
  test('is counted once, by its template', async () => {
    const { send, texts } = createSender();
    await send();
    await send();
    expect(texts()).toEqual(['MailsSent Template=approved 1']);
  });

  test.each([new MailRefusedError('Throttled'), new Error('The mail service gives no answer')])(
    'is counted as failed where the mail service does not take it: %s',
    async (error) => {
      const { send, texts } = createSender();
      await expect(send({ mailer: { send: () => Promise.reject(error) } })).rejects.toBe(error);
      expect(texts()).toEqual(['MailSendFailures 1']);
    },
  );

  test('is no failure of the mail service where another sender is at it, its turn is far off, or nobody needs it', async () => {
    const { deps, send, texts } = createSender();
    await send({}, async () => undefined);
    await expect(send({}, () => Promise.reject(new Error('No text')))).rejects.toThrow('No text');
    await expect(send({ mailTurn: () => Promise.reject(new Error('Too far off')) })).rejects.toThrow();
    await deps.mailLedger.begin(line, now());
    await expect(send()).rejects.toMatchObject({ name: 'MailBusyError' });
    expect(texts()).toEqual([]);
  });

  test('is counted though the ledger could not be told', async () => {
    const { deps, send, texts } = createSender();
    const mailLedger = { ...deps.mailLedger, sent: () => Promise.reject(new Error('No answer')) };
    await expect(send({ mailLedger })).rejects.toThrow('No answer');
    expect(texts()).toEqual(['MailsSent Template=approved 1']);
  });
});
