import { englishIncidentMails } from './incident-mail-texts.en.ts';
import { button, facts, list, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';
import type { MailTexts } from './mail-texts.ts';

const otherwise =
  'If the port is not started in time, the approval lapses. A new date and a new approval by the current operator are needed then.';

const startHours = ({ startHours: { from, until } }: MailFacts): string =>
  `on working days, from ${from} and before ${until}`;

const unreachable = ({ interruption }: MailFacts): string => `unreachable for at most ${interruption}`;

const startBlocks = (mail: MailFacts): readonly MailBlock[] => [
  button('Start the port', mail.startUrl),
  paragraph(
    'The button opens a page on which you confirm the start with the last four digits of the main number. Only then does the port begin, and it cannot be stopped afterwards.',
  ),
  facts([
    ['It can be started', startHours(mail)],
    ['Last moment', `${mail.lastDay}, before ${mail.startHours.until}`],
    ['Interruption', unreachable(mail)],
  ]),
  ...mail.windowNotCounted.map(paragraph),
  ...(mail.stopping.length === 0
    ? []
    : [
        notice(
          `These services stop at ${mail.losingOperator} as soon as their number is ported. If the customer wants to keep them, settle that with the operator before the start:`,
        ),
        list(mail.stopping),
      ]),
];

const troubleBlocks = (mail: MailFacts): readonly MailBlock[] => [
  paragraph('Is something wrong? Report it to us and we will propose the best possible solution.'),
  list([
    `No Internet or TV any more: that service was linked to a number that moved. Only ${mail.losingOperator} can solve this, and often remotely: a visit or a new subscription is in many cases not needed.`,
    'Unreachable from one or more operators: send us three examples, each with the calling number and its operator, the called number, date and time, and what the caller heard. With these we can have it solved fairly quickly through COLT.',
  ]),
  button('Report a problem', mail.detailUrl),
];

const afterRejection: Readonly<Record<MailFacts['cure'], (mail: MailFacts) => readonly MailBlock[]>> = {
  fonzer: () => [notice('We are on it and will keep you informed. There is nothing for you to do.')],
  reseller: (mail) => [
    paragraph(
      'An operator sometimes names only the first fault. So please check everything before you submit the request again.',
    ),
    button('Correct the request', mail.detailUrl),
  ],
  reseller_and_fonzer: (mail) => [
    paragraph('We are working on the reasons where Fonzer or COLT acts. The others need something from you.'),
    button('Correct the request', mail.detailUrl),
  ],
  none: () => [
    notice(
      'This request cannot be submitted again. If the rejection rests on a mistake, make a new request with a new mandate.',
    ),
  ],
};

/** The mails in English; the operator the customer comes from is named as in MyFonzer's own texts. */
export const englishMails = {
  words: {
    greeting: 'Hello,',
    signOff: 'Kind regards,\nFonzer',
    colon: ': ',
    labels: {
      reference: 'Your reference',
      requestId: 'Port request',
      customer: 'Customer',
      losingOperator: 'Current operator',
      numbers: 'Numbers',
      detail: 'The port request in MyFonzer',
      questions: 'Questions? Write to Fonzer',
      questionsByPhone: 'Or call Fonzer',
      reason: 'Reason',
      advice: 'What to do',
      whoActs: 'Who acts',
      rejectedNumbers: 'Numbers concerned',
      operatorAnswer: "The operator's answer",
    },
    actors: {
      reseller: 'the reseller',
      subscriber: 'the customer',
      losing_operator: 'the current operator',
      carrier: 'COLT',
      desk: 'Fonzer',
      clock: 'Fonzer (automatically)',
    },
    outcomes: {
      rejected: 'rejected',
      expired: 'start window over',
      replanned: 'moved to a later date',
      cancelled: 'cancelled',
      completed: 'completed',
    },
    incident: englishIncidentMails.words,
    moment: (date, time) => `${date} at ${time}`,
    hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
    workingDays: (count) => (count === 1 ? '1 working day' : `${count} working days`),
    andMore: (count) => `and ${count} more`,
    notCounted: (days) => `Not counted as a working day: ${days}.`,
  },
  templates: {
    ...englishIncidentMails.templates,
    request_received: (mail) => ({
      heading: 'Port request received',
      blocks: [
        paragraph(
          `We have received your port request and are sending it to ${mail.losingOperator} through COLT. The operator has ${mail.answerDue.workingDays} to answer.`,
        ),
        facts([
          ['Desired date', mail.desiredDate],
          ['Answer due', `${mail.answerDue.date} at the latest`],
        ]),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph('In the meantime, please note:'),
        list([
          `As a precaution, have the customer inform ${mail.losingOperator} of the port too.`,
          'Services such as Internet or TV that are linked to a number stop at the current operator as soon as that number is ported. Fonzer is not liable for the loss of such services.',
          'Do not cancel the old contract: a number that has been cancelled may be refused.',
        ]),
        ...listAfter('Linked services according to your request:', mail.linkedServices),
        paragraph(
          'You can follow the progress in the Portage menu of MyFonzer, and you will get an e-mail as soon as the request is approved or rejected.',
        ),
      ],
    }),
    answer_overdue: (mail) => ({
      heading: "The operator's answer is overdue",
      blocks: [
        paragraph(
          mail.answerDue.isDelayed
            ? `${mail.losingOperator} had put its answer off to ${mail.answerDue.date} and is now ${mail.workingDaysLate} late.`
            : `${mail.losingOperator} had to answer by ${mail.answerDue.date} and is ${mail.workingDaysLate} late.`,
        ),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph(
          'Fonzer is chasing it through COLT; there is nothing for you to do. The request stays open and a late answer still counts. You will get an e-mail as soon as it is there.',
        ),
      ],
    }),
    desk_answer_overdue: (mail) => ({
      heading: 'Answer overdue: to be followed up',
      blocks: [
        paragraph(
          `${mail.losingOperator} has not answered yet. Ask for the state of affairs through COLT. This e-mail comes every working day until there is an answer.`,
        ),
        facts([
          ['Late by', mail.workingDaysLate],
          ['Answer due', `${mail.answerDue.date} at the latest`],
          ['Submitted', mail.submittedOn],
          ['Reference at the operator', mail.operatorReference],
        ]),
      ],
    }),
    approved: (mail) => ({
      heading: 'Port approved',
      blocks: [
        paragraph(`${mail.losingOperator} has approved the port.`),
        facts([
          ['Approved date', mail.approvedDate],
          ['Desired date', mail.desiredDate],
          ['First start day', mail.approvedDate],
          ['Last start day', `${mail.lastDay}, before ${mail.startHours.until}`],
          ['It can be started', startHours(mail)],
          ['Interruption', unreachable(mail)],
        ]),
        ...(mail.statedDate === null
          ? []
          : [
              paragraph(
                `The operator stated ${mail.statedDate}. A port cannot be started on that day, so the first working day on which it can counts instead.`,
              ),
            ]),
        ...mail.windowNotCounted.map(paragraph),
        paragraph(
          'The port never starts by itself. As soon as the start window opens, we send an e-mail with the link to start it.',
        ),
        paragraph(otherwise),
      ],
    }),
    rejected: (mail) => ({
      heading: 'Port request rejected',
      blocks: [
        paragraph(
          mail.approvalWithdrawn
            ? `${mail.losingOperator} withdraws its approval. The start link no longer works.`
            : `${mail.losingOperator} has rejected the port request.`,
        ),
        ...mail.rejections,
        ...afterRejection[mail.cure](mail),
      ],
    }),
    desk_escalation: (mail) => ({
      heading: 'Rejection for the desk',
      blocks: [
        paragraph(
          'This rejection needs the desk: only Fonzer or COLT can cure it, or the request has been rejected repeatedly. Check the mandate too.',
        ),
        ...mail.rejections,
        ...listAfter(
          'Attempts so far:',
          mail.attempts.map(
            ({ number, submittedOn, result }) => `Attempt ${number}, submitted on ${submittedOn}: ${result}`,
          ),
        ),
        facts([
          ['Mandate signed by', mail.authorisation.signedBy],
          ['Mandate signed on', mail.authorisation.signedOn],
        ]),
      ],
    }),
    window_opened: (mail) => ({
      heading: 'The port can be started',
      blocks: [
        paragraph(
          `The numbers of ${mail.customer} can now be ported from ${mail.losingOperator} to Fonzer. This begins only when somebody starts it.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_reminder: (mail) => ({
      heading: 'Reminder: start the port',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `The port of the numbers of ${mail.customer} has not been started yet.`
            : `The port of the numbers of ${mail.customer} was started on ${mail.failedStart} but failed. It can be started again.`,
        ),
        ...startBlocks(mail),
        notice(otherwise),
      ],
    }),
    last_day: (mail) => ({
      heading: 'Last day to start the port',
      blocks: [
        notice(
          `${mail.lastDay} is the last day on which the port can be started, before ${mail.startHours.until}.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_link_renewed: (mail) => ({
      heading: 'New link to start the port',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `This is a new link to start the port of the numbers of ${mail.customer}. Please use this link from now on.`
            : `The port of the numbers of ${mail.customer} was started on ${mail.failedStart} but failed and was rolled back: no number has moved. It can be started again with this new link; the earlier links no longer work.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    expired: (mail) => ({
      heading: 'Start window over',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `The port was not started. The last start day was ${mail.lastDay}; the approval has lapsed and the start link no longer works. The numbers stay with ${mail.losingOperator}.`
            : `The port was started on ${mail.failedStart} but failed: no number has moved. The last start day was ${mail.lastDay}; the approval has lapsed and the port can no longer be started. The numbers stay with ${mail.losingOperator}.`,
        ),
        paragraph(
          'If you still want to port the numbers, ask for a new date. The current operator has to approve it again.',
        ),
        button('Ask for a new date', mail.detailUrl),
      ],
    }),
    started: (mail) => ({
      heading: 'The port has started',
      blocks: [
        facts([
          ['Started', mail.startedAt],
          ['Started by', mail.startedBy],
          ['Done', `${mail.completionDue} at the latest`],
          ['Interruption', unreachable(mail)],
        ]),
        paragraph(
          'The customer may be unreachable in the meantime, often for far less than the longest duration. You will get an e-mail as soon as the port is completed.',
        ),
      ],
    }),
    partly_completed: (mail) => ({
      heading: 'Some of the numbers have been ported',
      blocks: [
        ...listAfter('These numbers are with Fonzer, each since the moment given:', mail.numbersDone),
        ...listAfter('These numbers are still to come:', mail.numbersToCome),
        facts([
          ['As of', mail.occurredAt],
          ['The rest', `${mail.completionDue} at the latest`],
        ]),
        ...(mail.completionOverdue
          ? [
              paragraph(
                'That moment has passed. Fonzer is chasing it through COLT; there is nothing for you to do.',
              ),
            ]
          : []),
        notice(
          `Do not cancel the old contract with ${mail.losingOperator} yet: the port of the numbers that are still to come may fail then.`,
        ),
        paragraph(
          'The numbers that are still to come may be unreachable in the meantime. You will get an e-mail as soon as more numbers have been ported.',
        ),
      ],
    }),
    completed: (mail) => ({
      heading: 'The port is completed',
      blocks: [
        facts([['Completed', mail.completedAt]]),
        ...listAfter(
          `These numbers of the request were not ported and stay with ${mail.losingOperator}:`,
          mail.numbersNotPorted,
        ),
        ...(mail.numbersNotPorted.length === 0
          ? []
          : [
              paragraph(
                'If these numbers are still to be ported, make a new port request for them. Until then, do not cancel their contract.',
              ),
            ]),
        paragraph(
          'Please have the customer make test calls now: call the numbers from a fixed and a mobile phone with different operators, call out, and check that Internet and TV still work.',
        ),
        ...listAfter(
          'The customer did not want to keep these numbers after the port. They can be cancelled now:',
          mail.cancelAfterPort,
        ),
        ...listAfter(
          `These numbers have stayed with ${mail.losingOperator}. If the customer does not want to keep them, they can be cancelled there now:`,
          mail.numbersLeftBehind,
        ),
        ...troubleBlocks(mail),
      ],
    }),
    check_up: (mail) => ({
      heading: 'Does everything work after the port?',
      blocks: [
        paragraph(
          `The numbers of ${mail.customer} have been with Fonzer since ${mail.completedAt}. We hope that all is well, and suggest a short test:`,
        ),
        list([
          'Call the numbers from a fixed and a mobile phone with different operators.',
          'Call a fixed and a mobile number yourself.',
          "Check that the customer's Internet and TV still work.",
        ]),
        ...troubleBlocks(mail),
      ],
    }),
    cancelled: (mail) => ({
      heading: 'Port request cancelled',
      blocks: [
        facts([
          ['Cancelled by', mail.actor],
          ['Cancelled', mail.occurredAt],
        ]),
        paragraph(
          `The numbers stay where they are. If you want to port them later, make a new port request.`,
        ),
      ],
    }),
  },
} as const satisfies MailTexts;
