import { Ear, HandHeart, Handshake, type LucideProps, Sparkles } from "lucide-react";
import type { ComponentType } from "react";
import type { Area } from "./area";

const icons: Record<Area, ComponentType<LucideProps>> = {
  trust: Handshake,
  communication: Ear,
  intimacy: HandHeart,
  connection: Sparkles,
};

/** The icon of an area, in the colour of its surroundings. */
export function AreaIcon({ area, ...rest }: LucideProps & { area: Area }) {
  const Icon = icons[area];
  return <Icon aria-hidden size={15} strokeWidth={1.9} {...rest} />;
}
