import type { AgreementText } from "./schema";

export const businessAssociateEn: AgreementText = {
  title: "Business associate agreement",
  parties:
    "This is an agreement between the practice that signs it (“the practice”) and the operator who runs this copy of Reconnect (“the operator”). The practice is a covered entity under the US health privacy rules (HIPAA, 45 CFR Parts 160 and 164), and the operator keeps protected health information on its behalf. Words that those rules define mean here what they mean there. “Information” is the protected health information that the operator creates, receives, keeps or sends for the practice.",
  clauses: [
    {
      heading: "What the operator may do with information",
      paragraphs: [
        "The operator uses and discloses information only to run Reconnect for the practice, as the practice directs, as this agreement allows, or as the law requires. It does nothing with information that the practice itself could not lawfully do, and uses no more of it than the task needs.",
        "The operator may use information for its own proper management, and to meet its legal duties. It may disclose it for those purposes only where the law requires it, or where the recipient promises in writing to keep it confidential and to report any breach.",
        "The operator does not sell information, does not use it for advertising or marketing, does not train software models on it, and does not strip it of names for purposes of its own.",
      ],
    },
    {
      heading: "Safeguards",
      paragraphs: [
        "The operator protects information with administrative, physical and technical safeguards and follows the Security Rule (45 CFR Part 164, Subpart C) for electronic information. Among them: encryption at rest and on the way, access by role and by couple, automatic sign-off, a sealed record of access, and tested backups.",
        "Where the operator carries out a duty of the practice under the Privacy Rule, it keeps the rules that would bind the practice.",
      ],
    },
    {
      heading: "What the operator reports",
      paragraphs: [
        "The operator tells the practice about any use or disclosure that this agreement does not allow, any security incident, and any breach of unsecured information: without unreasonable delay, and no later than ten days after it learns of it. It says what happened, when, which people and which information are concerned, and what was done, and adds what it learns later (45 CFR 164.410). Unsuccessful attempts such as pings and refused sign-ins are hereby reported in general and need no notice each.",
      ],
    },
    {
      heading: "Subcontractors",
      paragraphs: [
        "Anyone who keeps or handles information for the operator first agrees in writing to the same restrictions, conditions and safeguards as in this agreement (45 CFR 164.502(e)(1)(ii) and 164.308(b)(2)). The operator names them when the practice asks.",
      ],
    },
    {
      heading: "Access, amendment and accounting",
      paragraphs: [
        "Within fifteen days of being asked, the operator makes information available so that the practice can give people access to it (45 CFR 164.524), amends it as the practice directs (164.526), and provides the record of disclosures that an accounting needs (164.528). If somebody asks the operator directly, it passes the request on to the practice.",
        "The operator opens its practices, books and records on the use of information to the US Secretary of Health and Human Services, for judging compliance.",
      ],
    },
    {
      heading: "What the practice does",
      paragraphs: [
        "The practice obtains the consents that it needs, tells the operator of restrictions and revocations that concern it, and does not ask the operator for anything that the rules forbid. It gives each member of its staff an account of their own and ends it when they leave.",
      ],
    },
    {
      heading: "Term, and how it ends",
      paragraphs: [
        "The agreement begins when an owner of the practice signs it and lasts as long as the operator holds information of the practice. If either side breaks an important promise, the other may set thirty days to mend it and may end the agreement if it is not mended, or at once where it cannot be.",
        "At the end the practice may export its records. The operator then returns or destroys all information, with its copies and those of its subcontractors, and keeps none. Where that is not feasible, as with backups until they run out, it says so, goes on protecting what is left under this agreement, and uses it for nothing else.",
      ],
    },
    {
      heading: "Changes and reading",
      paragraphs: [
        "A new version holds for the practice once an owner has accepted it; until then the last accepted one holds. Care for couples never stops because a version is waiting. What is unclear is read so that both sides keep the rules. If the English and the Spanish text differ, the English one holds. For practices outside the United States the same promises hold, beside the law of their own country.",
      ],
    },
  ],
};
