"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { LogExportShape, LogFilters } from "@/server/features/audit/schema";
import { FaultBanner } from "../fault-banner";

/** How often the page looks whether a file that is being made is ready. */
const lookEveryMs = 2_000;

type ExportCardProps = {
  practiceId: string;
  filters: LogFilters;
  exports: LogExportShape[];
  timeZone: string;
};

/** Asks for a file of the rows that the filters show, and fetches those that are ready. */
export function ExportCard({ practiceId, filters, exports, timeZone }: ExportCardProps) {
  const words = useTranslations("log.export");
  const router = useRouter();
  const make = trpc.audit.exportLog.useMutation({ onSuccess: () => router.refresh() });
  const waiting = exports.some((one) => one.state === "OWED");
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => router.refresh(), lookEveryMs);
    return () => clearInterval(timer);
  }, [waiting, router]);
  const full = make.error && appError(make.error).code === "TOO_MANY";
  return (
    <SectionCard title={words("title")}>
      <p className="text-14 text-ink-soft">{words("text")}</p>
      <ul className="mt-3 grid gap-2 empty:hidden">
        {exports.map((one) => (
          <FileRow key={one.exportId} file={one} practiceId={practiceId} timeZone={timeZone} />
        ))}
      </ul>
      <div className="mt-4 grid justify-items-start gap-3">
        <Button
          variant="ghost"
          pending={make.isPending}
          onClick={() => make.mutate({ practiceId, clientId: crypto.randomUUID(), ...filters })}
        >
          {words("make")}
        </Button>
        {full ? <FieldError>{words("tooMany")}</FieldError> : <FaultBanner error={make.error} />}
      </div>
    </SectionCard>
  );
}

function FileRow({ file, practiceId, timeZone }: { file: LogExportShape; practiceId: string; timeZone: string }) {
  const words = useTranslations("log.export");
  const format = useFormatter();
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  const toast = useToast();
  const download = trpc.audit.downloadExport.useMutation({
    onSuccess: ({ fileName, csv }) => {
      save(fileName, csv);
      toast({ text: words("downloaded") });
    },
  });
  const at = when(file.createdAt);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-m bg-sunken px-3.5 py-2.5 text-14">
      <div className="min-w-0">
        <p className="font-semibold">{words("file", { at })}</p>
        <p className="text-13 text-ink-soft" role="status">
          {file.state === "OWED" && words("making")}
          {file.state === "FAILED" && words("failed")}
          {file.state === "READY" && words("ready", { rows: file.rows ?? 0, at: when(file.expiresAt) })}
        </p>
      </div>
      {file.state === "READY" && (
        <Button
          size="small"
          aria-label={words("downloadLabel", { at })}
          pending={download.isPending}
          onClick={() => download.mutate({ practiceId, exportId: file.exportId })}
        >
          <Download aria-hidden size={15} />
          {words("download")}
        </Button>
      )}
      <FaultBanner error={download.error} />
    </li>
  );
}

/** Hands a text to the browser as a file; it never had an address. */
function save(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
