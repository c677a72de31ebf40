import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/ui/client-messages";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { ToastProvider } from "@/components/ui/toast";
import { env } from "@/server/env";
import { Actions } from "./_parts/actions";
import { Choices } from "./_parts/choices";
import { Fields } from "./_parts/fields";
import { People } from "./_parts/people";
import { Pulse } from "./_parts/pulse";
import { States } from "./_parts/states";
import { TableSample } from "./_parts/table-sample";
import { TypeAndColour } from "./_parts/type-and-colour";

export const metadata: Metadata = { title: "Design", robots: { index: false } };

/** Every primitive in every state, in both themes side by side; in production it exists only where RECONNECT_DESIGN says so. */
export default async function DesignPage() {
  const { NODE_ENV, RECONNECT_DESIGN } = env();
  if (NODE_ENV === "production" && RECONNECT_DESIGN !== "1") notFound();
  const words = await getTranslations("design");
  return (
    <ClientMessages names={["design"]}>
      <ToastProvider>
        <main className="mx-auto max-w-[110rem] px-4 py-8">
          <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
            <div>
              <h1 className="display text-44">{words("title")}</h1>
              <p className="text-ink-soft text-17">{words("text")}</p>
            </div>
            <div className="flex flex-wrap gap-3">
              <LanguageSwitch />
              <ThemeSwitch />
            </div>
          </header>
          <div className="grid gap-4 xl:grid-cols-2">
            <Sheet theme="light" title={words("light")} />
            <Sheet theme="dark" title={words("dark")} />
          </div>
        </main>
      </ToastProvider>
    </ClientMessages>
  );
}

function Sheet({ theme, title }: { theme: "light" | "dark"; title: string }) {
  return (
    <section data-theme={theme} aria-label={title} className="min-w-0 rounded-l border border-line p-4 sm:p-7">
      <h2 className="sr-only">{title}</h2>
      <div className="grid gap-12">
        <TypeAndColour />
        <Actions />
        <Fields theme={theme} />
        <Choices theme={theme} />
        <People />
        <States />
        <Pulse />
        <TableSample theme={title} />
      </div>
    </section>
  );
}
