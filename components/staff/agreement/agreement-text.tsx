import type { AgreementText } from "@/content/agreements/schema";

/** An agreement to be read: its parties, then one heading for each thing that is promised. */
export function AgreementBody({ text, heading: Heading = "h2" }: { text: AgreementText; heading?: "h2" | "h3" }) {
  return (
    <div className="grid gap-6">
      <p className="text-16 leading-relaxed">{text.parties}</p>
      {text.clauses.map((clause) => (
        <section key={clause.heading}>
          <Heading className="font-semibold text-17">{clause.heading}</Heading>
          {clause.paragraphs.map((paragraph) => (
            <p key={paragraph} className="mt-1.5 text-16 leading-relaxed">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
