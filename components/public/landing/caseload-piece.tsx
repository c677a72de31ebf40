import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/chip";
import { type DotResult, Dots } from "@/components/ui/dots";
import { PartnerPair } from "@/components/ui/partner";
import type { Ratings } from "@/components/ui/pulse-geometry";
import { Sparkline } from "@/components/ui/sparkline";

type Row = {
  names: [string, string];
  reasons: { key: "fell" | "toRead" | "silent" | "onTrack"; tone: ChipTone }[];
  pulse: [Ratings, Ratings];
  dots: [DotResult[], DotResult[]];
};

const rows: Row[] = [
  {
    names: ["Alex", "Sam"],
    reasons: [
      { key: "fell", tone: "warm" },
      { key: "toRead", tone: "quiet" },
    ],
    pulse: [
      [7, 7, 6, 6, 5, 5, 4, 4],
      [7, 7, 7, 7, 7, 6, 7, 7],
    ],
    dots: [
      ["done", "done", "partly", "done", "not", "none"],
      ["done", "partly", "done", "done", "done", "done"],
    ],
  },
  {
    names: ["Noor", "Ines"],
    reasons: [{ key: "silent", tone: "warm" }],
    pulse: [
      [5, 6, 6, 6, 5, 5, 5, 5],
      [4, 5, 5, 5, 6, 6, 5, 5],
    ],
    dots: [
      ["done", "partly", "done", "not", "none", "none"],
      ["done", "done", "partly", "none", "none", "none"],
    ],
  },
  {
    names: ["Tess", "Ravi"],
    reasons: [{ key: "toRead", tone: "quiet" }],
    pulse: [
      [4, 5, 5, 6, 6, 7, 7, 8],
      [4, 4, 5, 5, 6, 6, 7, 7],
    ],
    dots: [
      ["done", "done", "done", "partly", "done", "done"],
      ["partly", "done", "done", "done", "done", "done"],
    ],
  },
  {
    names: ["Jun", "Bea"],
    reasons: [{ key: "onTrack", tone: "primary" }],
    pulse: [
      [6, 6, 7, 7, 7, 7, 8, 8],
      [6, 7, 7, 7, 8, 8, 8, 8],
    ],
    dots: [
      ["done", "done", "done", "done", "done", "done"],
      ["done", "done", "partly", "done", "done", "done"],
    ],
  },
];

/** Four couples as the therapist sees them, those in need first. */
export function CaseloadPiece() {
  return (
    <div className="overflow-hidden rounded-l border border-line bg-surface shadow-lift">
      {rows.map((row) => (
        <CaseloadRow key={row.names[0]} row={row} />
      ))}
    </div>
  );
}

function CaseloadRow({ row }: { row: Row }) {
  const words = useTranslations("public.piece");
  return (
    <div className="grid min-h-18 items-center gap-x-5 gap-y-2 border-line border-t px-4 py-3 first:border-t-0 sm:grid-cols-[9.5rem_1fr_auto] sm:px-5 lg:grid-cols-[10rem_1fr_8.5rem_6rem]">
      <p className="flex items-center gap-3 font-semibold text-15">
        <PartnerPair one={row.names[0]} two={row.names[1]} /> {row.names[0]} &amp; {row.names[1]}
      </p>
      <p className="flex flex-wrap gap-1.5">
        {row.reasons.map((reason) => (
          <Chip key={reason.key} tone={reason.tone}>
            {words(reason.key)}
          </Chip>
        ))}
      </p>
      <Sparkline one={row.pulse[0]} two={row.pulse[1]} label="" className="hidden lg:block" />
      <span className="hidden gap-1.5 sm:grid">
        <Dots results={row.dots[0]} />
        <Dots results={row.dots[1]} />
      </span>
    </div>
  );
}
