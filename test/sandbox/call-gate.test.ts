import { describe, expect, test } from 'vitest';
import { createCallGate } from '../../sandbox/call-gate.ts';

/** A gate, calls that end when told, and what has begun and ended so far. */
const newGate = () => {
  const gate = createCallGate();
  const log: string[] = [];
  const call = (name: string, kind: 'shared' | 'exclusive') => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const answer = gate[kind](async () => {
      log.push(`${name} begins`);
      const result = await promise;
      log.push(`${name} ends`);
      return result;
    });
    return { answer, end: () => resolve(name), fail: () => reject(new Error(name)) };
  };
  /** Everything that can go on by itself has gone on. */
  const quiet = () => new Promise((resolve) => setImmediate(resolve));
  return { log, call, quiet };
};

describe('The call gate', () => {
  test('lets shared calls run side by side', async () => {
    const { log, call, quiet } = newGate();
    const [a, b] = [call('a', 'shared'), call('b', 'shared')];
    await quiet();
    expect(log).toEqual(['a begins', 'b begins']);
    b.end();
    a.end();
    expect(await Promise.all([a.answer, b.answer])).toEqual(['a', 'b']);
  });

  test('lets an exclusive call begin only when those before it have ended, and keeps those after it waiting', async () => {
    const { log, call, quiet } = newGate();
    const before = call('before', 'shared');
    const move = call('move', 'exclusive');
    const after = call('after', 'shared');
    await quiet();
    expect(log).toEqual(['before begins']);
    before.end();
    await quiet();
    expect(log).toEqual(['before begins', 'before ends', 'move begins']);
    move.end();
    await quiet();
    after.end();
    await after.answer;
    expect(log.slice(3)).toEqual(['move ends', 'after begins', 'after ends']);
  });

  test('runs exclusive calls one after the other, as they came', async () => {
    const { log, call, quiet } = newGate();
    const moves = [call('a', 'exclusive'), call('b', 'exclusive')];
    for (const move of moves) {
      await quiet();
      move.end();
    }
    await Promise.all(moves.map(({ answer }) => answer));
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test('goes on after a call that failed, of either kind', async () => {
    const { call } = newGate();
    const exclusive = call('move', 'exclusive');
    exclusive.fail();
    await expect(exclusive.answer).rejects.toThrow('move');
    const shared = call('call', 'shared');
    shared.fail();
    await expect(shared.answer).rejects.toThrow('call');
    const next = call('next', 'exclusive');
    next.end();
    expect(await next.answer).toBe('next');
  });

  test('is not held up by a shared call that fails while an exclusive one waits for it', async () => {
    const { call, quiet } = newGate();
    const shared = call('call', 'shared');
    const move = call('move', 'exclusive');
    await quiet();
    shared.fail();
    move.end();
    await expect(shared.answer).rejects.toThrow('call');
    expect(await move.answer).toBe('move');
  });
});
