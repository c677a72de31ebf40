import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BillingView } from "@/components/staff/billing/billing-view";
import type { ReturnedFrom } from "@/components/staff/billing/returned";
import { loadPage, serverApi } from "@/server/trpc/server";

type BillingProps = {
  params: Promise<{ practiceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("billing"))("title") };
}

/** How somebody came back from Stripe, by what Stripe was told to add to the address. */
function returnedFrom({ checkout, portal }: Record<string, string | string[] | undefined>): ReturnedFrom | null {
  if (checkout === "done" || checkout === "left") return checkout;
  return portal === "done" ? "portal" : null;
}

/** What the practice has and pays; for everyone but its owners the page is not there. */
export default async function BillingRoute({ params, searchParams }: BillingProps) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.billing.page({ practiceId }));
  return <BillingView page={page} from={returnedFrom(await searchParams)} />;
}
