"use client";

import { Copy, Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

type RecoveryCodesProps = { codes: string[]; onKept: () => void; pending?: boolean };

/** Recovery codes, shown this once: to copy, to keep as a file, or to print. */
export function RecoveryCodes({ codes, onKept, pending }: RecoveryCodesProps) {
  const words = useTranslations("account.codes");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-5">
      <div data-print className="grid gap-3">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-20 outline-none">
          {words("title")}
        </h2>
        <p className="text-16 text-ink-soft">{words("text")}</p>
        <ul className="figures grid grid-cols-1 gap-x-6 gap-y-1 rounded-m bg-sunken px-5 py-4 font-semibold text-17 tracking-wide xs:grid-cols-2">
          {codes.map((code) => (
            <li key={code} translate="no">
              {code}
            </li>
          ))}
        </ul>
      </div>
      <Keeping codes={codes} />
      <Button size="large" wide pending={pending ?? false} onClick={onKept}>
        {words("kept")}
      </Button>
    </div>
  );
}

function Keeping({ codes }: { codes: string[] }) {
  const words = useTranslations("account.codes");
  const [copied, setCopied] = useState(false);
  const text = [words("fileTitle"), "", ...codes, ""].join("\n");
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="ghost" onClick={copy}>
        <Copy aria-hidden size={16} />
        {words(copied ? "copied" : "copy")}
      </Button>
      <Button variant="ghost" onClick={() => download(text)}>
        <Download aria-hidden size={16} />
        {words("download")}
      </Button>
      <Button variant="ghost" onClick={() => window.print()}>
        <Printer aria-hidden size={16} />
        {words("print")}
      </Button>
    </div>
  );
}

/** Hands a text over as a file, without a request. */
function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "reconnect-codes.txt";
  link.click();
  URL.revokeObjectURL(address);
}
