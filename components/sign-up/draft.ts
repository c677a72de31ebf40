"use client";

import { useEffect, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ComboboxOption } from "@/components/ui/combobox";
import type { PracticeFields } from "@/server/features/practices/schema";

const place = "sign-up-practice";

interface Draft {
  /** Names this form to the server, so that a second sending founds nothing. */
  clientId: string;
  fields: Partial<PracticeFields>;
}

function stored(): Draft | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(place) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** The zone of this device and the country of its language, where they are on the lists. */
function guesses(zones: readonly ComboboxOption[], countries: readonly ComboboxOption[]): Partial<PracticeFields> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const region = new Intl.Locale(window.navigator.language).region;
  const known = (options: readonly ComboboxOption[], value: string | undefined) =>
    options.some((one) => one.value === value) ? value : undefined;
  return { timeZone: known(zones, zone) ?? "", country: known(countries, region) ?? "" };
}

/** Keeps what is typed in this tab until the practice is founded, over reloads and a sign-in in between. */
export function useFoundingDraft(
  form: UseFormReturn<PracticeFields>,
  zones: readonly ComboboxOption[],
  countries: readonly ComboboxOption[],
) {
  const draft = useRef<Draft | null>(null);
  const { reset, watch } = form;
  useEffect(() => {
    const kept = stored() ?? { clientId: crypto.randomUUID(), fields: guesses(zones, countries) };
    draft.current = kept;
    reset((values) => ({ ...values, ...kept.fields }));
    const { unsubscribe } = watch((fields) => {
      window.sessionStorage.setItem(place, JSON.stringify({ ...kept, fields }));
    });
    return unsubscribe;
  }, [reset, watch, zones, countries]);
  const clientId = () => {
    draft.current ??= { clientId: crypto.randomUUID(), fields: {} };
    return draft.current.clientId;
  };
  return { clientId, forget: () => window.sessionStorage.removeItem(place) };
}
