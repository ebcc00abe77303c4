import jsonata from 'jsonata';

/** The values an expression can name: `{ requestId: … }` is read as `$requestId`. */
export type Bindings = Readonly<Record<string, unknown>>;

/**
 * An expression that could not be evaluated, or whose value has the wrong type or range. A state reports it as
 * `States.QueryEvaluationError`, with the message as its cause.
 */
export class QueryEvaluationError extends Error {
  override readonly name = 'QueryEvaluationError';
}

/** Says whether a text of the definition is an expression: `{% … %}` as a whole. Any other text is a literal. */
export const isExpression = (text: string): boolean => text.startsWith('{%') && text.endsWith('%}');

const compiled = new Map<string, jsonata.Expression>();

const compile = (text: string): jsonata.Expression => {
  const known = compiled.get(text);
  if (known) return known;
  const expression = jsonata(text.slice(2, -2));
  compiled.set(text, expression);
  return expression;
};

// jsonata throws plain objects, not Errors.
const messageOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown
    ? String(thrown.message)
    : String(thrown);

/** Says what is wrong with a text as an expression, or `undefined` for a good expression and for a plain literal. */
export const whyNotAnExpression = (text: string): string | undefined => {
  if (text.startsWith('{%') !== text.endsWith('%}')) return `half an expression: ${text}`;
  if (!isExpression(text)) return undefined;
  try {
    compile(text);
    return undefined;
  } catch (thrown) {
    return `${messageOf(thrown)}: ${text}`;
  }
};

/**
 * `$eval` does not exist on Step Functions. The others do, but they read the wall clock or chance, which would make
 * the sandbox disagree with its own clock: an expression that calls one fails.
 */
const unavailable: Bindings = { eval: undefined, now: undefined, millis: undefined, random: undefined };

// A function or lambda is an object to jsonata; JSON would carry its insides instead of refusing it.
const refuseFunction = (_key: string, value: unknown): unknown => {
  if (typeof value === 'object' && value !== null) {
    if ('_jsonata_function' in value || '_jsonata_lambda' in value) throw new Error('returned a function');
  }
  return value;
};

const evaluateExpression = async (text: string, bindings: Bindings): Promise<unknown> => {
  let json: string | undefined;
  try {
    // Through JSON, so that no state can change another's data and no jsonata-made array or function gets out.
    json = JSON.stringify(
      await compile(text).evaluate(undefined, { ...bindings, ...unavailable }),
      refuseFunction,
    );
  } catch (thrown) {
    throw new QueryEvaluationError(`${messageOf(thrown)}: ${text}`);
  }
  if (json === undefined) throw new QueryEvaluationError(`returned nothing (undefined): ${text}`);
  return JSON.parse(json);
};

/**
 * The value of a template of the definition: expressions anywhere in its objects and arrays are replaced by what they
 * evaluate to, everything else stays as it is. Throws `QueryEvaluationError`, also where an expression is undefined.
 */
export const evaluate = async (template: unknown, bindings: Bindings): Promise<unknown> => {
  if (typeof template === 'string') {
    return isExpression(template) ? evaluateExpression(template, bindings) : template;
  }
  if (Array.isArray(template)) return Promise.all(template.map((item) => evaluate(item, bindings)));
  if (typeof template === 'object' && template !== null) return evaluateFields(template, bindings);
  return template;
};

/** As `evaluate`, for an object whose keys stay. */
export const evaluateFields = async (
  template: object,
  bindings: Bindings,
): Promise<Readonly<Record<string, unknown>>> => {
  const fields = Object.entries(template).map(async ([key, value]) => [key, await evaluate(value, bindings)]);
  return Object.fromEntries(await Promise.all(fields));
};
