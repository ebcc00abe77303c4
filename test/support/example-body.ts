import { readFileSync } from 'node:fs';
import type { PortRequestCreation } from '../../client/src/index.ts';

type Body = PortRequestCreation;

const example: Body = JSON.parse(
  readFileSync(new URL('../../docs/examples/port-request.json', import.meta.url), 'utf8'),
);

/** The body of a create that is accepted on 2026-03-30: DDI-10 025805050-059 and 02 580 50 70. Overrides replace members whole. */
export const exampleBody = (overrides: Partial<Body> = {}): Body => ({ ...example, ...overrides });

/** The same request for one single number, which makes it a simple port. */
export const singleNumberBody = (number = '025805070', overrides: Partial<Body> = {}): Body =>
  exampleBody({
    numbers: [number],
    mainNumber: number,
    contract: { linkedServices: [] },
    ...overrides,
  });
