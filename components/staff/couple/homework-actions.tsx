"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";
import { places } from "../places";
import { EndHomework } from "./end-homework";

type ActionsProps = {
  practiceId: string;
  coupleId: string;
  assignmentId: string;
  title: string;
  /** Who is asked. */
  names: string;
  state: "ACTIVE" | "PAUSED";
};

/** What can be done with homework that runs or rests. Pausing and resuming take each other back. */
export function HomeworkActions(props: ActionsProps) {
  const { practiceId, coupleId, assignmentId, title, names, state } = props;
  const words = useTranslations("assigning.run");
  const ids = { practiceId, coupleId, assignmentId };
  const { pause, resume } = usePausing(ids, title);
  const resting = state === "PAUSED";
  return (
    <div className="order-last col-span-full ml-5 grid gap-2">
      <div className="-ml-2.5 flex flex-wrap gap-x-0.5">
        <LinkButton
          href={places.changeHomework(practiceId, coupleId, assignmentId)}
          prefetch={false}
          variant="quiet"
          size="small"
          aria-label={words("changeLabel", { title })}
        >
          {words("change")}
        </LinkButton>
        <Button
          variant="quiet"
          size="small"
          pending={pause.isPending || resume.isPending}
          aria-label={words(resting ? "resumeLabel" : "pauseLabel", { title })}
          onClick={() => (resting ? resume : pause).mutate(ids)}
        >
          {words(resting ? "resume" : "pause")}
        </Button>
        <EndHomework {...ids} title={title} names={names} />
      </div>
      <Fault error={pause.error ?? resume.error} />
    </div>
  );
}

/** What went wrong; where joint work may not go on, why. */
function Fault({ error }: { error: unknown }) {
  const words = useTranslations("assigning.run");
  const field = useFieldWords();
  const fault = error ? appError(error).fields?.mode : undefined;
  if (!fault) return <FaultBanner error={error} />;
  return (
    <Banner tone="attention" live title={`${words("jointTitle")}.`}>
      {field(fault)}
    </Banner>
  );
}

function usePausing(ids: Pick<ActionsProps, "practiceId" | "coupleId" | "assignmentId">, title: string) {
  const words = useTranslations("assigning.run");
  const router = useRouter();
  const toast = useToast();
  const resume = trpc.homework.resume.useMutation({
    onSuccess: () => {
      toast({ text: words("resumed", { title }) });
      router.refresh();
    },
  });
  const pause = trpc.homework.pause.useMutation({
    onSuccess: () => {
      toast({ text: words("paused", { title }), undo: () => resume.mutate(ids) });
      router.refresh();
    },
  });
  return { pause, resume };
}
