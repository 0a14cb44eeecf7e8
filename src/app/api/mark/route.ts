import { z } from 'zod';
import { readMark } from '@/features/history/server/mark-queries';
import { userRoute } from '@/lib/request/route';

/** Whether anything has changed since a page was made, for a tab that comes back into view. */
export const GET = userRoute(z.strictObject({}), readMark);
