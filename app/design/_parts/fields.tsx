import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { Part } from "./part";

/** Text controls with label, hint and error. */
export function Fields({ theme }: { theme: string }) {
  const words = useTranslations("design.sample");
  return (
    <Part name="fields">
      <SearchInput label={words("search")} shortcut="/" name={`${theme}-search`} className="max-w-64" />
      <Field label={words("email")} hint={words("emailHint")}>
        {(control) => <Input {...control} type="email" placeholder="sam@couple.example" />}
      </Field>
      <Field label={words("email")} error={words("emailError")}>
        {(control) => <Input {...control} type="email" defaultValue="sam.couple.example" />}
      </Field>
      <Field label={words("email")}>
        {(control) => <Input {...control} disabled defaultValue="sam@couple.example" />}
      </Field>
      <Field label={words("note")} optional>
        {(control) => (
          <Textarea {...control} defaultValue={words("noteText")} footer={<VisibilityLabel visibility="THERAPIST" />} />
        )}
      </Field>
      <Field label={words("cadence")}>
        {(control) => (
          <Select {...control}>
            <option>{words("weekly")}</option>
            <option>{words("daily")}</option>
          </Select>
        )}
      </Field>
      <div>
        <Switch label={words("email2")} hint={words("email2Hint")} defaultChecked />
        <Switch label={words("email2")} />
        <Switch label={words("email2")} disabled />
        <Checkbox label={words("agree")} defaultChecked />
        <Checkbox label={words("agree")} hint={words("emailHint")} />
      </div>
    </Part>
  );
}
