import { companySearch } from '@/features/companies/schema';
import { findCompanyOptions } from '@/features/companies/server/company-queries';
import { userRoute } from '@/lib/request/route';

/** Companies for a picker. */
export const GET = userRoute(companySearch, (userId, { q }) => findCompanyOptions(userId, q));
