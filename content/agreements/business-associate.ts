import { businessAssociateEn } from "./business-associate-en";
import { businessAssociateEs } from "./business-associate-es";
import type { Agreement } from "./schema";

/**
 * The business associate agreement that a practice accepts on every plan: the elements that 45 CFR 164.504(e)(2) and
 * 164.314(a)(2) ask of such a contract. Change a word and you have a new version: owners are asked again.
 */
export const businessAssociate: Agreement = {
  kind: "BUSINESS_ASSOCIATE",
  version: "2026-11",
  text: { en: businessAssociateEn, es: businessAssociateEs },
};
