import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/couple/plain-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { verifyUnsubscribe } from "@/server/features/reminders/links";

type PageProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("couple.unsubscribe");
  return { title: words("title"), robots: { index: false } };
}

/** Shows which kind of email a link stops, and a form that does it: opening the page changes nothing. Names nobody. */
export default async function UnsubscribePage({ params }: PageProps) {
  const { token } = await params;
  const words = await getTranslations("couple.unsubscribe");
  const subscription = verifyUnsubscribe(token);
  if (!subscription) {
    return (
      <PlainPage title={words("badTitle")}>
        <p className="text-ink-soft">{words("badText")}</p>
        <LinkButton href="/sign-in" size="large" variant="ghost" className="mt-3 justify-self-start">
          {words("signIn")}
        </LinkButton>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={words("title")}>
      <p>{words(subscription.kind)}</p>
      <p className="text-ink-soft">{words("text")}</p>
      <form method="post" action="/api/unsubscribe" className="mt-3">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" size="large" wide>
          {words("confirm")}
        </Button>
      </form>
    </PlainPage>
  );
}
