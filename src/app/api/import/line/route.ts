import { importLine } from '@/features/import/import-settings';
import { getLine } from '@/features/import/server/shown-rows-queries';
import { userRoute } from '@/lib/request/route';

/** The cells of a line of an import's file. */
export const GET = userRoute(importLine, getLine);
