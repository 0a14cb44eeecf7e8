import { findCompanyDuplicates } from '@/features/companies/duplicate-queries';
import { companyTyped } from '@/features/companies/schema';
import { userRoute } from '@/lib/route';

/** Companies that a new one resembles, while it is typed. */
export const GET = userRoute(companyTyped, findCompanyDuplicates);
