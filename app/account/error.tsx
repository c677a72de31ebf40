"use client";

export { SectionError as default } from "@/components/staff/section-error";
