import { z } from 'zod';
import { listIndustries } from '@/features/companies/server/company-queries';
import { userRoute } from '@/lib/request/route';

/** The industries in use, for a field that suggests them. */
export const GET = userRoute(z.strictObject({}), listIndustries);
