import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { correlationId } from '../../functions/runtime/correlation.ts';
import { errorOf } from '../../functions/runtime/masked-error.ts';
import { schedule, task } from '../../functions/runtime/task.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { rememberingLog } from './handlers.ts';

const schemas = {
  name: 'decide-next-step' as const,
  input: z.object({ number: z.int() }),
  output: z.object({ doubled: z.int().max(100) }),
};

const double = (event: unknown) => {
  const { log, lines } = rememberingLog();
  const handler = task(
    schemas,
    () => ({ log, metrics: noMetrics }),
    async (_, { number }) => ({ doubled: number * 2, secret: 'x' }),
  );
  return { lines, result: handler(event, lambdaContext) };
};

describe('A task of the machine', () => {
  test('is given what its schema reads and answers no more than its schema lets out', async () => {
    const { lines, result } = double({ number: 21, more: true });
    expect(await result).toEqual({ doubled: 42 });
    expect(lines).toEqual([{ message: 'task.completed', fields: { task: 'decide-next-step' } }]);
  });

  test.each([undefined, null, {}, { number: '21' }, []])(
    'fails for the input %j, and the machine sees it',
    async (event) => {
      const { lines, result } = double(event);
      await expect(result).rejects.toThrow();
      expect(lines).toEqual([
        { message: 'task.failed', fields: { task: 'decide-next-step' }, error: expect.any(Error) },
      ]);
    },
  );

  test('fails rather than answer what its schema does not let out', async () => {
    await expect(double({ number: 51 }).result).rejects.toThrow();
  });

  test('bears the id of its invocation, and throws on no more of an error than its log has', async () => {
    const under: unknown[] = [];
    const cause = new Error('025805050');
    const handler = task(
      schemas,
      () => ({ log: rememberingLog().log, metrics: noMetrics }),
      async () => {
        under.push(correlationId());
        throw Object.assign(new RangeError('No mail to luc@reseller.example', { cause }), {
          number: '025805050',
        });
      },
    );
    const error = await handler({ number: 1 }, { ...lambdaContext, awsRequestId: 'call-1' }).catch(errorOf);
    expect(under).toEqual(['call-1']);
    expect(inspect(error, { showHidden: true })).not.toMatch(/025805050|luc/);
    expect(error).toMatchObject({ name: 'RangeError', message: 'No mail to [mail address]' });
  });

  test('throws on the very error of what it does, whose name the machine matches', async () => {
    class CarrierGoneError extends Error {
      override readonly name = 'CarrierGoneError';
    }
    const { log, lines } = rememberingLog();
    const handler = task(
      schemas,
      () => ({ log, metrics: noMetrics }),
      async () => {
        throw new CarrierGoneError('No carrier');
      },
    );
    await expect(handler({ number: 1 }, lambdaContext)).rejects.toThrow(CarrierGoneError);
    expect(lines.map(({ error }) => error)).toEqual([expect.any(CarrierGoneError)]);
  });
});

describe('What a schedule wakes', () => {
  test.each([undefined, {}, 'tick', { time: '2026-03-30T07:00:00Z' }])(
    'looks whatever the tick says: %j',
    async (tick) => {
      const { log } = rememberingLog();
      let looks = 0;
      const handler = schedule(
        'look-for-due',
        () => ({ log, metrics: noMetrics }),
        async () => {
          looks += 1;
        },
      );
      expect(await handler(tick, lambdaContext)).toBeUndefined();
      expect(looks).toBe(1);
    },
  );

  test('fails loudly when it cannot look', async () => {
    const { log, lines } = rememberingLog();
    const handler = schedule(
      'look-for-due',
      () => ({ log, metrics: noMetrics }),
      async () => {
        throw new Error('No table');
      },
    );
    await expect(handler({}, lambdaContext)).rejects.toThrow('No table');
    expect(lines).toMatchObject([{ message: 'task.failed', fields: { task: 'look-for-due' } }]);
  });
});
