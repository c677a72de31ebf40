import { useLocale, useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { PartnerMark, PartnerPair } from "@/components/ui/partner";
import { ScaleButtons } from "@/components/ui/scale-buttons";
import { Segmented } from "@/components/ui/segmented";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { strategyText } from "@/content/content";
import { listenActively } from "@/content/strategies/listen-actively";

/** A strategy being given to a couple. */
export function AssignPiece() {
  const words = useTranslations("public.piece");
  const text = strategyText(listenActively, useLocale());
  const facts = [
    [words("forWhom"), words("together")],
    [words("howOften"), words("weekly")],
  ];
  return (
    <Card className="w-full max-w-sm p-4.5">
      <p className="flex items-center gap-2.5 font-semibold text-16">
        <AreaMark area="communication" /> {text.title}
      </p>
      <dl className="mt-2.5">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3 border-line border-t py-2 text-14">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="border-line border-t pt-2.5">
        <p className="font-semibold text-13 text-ink-soft">{words("noteLabel")}</p>
        <p className="mt-1.5 rounded-m bg-primary-wash px-3.5 py-3 text-14">{words("note")}</p>
      </div>
      <p className="mt-3 text-13 text-ink-faint">{words("until")}</p>
    </Card>
  );
}

/** A check-in on a partner's phone. */
export function PractisePiece() {
  const words = useTranslations("public.piece");
  const result = useTranslations("common.result");
  const options = (["done", "partly", "not"] as const).map((value) => ({ value, label: result(value) }));
  return (
    <Card className="grid w-full max-w-sm gap-4 p-4.5">
      <Segmented name="piece-result" legend={words("howWas")} options={options} defaultValue="partly" />
      <ScaleButtons
        name="piece-hard"
        legend={words("hard")}
        low={words("easy")}
        high={words("veryHard")}
        defaultValue={7}
      />
      <VisibilityLabel visibility="THERAPIST" className="text-primary" />
    </Card>
  );
}

/** A couple's row in the caseload with one check-in to answer. */
export function ReviewPiece() {
  const words = useTranslations("public.piece");
  const text = strategyText(listenActively, useLocale());
  return (
    <div className="grid w-full max-w-sm gap-3">
      <Card className="flex items-start gap-3 p-4">
        <PartnerPair one="Alex" two="Sam" />
        <div>
          <p className="pt-0.5 font-semibold text-15">Alex &amp; Sam</p>
          <p className="mt-2 flex flex-wrap gap-1.5">
            <Chip tone="warm">{words("fell")}</Chip>
            <Chip>{words("toRead")}</Chip>
          </p>
        </div>
      </Card>
      <Card className="p-4">
        <p className="flex items-center gap-2 font-semibold text-13">
          <PartnerMark side="one" className="size-2.5" />
          <span className="grow">Alex · {text.title}</span>
          <span className="font-normal text-ink-faint">{words("yesterday")}</span>
        </p>
        <p className="mt-1.5 text-15">{words("words")}</p>
        <p className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <VisibilityLabel visibility="THERAPIST" className="grow text-13">
            {words("readers")}
          </VisibilityLabel>
          <span className={buttonClass({ variant: "ghost", size: "small" })}>{words("reply")}</span>
        </p>
      </Card>
    </div>
  );
}
