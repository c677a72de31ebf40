/** One file per namespace and language: `messages/<locale>/<namespace>.json`. */
export const namespaces = [
  "common",
  "errors",
  "public",
  "auth",
  "account",
  "signUp",
  "staff",
  "licences",
  "practice",
  "couple",
  "emails",
  "log",
  "disclosures",
  "design",
  "invitations",
  "joining",
] as const;
