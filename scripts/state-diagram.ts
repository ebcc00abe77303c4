import { exitsOf, parseDefinition, type StateExit } from '../sandbox/state-machine-definition.ts';

const errorLabels: Readonly<Record<string, string>> = {
  'States.ALL': 'any error',
  'States.Timeout': 'time-out',
};

/** The literals a condition compares with, or the condition itself where it compares with none. */
const conditionLabel = (condition: string): string => {
  const literals = [...condition.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single,
  );
  return literals.length > 0 ? literals.join(' or ') : condition.slice(2, -2).trim();
};

const labelOf = ({ when }: StateExit): string => {
  switch (when.kind) {
    case 'done':
      return '';
    case 'condition':
      return conditionLabel(when.condition);
    case 'otherwise':
      return 'otherwise';
    case 'error':
      return when.errors.map((error) => errorLabels[error] ?? error).join(' or ');
  }
};

/**
 * A state machine in Amazon States Language as the text of a Mermaid state diagram: one arrow per way out of a state,
 * labelled with the literal a choice compares with or with the error that is caught. Throws a `ZodError` for a
 * definition the sandbox does not interpret.
 */
export const stateDiagram = (definition: unknown): string => {
  const { StartAt, States } = parseDefinition(definition);
  const arrows = Object.entries(States).flatMap(([name, state]) => {
    const exits = exitsOf(state);
    const arrowsOut = exits.map((exit) => {
      const label = labelOf(exit);
      return `${name} --> ${exit.to}${label ? `: ${label}` : ''}`;
    });
    return exits.some((exit) => exit.when.kind !== 'error') ? arrowsOut : [`${name} --> [*]`, ...arrowsOut];
  });
  return ['stateDiagram-v2', ...[`[*] --> ${StartAt}`, ...arrows].map((arrow) => `  ${arrow}`), ''].join(
    '\n',
  );
};
