import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmAddress } from "@/components/joining/confirm-address";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("joining.address"))("title"), robots: { index: false } };
}

/** Confirming an address: opening the page does nothing, the button does. */
export default function AddressRoute() {
  return <ConfirmAddress />;
}
