"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Primitive from "radix-ui/dialog";
import { type ReactNode, useEffect } from "react";
import { adoptStyleNonce } from "./style-nonce";

type DialogProps = {
  title: ReactNode;
  /** One or two sentences under the title. */
  description?: ReactNode;
  /** The element that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at the foot, the main one last. Wrap the one that only closes in DialogClose. */
  footer?: ReactNode;
  /** `full` leaves nothing else in sight: one thing to read aloud. */
  size?: "small" | "large" | "full";
  children?: ReactNode;
};

/** A question or a short task above the page; a sheet from below on a phone. Focus stays inside and returns. */
export function Dialog({ title, description, trigger, open, onOpenChange, footer, size, children }: DialogProps) {
  const words = useTranslations("common");
  useEffect(adoptStyleNonce, []);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          className={size === "full" ? fullClass : clsx(sheetClass, size === "large" ? "sm:max-w-2xl" : "sm:max-w-md")}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start justify-between gap-4">
            <Primitive.Title className="display text-24">{title}</Primitive.Title>
            <Primitive.Close aria-label={words("close")} className={closeClass}>
              <X aria-hidden size={18} />
            </Primitive.Close>
          </div>
          {description && <Primitive.Description className="mt-1 text-ink-soft">{description}</Primitive.Description>}
          {children && <div className="mt-4">{children}</div>}
          {footer && <div className="mt-6 flex flex-wrap justify-end gap-2.5">{footer}</div>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Closes the dialog around it: `<DialogClose><Button variant="quiet">…</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}

// Room at the top for the way out, which stays above every dialog.
const fullClass =
  "fixed inset-0 z-50 animate-fade overflow-y-auto bg-paper px-5 pt-[calc(env(safe-area-inset-top)+4.5rem)] pb-8 text-ink sm:px-[max(2.5rem,calc(50vw-22rem))]";
const sheetClass = clsx(
  "fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] animate-rise overflow-y-auto rounded-t-[22px] border border-line bg-surface p-5 pb-8 text-ink shadow-lift",
  "sm:inset-0 sm:m-auto sm:h-fit sm:w-[calc(100%-3rem)] sm:rounded-[22px] sm:p-6.5",
);
const closeClass =
  "-mt-1 -mr-1.5 grid size-9 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink";
