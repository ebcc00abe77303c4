import type { IncidentMailTexts } from './incident-mail-texts.ts';
import { button, facts, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';

const incidentRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Vorfall', incident.id],
  ['Problem', incident.problem],
  ...(incident.description === null ? [] : [['Beschreibung', incident.description] as const]),
];

const stateRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Diagnose', incident.diagnosis],
  ['Status', incident.status],
  ['Wer handelt', incident.whoActs],
];

const examplesBlocks = ({ incident, detailUrl }: MailFacts): readonly MailBlock[] =>
  incident.asksForExamples
    ? [
        ...(incident.examplesMissing === 0
          ? []
          : [facts([['Fehlende Beispiele', String(incident.examplesMissing)]])]),
        button('Beispiele hinzufügen', detailUrl),
      ]
    : [];

/** The mails about incidents in German. */
export const germanIncidentMails = {
  words: {
    kinds: {
      internet_lost: 'Kein Internet mehr',
      tv_lost: 'Kein TV mehr',
      unreachable: 'Nicht erreichbar',
      partly_unreachable: 'Teilweise nicht erreichbar',
      other: 'Etwas anderes',
    },
    startFailed: 'Die Portierung ist nach dem Start fehlgeschlagen',
    diagnoses: {
      linked_service: 'Ein Dienst war mit einer portierten Nummer verknüpft',
      port_not_executed: 'Die Portierung wurde noch nicht ausgeführt',
      port_overrun: 'Die Portierung dauert zu lange',
      routing: 'Andere Anbieter leiten die Anrufe noch nicht zu Fonzer',
      unknown: 'Noch nicht bekannt',
    },
    statuses: {
      open: 'offen',
      needs_examples: 'wartet auf Beispiele',
      with_carrier: 'bei COLT',
      resolved: 'gelöst',
    },
    withOperator: (name) => `bei ${name}`,
    heard: {
      busy: 'Besetztzeichen',
      announcement: 'Ansage',
      silence: 'Stille',
      wrong_party: 'jemand anderes',
      rings_at_old_operator: 'klingelt beim alten Anbieter',
      other: 'etwas anderes',
    },
  },
  templates: {
    interruption_overrun: (mail) => ({
      heading: 'Die Portierung dauert länger als vorgesehen',
      blocks: [
        facts([
          ['Gestartet', mail.startedAt],
          ['Fällig', `spätestens ${mail.completionDue}`],
          ['Höchstdauer', mail.interruption],
        ]),
        paragraph(
          'Dieser Zeitpunkt ist vorbei. Fonzer kümmert sich über COLT darum und hat dafür einen Vorfall eröffnet; Sie brauchen nichts zu tun.',
        ),
        paragraph(
          'Der Kunde ist eventuell noch nicht erreichbar. Sie erhalten eine E-Mail, sobald die Portierung abgeschlossen ist.',
        ),
      ],
    }),
    desk_interruption_overrun: (mail) => ({
      heading: 'Portierung dauert zu lange: bitte nachfassen',
      blocks: [
        paragraph(
          'Diese Portierung wurde nicht innerhalb ihrer Höchstdauer als abgeschlossen gemeldet. Fragen Sie COLT nach dem Stand; der Vorfall ist offen und wartet auf den Desk.',
        ),
        facts([
          ['Gestartet', mail.startedAt],
          ['Fällig', `spätestens ${mail.completionDue}`],
          ['Höchstdauer', mail.interruption],
          ['Referenz beim Anbieter', mail.operatorReference],
        ]),
      ],
    }),
    incident_received: (mail) => ({
      heading: 'Vorfall eröffnet',
      blocks: [
        paragraph(
          mail.incident.startFailed
            ? 'Die Portierung wurde gestartet, ist aber fehlgeschlagen und wurde zurückgenommen: Es wurde keine Nummer portiert. Wir haben einen Vorfall eröffnet, um die Ursache zu finden. Solange das Startfenster läuft, kann die Portierung erneut gestartet werden; wer sie startet, erhält einen neuen Link.'
            : 'Wir haben einen Vorfall eröffnet. Das ist unsere Einschätzung, und das hilft.',
        ),
        facts([
          ...incidentRows(mail),
          ['Eröffnet', mail.incident.openedAt],
          ['Eröffnet von', mail.incident.openedBy],
          ...stateRows(mail),
        ]),
        paragraph(mail.incident.advice),
        ...examplesBlocks(mail),
      ],
    }),
    desk_incident: (mail) => ({
      heading: 'Neuer Vorfall',
      blocks: [
        facts([
          ...incidentRows(mail),
          ['Eröffnet', mail.incident.openedAt],
          ['Eröffnet von', mail.incident.openedBy],
          ...stateRows(mail),
          ...(mail.incident.asksForExamples
            ? [['Fehlende Beispiele', String(mail.incident.examplesMissing)] as const]
            : []),
        ]),
        ...(mail.incident.reachedByNobody
          ? [
              notice(
                'Niemand erreicht den Kunden, obwohl die Portierung fertig ist. Prüfen Sie auch die Seite von Fonzer und die von COLT.',
              ),
            ]
          : []),
        ...listAfter('Anerkannte Beispiele:', mail.incident.examples),
      ],
    }),
    incident_updated: (mail) => {
      const { incident } = mail;
      switch (incident.happened) {
        case 'escalated':
          return {
            heading: 'Vorfall an COLT gemeldet',
            blocks: [
              paragraph(
                `Wir haben den Vorfall an COLT gemeldet, das ihn mit ${mail.losingOperator} klärt. Sie brauchen jetzt nichts zu tun; wir halten Sie auf dem Laufenden.`,
              ),
              facts([...incidentRows(mail), ['Diagnose', incident.diagnosis], ['Gemeldet', mail.occurredAt]]),
              ...listAfter('Diese Beispiele haben wir weitergegeben:', incident.examples),
            ],
          };
        case 'resolved':
          return {
            heading: 'Vorfall gelöst',
            blocks: [
              facts([
                ...incidentRows(mail),
                ['Gelöst', mail.occurredAt],
                ['Ergebnis', incident.note ?? incident.status],
              ]),
              paragraph(
                'Besteht das Problem weiter, oder tritt es wieder auf? Fügen Sie in MyFonzer neue Beispiele zu diesem Vorfall hinzu, dann wird er wieder geöffnet. Oder wenden Sie sich an Fonzer: Wir öffnen ihn für Sie wieder.',
              ),
              button('Vorfall wieder öffnen', mail.detailUrl),
            ],
          };
        case 'other':
          return {
            heading: 'Neues zu Ihrem Vorfall',
            blocks: [
              facts([
                ...incidentRows(mail),
                ...stateRows(mail),
                ['Stand', mail.occurredAt],
                ...(incident.note === null ? [] : [['Anmerkung', incident.note] as const]),
              ]),
              paragraph(incident.advice),
              ...examplesBlocks(mail),
            ],
          };
      }
    },
  },
} as const satisfies IncidentMailTexts;
