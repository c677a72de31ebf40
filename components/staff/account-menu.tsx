"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import { AccountChoices } from "./account-choices";

type AccountMenuProps = { practiceId: string; name: string; practice: string; start: boolean };

/** Who is signed in, at the foot of the rail, with their choices behind. */
export function AccountMenu({ practiceId, name, practice, start }: AccountMenuProps) {
  const words = useTranslations("staff.nav");
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button type="button" aria-label={words("account", { name })} className={triggerClass}>
          <Avatar name={name} />
          <span className="min-w-0 grow leading-tight">
            <span className="block truncate font-semibold text-14">{name}</span>
            <span className="block text-13 text-ink-soft leading-snug">{practice}</span>
          </span>
          <ChevronsUpDown aria-hidden size={15} className="shrink-0 text-ink-faint" />
        </button>
      }
    >
      <AccountChoices practiceId={practiceId} start={start} />
    </Menu>
  );
}

const triggerClass =
  "flex min-h-12 w-full items-center gap-2.5 rounded-m p-2 text-left transition-colors hover:bg-surface/60";
