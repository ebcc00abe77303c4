import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erasedContent, erasedEnclosure, erasedRequest } from '../../functions/erasure/erase.ts';
import { eraseNow } from '../../functions/erasure/erase-now.ts';
import type { Incident } from '../../functions/incidents/incident.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { record, startRecording } from '../../functions/port-request/recording.ts';
import { aContent } from '../support/port-request-builder.ts';
import { desk, factsAt, instantIn, requestAfter, requestIn, reseller } from '../support/port-request-life.ts';

const name = 'Marie Dupont';

const unreadable = { kind: 'unreadable', input: `box of ${name}` } as const;

const incident: Incident = {
  id: 'inc_1',
  kind: 'other',
  description: name,
  openedAt: '2026-04-14T09:00:00Z',
  openedBy: 'reseller',
  status: 'open',
  diagnosis: 'unknown',
  actor: 'desk',
  notes: [{ at: '2026-04-14T09:00:00Z', by: 'desk', text: name }],
  examples: [
    {
      callingNumber: '+32475000000',
      callingOperator: name,
      calledNumber: name,
      calledAt: name,
      heard: 'other',
      note: name,
      problem: 'unreadable',
    },
  ],
  escalatedAt: null,
  resolvedAt: null,
};

/** A completed request in which every text that somebody may type names a person. */
const telling = (): PortRequest => {
  const request = requestIn('completed');
  const content = aContent();
  return {
    ...request,
    content: {
      ...content,
      customerReference: name,
      quote: { reference: name, approvedOn: '2026-03-30' },
      subscriber: { ...content.subscriber, name, email: `${name}@example.org` },
      numbers: [...content.numbers, unreadable],
      mainNumber: name,
      contract: content.contract && {
        ...content.contract,
        numbersLeftBehind: [unreadable],
        knownRanges: [unreadable],
        linkedServices: [{ number: unreadable, services: [name] }],
        protectedLines: [unreadable],
        cancelAfterPort: [unreadable],
      },
      authorisation: { signedBy: name, signedOn: '2026-03-28' },
      noteToOperator: name,
      installation: { type: 'simple', reason: name },
    },
    attempts: request.attempts.map((attempt) => ({
      ...attempt,
      rejections: [
        {
          code: 'other',
          numbers: [],
          named: [],
          field: null,
          operatorCode: 'E1',
          operatorText: name,
        },
      ],
    })),
    cancellation: { at: '2026-04-14T09:00:00Z', by: 'desk', reason: name },
    incidents: [incident],
    emergencyReturn: { requestedAt: '2026-04-14T09:00:00Z', reason: name, status: 'requested' },
  };
};

describe('an erased request', () => {
  test('names nobody, in no text that somebody may have typed', () => {
    expect(JSON.stringify(telling())).toContain(name);
    expect(JSON.stringify(erasedRequest(telling()))).not.toContain(name);
  });

  test('keeps its numbers, its operator and every date', () => {
    const { content, attempts, completedNumbers } = requestIn('completed');
    const erased = erasedRequest(requestIn('completed'));
    expect(erased.content.numbers).toEqual(content.numbers);
    expect(erased.content.losingOperator?.name).toBe(content.losingOperator?.name);
    expect(erased.attempts).toEqual(attempts);
    expect(erased.completedNumbers).toEqual(completedNumbers);
  });

  test('is the same when it is erased again, as is what was enclosed', () => {
    const once = erasedRequest(telling());
    expect(erasedRequest(once)).toEqual(once);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const content = erasedContent({ ...aContent(), noteToOperator: text });
        expect(erasedContent(content)).toEqual(content);
        const note = { kind: 'note', visibility: 'desk', text, sequence: 3, id: 'evt_3' } as const;
        const enclosed = { ...note, at: '2026-04-14T09:00:00Z', by: desk };
        expect(erasedEnclosure(erasedEnclosure(enclosed))).toEqual({ ...enclosed, text: '[erased]' });
      }),
    );
  });

  test('takes in no text afterwards, whoever brings it', () => {
    const facts = factsAt(instantIn.completed);
    const erased = requestAfter(eraseNow(requestIn('completed'), facts, desk));
    const { after, enclosures } = record(startRecording(erased), facts, {
      type: 'port_request.noted',
      actor: reseller,
      enclosure: { kind: 'note', visibility: 'shared', text: name },
      request: { ...erased, incidents: [incident], emergencyReturn: telling().emergencyReturn },
    });
    expect(enclosures).toMatchObject([{ kind: 'note', text: '[erased]' }]);
    expect(JSON.stringify(after)).not.toContain(name);
  });
});
