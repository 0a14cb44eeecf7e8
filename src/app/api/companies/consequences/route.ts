import { countWithCompanies } from '@/features/companies/queries';
import { companySelection } from '@/features/companies/schema';
import { userRoute } from '@/lib/route';

/** What deleting some companies would take with them. */
export const GET = userRoute(companySelection, (userId, { ids }) => countWithCompanies(userId, ids));
