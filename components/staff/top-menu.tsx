"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { AccountChoices } from "./account-choices";
import type { RailItem } from "./rail-links";

type TopMenuProps = { items: readonly RailItem[]; practiceId: string; name: string; practice: string; start: boolean };

/** The rail as a menu, where the screen is too narrow for one. */
export function TopMenu({ items, practiceId, name, practice, start }: TopMenuProps) {
  const words = useTranslations("staff.nav");
  return (
    <Menu
      trigger={
        <Button variant="quiet" className="px-3.5">
          <MenuIcon aria-hidden size={18} />
          {words("menu")}
        </Button>
      }
    >
      <p className="px-2.5 pt-1.5 pb-2 text-13 text-ink-soft">
        <span className="block font-semibold text-14 text-ink">{name}</span>
        {practice}
      </p>
      {items.map((item) => (
        <MenuLink key={item.href} href={item.href}>
          <span className="grow">{item.label}</span>
          {item.count && item.count.value > 0 && (
            <span className="font-normal text-13 text-attention-ink">{item.count.label}</span>
          )}
        </MenuLink>
      ))}
      <MenuSeparator />
      <AccountChoices practiceId={practiceId} start={start} />
    </Menu>
  );
}
