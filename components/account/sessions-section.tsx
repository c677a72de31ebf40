"use client";

import { Monitor } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { AccountPage } from "@/server/features/account/schema";
import { Section, Setting } from "./section";
import { useAction } from "./use-action";
import { useDeviceName } from "./use-device-name";

type Session = AccountPage["sessions"][number];

/** Where one is signed in, and how to sign out there: one place, or everywhere but here. */
export function SessionsSection({ sessions, at }: Pick<AccountPage, "sessions" | "at">) {
  const words = useTranslations("account.sessions");
  const endOthers = trpc.account.endOtherSessions.useMutation();
  const action = useAction();
  const others = sessions.filter((one) => !one.current).length;
  return (
    <Section id="sessions" title={words("title")} text={words("text")}>
      <ul className="grid divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.sessionId} session={session} at={at} />
        ))}
      </ul>
      <FaultNote fault={action.fault} />
      {others > 0 && (
        <Button
          variant="danger"
          className="justify-self-start"
          pending={action.pending}
          onClick={() => action.run(() => endOthers.mutateAsync(), words("endedOthers"))}
        >
          {words("endOthers")}
        </Button>
      )}
    </Section>
  );
}

function SessionRow({ session, at }: { session: Session; at: Date }) {
  const { sessionId, device, current, createdAt, lastSeenAt } = session;
  const words = useTranslations("account.sessions");
  const format = useFormatter();
  const end = trpc.account.endSession.useMutation();
  const action = useAction();
  const name = useDeviceName()(device);
  const when = (instant: Date) => format.relativeTime(instant, at);
  const text = current ? words("since", { date: when(createdAt) }) : words("seen", { date: when(lastSeenAt) });
  const title = (
    <span className="flex flex-wrap items-center gap-2">
      <Monitor aria-hidden size={18} className="text-ink-soft" />
      {name}
      {current && <Chip>{words("here")}</Chip>}
    </span>
  );
  return (
    <li className="grid gap-2 py-3 first:pt-0">
      <Setting
        title={title}
        text={text}
        actions={
          !current && (
            <Button
              variant="ghost"
              aria-label={words("endSpoken", { name })}
              pending={action.pending}
              onClick={() => action.run(() => end.mutateAsync({ sessionId }), words("ended"))}
            >
              {words("end")}
            </Button>
          )
        }
      />
      <FaultNote fault={action.fault} />
    </li>
  );
}
