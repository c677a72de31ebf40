"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Primitive from "radix-ui/toast";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

export type ToastMessage = {
  text: string;
  /** Takes the step back; the toast stays ten seconds instead of five. */
  undo?: () => void;
};

type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => {
  throw new Error("useToast needs a ToastProvider above it");
});

/** Says that something was done, with a way back: `const toast = useToast(); toast({ text, undo })`. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** Place once in the layout of a section. Nothing is in the page until the first message. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const words = useTranslations("common");
  const [shown, setShown] = useState<Shown[]>([]);
  const [used, setUsed] = useState(false);
  const show = useCallback((message: ToastMessage) => {
    setUsed(true);
    setShown((list) => [...list.slice(-2), { ...message, id: (list.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const remove = (id: number) => setShown((list) => list.filter((item) => item.id !== id));
  return (
    <ToastContext value={show}>
      {children}
      {used && (
        <Primitive.Provider label={words("notifications")} swipeDirection="down">
          {shown.map((item) => (
            <ToastItem key={item.id} item={item} onGone={() => remove(item.id)} />
          ))}
          <Primitive.Viewport className="fixed inset-x-0 bottom-0 z-60 mx-auto flex w-full max-w-md flex-col gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] outline-none" />
        </Primitive.Provider>
      )}
    </ToastContext>
  );
}

function ToastItem({ item, onGone }: { item: Shown; onGone: () => void }) {
  const words = useTranslations("common");
  return (
    <Primitive.Root
      duration={item.undo ? 10_000 : 5_000}
      onOpenChange={(open) => !open && onGone()}
      className="flex animate-rise items-center gap-3 rounded-m bg-ink py-2 pr-2 pl-4 text-paper shadow-lift"
    >
      <Primitive.Description className="grow py-1 font-medium text-15">{item.text}</Primitive.Description>
      {item.undo && (
        <Primitive.Action
          altText={words("undo")}
          onClick={item.undo}
          className="min-h-9 rounded-full px-3 font-semibold text-14 underline underline-offset-4"
        >
          {words("undo")}
        </Primitive.Action>
      )}
      <Primitive.Close aria-label={words("dismiss")} className="grid size-9 shrink-0 place-items-center rounded-full">
        <X aria-hidden size={16} />
      </Primitive.Close>
    </Primitive.Root>
  );
}
