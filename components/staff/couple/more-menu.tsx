"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuLink } from "@/components/ui/menu";

/** Links behind one button. */
export function MoreMenu({ links }: { links: readonly { href: string; label: string }[] }) {
  const words = useTranslations("staff.couple");
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" className="px-4">
          <Ellipsis aria-hidden size={18} />
          {words("more")}
        </Button>
      }
    >
      {links.map(({ href, label }) => (
        <MenuLink key={href} href={href}>
          {label}
        </MenuLink>
      ))}
    </Menu>
  );
}
