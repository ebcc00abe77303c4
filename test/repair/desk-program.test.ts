import { describe, expect, test } from 'vitest';
import type { DeskAnswer, DeskCommand } from '../../functions/repair/desk-command.ts';
import { queueNames, wokenNames } from '../../functions/repair/queue-names.ts';
import { type Person, runDeskWith } from '../support/desk.ts';

/** A service with so many dead letters of each kind that hands out at most `atOnce`; and what it was asked. */
const serviceWith = (dead: number, atOnce = 10) => {
  let left = dead;
  const asked: DeskCommand[] = [];
  const answer = (command: DeskCommand): DeskAnswer => {
    if (command.command === 'redrive' || command.command === 'purge') {
      const taken = Math.min(left, atOnce, command.limit ?? 10);
      left -= taken;
      return { command: command.command, kind: 'done', taken, left };
    }
    return {
      command: 'queues',
      kind: 'counted',
      queues: [...queueNames, ...wokenNames].map((name) => ({ name, waiting: 0, dead: left })),
    };
  };
  return {
    asked,
    run: (line: string, person?: Person) =>
      runDeskWith(
        () => async (command) => {
          asked.push(command);
          return answer(command);
        },
        line.split(' '),
        person,
      ),
  };
};

const limitsOf = (asked: readonly DeskCommand[]) =>
  asked.flatMap((command) => ('limit' in command ? [command.limit] : []));

describe('Emptying a queue', () => {
  test('takes ten at a time, and no more than there were when it began', async () => {
    const { asked, run } = serviceWith(23);
    expect(await run('redrive due-work')).toMatchObject({ code: 0, said: '23 put back, 0 left.' });
    expect(limitsOf(asked)).toEqual([10, 10, 3]);
    expect(asked.slice(1)).toMatchObject(Array(3).fill({ command: 'redrive', queue: 'due work' }));
  });

  test('takes a name of several words with or without dashes', async () => {
    const { asked, run } = serviceWith(1);
    await run('redrive carrier reports');
    await run('purge sweep-of-webhooks');
    expect(asked).toMatchObject([
      { command: 'queues' },
      { command: 'redrive', queue: 'carrier reports' },
      { command: 'queues' },
    ]);
  });

  test('ends where no more can be had, and says so', async () => {
    const { run } = serviceWith(5, 0);
    const { code, said, complaint } = await run('redrive mails');
    expect([code, said]).toEqual([1, '0 put back, 5 left.']);
    expect(complaint).toContain('5 could not be had just now');
  });

  test('is not begun where nobody agrees', async () => {
    for (const person of ['declines', 'absent'] as const) {
      const { asked, run } = serviceWith(5);
      expect(await run('purge relay', person)).toMatchObject({ code: 1, said: '' });
      expect(asked).toMatchObject([{ command: 'queues' }]);
    }
  });

  test('puts nothing back that is no work, and throws none away that is', async () => {
    const { asked, run } = serviceWith(5);
    for (const name of wokenNames) {
      const { code, complaint } = await run(`redrive ${name}`);
      expect([code, complaint]).toEqual([2, expect.stringContaining('purge it')]);
    }
    for (const name of queueNames)
      expect(await run(`purge ${name}`)).toMatchObject({
        code: 2,
        complaint: expect.stringContaining('redrive it'),
      });
    expect(asked).toEqual([]);
  });
});

describe('A command line', () => {
  test.each([
    ['without a command', '--yes', 'No command'],
    ['with a command that there is not', 'repair prt_1', 'There is no command repair'],
    ['without the request', 'inspect', 'inspect takes one word'],
    ['with a word too many', 'restart prt_1 2', 'restart takes one word'],
    ['with what is no id', 'inspect 025805050', 'is no id of a request'],
    ['with what is no mail', 'resend prt_1 Approved!', 'is no mail'],
    ['with an attempt that is no number', 'restart prt_1 --attempt first', 'attempt'],
    ["with another command's option", 'inspect prt_1 --again', '--again belongs to resend'],
    ['with an option that there is not', 'inspect prt_1 --force', '--force'],
    ['with a stage that there is not', 'queues --stage test', 'There is no stage test'],
    ['with two services', 'queues --stage dev --url http://localhost:4010', 'Either --stage or --url'],
    ['with an address that is none', 'queues --url localhost', '--url is no address'],
    ['with a login that is none', 'queues --as ann@fonzer.example', 'is no login'],
    ['with a queue that there is not', 'redrive letters', 'There is no queue "letters"'],
  ])('%s is not followed', async (_, line, complaint) => {
    const { asked, run } = serviceWith(1);
    const ended = await run(line);
    expect([ended.code, ended.said, asked]).toEqual([2, '', []]);
    expect(ended.complaint).toContain(complaint);
    expect(ended.complaint).toContain('npm run desk -- <command>');
  });

  test('asks the stage that it names, and proposes commands for the same', async () => {
    const places: unknown[] = [];
    const ended = await runDeskWith(
      (where) => {
        places.push(where);
        return async () => ({ command: 'verify', kind: 'no_such_request' });
      },
      ['verify', 'prt_1', '--stage', 'production'],
    );
    expect([ended.code, ended.said, places]).toEqual([
      1,
      'There is no such request.',
      [{ stage: 'production' }],
    ]);
  });

  test('shows its help, and fails with what the service says', async () => {
    expect(await serviceWith(0).run('--help')).toMatchObject({
      code: 0,
      said: expect.stringContaining('inspect <id>'),
    });
    const unreachable = new Error('No sandbox answers', { cause: new Error('ECONNREFUSED') });
    expect(
      await runDeskWith(
        () => async () => {
          throw unreachable;
        },
        ['queues'],
      ),
    ).toMatchObject({ code: 1, complaint: 'No sandbox answers: ECONNREFUSED' });
  });

  test('takes no answer for one that it is not', async () => {
    const ended = await runDeskWith(() => async () => ({ command: 'queues', kind: 'counted' }), ['queues']);
    expect([ended.code, ended.said]).toEqual([1, '']);
  });
});
