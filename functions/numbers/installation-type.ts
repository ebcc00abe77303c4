import type { NumberItem } from './number-item.ts';

/** Whether the port is an easy one, and what made it so; it decides how long the customer may be unreachable. */
export interface InstallationType {
  readonly type: 'simple' | 'complex';
  readonly because: 'single_number' | 'several_numbers' | 'range';
}

/** Simple is exactly one stand-alone number, everything else complex (assumption; the FAQ draws no line). */
export const installationTypeOf = (items: readonly NumberItem[]): InstallationType => {
  if (items.some((item) => item.kind === 'range')) return { type: 'complex', because: 'range' };
  return items.length === 1
    ? { type: 'simple', because: 'single_number' }
    : { type: 'complex', because: 'several_numbers' };
};
