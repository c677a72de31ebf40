"use client";

import { Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RequestFailure } from "../request-failure";

type FeedProps = { coupleId: string; address: string | null };

/** One's dates in a calendar of one's own: making, copying and taking back the secret address that a calendar follows. */
export function CalendarFeed({ coupleId, address }: FeedProps) {
  const words = useTranslations("calendar");
  const router = useRouter();
  const make = trpc.calendar.make.useMutation({ networkMode: "always", onSuccess: () => router.refresh() });
  const begin = () => make.mutate({ coupleId });
  return (
    <section className="mt-12 grid gap-4">
      <div>
        <h2 className="display text-24">{words("title")}</h2>
        <p className="text-ink-soft">{words("text")}</p>
      </div>
      {address ? (
        <Standing key={address} coupleId={coupleId} address={address} />
      ) : (
        <>
          {make.error && <RequestFailure failure={appError(make.error)} onRetry={begin} />}
          <Button variant="ghost" size="large" className="justify-self-start" pending={make.isPending} onClick={begin}>
            {words("make")}
          </Button>
        </>
      )}
    </section>
  );
}

function Standing({ coupleId, address }: { coupleId: string; address: string }) {
  const words = useTranslations("calendar");
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <Field label={words("address")} hint={words("hint")}>
        {(control) => (
          <div className="flex flex-wrap gap-2.5">
            <Input
              {...control}
              readOnly
              value={address}
              className="min-w-0 flex-1 basis-60 text-ellipsis"
              onFocus={(event) => event.target.select()}
            />
            <Button variant="ghost" size="large" onClick={copy}>
              <Copy aria-hidden size={16} />
              <span aria-live="polite">{words(copied ? "copied" : "copy")}</span>
            </Button>
          </div>
        )}
      </Field>
      <p className="text-15 text-ink-soft">{words("care")}</p>
      <div className="flex flex-wrap gap-2.5">
        <Ask coupleId={coupleId} what="again" />
        <Ask coupleId={coupleId} what="revoke" />
      </div>
    </>
  );
}

/** Both stop the present address at once: asked first. */
function Ask({ coupleId, what }: { coupleId: string; what: "again" | "revoke" }) {
  const words = useTranslations("calendar");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const settled = {
    onSuccess: () => {
      setOpen(false);
      router.refresh();
    },
  };
  const make = trpc.calendar.make.useMutation(settled);
  const revoke = trpc.calendar.revoke.useMutation(settled);
  const act = what === "again" ? make : revoke;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{words(what)}</Button>}
      title={words(`${what}Title`)}
      description={words(`${what}Text`)}
      confirm={words(what)}
      pending={act.isPending}
      onConfirm={() => act.mutate({ coupleId })}
      error={act.error}
    />
  );
}
