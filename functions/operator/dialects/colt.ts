import type { Dialect } from './dialect.ts';

/**
 * COLT, the carrier. What is public (its pages for developers, on number management): port-in orders are placed over REST in JSON and,
 * for another of its products, it notifies when an order is raised, completed or has failed. What is not: the form of a notification about
 * a Belgian port, and the codes of a refusal. So all names below are assumptions, to be replaced by COLT's own once they are known.
 */
export const colt: Dialect = {
  codesStanding: 'assumption: names that public lists of other carriers use',
  codes: {
    account_number_invalid: 'account_number_mismatch',
    customer_number_mismatch: 'account_number_mismatch',
    customer_name_mismatch: 'holder_name_mismatch',
    company_number_mismatch: 'enterprise_number_mismatch',
    vat_number_mismatch: 'enterprise_number_mismatch',
    installation_address_mismatch: 'address_mismatch',
    postcode_mismatch: 'address_mismatch',
    loa_missing: 'authorisation_missing_or_invalid',
    loa_invalid: 'authorisation_missing_or_invalid',
    loa_expired: 'authorisation_missing_or_invalid',
    wrong_donor: 'wrong_losing_operator',
    number_not_active: 'number_not_in_service',
    number_ceased: 'number_not_in_service',
    number_in_ageing: 'number_in_quarantine',
    partial_range: 'range_incomplete',
    head_number_mismatch: 'main_number_mismatch',
    number_already_in_porting: 'port_already_in_progress',
    pending_order: 'pending_order_at_donor',
    date_not_available: 'date_not_accepted',
    cancelled_by_customer: 'withdrawn_by_subscriber',
    no_donor_response: 'donor_no_response',
  },
  variantNamedAt: '/notificationType',
  variants: {
    'port-in-order-status': {
      standing: 'assumption: how a system built around orders would report their status',
      type: {
        from: '/order/status',
        values: {
          ACCEPTED: 'request.acknowledged',
          DELAYED: 'answer.delayed',
          CONFIRMED: 'request.approved',
          REJECTED: 'request.rejected',
          COMPLETED: 'port.completed',
          FAILED: 'port.failed',
        },
      },
      portRequestId: { from: '/order/customerReference' },
      attempt: { from: '/order/customerAttempt', form: 'whole_number' },
      occurredAt: { from: '/order/statusTime', form: 'brussels_time' },
      data: {
        'request.acknowledged': { operatorReference: { from: '/order/orderId' } },
        'answer.delayed': {
          until: { from: '/order/expectedAnswerDate', form: 'day_month_year' },
          reason: { from: '/order/remark', optional: true },
        },
        'request.approved': {
          date: { from: '/order/confirmedPortingDate', form: 'day_month_year', optional: true },
        },
        'request.rejected': {
          reasons: {
            from: '/order/rejections',
            each: {
              code: { from: '/reasonCode' },
              text: { from: '/reasonText', optional: true },
              numbers: {
                from: '/numberRanges',
                optional: true,
                each: { start: { from: '/rangeStart' }, end: { from: '/rangeEnd', optional: true } },
              },
            },
          },
        },
        'port.completed': {
          completedAt: { from: '/order/completionTime', form: 'brussels_time' },
          numbers: {
            from: '/order/numberRanges',
            optional: true,
            each: { start: { from: '/rangeStart' }, end: { from: '/rangeEnd', optional: true } },
          },
        },
        'port.failed': { reason: { from: '/order/remark' } },
      },
    },
  },
};
