import { ArrowRight, Heart, type LucideIcon, Stethoscope } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { hrefOf, type Place } from "@/components/places/places";
import { usePlaceText } from "@/components/places/use-place-text";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("staff.home");
  return { title: words("title"), robots: { index: false } };
}

type HomePageProps = { searchParams: Promise<{ all?: string | string[] }> };

/** Leads to the one place that a login has, or lets it choose; asked for all, it always shows them. */
export default async function HomePage({ searchParams }: HomePageProps) {
  const api = await serverApi();
  const { places } = await loadPage(() => api.home.places());
  const words = await getTranslations("staff.home");
  const [only] = places;
  if (only && places.length === 1 && !(await searchParams).all) redirect(hrefOf(only));
  if (!only) return <NoPlace />;
  return (
    <>
      <h1 className="display text-center text-32">{words("title")}</h1>
      <p className="text-center text-16 text-ink-soft">{words("text")}</p>
      <ul className="mt-6 grid gap-3">
        {places.map((place) => (
          <li key={hrefOf(place)}>
            <PlaceCard place={place} />
          </li>
        ))}
      </ul>
      <FoundLink />
    </>
  );
}

async function NoPlace() {
  const words = await getTranslations("staff.home.none");
  const actions = (
    <div className="flex flex-wrap justify-center gap-3">
      <LinkButton href="/sign-up/practice" prefetch={false}>
        {(await getTranslations("common.places"))("found")}
      </LinkButton>
      <SignOutButton>{words("signOut")}</SignOutButton>
    </div>
  );
  return <EmptyState heading="h1" title={words("title")} text={words("text")} action={actions} />;
}

/** A quiet way for therapists to begin a practice of their own. */
async function FoundLink() {
  const words = await getTranslations("common.places");
  return (
    <p className="mt-8 text-center text-15 text-ink-soft">
      {words("foundText")}{" "}
      <Link href="/sign-up/practice" prefetch={false} className="font-medium text-primary underline underline-offset-4">
        {words("found")}
      </Link>
    </p>
  );
}

const icons: Record<Place["kind"], LucideIcon> = { practice: Stethoscope, couple: Heart };

function PlaceCard({ place }: { place: Place }) {
  const text = usePlaceText()(place);
  const Icon = icons[place.kind];
  return (
    <Link href={hrefOf(place)} prefetch={false} className="block rounded-l">
      <Card className="flex items-center gap-4 p-4.5 transition-colors hover:border-line-control">
        <span
          aria-hidden
          className="grid size-11 shrink-0 place-items-center rounded-full bg-primary-wash text-primary"
        >
          <Icon size={18} />
        </span>
        <span className="min-w-0 grow">
          <span className="block font-semibold text-17">{place.practiceName}</span>
          <span className="block text-15 text-ink-soft">{text}</span>
        </span>
        <ArrowRight aria-hidden size={18} className="shrink-0 text-ink-faint" />
      </Card>
    </Link>
  );
}
