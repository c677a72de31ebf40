import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";

/** The therapist's words that came with a homework. */
export function TherapistNote({ therapistName, note }: { therapistName: string | null; note: string }) {
  const words = useTranslations("couple.today");
  return (
    <section className="flex gap-4 rounded-l bg-primary-wash p-5">
      {therapistName && <Avatar name={therapistName} className="bg-surface" />}
      <div className="min-w-0">
        <h2 className="font-semibold text-16">
          {therapistName ? words("noteFrom", { name: therapistName }) : words("note")}
        </h2>
        <p className="whitespace-pre-line text-16">{note}</p>
      </div>
    </section>
  );
}
