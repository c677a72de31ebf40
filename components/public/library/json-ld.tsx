import type { HowTo, WithContext } from "schema-dts";
import type { Strategy, StrategyText } from "@/content/schema";

/** A strategy in schema.org's words (HowTo), for search engines. */
export function StrategyJsonLd(props: { strategy: Strategy; text: StrategyText; address: string; locale: string }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words as data, "<" escaped so that it cannot end the element
      dangerouslySetInnerHTML={{ __html: JSON.stringify(howTo(props)).replaceAll("<", "\\u003c") }}
    />
  );
}

function howTo({ strategy, text, address, locale }: Parameters<typeof StrategyJsonLd>[0]): WithContext<HowTo> {
  return {
    "@context": "https://schema.org",
    "@type": "HowTo",
    name: text.title,
    description: text.promise,
    inLanguage: locale,
    url: address,
    totalTime: `PT${strategy.minutes}M`,
    step: text.steps.map((step, index) => ({ "@type": "HowToStep", position: index + 1, text: step })),
  };
}
