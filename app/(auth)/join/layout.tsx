import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { QuickExit } from "@/components/safety/quick-exit";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { LanguageSwitch } from "@/components/ui/language-switch";

/** A quiet page for a phone: the way out always at the top, the language below. */
export default function JoinLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages names={["joining", "auth", "account", "couple", "reminders", "errors"]}>
      <div className={frameClass}>
        <header className="flex min-h-16 items-center justify-between">
          <Logo compact />
        </header>
        <QuickExit className="fixed top-[calc(env(safe-area-inset-top)+0.625rem)] right-5 z-60 sm:right-[max(1.25rem,calc(50vw-13rem))]" />
        <main className="mt-4 mb-10 grid grid-cols-[minmax(0,1fr)]">
          <TrpcProvider>{children}</TrpcProvider>
        </main>
        <footer className="mt-auto flex justify-center">
          <LanguageSwitch />
        </footer>
      </div>
    </ClientMessages>
  );
}

// Read on phones by people with other things on their mind: never below 16 px.
const frameClass =
  "mx-auto flex min-h-dvh w-full max-w-112 flex-col px-5 pt-[env(safe-area-inset-top)] pb-6 text-16 [&_.text-13]:text-16 [&_.text-14]:text-16 [&_.text-15]:text-16";
