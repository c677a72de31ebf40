import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/couple/plain-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { verifyUnsubscribe } from "@/server/features/reminders/links";

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("couple.unsubscribe");
  return { title: words("title"), robots: { index: false } };
}

/**
 * Shows which kind of email a link stops, and a form that does it: opening the page changes nothing, and tells nothing of what
 * somebody chose. Names nobody. After it was done it offers the way back.
 */
export default async function UnsubscribePage({ params, searchParams }: PageProps) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const words = await getTranslations("couple.unsubscribe");
  const subscription = verifyUnsubscribe(token);
  const signIn = (
    <LinkButton href="/sign-in" size="large" variant="ghost" className="mt-3 justify-self-start">
      {words("signIn")}
    </LinkButton>
  );
  if (!subscription)
    return (
      <PlainPage title={words("badTitle")}>
        <p className="text-ink-soft">{words("badText")}</p>
        {signIn}
      </PlainPage>
    );
  if (done === "again")
    return (
      <PlainPage title={words("againTitle")}>
        <p className="text-ink-soft">{words("againText")}</p>
        {signIn}
      </PlainPage>
    );
  if (done === "stopped")
    return (
      <PlainPage title={words("doneTitle")}>
        <p className="text-ink-soft">{words("doneText")}</p>
        <Form token={token} label={words("again")} again />
      </PlainPage>
    );
  return (
    <PlainPage title={words("title")}>
      <p>{words(subscription.kind as "HOMEWORK_NEW")}</p>
      <p className="text-ink-soft">{words("text")}</p>
      <Form token={token} label={words("confirm")} />
    </PlainPage>
  );
}

function Form({ token, label, again }: { token: string; label: string; again?: true }) {
  return (
    <form method="post" action="/api/unsubscribe" className="mt-3">
      <input type="hidden" name="token" value={token} />
      {again && <input type="hidden" name="again" value="1" />}
      <Button type="submit" size="large" wide variant={again ? "ghost" : "primary"}>
        {label}
      </Button>
    </form>
  );
}
