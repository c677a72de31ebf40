"use client";

import type { ReactNode } from "react";
import { trpc } from "@/components/trpc/client";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FaultBanner } from "../fault-banner";

type PortalProps = {
  practiceId: string;
  variant?: ButtonProps["variant"];
  /** What stands small below the button. */
  hint?: ReactNode;
  children: ReactNode;
};

/** Leads to Stripe's page for cards, tax ids and invoices, which leads back here. */
export function PortalButton({ practiceId, variant = "ghost", hint, children }: PortalProps) {
  const portal = trpc.billing.portal.useMutation({ onSuccess: ({ url }) => window.location.assign(url) });
  return (
    <div className="grid min-w-0 justify-items-start gap-2.5">
      <Button
        variant={variant}
        pending={portal.isPending || portal.isSuccess}
        onClick={() => portal.mutate({ practiceId })}
      >
        {children}
      </Button>
      {hint && <p className="-mt-1 text-13 text-ink-faint">{hint}</p>}
      <FaultBanner error={portal.error} />
    </div>
  );
}
