import { z } from 'zod';
import { pageScripts } from '@/lib/request/page-scripts';
import { userRoute } from '@/lib/request/route';

/** The scripts of the pages that are opened all day, for a browser that has nothing to do. */
export const GET = userRoute(z.strictObject({}), pageScripts);
