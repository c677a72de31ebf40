"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import * as Primitive from "radix-ui/dropdown-menu";
import { type ReactNode, useEffect } from "react";
import { adoptStyleNonce } from "./style-nonce";

type MenuProps = {
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
};

/** A list of actions behind a button. The trigger is one element that takes a ref (a Button). */
export function Menu({ trigger, align = "end", side, children }: MenuProps) {
  useEffect(adoptStyleNonce, []);
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-48 max-w-80 animate-fade rounded-m border border-line bg-surface p-1.5 text-ink shadow-lift"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** One action. `danger` where something is taken away. */
export function MenuItem(props: {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Primitive.Item
      disabled={props.disabled}
      onSelect={props.onSelect}
      className={clsx(itemClass, props.danger && "text-attention-ink")}
    >
      {props.icon}
      {props.children}
    </Primitive.Item>
  );
}

/** One place to go to. */
export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Item asChild className={itemClass}>
      <Link href={href} prefetch={false}>
        {icon}
        {children}
      </Link>
    </Primitive.Item>
  );
}

/** The name of the group of items below it. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className={labelClass}>{children}</Primitive.Label>;
}

/** A choice among a few inside a menu, with the chosen one ticked. */
export function MenuChoice<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
}) {
  return (
    <Primitive.RadioGroup value={props.value} aria-label={props.label}>
      <Primitive.Label className={labelClass}>{props.label}</Primitive.Label>
      {props.options.map((option) => (
        <Primitive.RadioItem
          key={option.value}
          value={option.value}
          onSelect={() => props.onValueChange(option.value)}
          className={clsx(itemClass, "pr-8")}
        >
          {option.label}
          <Primitive.ItemIndicator className="absolute right-2.5">
            <Check aria-hidden size={16} />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Primitive.Separator className="mx-2 my-1.5 h-px bg-line" />;
}

const labelClass = "px-2.5 pt-2 pb-1 font-semibold text-13 text-ink-faint";
const itemClass = clsx(
  "relative flex min-h-9.5 cursor-pointer select-none items-center gap-2.5 rounded-s px-2.5 py-1.5 font-medium text-15",
  "data-highlighted:bg-primary-wash data-disabled:cursor-not-allowed data-disabled:opacity-55",
  "focus-visible:outline-2 focus-visible:-outline-offset-2",
);
