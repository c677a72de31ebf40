"use client";

import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { appError } from "@/components/trpc/client";

/** Puts faults that only the server could see beside their fields. Answers whether there were any. */
export function showFieldFaults<Fields extends FieldValues, Context, Out>(
  form: UseFormReturn<Fields, Context, Out>,
  error: unknown,
): boolean {
  const faults = Object.entries(appError(error).fields ?? {});
  for (const [index, [name, message]] of faults.entries())
    form.setError(name as Path<Fields>, { message }, { shouldFocus: index === 0 });
  return faults.length > 0;
}

/** The error to show above a form: none when it stands beside a field already. */
export function beyondFields(error: unknown): unknown {
  return error && Object.keys(appError(error).fields ?? {}).length > 0 ? null : error;
}
