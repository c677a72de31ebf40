import type { ReactNode } from "react";
import { AuthFrame } from "@/components/auth/auth-frame";

/** The quiet frame of signing in. */
export default function SignInLayout({ children }: { children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>;
}
