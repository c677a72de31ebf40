import { useTranslations } from "next-intl";
import { type DemoAccount, demoPassword, demoPractices } from "./demo-accounts";

/** Who one may be in the demo; choosing someone fills in the form. */
export function DemoList({ onChoose }: { onChoose: (account: DemoAccount) => void }) {
  const words = useTranslations("auth.demo");
  return (
    <section aria-labelledby="demo" className="rounded-l border border-line-strong border-dashed p-5">
      <h2 id="demo" className="font-semibold text-15">
        {words("title")}
      </h2>
      <p className="text-14 text-ink-soft">{words("text", { password: demoPassword })}</p>
      {demoPractices.map(({ practice, accounts }) => (
        <div key={practice} className="mt-4">
          <h3 className="mb-1 font-medium text-13 text-ink-soft">{practice}</h3>
          <ul className="divide-y divide-line">
            {accounts.map((account) => (
              <li key={account.email}>
                <button type="button" onClick={() => onChoose(account)} className={rowClass}>
                  <span className="sr-only">{words("fill", { name: account.email })}</span>
                  <span aria-hidden className="min-w-0 truncate font-medium">
                    {account.email}
                  </span>
                  <span aria-hidden className="shrink-0 text-13 text-ink-soft">
                    {words(`role.${account.role}`)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const rowClass =
  "flex min-h-10 w-full items-center justify-between gap-3 rounded-s px-2 py-1.5 text-left text-14 hover:bg-primary-wash";
