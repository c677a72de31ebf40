import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { namespaces } from "@/messages/namespaces";

/** Sends the named catalogues to the client components below, and no others: a page carries only the words it uses. */
export async function ClientMessages(props: { names: readonly (typeof namespaces)[number][]; children: ReactNode }) {
  const all = await getMessages();
  const messages = Object.fromEntries(["common" as const, ...props.names].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{props.children}</NextIntlClientProvider>;
}
