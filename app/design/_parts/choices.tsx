import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/radio-cards";
import { ScaleButtons } from "@/components/ui/scale-buttons";
import { Segmented } from "@/components/ui/segmented";
import { readers, VisibilityIcon } from "@/components/ui/visibility-label";
import { Part } from "./part";

const visibilities = ["PRIVATE", "THERAPIST", "SHARED"] as const;

/** Groups of choices: unset, chosen, wrong, out of use. */
export function Choices({ theme }: { theme: string }) {
  const words = useTranslations("design.sample");
  const result = useTranslations("common.result");
  const who = useTranslations("common.readers");
  const results = (["done", "partly", "not"] as const).map((value) => ({ value, label: result(value) }));
  const cards = visibilities.map((value) => ({
    value,
    label: readers(who, value, "Alex"),
    icon: <VisibilityIcon visibility={value} size={18} />,
    text: value === "SHARED" ? words("whoText") : undefined,
  }));
  return (
    <Part name="choices">
      <Segmented name={`${theme}-a`} legend={words("howWas")} options={results} defaultValue="partly" />
      <Segmented name={`${theme}-b`} legend={words("howWas")} options={results} error={words("pickOne")} />
      <ScaleButtons name={`${theme}-c`} legend={words("howHard")} low={words("easy")} high={words("hard")} />
      <ScaleButtons
        name={`${theme}-d`}
        legend={words("useful")}
        low={words("notAtAll")}
        high={words("very")}
        defaultValue={7}
        optional
      />
      <RadioCards name={`${theme}-e`} legend={words("who")} options={cards} defaultValue="THERAPIST" />
      <RadioCards name={`${theme}-f`} legend={words("who")} options={cards.slice(0, 2)} columns disabled />
    </Part>
  );
}
