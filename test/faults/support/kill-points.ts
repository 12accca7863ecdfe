/** A moment of a write at which a process can be ended. */
export interface KillPoint {
  readonly name: string;
  readonly when: 'before' | 'after';
  /** The statement, as it is sent to either database. */
  readonly statement: RegExp;
}

/** Every moment between two effects of a redemption, from its begin to its answer. */
export const killPoints: readonly KillPoint[] = [
  { name: 'after the begin', when: 'after', statement: /^begin/ },
  { name: 'after the order is taken', when: 'after', statement: /^(insert into|update) "orders"/ },
  { name: 'before the redemption', when: 'before', statement: /^(insert into|update) "redemptions"/ },
  { name: 'after the redemption', when: 'after', statement: /^(insert into|update) "redemptions"/ },
  { name: 'after the event', when: 'after', statement: /^insert into "events"/ },
  { name: 'after the audit row', when: 'after', statement: /^insert into "audit_log"/ },
  { name: 'before the customer’s counter', when: 'before', statement: /^insert into "customer_usage"/ },
  { name: 'before the code’s counter', when: 'before', statement: /^update "discount_code_usage"/ },
  { name: 'after the code’s counter', when: 'after', statement: /^update "discount_code_usage"/ },
  { name: 'before the kept answer', when: 'before', statement: /^insert into "idempotency_keys"/ },
  { name: 'before the commit', when: 'before', statement: /^commit/ },
  { name: 'after the commit, before the reply', when: 'after', statement: /^commit/ },
];
