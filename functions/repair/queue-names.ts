/** Queues of work, by what is in them. */
export const queueNames = [
  'mails',
  'due work',
  'bounces',
  'uploads',
  'erasures',
  'carrier reports',
  'publications',
  'webhooks',
] as const;

export type QueueName = (typeof queueNames)[number];

/** What is woken without a queue, and leaves behind what it could not do. */
export const wokenNames = ['relay', 'sweep', 'look', 'sweep of webhooks'] as const;

export type WokenName = (typeof wokenNames)[number];
