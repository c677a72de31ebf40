export { startOidc as GET } from "@/server/auth/oidc-routes";
