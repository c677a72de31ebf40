import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";

/** One line of text. Put it in a Field, which labels it. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={clsx(controlClass, "min-h-11.5 py-2", className)} />;
}
