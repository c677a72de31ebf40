import { TRPCError } from "@trpc/server";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { clientAddress } from "../auth/address";
import { deviceCookieName } from "../auth/cookie";
import { pageSecret } from "../auth/current";
import { AppError, type ErrorCode } from "../errors";
import { requestLocale } from "../locale";
import { createCaller } from "./root";

/** The procedures, called by the page that is being rendered. */
export const serverApi = cache(async () => {
  const head = await headers();
  return createCaller({
    secret: await pageSecret(),
    device: head.get("user-agent") ?? "",
    browser: (await cookies()).get(deviceCookieName())?.value ?? null,
    address: clientAddress(head),
    locale: await requestLocale(),
  });
});

/** Where a missing proof is given; from there one comes back to the page that asked for it. */
const proofPages: Partial<Record<ErrorCode, string>> = {
  SIGNED_OUT: "/sign-in",
  UNLOCK_NEEDED: "/unlock",
  SECOND_FACTOR_NEEDED: "/two-factor",
};

/** Whether this device is remembered: a session that ended here has only locked. */
async function isRemembered(): Promise<boolean> {
  return (await (await serverApi()).session.unlockWays()).email !== null;
}

/**
 * Loads a page's one procedure. Without the proof that it asks for: to the page where that is given, and back here after. Not found: the not-found page.
 */
export async function loadPage<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    const proof = cause instanceof AppError ? proofPages[cause.code] : undefined;
    if (proof) {
      const path = (await headers()).get("x-path") ?? "/home";
      redirect(
        `${proof === "/sign-in" && (await isRemembered()) ? "/unlock" : proof}?next=${encodeURIComponent(path)}`,
      );
    }
    if (cause instanceof AppError && cause.code === "NOT_FOUND") notFound();
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") notFound(); // a malformed id in the address
    throw error;
  }
}
