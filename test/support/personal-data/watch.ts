import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { leaks, watchWorldsOf } from './watched-worlds.ts';

// Runs before the tests of each file of the journeys: whatever they do, nothing of anybody may be logged, counted or queued.

watchWorldsOf('file');

const expectNoLeaks = (whose: 'test' | 'file'): void => {
  expect(leaks(whose), 'Personal data stand where others read them').toEqual([]);
};

beforeEach(() => watchWorldsOf('test'));
afterEach(() => {
  watchWorldsOf('file');
  expectNoLeaks('test');
});
afterAll(() => expectNoLeaks('file'));
