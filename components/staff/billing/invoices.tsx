import clsx from "clsx";
import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { SectionCard } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { useMoney } from "@/components/ui/use-money";
import type { BillingPage, Invoice } from "@/server/features/billing/schema";
import { useDay } from "./amounts";

/** The invoices, the latest first, each with its PDF. */
export function Invoices({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.invoices");
  const day = useDay();
  const anyDue = page.invoices.some((one) => one.status === "open");
  return (
    <SectionCard title={words("title")}>
      {page.invoices.length === 0 && <p className="text-15 text-ink-soft">{words("empty")}</p>}
      <ul className="divide-y divide-line">
        {page.invoices.map((invoice) => (
          <li key={invoice.id}>
            <InvoiceRow invoice={invoice} date={day(invoice.at, page.viewer)} anyDue={anyDue} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** `anyDue`: one of the rows has a way to pay, for which all leave room, so that the amounts stand below one another. */
function InvoiceRow({ invoice, date, anyDue }: { invoice: Invoice; date: string; anyDue: boolean }) {
  const words = useTranslations("billing.invoices");
  const money = useMoney();
  const { status, number, total, currency, pdf, page } = invoice;
  const due = status === "open";
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5 py-3">
      <div className="min-w-44 grow">
        <p className="font-medium text-15">{date}</p>
        <p className="break-all text-13 text-ink-soft">{number ? words("number", { number }) : words("noNumber")}</p>
      </div>
      <Chip tone={due || status === "uncollectible" ? "attention" : "quiet"}>{words(`status.${status}`)}</Chip>
      <p className="figures grow font-medium text-15 sm:min-w-20 sm:grow-0 sm:text-right">
        {money(total, currency, true)}
      </p>
      <p className={clsx("-mr-3 flex min-w-16 justify-end", anyDue && "sm:min-w-36")}>
        {due && page && (
          <a
            href={page}
            rel="noreferrer"
            aria-label={words("payLabel", { date })}
            className={buttonClass({ variant: "quiet", size: "small" })}
          >
            {words("pay")}
          </a>
        )}
        {pdf && (
          <a
            href={pdf}
            rel="noreferrer"
            aria-label={words("pdfLabel", { date })}
            className={buttonClass({ variant: "quiet", size: "small" })}
          >
            <FileText aria-hidden size={15} />
            {words("pdf")}
          </a>
        )}
      </p>
    </div>
  );
}
