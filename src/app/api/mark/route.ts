import { z } from 'zod';
import { readMark } from '@/features/history/mark-queries';
import { userRoute } from '@/lib/route';

/** Whether anything has changed since a page was made, for a tab that comes back into view. */
export const GET = userRoute(z.strictObject({}), readMark);
