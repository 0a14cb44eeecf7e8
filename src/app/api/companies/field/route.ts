import { fieldReference } from '@/domain/fields/field-change';
import { readCompanyField } from '@/features/companies/server/company-field-queries';
import { userRoute } from '@/lib/request/route';

/** A field of a company, for an editor in place. */
export const GET = userRoute(fieldReference, readCompanyField);
