import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/couple/plain-page";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("couple.unsubscribe");
  return { title: words("doneTitle"), robots: { index: false } };
}

/** Confirms that the emails have stopped. */
export default async function UnsubscribedPage() {
  const words = await getTranslations("couple.unsubscribe");
  return (
    <PlainPage title={words("doneTitle")}>
      <p className="text-ink-soft">{words("doneText")}</p>
      <LinkButton href="/sign-in" size="large" variant="ghost" className="mt-3 justify-self-start">
        {words("signIn")}
      </LinkButton>
    </PlainPage>
  );
}
