import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { QuickExit } from "@/components/safety/quick-exit";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { raised } from "@/components/unlock/raised";

/** The frame of one's own account, whichever side one comes from: the way out at the top, as everywhere on the partners' side. */
export function AccountFrame({ back, children }: { back: string; children: ReactNode }) {
  const words = useTranslations("account.page");
  return (
    <ClientMessages names={["auth", "account", "couple", "errors"]}>
      <QuickExit className="fixed top-2.5 right-5 z-60" />
      <div className={`mx-auto flex min-h-dvh w-full max-w-176 flex-col px-5 pb-16 ${raised}`}>
        <header className="flex min-h-16 items-center">
          <Logo compact className="sm:hidden" />
          <Logo className="max-sm:hidden" />
        </header>
        <main className="mt-2 grid gap-6">
          <Link
            href={back}
            prefetch={false}
            className="-ml-1 inline-flex min-h-11 items-center gap-1 justify-self-start font-medium text-16 text-ink-soft hover:text-ink"
          >
            <ChevronLeft aria-hidden size={18} />
            {words("back")}
          </Link>
          <TrpcProvider>{children}</TrpcProvider>
        </main>
      </div>
    </ClientMessages>
  );
}
