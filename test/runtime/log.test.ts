import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** The lines that a log of some level writes for these calls, in a process of its own: the logger writes past any test. */
const linesOf = (level: string, calls: string): readonly Record<string, unknown>[] => {
  const script = `import { structuredLog } from './functions/runtime/log.ts';
    const log = structuredLog('porting', '${level}');
    ${calls}`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
    env: {},
  });
  expect(status).toBe(0);
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
};

const both = `
  log.info('http.completed', { requestId: 'r1', status: 200 });
  log.error('http.failed', { requestId: 'r2' }, new TypeError('No table'));
  log.error('work.failed', { work: 'w' }, 'no error at all');`;

describe('The structured log', () => {
  test('writes one JSON line with the message, the service and the fields', () => {
    const [completed, failed, odd] = linesOf('INFO', both);
    expect(completed).toMatchObject({
      level: 'INFO',
      message: 'http.completed',
      service: 'porting',
      requestId: 'r1',
      status: 200,
    });
    expect(failed).toMatchObject({
      level: 'ERROR',
      message: 'http.failed',
      requestId: 'r2',
      error: { name: 'TypeError', message: 'No table' },
    });
    expect(odd).toMatchObject({
      message: 'work.failed',
      error: { name: 'Error', message: 'no error at all' },
    });
  });

  test('takes of an error and of its causes the name, the message and the stack, and nothing else', () => {
    const [failed] = linesOf(
      'INFO',
      `const first = Object.assign(new RangeError('First'), { input: 'https://user:secret@colt.example' });
       const second = Object.assign(new TypeError('Second', { cause: first }), { $response: { body: 'secret' } });
       const third = Object.assign(new Error('Third', { cause: second }), { name: 'SdkError', key: 'secret' });
       log.error('task.failed', { task: 't' }, third);`,
    );
    const only = (name: string, message: string) => ({
      name,
      message,
      stack: expect.stringContaining(message),
    });
    expect(failed).toMatchObject({ message: 'task.failed', task: 't' });
    expect(failed?.['error']).toEqual({
      ...only('SdkError', 'Third'),
      cause: { ...only('TypeError', 'Second'), cause: only('RangeError', 'First') },
    });
  });

  test('takes no cause that is no error, no error among several, and ends where causes go round', () => {
    const lines = linesOf(
      'INFO',
      `log.error('task.failed', {}, new Error('One', { cause: { token: 'secret' } }));
       log.error('task.failed', {}, new AggregateError([new Error('secret')], 'Two'));
       const round = new Error('Three');
       round.cause = new Error('Four', { cause: round });
       log.error('task.failed', {}, round);`,
    );
    expect(lines).toMatchObject([
      { error: { message: 'One' } },
      { error: { message: 'Two' } },
      { error: { message: 'Three', cause: { message: 'Four' } } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test('takes no field that is not registered for its message, and none that is no text and no number', () => {
    const [line] = linesOf(
      'INFO',
      `log.info('task.completed', { task: 't', sequence: 4, name: 'Marie Dupont', setting: 's', type: { number: '025805050' } });`,
    );
    expect(line).toMatchObject({ task: 't', sequence: 4 });
    expect(JSON.stringify(line)).not.toMatch(/Marie|"setting"|"type"|025805050/);
  });

  test('names the call, message, entry or tick that a line comes of, also after a wait', () => {
    const lines = linesOf(
      'INFO',
      `const { correlated } = await import('./functions/runtime/correlation.ts');
       await Promise.all(['one', 'two'].map((id) => correlated(id, async () => {
         await null;
         log.info('setting.not_refreshed', { setting: id });
       })));
       log.info('setting.not_refreshed', { setting: 'none' });`,
    );
    expect(lines.map(({ setting, correlationId }) => [setting, correlationId])).toEqual([
      ['one', 'one'],
      ['two', 'two'],
      ['none', undefined],
    ]);
  });

  test('masks addresses and numbers in the message and the stack of an error', () => {
    const [failed] = linesOf(
      'INFO',
      `log.error('task.failed', { task: 't' }, new Error('Not verified: marie@dupont.example, 025805050'));`,
    );
    expect(failed?.['error']).toMatchObject({ message: 'Not verified: [mail address], [number]' });
    expect(JSON.stringify(failed)).not.toMatch(/dupont|025805050/);
  });

  test('leaves out what went well where only errors are wanted, and everything where nothing is', () => {
    expect(linesOf('ERROR', both).map(({ message }) => message)).toEqual(['http.failed', 'work.failed']);
    expect(linesOf('SILENT', both)).toEqual([]);
  });
});
