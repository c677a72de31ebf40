import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { localizedPath } from "@/components/public/paths";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "@/components/ui/message-page";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("common.notFound");
  return { title: words("title"), robots: { index: false } };
}

/** The address leads nowhere, or nowhere that this person may go: both look the same. */
export default async function NotFound() {
  const words = await getTranslations("common.notFound");
  const home = localizedPath(await getLocale(), "/");
  return (
    <MessagePage
      title={words("title")}
      text={words("text")}
      action={<LinkButton href={home}>{words("home")}</LinkButton>}
    />
  );
}
