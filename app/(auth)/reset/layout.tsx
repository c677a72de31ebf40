import type { ReactNode } from "react";
import { AuthFrame } from "@/components/auth/auth-frame";

/** The quiet frame of choosing a new password. */
export default function ResetLayout({ children }: { children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>;
}
