import { companyTyped } from '@/features/companies/schema';
import { findCompanyDuplicates } from '@/features/companies/server/company-duplicate-queries';
import { userRoute } from '@/lib/request/route';

/** Companies that a new one resembles, while it is typed. */
export const GET = userRoute(companyTyped, findCompanyDuplicates);
