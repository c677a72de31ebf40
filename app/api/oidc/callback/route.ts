export { returnFromOidc as GET } from "@/server/auth/oidc-routes";
