import type { Temporal } from 'temporal-polyfill';

/**
 * What time it is, in whole seconds. Every use case takes it as an argument, so that a test can move weeks in
 * milliseconds. Whole seconds give every instant exactly one spelling, and that spelling sorts as text.
 *
 * Two clocks are told apart: `now` is the one customers count days by, which a stage for trying things out may move;
 * `wallClock` is the machine's, by which signatures, tokens and leases are judged.
 */
export type Now = () => Temporal.Instant;

/** An instant as it is stored and sent: UTC, whole seconds, `2026-04-14T07:00:00Z`. */
export type InstantText = string;

/** A day in Europe/Brussels as it is stored and sent: `2026-04-14`. */
export type LocalDate = string;

/** The later of two instants; their spelling sorts as text. */
export const laterOf = (one: InstantText, other: InstantText): InstantText => {
  if (one < other) return other;
  return one;
};

/** The one spelling of an instant, fractions of a second dropped. */
export const toInstantText = (instant: Temporal.Instant): InstantText =>
  instant.toString({ smallestUnit: 'second' });
