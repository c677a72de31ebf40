"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useId, useRef, useState } from "react";
import type { Block } from "@/blocks/registry";
import { FieldError } from "@/components/ui/field";
import { AddBlock } from "./add-block";
import { freeName } from "./blank";
import { BlockCard } from "./block-card";
import { useComposing } from "./composer-context";
import { focusPlace, inserted, moved } from "./place";
import { useOwnWords } from "./use-own-words";

type BlockListProps = { opened: ReadonlySet<string>; onOpen: (id: string, open: boolean) => void };

/** The blocks in their order: dragged by pointer, moved by keyboard, or by their buttons. */
export function BlockList({ opened, onOpen }: BlockListProps) {
  const { draft, change, takeOut, faultAt } = useComposing();
  const { words, kindName, faultWords } = useOwnWords();
  const [said, setSaid] = useState("");
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const { blocks } = draft;
  const indexOf = (key: unknown) => blocks.findIndex((block) => block.id === key);
  const move = (from: number, to: number) => {
    const block = blocks[from];
    if (!block || to < 0 || to >= blocks.length) return;
    change(["blocks"], moved(blocks, from, to));
    setSaid(words("blocks.moved", { kind: kindName(block.kind), position: to + 1, count: blocks.length }));
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(indexOf(active.id), indexOf(over.id));
  };
  const copy = (index: number) => {
    const block = blocks[index];
    if (!block) return;
    const next = {
      ...structuredClone(block),
      id: freeName(
        block.kind,
        blocks.map((one) => one.id),
      ),
    } as Block;
    change(["blocks"], inserted(blocks, index + 1, next));
    onOpen(next.id, true);
    focusPlace(["blocks", index + 1]);
  };
  const fault = faultAt(["blocks"]);
  return (
    <div className="grid gap-3">
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={dropped}
        accessibility={{
          announcements: useAnnouncements(blocks, indexOf),
          screenReaderInstructions: { draggable: words("blocks.instructions") },
        }}
      >
        <SortableContext items={blocks.map((block) => block.id)} strategy={verticalListSortingStrategy}>
          <ol className="grid gap-3">
            {blocks.map((block, index) => (
              <BlockCard
                key={block.id}
                {...{ block, index, count: blocks.length }}
                open={opened.has(block.id)}
                onOpen={(open) => onOpen(block.id, open)}
                onMove={(to) => move(index, to)}
                onCopy={() => copy(index)}
                onRemove={() => takeOut(["blocks"], index, words("blocks.removed", { kind: kindName(block.kind) }))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {blocks.length === 0 && <p className="py-2 text-15 text-ink-soft">{words("compose.noBlocks")}</p>}
      {fault && blocks.length > 0 && <FieldError>{faultWords(fault)}</FieldError>}
      <p role="status" className="sr-only">
        {said}
      </p>
      <AddBlock
        blocks={blocks}
        onAdd={(block) => {
          change(["blocks"], [...blocks, block]);
          onOpen(block.id, true);
          setSaid(words("blocks.added", { kind: kindName(block.kind) }));
          focusPlace(["blocks", blocks.length]);
        }}
      />
    </div>
  );
}

/** What a screen reader hears while a block is carried. */
function useAnnouncements(blocks: readonly Block[], indexOf: (key: unknown) => number): Announcements {
  const { words, kindName } = useOwnWords();
  const facts = (key: unknown, at: unknown = key) => {
    const block = blocks[indexOf(key)];
    return { kind: block ? kindName(block.kind) : "", position: indexOf(at) + 1, count: blocks.length };
  };
  /** The library says at once where a block is that was only picked up; that would drown the words before it. */
  const picked = useRef(false);
  return {
    onDragStart: ({ active }) => {
      picked.current = true;
      return words("blocks.picked", facts(active.id));
    },
    onDragOver: ({ active, over }) => {
      const first = picked.current && over?.id === active.id;
      picked.current = false;
      return over && !first ? words("blocks.over", facts(active.id, over.id)) : undefined;
    },
    onDragEnd: ({ active, over }) =>
      over ? words("blocks.dropped", facts(active.id, over.id)) : words("blocks.cancelled", facts(active.id)),
    onDragCancel: ({ active }) => words("blocks.cancelled", facts(active.id)),
  };
}
