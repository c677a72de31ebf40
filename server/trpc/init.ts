import { randomBytes } from "node:crypto";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { AppError, databaseFault, type ErrorDetails, fromDatabase } from "../errors";
import { log } from "../log";
import type { Context } from "./context";

/** The error shape that browsers get: a code with its human text in the catalogue, faults beside their fields. */
export interface ShownError extends ErrorDetails {
  code: AppError["code"];
}

function fieldFaults(error: ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}

const transportCodes: Partial<Record<TRPCError["code"], AppError["code"]>> = {
  BAD_REQUEST: "INVALID",
  PARSE_ERROR: "INVALID",
  PAYLOAD_TOO_LARGE: "TOO_LARGE",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_SUPPORTED: "INVALID",
  UNSUPPORTED_MEDIA_TYPE: "INVALID",
};

/** Turns whatever a procedure threw into what a person may see. An unknown error becomes a reference number. */
export function shownError(error: TRPCError, path: string | undefined): ShownError {
  const cause = error.cause;
  if (cause instanceof AppError) return { code: cause.code, ...cause.details };
  if (error.code === "BAD_REQUEST" && cause instanceof ZodError) return { code: "INVALID", fields: fieldFaults(cause) };
  const known = fromDatabase(cause);
  if (known) return { code: known.code };
  const transport =
    cause === undefined || error.code !== "INTERNAL_SERVER_ERROR" ? transportCodes[error.code] : undefined;
  if (transport) return { code: transport };
  const reference = randomBytes(4).toString("hex");
  // Only names and codes: the message of a database error may carry values.
  log().error({ reference, path, name: cause?.name ?? error.code, ...databaseFault(cause) }, "unexpected error");
  return { code: "UNEXPECTED", reference };
}

export const t = initTRPC.context<Context>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter: ({ shape, error, path }) => {
    const app = shownError(error, path);
    return { ...shape, message: app.code, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, app } };
  },
});

const httpCodes: Partial<Record<AppError["code"], TRPCError["code"]>> = {
  SIGNED_OUT: "UNAUTHORIZED",
  NOT_FOUND: "NOT_FOUND",
  WRONG_SIGN_IN: "UNAUTHORIZED",
  CONFLICT: "CONFLICT",
  CHANGED_MEANWHILE: "CONFLICT",
  CLOSED: "PRECONDITION_FAILED",
  LICENCE_NEEDED: "FORBIDDEN",
  PLAN_NEEDED: "FORBIDDEN",
  ALREADY_PAYING: "CONFLICT",
  NO_SUBSCRIPTION: "PRECONDITION_FAILED",
  PAYMENT_REFUSED: "PRECONDITION_FAILED",
  BILLING_UNAVAILABLE: "SERVICE_UNAVAILABLE",
  UNLOCK_NEEDED: "FORBIDDEN",
  SECOND_FACTOR_NEEDED: "FORBIDDEN",
  WRONG_CODE: "UNAUTHORIZED",
  EXPIRED: "PRECONDITION_FAILED",
  TAKEN: "CONFLICT",
  LAST_FACTOR: "PRECONDITION_FAILED",
  CLINICIAN_NEEDED: "FORBIDDEN",
  LAST_OWNER: "PRECONDITION_FAILED",
  IS_PARTNER: "PRECONDITION_FAILED",
  TREATS_COUPLES: "PRECONDITION_FAILED",
  CLINICIAN_PRESENT: "PRECONDITION_FAILED",
  COUPLE_ENDED: "PRECONDITION_FAILED",
  NOBODY_READS: "PRECONDITION_FAILED",
  OVERLAPS: "CONFLICT",
  FOREIGN_ORIGIN: "FORBIDDEN",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  TOO_MANY: "TOO_MANY_REQUESTS",
  INVITATIONS_SPENT: "TOO_MANY_REQUESTS",
  ALREADY_MEMBER: "CONFLICT",
  INVALID: "BAD_REQUEST",
};

/** An AppError as tRPC carries it. */
export function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({ code: httpCodes[error.code] ?? "INTERNAL_SERVER_ERROR", cause: error, message: error.code });
}
