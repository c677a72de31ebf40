"use client";

import { BadgeCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";
import type { LicenceCard, LicencesPage } from "@/server/features/licences/schema";
import { LicenceForm, type Opened } from "./licence-form";
import { OwnLicence } from "./own-licence";
import { useRefreshWhile } from "./use-refresh-while";
import { statusOn } from "./words";

type MyProps = Pick<LicencesPage, "viewer" | "mine" | "sole">;

/** What another licence took the place of, once it holds no more itself. */
function isEarlier(licence: LicenceCard, all: readonly LicenceCard[], today: string): boolean {
  const status = statusOn(licence, today);
  const over = status === "EXPIRED" || status === "REJECTED";
  return over && all.some((one) => one.replacesId === licence.licenceId);
}

/** A therapist's own licences: what holds, what waits, and the form for another one. */
export function MyLicences({ viewer, mine, sole }: MyProps) {
  const words = useTranslations("licences");
  const router = useRouter();
  const toast = useToast();
  const [opened, setOpened] = useState<Opened | null>(null);
  useRefreshWhile(mine.some((one) => one.registryStatus === "PENDING"));
  const earlier = mine.filter((one) => isEarlier(one, mine, viewer.today));
  const shown = mine.filter((one) => !earlier.includes(one));
  const done = () => {
    setOpened(null);
    toast({ text: words(sole ? "form.sentSole" : "form.sent") });
    router.refresh();
  };
  const common = { viewer, all: mine, sole, onOpen: setOpened };
  return (
    <section aria-labelledby="mine" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="mine" className="font-semibold text-17">
          {words("mine.title")}
        </h2>
        {!opened && mine.length > 0 && (
          <Button variant="ghost" size="small" onClick={() => setOpened({ purpose: "New" })}>
            {words("mine.add")}
          </Button>
        )}
      </div>
      {opened && (
        <Card className="p-5 sm:px-6">
          <LicenceForm
            key={opened.purpose === "New" ? "new" : opened.licence.licenceId}
            {...{ opened, practiceId: viewer.practiceId, today: viewer.today }}
            onDone={done}
            onCancel={() => setOpened(null)}
          />
        </Card>
      )}
      {!opened && mine.length === 0 && <NoneYet sole={sole} onAdd={() => setOpened({ purpose: "New" })} />}
      {shown.map((licence) => (
        <OwnLicence key={licence.licenceId} licence={licence} {...common} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary className="inline-block min-h-6 cursor-pointer text-14 text-ink-soft underline decoration-line-strong underline-offset-4">
            {words("mine.earlier", { count: earlier.length })}
          </summary>
          <div className="mt-3 grid gap-3">
            {earlier.map((licence) => (
              <OwnLicence key={licence.licenceId} licence={licence} {...common} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function NoneYet({ sole, onAdd }: { sole: boolean; onAdd: () => void }) {
  const words = useTranslations("licences.mine");
  return (
    <Card>
      <EmptyState
        icon={<BadgeCheck size={26} strokeWidth={1.8} />}
        title={words("empty.title")}
        text={words(sole ? "empty.textSole" : "empty.text")}
        action={<Button onClick={onAdd}>{words("add")}</Button>}
      />
    </Card>
  );
}
