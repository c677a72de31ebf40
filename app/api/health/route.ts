import { health } from "@/server/features/health/queries";

/** For load balancers and `npm start`: 200 when everything works, else 503 with the failing part named. */
export async function GET() {
  const report = await health();
  return Response.json(report, {
    status: report.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
