import { useTranslations } from "next-intl";
import { areas } from "@/components/ui/area";
import { AreaIcon } from "@/components/ui/area-icon";
import { AreaMark } from "@/components/ui/area-mark";
import { Avatar } from "@/components/ui/avatar";
import { Chip, Count } from "@/components/ui/chip";
import { Dots } from "@/components/ui/dots";
import { Kbd } from "@/components/ui/kbd";
import { PartnerMark, PartnerPair } from "@/components/ui/partner";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { Part } from "./part";

/** Marks for people, areas, answers and readers, each beside its words. */
export function People() {
  const words = useTranslations("design.sample");
  const area = useTranslations("common.area");
  return (
    <Part name="people">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <span className="flex items-center gap-2.5 font-semibold">
          <PartnerPair one="Alex" two="Sam" /> Alex &amp; Sam
        </span>
        <span className="flex items-center gap-2">
          <PartnerMark side="one" /> Alex
        </span>
        <span className="flex items-center gap-2">
          <PartnerMark side="two" /> Sam
        </span>
        <span className="flex items-center gap-2.5">
          <Avatar name="Lena Torres" /> Lena Torres
        </span>
        <Kbd>/</Kbd>
      </div>
      <div className="flex flex-wrap gap-2">
        {areas.map((key) => (
          <Chip key={key} area={key} icon={<AreaIcon area={key} />}>
            {area(key)}
          </Chip>
        ))}
      </div>
      <div className="flex flex-wrap gap-4 text-14">
        {areas.map((key) => (
          <span key={key} className="flex items-center gap-2">
            <AreaMark area={key} /> {area(key)}
          </span>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone="attention">{words("fell")}</Chip>
        <Chip tone="warm">{words("silent")}</Chip>
        <Chip>{words("toRead", { count: 3 })}</Chip>
        <Chip tone="primary">{words("onTrack")}</Chip>
        <Count value={3} label={words("toRead", { count: 3 })} />
      </div>
      <Dots label="Alex" results={["done", "done", "partly", "done", "not", "none"]} />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <VisibilityLabel visibility="PRIVATE" />
        <VisibilityLabel visibility="THERAPIST" />
        <VisibilityLabel visibility="SHARED" partner="Alex" />
      </div>
    </Part>
  );
}
