import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { createApi, ProblemError } from './api.js';

/** How often the page looks whether something happened elsewhere; a running clock moves meanwhile. */
const lookEveryMs = 10_000;

const readDetail = async (api, id) => {
  const path = `/v1/port-requests/${id}`;
  try {
    const [request, { items: history }, { items: executions }, { items: incidents }, { items: notes }] =
      await Promise.all([
        api.get(path),
        api.get(`${path}/history`),
        api.get(`/sandbox/port-requests/${id}/executions`),
        api.get(`${path}/incidents`),
        api.get(`${path}/notes`),
      ]);
    return { id, request, history, executions, incidents, notes };
  } catch (error) {
    if (error.problem?.status === 404) return { id };
    throw error;
  }
};

const readWorld = async (api, language, requestId) => {
  const [clock, list, queue, mailbox, statuses, reasons, detail] = await Promise.all([
    api.get('/sandbox/clock'),
    api.get('/v1/port-requests?limit=100'),
    api.get('/v1/desk/queue?limit=100'),
    api.get('/sandbox/mailbox'),
    api.get(`/v1/statuses?language=${language}`),
    api.get(`/v1/rejection-reasons?language=${language}`),
    requestId === undefined ? undefined : readDetail(api, requestId),
  ]);
  return {
    language,
    now: clock.now,
    requests: list.items,
    hasMoreRequests: list.nextCursor !== null,
    deskQueue: queue.items,
    hasMoreDeskQueue: queue.nextCursor !== null,
    mails: mailbox.items.toReversed(),
    statuses: statuses.items,
    reasons: reasons.items,
    detail,
  };
};

const problemOf = (error) =>
  error instanceof ProblemError ? error.problem : { title: 'The console failed', detail: String(error) };

/**
 * Everything the sandbox shows, read anew after each action, and how to act on it.
 * @param {string} language
 * @param {string | undefined} requestId of the request that is open
 */
export const useWorld = (language, requestId) => {
  const [world, setWorld] = useState(undefined);
  const [notice, setNotice] = useState(undefined);
  const [isBusy, setBusy] = useState(false);
  const turn = useRef(Promise.resolve());
  const wanted = useRef({ language, requestId });
  wanted.current = { language, requestId };

  // One after the other: a click while another one is under way waits for its turn, and answers never overtake.
  const inTurn = useCallback((work) => {
    turn.current = turn.current.then(work);
    return turn.current;
  }, []);

  const read = useCallback(async () => {
    const { language, requestId } = wanted.current;
    setWorld(await readWorld(createApi(language), language, requestId));
  }, []);

  const refresh = useCallback(
    () =>
      inTurn(async () => {
        try {
          await read();
          // The sandbox answers again: what stood there about that is no longer so.
          setNotice((before) => (before?.isAboutReading ? undefined : before));
        } catch (error) {
          setNotice({ problem: problemOf(error), isAboutReading: true });
        }
      }),
    [inTurn, read],
  );

  /**
   * Does something, reads the world anew and says how it went.
   * @param {(api: ReturnType<typeof createApi>) => Promise<string>} action answers what to say when it is done
   */
  const act = useCallback(
    (action) =>
      inTurn(async () => {
        setBusy(true);
        setNotice(undefined);
        try {
          const done = await action(createApi(wanted.current.language));
          await read();
          setNotice({ done });
        } catch (error) {
          // What was refused may have been refused because the world is not what the page showed.
          await read().catch(() => {});
          setNotice({ problem: problemOf(error) });
        }
        setBusy(false);
      }),
    [inTurn, read],
  );

  useEffect(() => {
    refresh();
  }, [language, requestId, refresh]);

  useEffect(() => {
    const look = () => {
      if (!document.hidden) refresh();
    };
    const timer = setInterval(look, lookEveryMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  return { world, notice, isBusy, act, refresh, dismiss: () => setNotice(undefined) };
};
