import clsx from "clsx";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  attention: { look: "bg-attention-wash", icon: CircleAlert, ink: "text-attention-ink" },
  info: { look: "bg-primary-wash", icon: Info, ink: "text-primary" },
  positive: { look: "bg-primary-wash", icon: CircleCheck, ink: "text-primary" },
};

type BannerProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  /** Another icon than the tone's; 18 px. */
  icon?: ReactNode;
  action?: ReactNode;
  /** Announce it when it appears (after an action of the person). */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A sentence across the page: coral only for what needs a person now. */
export function Banner({ tone = "info", title, icon, action, live, className, children }: BannerProps) {
  const { look, icon: Icon, ink } = tones[tone];
  return (
    <div
      role={live ? (tone === "attention" ? "alert" : "status") : undefined}
      className={clsx("flex flex-wrap items-center gap-x-3 gap-y-2 rounded-[14px] px-4 py-3 text-15", look, className)}
    >
      <div className="flex min-w-56 grow basis-0 items-start gap-3">
        <span aria-hidden className={clsx("mt-0.5 shrink-0", ink)}>
          {icon ?? <Icon size={18} />}
        </span>
        <div>
          {title && <strong className="font-semibold">{title} </strong>}
          {children}
        </div>
      </div>
      {action}
    </div>
  );
}
