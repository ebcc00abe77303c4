/** Thrown for what whoever runs the command can mend: said as it is, without a stack. */
export class WrongUseError extends Error {
  name = 'WrongUseError';
}
