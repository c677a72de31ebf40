import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import type { ProgramChoice } from "@/server/features/programs/schema";

type WeekStrategiesProps = { strategies: ProgramChoice["weeks"][number]["strategies"] };

/** What a week brings: each strategy with its area, its time, and whether it is joint work. */
export function WeekStrategies({ strategies }: WeekStrategiesProps) {
  const words = useTranslations("programs");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-14">
      {strategies.map((one) => (
        <li key={one.title} className="flex flex-wrap items-baseline gap-x-2">
          <AreaMark area={one.area} />
          <span className="font-medium">{one.title}</span>
          <span className="text-13 text-ink-faint">{words("minutes", { count: one.minutes })}</span>
          {one.joint && (
            <span className="text-13 text-ink-faint">
              <UsersRound aria-hidden size={13} className="mr-1 inline align-[-0.125em]" />
              {words("jointMark")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
