"use client";

import { useSortable } from "@dnd-kit/sortable";
import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronDown, Copy, GripVertical, Trash2 } from "lucide-react";
import { useId, useLayoutEffect, useRef } from "react";
import { type Block, reachesPartner } from "@/blocks/registry";
import { isText } from "@/content/own/draft";
import { blockFields } from "@/content/own/shape";
import type { ContentLocale } from "@/content/schema";
import { BlockIcon } from "./block-icon";
import { useComposing } from "./composer-context";
import { GroupFields } from "./field-editor";
import { IconButton } from "./icon-button";
import { placeId } from "./place";
import { useOwnWords } from "./use-own-words";

type BlockCardProps = {
  block: Block;
  index: number;
  count: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onMove: (to: number) => void;
  onCopy: () => void;
  onRemove: () => void;
};

/** One block: what it is, its place among the others, and its form once it is opened. */
export function BlockCard(props: BlockCardProps) {
  const { block, index, open, onOpen } = props;
  const { words, kindName } = useOwnWords();
  const { language } = useComposing();
  const { ref, handle, dragging } = useCarried(block.id);
  const kind = kindName(block.kind);
  const id = useId();
  return (
    <li
      ref={ref}
      id={placeId(["blocks", index])}
      data-block={block.kind}
      className={clsx(
        "rounded-l border bg-surface",
        dragging ? "relative z-10 border-primary shadow-lift" : "border-line",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-1 gap-y-0.5 p-2">
        <button
          type="button"
          {...handle}
          aria-label={words("blocks.drag", { kind, position: index + 1, count: props.count })}
          className="grid h-11 w-8 shrink-0 cursor-grab touch-none place-items-center rounded-s text-ink-faint hover:bg-sunken hover:text-ink"
        >
          <GripVertical aria-hidden size={18} />
        </button>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpen(!open)}
          className="flex min-w-40 grow basis-0 items-center gap-3 rounded-m px-1.5 py-1.5 text-left hover:bg-sunken"
        >
          <span
            aria-hidden
            className="grid size-9 shrink-0 place-items-center rounded-full bg-primary-wash text-primary"
          >
            <BlockIcon kind={block.kind} />
          </span>
          <span className="min-w-0 grow">
            <span className="block font-semibold text-15">{kind}</span>
            <span className="line-clamp-1 text-13 text-ink-soft">
              {firstWords(block, language) ?? words(reachesPartner(block) ? "blocks.reaches" : "blocks.stays")}
            </span>
          </span>
          <ChevronDown aria-hidden size={17} className={clsx("shrink-0 text-ink-faint", open && "rotate-180")} />
        </button>
        <Tools {...props} kind={kind} />
      </div>
      {open && (
        <div id={id} className="grid gap-4 border-line border-t p-4 sm:p-5">
          <p className="text-14 text-ink-soft">{words(reachesPartner(block) ? "blocks.reaches" : "blocks.stays")}</p>
          <GroupFields field={blockFields[block.kind]} place={["blocks", index]} but={["kind", "id"]} />
        </div>
      )}
    </li>
  );
}

/** What tells a block from others of its kind: its first words. */
function firstWords(block: Block, locale: ContentLocale): string | null {
  const texts = Object.values(block)
    .flatMap((one) => (Array.isArray(one) ? one : [one]))
    .filter(isText);
  const found = texts
    .map((text) => text[locale].trim() || text.en.trim() || text.es.trim())
    .find((text) => text !== "");
  return found ?? null;
}

function Tools({ kind, index, count, onMove, onCopy, onRemove }: BlockCardProps & { kind: string }) {
  const { words } = useOwnWords();
  return (
    <div className="ml-auto flex">
      <IconButton label={words("blocks.upLabel", { kind })} disabled={index === 0} onClick={() => onMove(index - 1)}>
        <ArrowUp aria-hidden size={17} />
      </IconButton>
      <IconButton
        label={words("blocks.downLabel", { kind })}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <ArrowDown aria-hidden size={17} />
      </IconButton>
      <IconButton label={words("blocks.copyLabel", { kind })} onClick={onCopy}>
        <Copy aria-hidden size={16} />
      </IconButton>
      <IconButton label={words("blocks.removeLabel", { kind })} onClick={onRemove}>
        <Trash2 aria-hidden size={16} />
      </IconButton>
    </div>
  );
}

/** A card that follows the pointer or the arrows. The offset is set on the element itself: the page's policy takes no style attribute. */
function useCarried(id: string) {
  const { words } = useOwnWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: words("blocks.role") },
  });
  const node = useRef<HTMLLIElement>(null);
  const y = transform?.y ?? null;
  useLayoutEffect(() => {
    const style = node.current?.style;
    if (!style) return;
    style.transform = y === null ? "" : `translate3d(0, ${Math.round(y)}px, 0)`;
    style.transition = transition ?? "";
  }, [y, transition]);
  const ref = (element: HTMLLIElement | null) => {
    node.current = element;
    setNodeRef(element);
  };
  return { ref, handle: { ...attributes, ...listeners, ref: setActivatorNodeRef }, dragging: isDragging };
}
