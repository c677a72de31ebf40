import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { pageSecret } from "../auth/current";
import { AppError } from "../errors";
import { requestLocale } from "../locale";
import { createCaller } from "./root";

/** The procedures, called by the page that is being rendered. */
export const serverApi = cache(async () => {
  const device = (await headers()).get("user-agent") ?? "";
  return createCaller({ secret: await pageSecret(), device, locale: await requestLocale() });
});

/**
 * Loads a page's one procedure. Signed out: to the sign-in page and back here after. Not found: the not-found page.
 */
export async function loadPage<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError && cause.code === "SIGNED_OUT") {
      const path = (await headers()).get("x-path") ?? "/home";
      redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    if (cause instanceof AppError && cause.code === "NOT_FOUND") notFound();
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") notFound(); // a malformed id in the address
    throw error;
  }
}
