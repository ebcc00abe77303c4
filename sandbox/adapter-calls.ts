/** Which part of the outside world a call goes to. */
export type CallTarget = 'mail' | 'records' | 'operator' | 'lifecycle' | 'queues' | 'files' | 'receivers';

/** One call of the service to what it runs on. */
export type AdapterCall = {
  readonly target: CallTarget;
  /** Of the port that is called: `commit`, `send`, `wake` … */
  readonly method: string;
  /** What the port was given. */
  readonly given: readonly unknown[];
};

/** Stands around every call of an adapter: lets it be done, before or after something else, or not at all. */
export type AroundCall = (call: AdapterCall, perform: () => Promise<unknown>) => Promise<unknown>;

/** The same adapter, with something around each of its calls. */
export const withCallsAround = <Port extends object>(
  port: Port,
  target: CallTarget,
  around: AroundCall,
): Port =>
  new Proxy(port, {
    get: (inner, name) => {
      const member: unknown = Reflect.get(inner, name);
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]) =>
        around({ target, method: String(name), given }, async () => Reflect.apply(member, inner, given));
    },
  });
