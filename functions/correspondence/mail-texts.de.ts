import { germanIncidentMails } from './incident-mail-texts.de.ts';
import { button, facts, list, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';
import type { MailTexts } from './mail-texts.ts';

const otherwise =
  'Wird die Portierung nicht rechtzeitig gestartet, verfällt die Genehmigung. Dann sind ein neues Datum und eine neue Genehmigung des jetzigen Anbieters nötig.';

const startHours = ({ startHours: { from, until } }: MailFacts): string =>
  `an Werktagen, ab ${from} und vor ${until} Uhr`;

const unreachable = ({ interruption }: MailFacts): string => `höchstens ${interruption} nicht erreichbar`;

const startBlocks = (mail: MailFacts): readonly MailBlock[] => [
  button('Portierung starten', mail.startUrl),
  paragraph(
    'Die Schaltfläche öffnet eine Seite, auf der Sie den Start mit den letzten vier Ziffern der Hauptnummer bestätigen. Erst dann beginnt die Portierung, und sie lässt sich danach nicht mehr anhalten.',
  ),
  facts([
    ['Start möglich', startHours(mail)],
    ['Letzter Zeitpunkt', `${mail.lastDay}, vor ${mail.startHours.until} Uhr`],
    ['Unterbrechung', unreachable(mail)],
  ]),
  ...mail.windowNotCounted.map(paragraph),
  ...(mail.stopping.length === 0
    ? []
    : [
        notice(
          `Diese Dienste enden bei ${mail.losingOperator}, sobald ihre Nummer portiert wird. Möchte der Kunde sie behalten, klären Sie das vor dem Start mit dem Anbieter:`,
        ),
        list(mail.stopping),
      ]),
];

const troubleBlocks = (mail: MailFacts): readonly MailBlock[] => [
  paragraph('Stimmt etwas nicht? Melden Sie es uns, und wir schlagen die bestmögliche Lösung vor.'),
  list([
    `Kein Internet oder TV mehr: Dieser Dienst war mit einer portierten Nummer verknüpft. Nur ${mail.losingOperator} kann das lösen, und oft aus der Ferne: Ein Besuch oder ein neues Abonnement ist in vielen Fällen nicht nötig.`,
    'Für Anrufer eines oder mehrerer Anbieter nicht erreichbar: Senden Sie uns drei Beispiele, jeweils mit der anrufenden Nummer und deren Anbieter, der angerufenen Nummer, Datum und Uhrzeit und dem, was der Anrufer hörte. Damit können wir es über COLT recht schnell lösen lassen.',
  ]),
  button('Ein Problem melden', mail.detailUrl),
];

const afterRejection: Readonly<Record<MailFacts['cure'], (mail: MailFacts) => readonly MailBlock[]>> = {
  fonzer: () => [
    notice('Wir kümmern uns darum und halten Sie auf dem Laufenden. Sie brauchen nichts zu tun.'),
  ],
  reseller: (mail) => [
    paragraph(
      'Ein Anbieter nennt manchmal nur den ersten Fehler. Prüfen Sie deshalb alle Angaben, bevor Sie den Antrag erneut einreichen.',
    ),
    button('Antrag korrigieren', mail.detailUrl),
  ],
  reseller_and_fonzer: (mail) => [
    paragraph(
      'Um die Gründe, bei denen Fonzer oder COLT handelt, kümmern wir uns. Die anderen erfordern etwas von Ihnen.',
    ),
    button('Antrag korrigieren', mail.detailUrl),
  ],
  none: () => [
    notice(
      'Dieser Antrag kann nicht erneut eingereicht werden. Beruht die Ablehnung auf einem Irrtum, stellen Sie einen neuen Antrag mit einer neuen Vollmacht.',
    ),
  ],
};

/** The mails in German; the operator the customer comes from is named as in MyFonzer's own texts. */
export const germanMails = {
  words: {
    greeting: 'Guten Tag,',
    signOff: 'Mit freundlichen Grüßen\nFonzer',
    colon: ': ',
    labels: {
      reference: 'Ihre Referenz',
      requestId: 'Portierungsantrag',
      customer: 'Kunde',
      losingOperator: 'Jetziger Anbieter',
      numbers: 'Nummern',
      detail: 'Der Antrag in MyFonzer',
      questions: 'Fragen? Schreiben Sie an Fonzer',
      questionsByPhone: 'Oder rufen Sie Fonzer an',
      reason: 'Grund',
      advice: 'Was zu tun ist',
      whoActs: 'Wer handelt',
      rejectedNumbers: 'Betroffene Nummern',
      operatorAnswer: 'Antwort des Anbieters',
    },
    actors: {
      reseller: 'der Reseller',
      subscriber: 'der Kunde',
      losing_operator: 'der jetzige Anbieter',
      carrier: 'COLT',
      desk: 'Fonzer',
      clock: 'Fonzer (automatisch)',
    },
    outcomes: {
      rejected: 'abgelehnt',
      expired: 'Startfenster abgelaufen',
      replanned: 'auf ein späteres Datum verschoben',
      cancelled: 'storniert',
      completed: 'abgeschlossen',
    },
    incident: germanIncidentMails.words,
    moment: (date, time) => `${date} um ${time} Uhr`,
    hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
    workingDays: (count) => (count === 1 ? '1 Werktag' : `${count} Werktage`),
    andMore: (count) => `und ${count} weitere`,
    notCounted: (days) => `Nicht als Werktag gezählt: ${days}.`,
  },
  templates: {
    ...germanIncidentMails.templates,
    request_received: (mail) => ({
      heading: 'Portierungsantrag erhalten',
      blocks: [
        paragraph(
          `Wir haben Ihren Portierungsantrag erhalten und leiten ihn über COLT an ${mail.losingOperator} weiter. Der Anbieter hat ${mail.answerDue.workingDays} Zeit für seine Antwort.`,
        ),
        facts([
          ['Gewünschtes Datum', mail.desiredDate],
          ['Antwort erwartet', `spätestens ${mail.answerDue.date}`],
        ]),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph('Bitte beachten Sie inzwischen:'),
        list([
          `Der Kunde sollte vorsichtshalber auch ${mail.losingOperator} über die Portierung informieren.`,
          'Mit einer Nummer verknüpfte Dienste wie Internet oder TV enden beim jetzigen Anbieter, sobald diese Nummer portiert wird. Fonzer haftet nicht für den Verlust solcher Dienste.',
          'Kündigen Sie den alten Vertrag nicht: Eine gekündigte Nummer kann abgelehnt werden.',
        ]),
        ...listAfter('Verknüpfte Dienste laut Ihrem Antrag:', mail.linkedServices),
        paragraph(
          'Den Stand können Sie im Menü Portage von MyFonzer verfolgen, und Sie erhalten eine E-Mail, sobald der Antrag genehmigt oder abgelehnt ist.',
        ),
      ],
    }),
    answer_overdue: (mail) => ({
      heading: 'Die Antwort des Anbieters ist überfällig',
      blocks: [
        paragraph(
          mail.answerDue.isDelayed
            ? `${mail.losingOperator} hatte die Antwort verschoben auf: ${mail.answerDue.date}. Verspätung seitdem: ${mail.workingDaysLate}.`
            : `Die Antwort von ${mail.losingOperator} war spätestens fällig: ${mail.answerDue.date}. Verspätung: ${mail.workingDaysLate}.`,
        ),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph(
          'Fonzer hakt über COLT nach; Sie brauchen nichts zu tun. Der Antrag läuft weiter, und eine späte Antwort zählt noch. Sie erhalten eine E-Mail, sobald sie da ist.',
        ),
      ],
    }),
    desk_answer_overdue: (mail) => ({
      heading: 'Antwort überfällig: bitte nachfassen',
      blocks: [
        paragraph(
          `${mail.losingOperator} hat noch nicht geantwortet. Fragen Sie über COLT nach dem Stand. Diese E-Mail kommt jeden Werktag, bis eine Antwort da ist.`,
        ),
        facts([
          ['Verspätung', mail.workingDaysLate],
          ['Antwort erwartet', `spätestens ${mail.answerDue.date}`],
          ['Eingereicht', mail.submittedOn],
          ['Referenz beim Anbieter', mail.operatorReference],
        ]),
      ],
    }),
    approved: (mail) => ({
      heading: 'Portierung genehmigt',
      blocks: [
        paragraph(`${mail.losingOperator} hat die Portierung genehmigt.`),
        facts([
          ['Genehmigtes Datum', mail.approvedDate],
          ['Gewünschtes Datum', mail.desiredDate],
          ['Erster Starttag', mail.approvedDate],
          ['Letzter Starttag', `${mail.lastDay}, vor ${mail.startHours.until} Uhr`],
          ['Start möglich', startHours(mail)],
          ['Unterbrechung', unreachable(mail)],
        ]),
        ...(mail.statedDate === null
          ? []
          : [
              paragraph(
                `Angabe des Anbieters: ${mail.statedDate}. An diesem Tag kann nicht gestartet werden; deshalb gilt der erste Werktag, an dem es möglich ist.`,
              ),
            ]),
        ...mail.windowNotCounted.map(paragraph),
        paragraph(
          'Die Portierung startet nie von selbst. Sobald das Startfenster öffnet, senden wir eine E-Mail mit dem Link zum Starten.',
        ),
        paragraph(otherwise),
      ],
    }),
    rejected: (mail) => ({
      heading: 'Portierungsantrag abgelehnt',
      blocks: [
        paragraph(
          mail.approvalWithdrawn
            ? `${mail.losingOperator} zieht die frühere Genehmigung zurück. Der Startlink funktioniert nicht mehr.`
            : `${mail.losingOperator} hat den Portierungsantrag abgelehnt.`,
        ),
        ...mail.rejections,
        ...afterRejection[mail.cure](mail),
      ],
    }),
    desk_escalation: (mail) => ({
      heading: 'Ablehnung für den Desk',
      blocks: [
        paragraph(
          'Diese Ablehnung braucht den Desk: Nur Fonzer oder COLT kann sie beheben, oder der Antrag wurde wiederholt abgelehnt. Prüfen Sie auch die Vollmacht.',
        ),
        ...mail.rejections,
        ...listAfter(
          'Bisherige Versuche:',
          mail.attempts.map(
            ({ number, submittedOn, result }) => `Versuch ${number}, eingereicht: ${submittedOn}. ${result}`,
          ),
        ),
        facts([
          ['Vollmacht unterschrieben von', mail.authorisation.signedBy],
          ['Vollmacht unterschrieben am', mail.authorisation.signedOn],
        ]),
      ],
    }),
    window_opened: (mail) => ({
      heading: 'Die Portierung kann gestartet werden',
      blocks: [
        paragraph(
          `Die Nummern von ${mail.customer} können jetzt von ${mail.losingOperator} zu Fonzer portiert werden. Das beginnt erst, wenn jemand es startet.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_reminder: (mail) => ({
      heading: 'Erinnerung: Portierung starten',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Die Portierung der Nummern von ${mail.customer} ist noch nicht gestartet.`
            : `Die Portierung der Nummern von ${mail.customer} wurde gestartet (${mail.failedStart}), ist aber fehlgeschlagen. Sie kann erneut gestartet werden.`,
        ),
        ...startBlocks(mail),
        notice(otherwise),
      ],
    }),
    last_day: (mail) => ({
      heading: 'Letzter Tag, um die Portierung zu starten',
      blocks: [
        notice(
          `${mail.lastDay}: An diesem Tag kann die Portierung zum letzten Mal gestartet werden, vor ${mail.startHours.until} Uhr.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_link_renewed: (mail) => ({
      heading: 'Neuer Link zum Starten der Portierung',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Dies ist ein neuer Link, um die Portierung der Nummern von ${mail.customer} zu starten. Bitte nutzen Sie ab jetzt diesen Link.`
            : `Die Portierung der Nummern von ${mail.customer} wurde gestartet (${mail.failedStart}), ist aber fehlgeschlagen und wurde zurückgenommen: Es wurde keine Nummer portiert. Mit diesem neuen Link kann sie erneut gestartet werden; die früheren Links funktionieren nicht mehr.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    expired: (mail) => ({
      heading: 'Startfenster abgelaufen',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Die Portierung wurde nicht gestartet. Letzter Starttag war ${mail.lastDay}; die Genehmigung ist verfallen und der Startlink funktioniert nicht mehr. Die Nummern bleiben bei ${mail.losingOperator}.`
            : `Die Portierung wurde gestartet (${mail.failedStart}), ist aber fehlgeschlagen: Es wurde keine Nummer portiert. Letzter Starttag war ${mail.lastDay}; die Genehmigung ist verfallen, und ein neuer Start ist nicht mehr möglich. Die Nummern bleiben bei ${mail.losingOperator}.`,
        ),
        paragraph(
          'Möchten Sie die Nummern noch portieren, beantragen Sie ein neues Datum. Der jetzige Anbieter muss es erneut genehmigen.',
        ),
        button('Neues Datum beantragen', mail.detailUrl),
      ],
    }),
    started: (mail) => ({
      heading: 'Die Portierung ist gestartet',
      blocks: [
        facts([
          ['Gestartet', mail.startedAt],
          ['Gestartet von', mail.startedBy],
          ['Fertig', `spätestens ${mail.completionDue}`],
          ['Unterbrechung', unreachable(mail)],
        ]),
        paragraph(
          'Der Kunde ist währenddessen eventuell nicht erreichbar, oft viel kürzer als die Höchstdauer. Sie erhalten eine E-Mail, sobald die Portierung abgeschlossen ist.',
        ),
      ],
    }),
    partly_completed: (mail) => ({
      heading: 'Ein Teil der Nummern ist portiert',
      blocks: [
        ...listAfter('Diese Nummern sind bei Fonzer, jede seit dem genannten Zeitpunkt:', mail.numbersDone),
        ...listAfter('Diese Nummern folgen noch:', mail.numbersToCome),
        facts([
          ['Stand', mail.occurredAt],
          ['Der Rest', `spätestens ${mail.completionDue}`],
        ]),
        ...(mail.completionOverdue
          ? [
              paragraph(
                'Dieser Zeitpunkt ist vorbei. Fonzer kümmert sich über COLT darum; Sie brauchen nichts zu tun.',
              ),
            ]
          : []),
        notice(
          `Kündigen Sie den alten Vertrag bei ${mail.losingOperator} noch nicht: Die Portierung der Nummern, die noch folgen, kann sonst scheitern.`,
        ),
        paragraph(
          'Die Nummern, die noch folgen, sind währenddessen eventuell nicht erreichbar. Sie erhalten eine E-Mail, sobald weitere Nummern portiert sind.',
        ),
      ],
    }),
    completed: (mail) => ({
      heading: 'Die Portierung ist abgeschlossen',
      blocks: [
        facts([['Abgeschlossen', mail.completedAt]]),
        ...listAfter(
          `Diese Nummern des Antrags wurden nicht portiert und bleiben bei ${mail.losingOperator}:`,
          mail.numbersNotPorted,
        ),
        ...(mail.numbersNotPorted.length === 0
          ? []
          : [
              paragraph(
                'Sollen auch diese Nummern noch portiert werden, stellen Sie dafür einen neuen Portierungsantrag. Kündigen Sie deren Vertrag bis dahin nicht.',
              ),
            ]),
        paragraph(
          'Bitten Sie den Kunden jetzt um Testanrufe: Rufen Sie die Nummern von einem Festnetz- und einem Mobiltelefon verschiedener Anbieter an, rufen Sie nach außen an, und prüfen Sie, ob Internet und TV noch funktionieren.',
        ),
        ...listAfter(
          'Diese Nummern wollte der Kunde nach der Portierung nicht behalten. Sie können jetzt gekündigt werden:',
          mail.cancelAfterPort,
        ),
        ...listAfter(
          `Diese Nummern sind bei ${mail.losingOperator} geblieben. Möchte der Kunde sie nicht behalten, kann er sie dort jetzt kündigen:`,
          mail.numbersLeftBehind,
        ),
        ...troubleBlocks(mail),
      ],
    }),
    check_up: (mail) => ({
      heading: 'Funktioniert nach der Portierung alles?',
      blocks: [
        paragraph(
          `Die Nummern von ${mail.customer} sind jetzt bei Fonzer (seit ${mail.completedAt}). Wir hoffen, dass alles gut läuft, und schlagen einen kurzen Test vor:`,
        ),
        list([
          'Rufen Sie die Nummern von einem Festnetz- und einem Mobiltelefon verschiedener Anbieter an.',
          'Rufen Sie selbst eine Festnetz- und eine Mobilnummer an.',
          'Prüfen Sie, ob Internet und TV beim Kunden noch funktionieren.',
        ]),
        ...troubleBlocks(mail),
      ],
    }),
    cancelled: (mail) => ({
      heading: 'Portierungsantrag storniert',
      blocks: [
        facts([
          ['Storniert von', mail.actor],
          ['Storniert', mail.occurredAt],
        ]),
        paragraph(
          `Die Nummern bleiben, wo sie sind. Möchten Sie sie später doch portieren, stellen Sie einen neuen Portierungsantrag.`,
        ),
      ],
    }),
  },
} as const satisfies MailTexts;
