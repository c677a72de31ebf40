"use client";

import { Heart, LoaderCircle, Stethoscope } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinkRow } from "@/components/couple/rows";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { hrefOf, othersOf } from "./places";
import { usePlaceText } from "./use-place-text";

/** The login's other places, named only once asked for: whoever looks over a shoulder learns of none. */
export function SwitchPlace({ coupleId }: { coupleId: string }) {
  const words = useTranslations("common.places");
  const textOf = usePlaceText();
  const [open, setOpen] = useState(false);
  const query = trpc.home.places.useQuery(undefined, { enabled: open, refetchOnWindowFocus: false });
  const others = othersOf(query.data?.places ?? [], `/couple/${coupleId}`);
  return (
    <div className="mt-6 border-line border-t pt-5">
      <h3 className="font-semibold text-17">{words("switch")}</h3>
      <p className="mb-3 text-ink-soft">{words("text")}</p>
      {!open && (
        <Button variant="ghost" size="large" onClick={() => setOpen(true)}>
          {words("open")}
        </Button>
      )}
      <div role="status">
        {open && query.isPending && (
          <p className="flex items-center gap-2 text-ink-soft">
            <LoaderCircle aria-hidden className="size-5 animate-turn" />
            {words("loading")}
          </p>
        )}
        {query.isError && <p>{words("failed")}</p>}
        {query.isSuccess && others.length === 0 && <p>{words("only")}</p>}
      </div>
      {query.isError && (
        <Button
          variant="ghost"
          size="large"
          pending={query.isFetching}
          onClick={() => query.refetch()}
          className="mt-3"
        >
          {words("open")}
        </Button>
      )}
      {others.length > 0 && (
        <ul className="border-line border-y">
          {others.map((place) => (
            <LinkRow
              key={hrefOf(place)}
              href={hrefOf(place)}
              mark={<Mark kind={place.kind} />}
              title={place.practiceName}
              text={textOf(place)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Mark({ kind }: { kind: "practice" | "couple" }) {
  const Icon = kind === "practice" ? Stethoscope : Heart;
  return <Icon aria-hidden size={20} strokeWidth={1.9} className="text-primary" />;
}
