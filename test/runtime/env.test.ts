import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { MissingEnvironmentError, readEnv } from '../../functions/runtime/env.ts';

const schema = z.object({
  TABLE_NAME: z.string().min(1),
  MAIL_FROM: z.email(),
  LONGEST_WAIT_SECONDS: z.coerce.number().pipe(z.int().min(1)),
});

describe('The environment', () => {
  test('is read through the schema, and what nobody asked for is left out', () => {
    const environment = {
      TABLE_NAME: 'ports',
      MAIL_FROM: 'a@fonzer.example',
      LONGEST_WAIT_SECONDS: '60',
      HOME: '/',
    };
    expect(readEnv(schema, environment)).toEqual({
      TABLE_NAME: 'ports',
      MAIL_FROM: 'a@fonzer.example',
      LONGEST_WAIT_SECONDS: 60,
    });
  });

  test.each([
    [{}, ['TABLE_NAME', 'MAIL_FROM', 'LONGEST_WAIT_SECONDS']],
    [{ TABLE_NAME: 'ports' }, ['MAIL_FROM', 'LONGEST_WAIT_SECONDS']],
    [
      { TABLE_NAME: '', MAIL_FROM: 'nobody', LONGEST_WAIT_SECONDS: '0' },
      ['TABLE_NAME', 'MAIL_FROM', 'LONGEST_WAIT_SECONDS'],
    ],
  ])('of %j lacks %j, all named in one error', (environment, names) => {
    const read = () => readEnv(schema, environment);
    expect(read).toThrow(MissingEnvironmentError);
    for (const name of names) expect(read).toThrow(new RegExp(`\\b${name}: `));
  });

  test('does not repeat a value in its error, which may be a secret', () => {
    expect(() => readEnv(z.object({ KEY: z.string().max(3) }), { KEY: 'top-secret' })).toThrow(
      /^(?!.*top-secret)/,
    );
  });

  test('is that of the process by default', () => {
    expect(readEnv(z.object({ PATH: z.string() })).PATH).not.toBe('');
  });
});
