import { companyPeople } from '@/features/contacts/schema';
import { listCompanyPeopleLines } from '@/features/contacts/server/company-people-queries';
import { userRoute } from '@/lib/request/route';

/** The contacts of a company, or a contact's colleagues, for a rail that shows all of them. */
export const GET = userRoute(companyPeople, listCompanyPeopleLines);
