import { companySelection } from '@/features/companies/schema';
import { countWithCompanies } from '@/features/companies/server/company-queries';
import { userRoute } from '@/lib/request/route';

/** What deleting some companies would take with them. */
export const GET = userRoute(companySelection, (userId, { ids }) => countWithCompanies(userId, ids));
