import { findCompanyOptions } from '@/features/companies/queries';
import { companySearch } from '@/features/companies/schema';
import { userRoute } from '@/lib/route';

/** Companies for a picker. */
export const GET = userRoute(companySearch, (userId, { q }) => findCompanyOptions(userId, q));
