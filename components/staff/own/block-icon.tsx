import {
  BookOpen,
  CalendarClock,
  GalleryHorizontalEnd,
  Gauge,
  HandHeart,
  Handshake,
  ListChecks,
  ListTodo,
  MailOpen,
  MessageCircleQuestion,
  Quote,
  Timer,
} from "lucide-react";
import type { BlockKind } from "@/blocks/registry";

const icons = {
  read: BookOpen,
  prompt: MessageCircleQuestion,
  scale: Gauge,
  choice: ListTodo,
  checklist: ListChecks,
  timer: Timer,
  statement: Quote,
  repair: HandHeart,
  ledger: Handshake,
  deck: GalleryHorizontalEnd,
  plan: CalendarClock,
  note: MailOpen,
} as const;

/** The sign of a kind of block. */
export function BlockIcon({ kind, size = 18 }: { kind: BlockKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon aria-hidden size={size} strokeWidth={1.9} />;
}
