import { useFormatter } from "next-intl";

/** An amount of cents in the reader's way of writing: whole where it is whole, with cents on request. */
export function useMoney(): (cents: number, currency: string, exact?: boolean) => string {
  const format = useFormatter();
  return (cents, currency, exact = false) => {
    const minimumFractionDigits = exact || cents % 100 !== 0 ? 2 : 0;
    return format.number(cents / 100, { style: "currency", currency: currency.toUpperCase(), minimumFractionDigits });
  };
}
