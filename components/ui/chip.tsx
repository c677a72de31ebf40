import clsx from "clsx";
import type { ReactNode } from "react";
import { type Area, areaClass } from "./area";

const tones = {
  quiet: "bg-sunken text-ink",
  warm: "bg-connection-wash text-connection-ink",
  attention: "bg-attention-wash font-semibold text-attention-ink",
  primary: "bg-primary-wash text-primary",
};

export type ChipTone = keyof typeof tones;

/** A few words in a pill: an area (`area`) or a reason with its tone (`tone`). `icon` is 15 px and decorative. */
export function Chip(props: {
  area?: Area;
  tone?: ChipTone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const look = props.area ? clsx(areaClass[props.area].chip, "font-semibold") : tones[props.tone ?? "quiet"];
  return (
    <span
      className={clsx(
        "inline-flex max-w-full items-center gap-1.5 rounded-[13px] px-2.5 py-[3px] font-medium text-13",
        look,
        props.className,
      )}
    >
      {props.icon && (
        <span aria-hidden className="shrink-0">
          {props.icon}
        </span>
      )}
      {props.children}
    </span>
  );
}

/** A number that waits for somebody; `label` says in words what it counts. */
export function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="figures inline-block min-w-6 rounded-full bg-attention-wash px-2 text-center font-semibold text-13 text-attention-ink">
      <span aria-hidden>{value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
