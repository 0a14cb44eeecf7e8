import { getProgress } from '@/features/import/queries';
import { importReference } from '@/features/import/settings';
import { userRoute } from '@/lib/route';

/** How far an import is. */
export const GET = userRoute(importReference, getProgress);
