import { importReference } from '@/features/import/import-settings';
import { getProgress } from '@/features/import/server/import-queries';
import { userRoute } from '@/lib/request/route';

/** How far an import is. */
export const GET = userRoute(importReference, getProgress);
