import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinPage } from "@/components/joining/join-page";

/** The page's name, kept out of search engines; it names nobody. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("joining"))("title"), robots: { index: false } };
}

/** Joining by an invitation. The zones are listed here, so that server and browser show the same. */
export default function JoinRoute() {
  return <JoinPage zones={[...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])]} />;
}
