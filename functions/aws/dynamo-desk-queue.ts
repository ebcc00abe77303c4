import { byWaiting, type DeskTask, placeInQueue, taskChangesOf } from '../desk/desk-task.ts';
import type { PortRequests, QueuedTask } from '../port-request/port-requests.ts';
import type { Recording } from '../port-request/recording.ts';
import { type Item, keyIn, keys, queryItems, readItems, type Table, text, textIn } from './dynamo-items.ts';
import type { Pause } from './dynamo-pause.ts';

/** The index partition of everything that waits; the desk works it off, so that one is enough. */
const waitingForDesk = 'DESK';

const taskIn = (item: Item): QueuedTask => {
  const task: QueuedTask = JSON.parse(textIn(item, 'task'));
  return task;
};

/**
 * What a recording changes in the desk's queue, one item for each task. A task that is gone keeps its item and loses the
 * keys of the index: were it deleted, every function that writes requests would need the right to delete records.
 */
export const deskItemsOf = (recording: Recording): readonly Item[] => {
  const { id: portRequestId } = recording.after;
  const { added, gone } = taskChangesOf(recording);
  const itemOf = (task: DeskTask): Item => ({
    ...keys.deskTask(portRequestId, task.sequence),
    task: text(JSON.stringify({ portRequestId, ...task })),
  });
  return [
    ...added.map((task) => ({
      ...itemOf(task),
      deskKey: text(waitingForDesk),
      waitingKey: text(placeInQueue({ portRequestId, ...task })),
    })),
    ...gone.map(itemOf),
  ];
};

/** The desk's queue: an index over the tasks that still carry its keys. */
export const dynamoDeskQueue =
  (table: Table, pause: Pause): PortRequests['deskQueue'] =>
  async ({ limit, after }) => {
    const pages = queryItems(table, {
      IndexName: 'desk',
      KeyConditionExpression:
        after === undefined ? 'deskKey = :desk' : 'deskKey = :desk AND waitingKey > :after',
      ExpressionAttributeValues: {
        ':desk': text(waitingForDesk),
        ...(after === undefined ? {} : { ':after': text(placeInQueue(after)) }),
      },
      Limit: limit,
    });
    const found: QueuedTask[] = [];
    for await (const page of pages) {
      // An index lags behind: what the desk has just dealt with still stands in it.
      const waiting = (await readItems(table, page.map(keyIn), pause)).filter(
        (item) => item['waitingKey'] !== undefined,
      );
      found.push(...waiting.map(taskIn).toSorted(byWaiting));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  };
