import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Root as Slot } from "radix-ui/slot";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Work is under way: the button keeps its width, says so to a screen reader and ignores further presses. */
    pending?: boolean;
    /** Render the single child (a link, for example) with this look instead of a button. */
    asChild?: boolean;
  };

/** A button. One primary button per view; `danger` only where something is taken away. */
export function Button({ variant, size, wide, pending, asChild, className, children, ...rest }: ButtonProps) {
  const look = buttonClass({ variant, size, wide, className });
  if (asChild) {
    return (
      <Slot className={look} {...rest}>
        {children}
      </Slot>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      className={clsx(look, pending && "pointer-events-none relative")}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {pending ? <Pending>{children}</Pending> : children}
    </button>
  );
}

function Pending({ children }: Pick<ButtonProps, "children">) {
  const words = useTranslations("common");
  return (
    <>
      <span className="invisible contents">{children}</span>
      <span className="absolute inset-0 grid place-items-center">
        <LoaderCircle aria-hidden className="size-[1.2em] animate-turn" />
        <span className="sr-only">{words("working")}</span>
      </span>
    </>
  );
}
