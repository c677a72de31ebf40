import clsx from "clsx";

export type ButtonLook = {
  variant?: "primary" | "ghost" | "quiet" | "danger";
  size?: "small" | "medium" | "large";
  /** Fill the width of the container. */
  wide?: boolean;
};

const variants = {
  primary: "bg-primary text-on-primary hover:bg-primary-hover",
  ghost: "bg-transparent text-primary inset-ring-[1.5px] inset-ring-line-strong hover:bg-primary-wash",
  quiet: "bg-transparent text-primary hover:bg-primary-wash",
  danger: "bg-transparent text-attention-ink inset-ring-[1.5px] inset-ring-attention/50 hover:bg-attention-wash",
};

const sizes = {
  small: "min-h-8 gap-1.5 px-3.5 py-1 text-13",
  medium: "min-h-10.5 gap-2 px-5 py-2 text-14",
  large: "min-h-12.5 gap-2 px-6.5 py-3 text-16",
};

/** The classes of a button, for links and other elements that must look like one. */
export function buttonClass({
  variant = "primary",
  size = "medium",
  wide,
  className,
}: ButtonLook & { className?: string } = {}): string {
  return clsx(
    "inline-flex shrink-0 items-center justify-center rounded-full text-center font-semibold no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-80",
    variants[variant],
    sizes[size],
    wide && "w-full",
    className,
  );
}
