import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("couple.offline");
  return { title: { absolute: words("title") }, robots: { index: false } };
}

/** What the service worker shows when a page cannot be fetched. The form without an action asks for the same page again. */
export default async function OfflinePage() {
  const words = await getTranslations("couple.offline");
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        heading="h1"
        title={words("title")}
        text={words("text")}
        action={
          <form method="get">
            <Button type="submit" size="large">
              {words("again")}
            </Button>
          </form>
        }
      />
    </main>
  );
}
