"use client";

import clsx from "clsx";
import { Delete } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";

const length = 6;
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

type PinPadProps = {
  label: string;
  disabled?: boolean;
  /** Called with six digits; answers whether they were taken. Otherwise the pad is empty again. */
  onPin: (pin: string) => Promise<boolean>;
};

/** Six digits, by keyboard, by thumb, or read out: one text field that the keys fill. Needs the messages `account`. */
export function PinPad({ label, disabled, onPin }: PinPadProps) {
  const words = useTranslations("account.pin");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState("");
  useEffect(() => field.current?.focus(), []);
  const type = async (typed: string) => {
    const next = typed.replace(/\D/g, "").slice(0, length);
    if (disabled) return;
    setPin(next);
    if (next.length === length && !(await onPin(next))) {
      setPin("");
      field.current?.focus();
    }
  };
  return (
    <div className="grid justify-items-center gap-4">
      <label htmlFor={id} className="font-semibold text-16">
        {label}
      </label>
      <div className="relative">
        <input
          ref={field}
          id={id}
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={length}
          value={pin}
          readOnly={disabled}
          onChange={(event) => type(event.target.value)}
          className="peer absolute inset-0 cursor-default rounded-m bg-transparent text-transparent caret-transparent"
        />
        <span aria-hidden className="flex gap-3 px-4 py-3">
          {Array.from({ length }, (_, place) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              key={place}
              className={clsx(
                "size-4 rounded-full border-[1.5px]",
                place < pin.length ? "border-primary bg-primary" : "border-line-control",
              )}
            />
          ))}
        </span>
      </div>
      <p role="status" className="sr-only">
        {words("typed", { count: pin.length, length })}
      </p>
      <fieldset disabled={disabled} className="grid grid-cols-3 gap-3">
        <legend className="sr-only">{words("keys")}</legend>
        {digits.map((digit) => (
          <Key key={digit} onPress={() => type(pin + digit)}>
            {digit}
          </Key>
        ))}
        <span />
        <Key onPress={() => type(`${pin}0`)}>0</Key>
        <Key label={words("delete")} quiet onPress={() => type(pin.slice(0, -1))}>
          <Delete aria-hidden size={22} />
        </Key>
      </fieldset>
    </div>
  );
}

type KeyProps = { label?: string; quiet?: boolean; onPress: () => void; children: React.ReactNode };

function Key({ label, quiet, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={clsx(
        "figures grid size-16 place-items-center rounded-full font-medium text-24 transition-colors hover:bg-primary-wash",
        quiet ? "text-ink-soft" : "border border-line-control bg-surface",
      )}
    >
      {children}
    </button>
  );
}
