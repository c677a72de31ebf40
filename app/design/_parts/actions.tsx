"use client";

import { MoreHorizontal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { useTheme } from "@/components/ui/theme-switch";
import { useToast } from "@/components/ui/toast";
import { Part } from "./part";

const sizes = ["small", "medium", "large"] as const;

/** Buttons in every look, and what opens from them. */
export function Actions() {
  const words = useTranslations("design.sample");
  return (
    <Part name="actions">
      {sizes.map((size) => (
        <div key={size} className="flex flex-wrap items-center gap-2.5">
          <Button size={size}>{words("primary")}</Button>
          <Button size={size} variant="ghost">
            {words("ghost")}
          </Button>
          <Button size={size} variant="quiet">
            {words("quiet")}
          </Button>
          <Button size={size} variant="danger">
            {words("danger")}
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2.5">
        <Button pending>{words("primary")}</Button>
        <Button disabled>{words("primary")}</Button>
        <Button asChild variant="ghost">
          <Link href="/design">{words("link")}</Link>
        </Button>
        <LinkButton href="/design" variant="quiet">
          {words("link")}
        </LinkButton>
        <a href="/design" className="link">
          {words("link")}
        </a>
      </div>
      <Button wide size="large">
        {words("primary")}
      </Button>
      <Layers />
    </Part>
  );
}

function Layers() {
  const words = useTranslations("design.sample");
  const theme = useTranslations("common.theme");
  const common = useTranslations("common");
  const chosen = useTheme();
  const toast = useToast();
  const [undone, setUndone] = useState(false);
  const options = (["light", "dark", "device"] as const).map((value) => ({ value, label: theme(value) }));
  return (
    <div className="flex flex-wrap gap-2.5">
      <Dialog
        trigger={<Button variant="ghost">{words("openDialog")}</Button>}
        title={words("dialogTitle")}
        description={words("dialogText")}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{common("cancel")}</Button>
            </DialogClose>
            <DialogClose>
              <Button>{words("pause")}</Button>
            </DialogClose>
          </>
        }
      />
      <Menu
        align="start"
        trigger={
          <Button variant="ghost">
            <MoreHorizontal aria-hidden size={16} />
            {words("openMenu")}
          </Button>
        }
      >
        <MenuLink href="/design">{words("edit")}</MenuLink>
        <MenuItem danger onSelect={() => toast({ text: words("toast") })}>
          {words("remove")}
        </MenuItem>
        <MenuSeparator />
        <MenuChoice label={theme("label")} value={chosen.theme} options={options} onValueChange={chosen.choose} />
      </Menu>
      <Button
        variant="ghost"
        aria-pressed={undone}
        onClick={() => toast({ text: words("toast"), undo: () => setUndone(true) })}
      >
        {words("showToast")}
      </Button>
    </div>
  );
}
