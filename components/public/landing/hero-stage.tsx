import { useLocale, useTranslations } from "next-intl";
import { AreaIcon } from "@/components/ui/area-icon";
import { AreaMark } from "@/components/ui/area-mark";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { PartnerMark } from "@/components/ui/partner";
import { pulsePaths } from "@/components/ui/pulse-geometry";
import { PulseLines } from "@/components/ui/pulse-lines";
import { strategyText } from "@/content/content";
import { listenActively } from "@/content/strategies/listen-actively";
import { Picture } from "./picture";

const frame = { width: 260, height: 96, left: 4, right: 10, top: 8, bottom: 8 };
const paths = pulsePaths([5, 5, 4, 3, 3, 4, 5, 6], [5, 6, 6, 6, 7, 7, 7, 7], frame);

/** Today's homework on a phone, with the weekly pulse laid over its corner. */
export function HeroStage() {
  const words = useTranslations("public.piece");
  return (
    <Picture label={words("stage")} className="stage rounded-xl px-4 pt-6 sm:px-10 sm:pt-9 max-lg:mb-12">
      <TodayCard />
      <PulseCard />
    </Picture>
  );
}

function TodayCard() {
  const words = useTranslations("public.piece");
  const area = useTranslations("common.area");
  const text = strategyText(listenActively, useLocale());
  return (
    <Card lift className="max-w-[23rem] p-5 pb-6">
      <Chip area="communication" icon={<AreaIcon area="communication" />}>
        {area("communication")}
      </Chip>
      <p className="display mt-2.5 text-24">{text.title}</p>
      <p className="mt-1 text-15 text-ink-soft">{text.summary}</p>
      <p className="mt-3 flex flex-wrap gap-x-4 text-13 text-ink-faint">
        <span>{words("minutes", { count: listenActively.minutes })}</span>
        <span>{words("with")}</span>
      </p>
      <span className={buttonClass({ size: "large", wide: true, className: "mt-4" })}>{words("begin")}</span>
      <p className="mt-3.5 text-center font-semibold text-14 text-primary">{words("tiny")}</p>
    </Card>
  );
}

function PulseCard() {
  const words = useTranslations("public.piece");
  const area = useTranslations("common.area");
  return (
    <Card lift className="relative -mt-3.5 -mb-14 ml-auto w-[18.5rem] max-w-[94%] px-4.5 py-4 sm:-mr-4">
      <p className="flex items-center gap-2 font-semibold text-15">
        <AreaMark area="trust" /> {area("trust")}
      </p>
      <p className="text-13 text-ink-soft">{words("pulseText")}</p>
      <svg aria-hidden="true" viewBox={`0 0 ${frame.width} ${frame.height}`} className="my-1 block w-full">
        <path d={paths.band} opacity="0.16" className="fill-trust" />
        <PulseLines paths={paths} mark={3.8} />
      </svg>
      <p className="flex items-center gap-3.5 text-13 text-ink-soft">
        <span className="flex items-center gap-1.5">
          <PartnerMark side="one" className="size-2.5" /> Alex
        </span>
        <span className="flex items-center gap-1.5">
          <PartnerMark side="two" className="size-2.5" /> Sam
        </span>
      </p>
      <p className="mt-1 font-medium text-13">{words("pulseSentence")}</p>
    </Card>
  );
}
