/** One thing that makes a payload unreadable, as an entry of `errors[]`; the pointer is into the payload as it was sent. */
export type MalformedEntry = {
  readonly code: 'field.required' | 'field.wrong_type';
  readonly pointer: string;
  readonly detail: string;
};

/** What is needed and is not there. */
export const memberMissing = (pointer: string): MalformedEntry => ({
  code: 'field.required',
  pointer,
  detail: 'This field is needed and is missing.',
});

/** What is there and is something else. */
export const memberWrong = (pointer: string, detail: string): MalformedEntry => ({
  code: 'field.wrong_type',
  pointer,
  detail,
});
