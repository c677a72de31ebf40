/** The queues of pg-boss: made by migrate, worked by the worker. Payloads are ids only. */
export const queues = [
  "reminders.sweep",
  "occurrences.extend",
  "audit.seal",
  "audit.verify",
  "audit.export",
  "identity.clear",
  "licences.sweep",
  "transfers.copy",
  "programs.open",
  "billing.sweep",
  "billing.reconcile",
] as const;
export type Queue = (typeof queues)[number];
