/** Where a licensing board lets everybody look a licence up, by jurisdiction. Others are named in words only. */
export const boards: Readonly<Record<string, string>> = {
  "US-CA": "https://search.dca.ca.gov/",
  "US-NY": "https://www.op.nysed.gov/verification-search",
};
