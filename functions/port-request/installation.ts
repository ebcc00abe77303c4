import { installationTypeOf } from '../numbers/installation-type.ts';
import type { Content } from './content.ts';

/** Simple ports are dead for at most two hours, complex ones for up to 24 (F28, F29). */
export type Installation = {
  readonly type: 'simple' | 'complex';
  readonly because: 'single_number' | 'several_numbers' | 'range' | 'desk';
};

/** The installation type: what the desk decided, else counted from the numbers (assumption). */
export const installationOf = (content: Content): Installation =>
  content.installation === null
    ? installationTypeOf(content.numbers)
    : { type: content.installation.type, because: 'desk' };
