import type { IncidentMailTexts } from './incident-mail-texts.ts';
import { button, facts, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';

const incidentRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Incident', incident.id],
  ['Problem', incident.problem],
  ...(incident.description === null ? [] : [['Description', incident.description] as const]),
];

const stateRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Diagnosis', incident.diagnosis],
  ['Status', incident.status],
  ['Who acts', incident.whoActs],
];

const examplesBlocks = ({ incident, detailUrl }: MailFacts): readonly MailBlock[] =>
  incident.asksForExamples
    ? [
        ...(incident.examplesMissing === 0
          ? []
          : [facts([['Examples missing', String(incident.examplesMissing)]])]),
        button('Add examples', detailUrl),
      ]
    : [];

/** The mails about incidents in English. */
export const englishIncidentMails = {
  words: {
    kinds: {
      internet_lost: 'No Internet any more',
      tv_lost: 'No TV any more',
      unreachable: 'Unreachable',
      partly_unreachable: 'Partly unreachable',
      other: 'Something else',
    },
    startFailed: 'The port failed after it was started',
    diagnoses: {
      linked_service: 'A service was linked to a number that moved',
      port_not_executed: 'The port has not been carried out yet',
      port_overrun: 'The port is taking too long',
      routing: 'Other operators do not route calls to Fonzer yet',
      unknown: 'Not known yet',
    },
    statuses: {
      open: 'open',
      needs_examples: 'waits for examples',
      with_carrier: 'with COLT',
      resolved: 'resolved',
    },
    withOperator: (name) => `with ${name}`,
    heard: {
      busy: 'busy tone',
      announcement: 'announcement',
      silence: 'silence',
      wrong_party: 'somebody else',
      rings_at_old_operator: 'rings at the old operator',
      other: 'something else',
    },
  },
  templates: {
    interruption_overrun: (mail) => ({
      heading: 'The port is taking longer than planned',
      blocks: [
        facts([
          ['Started', mail.startedAt],
          ['Was to be done', `${mail.completionDue} at the latest`],
          ['Longest duration', mail.interruption],
        ]),
        paragraph(
          'That moment has passed. Fonzer is chasing it through COLT and has opened an incident for it; there is nothing for you to do.',
        ),
        paragraph(
          'The customer may still be unreachable. You will get an e-mail as soon as the port is completed.',
        ),
      ],
    }),
    desk_interruption_overrun: (mail) => ({
      heading: 'Port overrun: to be followed up',
      blocks: [
        paragraph(
          'This port has not been reported as completed within its limit. Ask COLT for the state of affairs; the incident is open and waits for the desk.',
        ),
        facts([
          ['Started', mail.startedAt],
          ['Was to be done', `${mail.completionDue} at the latest`],
          ['Longest duration', mail.interruption],
          ['Reference at the operator', mail.operatorReference],
        ]),
      ],
    }),
    incident_received: (mail) => ({
      heading: 'Incident opened',
      blocks: [
        paragraph(
          mail.incident.startFailed
            ? 'The port was started but failed, and was rolled back: no number has moved. We have opened an incident to find out why. While its start window lasts, the port can be started again; whoever starts it gets a new link.'
            : 'We have opened an incident. This is what we think it is, and what helps.',
        ),
        facts([
          ...incidentRows(mail),
          ['Opened', mail.incident.openedAt],
          ['Opened by', mail.incident.openedBy],
          ...stateRows(mail),
        ]),
        paragraph(mail.incident.advice),
        ...examplesBlocks(mail),
      ],
    }),
    desk_incident: (mail) => ({
      heading: 'New incident',
      blocks: [
        facts([
          ...incidentRows(mail),
          ['Opened', mail.incident.openedAt],
          ['Opened by', mail.incident.openedBy],
          ...stateRows(mail),
          ...(mail.incident.asksForExamples
            ? [['Examples missing', String(mail.incident.examplesMissing)] as const]
            : []),
        ]),
        ...(mail.incident.reachedByNobody
          ? [
              notice(
                "Nobody reaches the customer although the port is done. Check Fonzer's and COLT's side too.",
              ),
            ]
          : []),
        ...listAfter('Accepted examples:', mail.incident.examples),
      ],
    }),
    incident_updated: (mail) => {
      const { incident } = mail;
      switch (incident.happened) {
        case 'escalated':
          return {
            heading: 'Incident reported to COLT',
            blocks: [
              paragraph(
                `We have reported the incident to COLT, which takes it up with ${mail.losingOperator}. There is nothing for you to do now; we will keep you informed.`,
              ),
              facts([
                ...incidentRows(mail),
                ['Diagnosis', incident.diagnosis],
                ['Reported', mail.occurredAt],
              ]),
              ...listAfter('We passed on these examples:', incident.examples),
            ],
          };
        case 'resolved':
          return {
            heading: 'Incident resolved',
            blocks: [
              facts([
                ...incidentRows(mail),
                ['Resolved', mail.occurredAt],
                ['Outcome', incident.note ?? incident.status],
              ]),
              paragraph(
                'Is the problem still there, or does it come back? Add new examples to this incident in MyFonzer and it opens again, or contact Fonzer: we will open it again for you.',
              ),
              button('Open the incident again', mail.detailUrl),
            ],
          };
        case 'other':
          return {
            heading: 'News on your incident',
            blocks: [
              facts([
                ...incidentRows(mail),
                ...stateRows(mail),
                ['As of', mail.occurredAt],
                ...(incident.note === null ? [] : [['Note', incident.note] as const]),
              ]),
              paragraph(incident.advice),
              ...examplesBlocks(mail),
            ],
          };
      }
    },
  },
} as const satisfies IncidentMailTexts;
