/** Everything that can go wrong in words a person may read; the texts are in messages/<locale>/errors.json. */
export const errorCodes = [
  "SIGNED_OUT",
  "NOT_FOUND",
  "INVALID",
  "WRONG_SIGN_IN",
  "CONFLICT",
  "CHANGED_MEANWHILE",
  "CLOSED",
  "LICENCE_NEEDED",
  "PLAN_NEEDED",
  "ALREADY_PAYING",
  "NO_SUBSCRIPTION",
  "PAYMENT_REFUSED",
  "BILLING_UNAVAILABLE",
  "UNLOCK_NEEDED",
  "SECOND_FACTOR_NEEDED",
  "WRONG_CODE",
  "EXPIRED",
  "TAKEN",
  "LAST_FACTOR",
  "CLINICIAN_NEEDED",
  "LAST_OWNER",
  "IS_PARTNER",
  "TREATS_COUPLES",
  "CLINICIAN_PRESENT",
  "COUPLE_ENDED",
  "NOBODY_READS",
  "OVERLAPS",
  "TOO_LARGE",
  "TOO_MANY",
  "FOREIGN_ORIGIN",
  "INVITATIONS_SPENT",
  "ALREADY_MEMBER",
  "UNEXPECTED",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What the browser learns of an error: its code, and what it needs to go on. */
export interface ErrorDetails {
  /** The stored row that a conflicting write met. */
  stored?: unknown;
  /** Seconds until it is worth trying again. */
  retrySeconds?: number;
  /** Faults of single fields that only the server can see: keys of errors.json's `field`. */
  fields?: Record<string, string>;
  /** Reference number under which the log holds an unexpected error. */
  reference?: string;
}

/** The one error of the product. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** What the driver said of a failed statement, when it did. */
export interface DatabaseFault {
  /** SQLSTATE, or Prisma's own code. */
  code: string;
  constraint?: string;
}

/** Reads the SQLSTATE and the constraint's name out of a Prisma or driver error; undefined for anything else. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  const meta = "meta" in error ? (error.meta as Record<string, unknown> | undefined) : undefined;
  const driver = (meta?.driverAdapterError as { cause?: Record<string, unknown> } | undefined)?.cause;
  const constraint = driver?.constraint as { index?: string; fields?: string[] } | string | undefined;
  return {
    code: String(driver?.originalCode ?? error.code),
    constraint: typeof constraint === "string" ? constraint : (constraint?.index ?? constraint?.fields?.join("_")),
  };
}

/** SQLSTATEs that mean "that row is not yours or does not exist": foreign key, check of a policy. */
const foreign = new Set(["23503", "42501", "P2003", "P2025"]);

/** The AppError that a database error stands for; undefined when it is a fault of ours. */
export function fromDatabase(error: unknown): AppError | undefined {
  const fault = databaseFault(error);
  if (!fault) return undefined;
  // Our own SQLSTATE: a private word without anybody to read it.
  if (fault.code === "PW001") return new AppError("NOBODY_READS");
  if (foreign.has(fault.code)) return new AppError("NOT_FOUND");
  // 23P01: an exclusion constraint, such as one primary clinician at a time.
  if (fault.code === "23505" || fault.code === "P2002" || fault.code === "23P01") return new AppError("CONFLICT");
  return undefined;
}
